package org.shouwang.archive.document;

import static org.shouwang.archive.Roles.*;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.archive.Readings;
import org.shouwang.archive.document.DocumentCommand.*;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;
import org.shouwang.archive.log.Asked;
import org.shouwang.archive.log.EventLog;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;

/** Documents go in as they are, as the raw body of a request, so that no size of them is held in memory. */
@Path("/")
@Produces("application/json")
@Tag(name = "documents 材料")
class UploadResource {

    /** What to cite a document by, and what was found in it. */
    record Receipt(String kind, String sha256, long size, String mediaType) {}

    private final Shelf shelf;
    private final Documents documents;
    private final DocumentKinds kinds;
    private final EventLog log;
    private final Journal journal;
    private final Caller caller;

    UploadResource(
            Shelf shelf, Documents documents, DocumentKinds kinds, EventLog log, Journal journal, Caller caller) {
        this.shelf = shelf;
        this.documents = documents;
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
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
                RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER,
                INSPECTOR
    })
    @Operation(
            summary = "Upload a document, at most 50 MB, as the raw body / 上传材料（原始文件，不超过 50 MB）",
            description =
                    "The answer's kind and sha256 can be cited as evidence in the very next command to any service."
                            + " 返回的 kind 和 sha256 可立即作为佐证引用。")
    @APIResponseSchema(value = Receipt.class, responseCode = "201", responseDescription = "Kept / 已存档")
    public RestResponse<Receipt> upload(
            @Parameter(description = "kind of document, DOC_… / 材料类别") @RestQuery String kind,
            @Parameter(description = "household that it belongs to / 所属户") @RestQuery UUID household,
            @Parameter(
                            description =
                                    "area that it belongs to where the household is none or not heard of yet / 所属区划（不属于某户或该户尚未同步时）")
                    @RestQuery
                    String area,
            @Parameter(description = "day on which it was made, today where absent / 形成日期") @RestQuery String on,
            @HeaderParam("Content-Length") Long length,
            @HeaderParam("Content-Type") String type,
            InputStream body)
            throws IOException {
        var known = kinds.of(kind == null ? "" : kind)
                .orElseThrow(() ->
                        new Refused(DocumentRefusal.DOCUMENT_KIND_UNKNOWN, kind == null ? List.of() : List.of(kind)));
        // a form's envelope is not the document
        if (type != null && type.startsWith("multipart/")) throw new NotSupportedException();
        if (length != null && length > Shelf.MAX_SIZE) throw new Refused(DocumentRefusal.DOCUMENT_TOO_LARGE);
        var cause = caller.cause(Asked.day("on", on));
        var own = await(journal.read(session -> place(session, household, area, cause.actor())));
        var stored = shelf.put(body);
        var command = new Receive(known.code(), stored.sha256(), stored.size(), stored.mediaType(), own, household);
        var outcome =
                await(documents.handle(Documents.id(stored.sha256(), own), command, cause, Version.expected(null)));
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        new Receipt(known.code(), stored.sha256(), stored.size(), stored.mediaType()))
                .location(URI.create("documents/" + stored.sha256()))
                .tag(Long.toString(outcome.version()))
                .build();
    }

    @GET
    @Path("document-kinds")
    @RolesAllowed("**")
    @Operation(summary = "The kinds of documents and how long they are kept / 材料类别和保管期限", description = Readings.D09)
    public List<DocumentKind> kinds() {
        return kinds.all();
    }

    /** A household's document belongs to its village as soon as that is known, else to the area named, else to the office of whoever uploads it. */
    private Uni<String> place(StatelessSession session, UUID household, String area, Actor actor) {
        var asked = area == null || area.isBlank() ? actor.area() : area;
        if (!asked.matches("[0-9]{12}") || !actor.reaches(asked))
            return Uni.createFrom().failure(new Refused(Refusal.AREA_OUT_OF_SCOPE));
        if (household == null) return Uni.createFrom().item(asked);
        return log.area(session, household)
                .onItem()
                .transformToUni(known -> known.isEmpty() || actor.reaches(known.get())
                        ? Uni.createFrom().item(known.orElse(asked))
                        : Uni.createFrom().failure(new Refused(Refusal.NOT_FOUND)));
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
