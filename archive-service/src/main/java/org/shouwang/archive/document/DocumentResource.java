package org.shouwang.archive.document;

import static org.shouwang.archive.Roles.*;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.archive.document.DocumentCommand.*;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;
import org.shouwang.archive.document.DocumentKinds.Retention;
import org.shouwang.archive.log.Asked;
import org.shouwang.archive.log.EventLog;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;

/** Documents go in as they are, byte by byte, and come out the same. */
@Path("/")
@Produces("application/json")
@Tag(name = "documents 材料")
class DocumentResource {

    static final String SHA256 = "[0-9a-f]{64}";

    /** What to cite a document by, and what was found in it. */
    record Receipt(String kind, String sha256, long size, String mediaType) {}

    record Heading(String area, String kind, String zh, String en, Retention retention, UUID householdId, LocalDate on) {}

    /**
     * @param held whether its bytes are on the shelf
     * @param successors the versions that took its place, by area
     */
    record DocumentView(String sha256, long size, String mediaType, boolean held, List<Heading> headings, List<Successor> successors) {}

    record Successor(String area, String sha256) {}

    /**
     * @param successor SHA-256 of the newer version, uploaded before
     * @param area where the older one is filed; needed only where it is filed in several areas
     */
    record Replacement(
            @NotNull @Pattern(regexp = SHA256) String successor,
            @Size(max = 500) String reason,
            LocalDate on,
            @Pattern(regexp = "[0-9]{12}") String area) {}

    /** @param whole whether the bytes still hash to the document's name */
    record Check(String sha256, boolean whole) {}

    private final Shelf shelf;
    private final Documents documents;
    private final DocumentCatalogue catalogue;
    private final DocumentKinds kinds;
    private final EventLog log;
    private final Journal journal;
    private final Caller caller;

    DocumentResource(
            Shelf shelf, Documents documents, DocumentCatalogue catalogue, DocumentKinds kinds, EventLog log, Journal journal, Caller caller) {
        this.shelf = shelf;
        this.documents = documents;
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.log = log;
        this.journal = journal;
        this.caller = caller;
    }

    @POST
    @Path("documents")
    @Blocking
    @Consumes("*/*")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER, INSPECTOR
    })
    @Operation(
            summary = "Upload a document, at most 50 MB, as the raw body / 上传材料（原始文件，不超过 50 MB）",
            description = "The answer's kind and sha256 can be cited as evidence in the very next command to any service. 返回的 kind 和 sha256 可立即作为佐证引用。")
    public RestResponse<Receipt> upload(
            @Parameter(description = "kind of document, DOC_… / 材料类别") @RestQuery String kind,
            @Parameter(description = "household that it belongs to / 所属户") @RestQuery UUID household,
            @Parameter(description = "area that it belongs to where it is no household's / 所属区划（不属于某户时）") @RestQuery String area,
            @Parameter(description = "day on which it was made, today where absent / 形成日期") @RestQuery String on,
            @HeaderParam("Content-Length") Long length,
            InputStream body)
            throws IOException {
        var known = kinds.of(kind == null ? "" : kind).orElseThrow(() -> new Refused(DocumentRefusal.DOCUMENT_KIND_UNKNOWN, List.of(String.valueOf(kind))));
        if (length != null && length > Shelf.MAX_SIZE) throw new Refused(DocumentRefusal.DOCUMENT_TOO_LARGE);
        var cause = caller.cause(Asked.day("on", on));
        var own = await(journal.read(session -> place(session, household, area, cause.actor())));
        var stored = shelf.put(body);
        var command = new Receive(known.code(), stored.sha256(), stored.size(), stored.mediaType(), own, household);
        var outcome = await(documents.handle(Documents.id(stored.sha256(), own), command, cause, Version.expected(null)));
        return ResponseBuilder.create(RestResponse.Status.CREATED, new Receipt(known.code(), stored.sha256(), stored.size(), stored.mediaType()))
                .location(URI.create("documents/" + stored.sha256()))
                .tag(Long.toString(outcome.version()))
                .build();
    }

    @GET
    @Path("document-kinds")
    @RolesAllowed("**")
    @Operation(summary = "The kinds of documents and how long they are kept / 材料类别和保管期限")
    public List<DocumentKind> kinds() {
        return kinds.all();
    }

    @GET
    @Path("documents/{sha256: [0-9a-f]{64}}")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER, INSPECTOR, AUDITOR
    })
    @Operation(summary = "What is known of a document / 材料信息")
    public Uni<DocumentView> document(String sha256) {
        var reader = caller.actor();
        return journal.read(session -> readable(session, sha256, reader)
                .chain(entries -> catalogue.filings(session, sha256).map(filings -> view(entries, filings, reader))));
    }

    @GET
    @Path("documents/{sha256: [0-9a-f]{64}}/content")
    @Produces("application/octet-stream")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, INSPECTOR, AUDITOR
    })
    @Operation(summary = "The bytes of a document / 下载材料")
    public Uni<RestResponse<File>> content(String sha256) {
        var reader = caller.actor();
        return journal.read(session -> readable(session, sha256, reader)).map(entries -> {
            var file = shelf.find(sha256).orElseThrow(() -> new Refused(DocumentRefusal.DOCUMENT_CONTENT_MISSING));
            return ResponseBuilder.ok(file.toFile())
                    .type(entries.getFirst().mediaType())
                    .header("Content-Disposition", "attachment; filename=\"" + sha256.substring(0, 16) + "\"")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "private, no-store")
                    .tag(sha256)
                    .build();
        });
    }

    @GET
    @Path("documents/{sha256: [0-9a-f]{64}}/proof")
    @Blocking
    @RolesAllowed({AUDITOR, INSPECTOR, COUNTY_OPERATOR, COUNTY_APPROVER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Whether the bytes are still what they were / 核对材料是否被改动")
    public Check proof(String sha256) {
        var reader = caller.actor();
        await(journal.read(session -> readable(session, sha256, reader)));
        return new Check(sha256, shelf.whole(sha256));
    }

    @PUT
    @Path("documents/{sha256: [0-9a-f]{64}}/successor")
    @Consumes("application/json")
    @RolesAllowed({
        INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM, HELPER,
        TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER
    })
    @Operation(summary = "Let a newer version take a document's place; the older one stays / 以新版本替代（旧版本保留）")
    public Uni<RestResponse<Void>> replace(String sha256, @NotNull @Valid Replacement body, @HeaderParam("If-Match") Version version) {
        var cause = caller.cause(body.on());
        return journal.read(session -> readable(session, sha256, cause.actor()))
                .map(entries -> only(entries, body.area()))
                .chain(entry -> documents.handle(
                        Documents.id(sha256, entry.area()), session -> supersede(session, entry, body), cause, Version.expected(version)))
                .map(Answers::of);
    }

    private Uni<DocumentCommand> supersede(StatelessSession session, DocumentCatalogue.Entry entry, Replacement body) {
        return catalogue.entries(session, List.of(body.successor())).chain(entries -> {
            var held = entries.stream().anyMatch(e -> e.area().equals(entry.area()));
            return catalogue.leads(session, entry.area(), body.successor(), entry.sha256())
                    .map(back -> new Supersede(body.successor(), held, back, body.reason()));
        });
    }

    /** A household's document belongs to its village as soon as that is known, else to the office of whoever uploads it. */
    private Uni<String> place(StatelessSession session, UUID household, String area, Actor actor) {
        if (household == null) {
            var asked = area == null || area.isBlank() ? actor.area() : area;
            return asked.matches("[0-9]{12}") && actor.reaches(asked)
                    ? Uni.createFrom().item(asked)
                    : Uni.createFrom().failure(new Refused(Refusal.AREA_OUT_OF_SCOPE));
        }
        return log.area(session, household).onItem().transformToUni(known -> known.isEmpty() || actor.reaches(known.get())
                ? Uni.createFrom().item(known.orElse(actor.area()))
                : Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND)));
    }

    private Uni<List<DocumentCatalogue.Entry>> readable(StatelessSession session, String sha256, Actor reader) {
        return catalogue.entries(session, List.of(sha256))
                .map(entries -> entries.stream().filter(entry -> reader.reaches(entry.area())).toList())
                .onItem().transformToUni(entries -> entries.isEmpty()
                        ? Uni.createFrom().failure(new Refused(DocumentRefusal.DOCUMENT_NOT_FOUND))
                        : Uni.createFrom().item(entries));
    }

    private static DocumentCatalogue.Entry only(List<DocumentCatalogue.Entry> entries, String area) {
        var asked = entries.stream().filter(entry -> area == null || area.equals(entry.area())).toList();
        if (asked.isEmpty()) throw new Refused(DocumentRefusal.DOCUMENT_NOT_FOUND);
        if (asked.size() > 1) throw new Refused(DocumentRefusal.AREA_REQUIRED, asked.stream().map(DocumentCatalogue.Entry::area).toList());
        return asked.getFirst();
    }

    private DocumentView view(List<DocumentCatalogue.Entry> entries, List<DocumentCatalogue.Filing> filings, Actor reader) {
        var first = entries.getFirst();
        var headings = filings.stream()
                .filter(filing -> reader.reaches(filing.area()))
                .map(filing -> {
                    var kind = kinds.of(filing.kind()).orElseThrow();
                    return new Heading(filing.area(), kind.code(), kind.zh(), kind.en(), kind.retention(), filing.householdId(), filing.filedOn());
                })
                .toList();
        var successors = entries.stream().filter(e -> e.successor() != null).map(e -> new Successor(e.area(), e.successor())).toList();
        return new DocumentView(first.sha256(), first.size(), first.mediaType(), shelf.find(first.sha256()).isPresent(), headings, successors);
    }

    /** Runs the work on an event loop while this worker thread waits. */
    private static <T> T await(Uni<T> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
