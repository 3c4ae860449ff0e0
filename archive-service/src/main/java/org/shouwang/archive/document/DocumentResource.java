package org.shouwang.archive.document;

import static org.shouwang.archive.Roles.*;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.File;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.archive.document.DocumentCommand.*;
import org.shouwang.archive.document.DocumentKinds.Retention;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;

/** Documents come out as they went in, byte by byte, and are replaced but never changed. */
@Path("/")
@Produces("application/json")
@Tag(name = "documents 材料")
class DocumentResource {

    static final String SHA256 = "[0-9a-f]{64}";

    record Heading(
            String area, String kind, String zh, String en, Retention retention, UUID householdId, LocalDate on) {}

    /**
     * @param held whether its bytes are on the shelf
     * @param successors the versions that took its place, by area
     */
    record DocumentView(
            String sha256,
            long size,
            String mediaType,
            boolean held,
            List<Heading> headings,
            List<Successor> successors) {}

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
    private final Journal journal;
    private final Caller caller;

    DocumentResource(
            Shelf shelf,
            Documents documents,
            DocumentCatalogue catalogue,
            DocumentKinds kinds,
            Journal journal,
            Caller caller) {
        this.shelf = shelf;
        this.documents = documents;
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.journal = journal;
        this.caller = caller;
    }

    @GET
    @Path("documents/{sha256: [0-9a-f]{64}}")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
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
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
                RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
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
    @RolesAllowed({AUDITOR, INSPECTOR, COUNTY_OPERATOR, COUNTY_APPROVER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Whether the bytes are still what they were / 核对材料是否被改动")
    public Uni<Check> proof(String sha256) {
        var reader = caller.actor();
        return journal.read(session -> readable(session, sha256, reader)).chain(() -> Uni.createFrom()
                .item(() -> new Check(sha256, shelf.whole(sha256)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    @PUT
    @Path("documents/{sha256: [0-9a-f]{64}}/successor")
    @Consumes("application/json")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER
    })
    @Operation(summary = "Let a newer version take a document's place; the older one stays / 以新版本替代（旧版本保留）")
    public Uni<RestResponse<Void>> replace(
            String sha256, @NotNull @Valid Replacement body, @HeaderParam("If-Match") Version version) {
        var cause = caller.cause(body.on());
        return journal.read(session -> readable(session, sha256, cause.actor()))
                .map(entries -> only(entries, body.area()))
                .chain(entry -> documents.handle(
                        Documents.id(sha256, entry.area()),
                        session -> supersede(session, entry, body),
                        cause,
                        Version.expected(version)))
                .map(Answers::of);
    }

    private Uni<DocumentCommand> supersede(StatelessSession session, DocumentCatalogue.Entry entry, Replacement body) {
        return catalogue.entries(session, List.of(body.successor())).chain(entries -> {
            var held = entries.stream().anyMatch(e -> e.area().equals(entry.area()));
            return catalogue
                    .leads(session, entry.area(), body.successor(), entry.sha256())
                    .map(back -> new Supersede(body.successor(), held, back, body.reason()));
        });
    }

    private Uni<List<DocumentCatalogue.Entry>> readable(StatelessSession session, String sha256, Actor reader) {
        return catalogue
                .entries(session, List.of(sha256))
                .map(entries -> entries.stream()
                        .filter(entry -> reader.reaches(entry.area()))
                        .toList())
                .onItem()
                .transformToUni(entries -> entries.isEmpty()
                        ? Uni.createFrom().failure(new Refused(DocumentRefusal.DOCUMENT_NOT_FOUND))
                        : Uni.createFrom().item(entries));
    }

    private static DocumentCatalogue.Entry only(List<DocumentCatalogue.Entry> entries, String area) {
        var asked = entries.stream()
                .filter(entry -> area == null || area.equals(entry.area()))
                .toList();
        if (asked.isEmpty()) throw new Refused(DocumentRefusal.DOCUMENT_NOT_FOUND);
        if (asked.size() > 1)
            throw new Refused(
                    DocumentRefusal.AREA_REQUIRED,
                    asked.stream().map(DocumentCatalogue.Entry::area).toList());
        return asked.getFirst();
    }

    private DocumentView view(
            List<DocumentCatalogue.Entry> entries, List<DocumentCatalogue.Filing> filings, Actor reader) {
        var first = entries.getFirst();
        var headings = filings.stream()
                .filter(filing -> reader.reaches(filing.area()))
                .map(filing -> {
                    var kind = kinds.of(filing.kind()).orElseThrow();
                    return new Heading(
                            filing.area(),
                            kind.code(),
                            kind.zh(),
                            kind.en(),
                            kind.retention(),
                            filing.householdId(),
                            filing.filedOn());
                })
                .toList();
        var successors = entries.stream()
                .filter(e -> e.successor() != null)
                .map(e -> new Successor(e.area(), e.successor()))
                .toList();
        return new DocumentView(
                first.sha256(),
                first.size(),
                first.mediaType(),
                shelf.find(first.sha256()).isPresent(),
                headings,
                successors);
    }
}
