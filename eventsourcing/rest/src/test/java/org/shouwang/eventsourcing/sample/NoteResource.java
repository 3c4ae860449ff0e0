package org.shouwang.eventsourcing.sample;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.eventsourcing.sample.NoteCommand.*;

@Path("/notes/{id}")
class NoteResource {

    record Opening(@NotBlank String area, LocalDate on) {}

    enum Tone {
        PLAIN,
        LOUD
    }

    record Line(@NotBlank String text, Tone tone) {}

    private final Notes notes;
    private final Journal journal;
    private final Caller caller;

    NoteResource(Notes notes, Journal journal, Caller caller) {
        this.notes = notes;
        this.journal = journal;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed("TOWN_OPERATOR")
    public Uni<RestResponse<Void>> open(UUID id, @Valid Opening body, @HeaderParam("If-Match") Version version) {
        return notes.handle(
                        id,
                        new Open(body.area(), new NoteEvent.Owner("王试", "13900000000"), List.of()),
                        caller.cause(body.on()),
                        Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("line")
    @RolesAllowed("TOWN_OPERATOR")
    public Uni<RestResponse<Void>> write(UUID id, @Valid Line body, @HeaderParam("If-Match") Version version) {
        return notes.handle(id, new Write(body.text()), caller.cause(null), Version.expected(version))
                .map(Answers::of);
    }

    /** Opens the note, and asks after each of the journal's answers anew who it is that writes their name into it. */
    @PUT
    @Path("signature")
    @RolesAllowed("TOWN_OPERATOR")
    public Uni<RestResponse<Void>> sign(UUID id, @Valid Opening body) {
        return open(id, body, null)
                .chain(() ->
                        notes.handle(id, new Write(caller.actor().user()), caller.cause(null), Version.expected(null)))
                .call(() -> journal.read(session -> notes.load(session, id)))
                .chain(() ->
                        notes.handle(id, new Write(caller.actor().user()), caller.cause(null), Version.expected(null)))
                .map(Answers::of);
    }

    @PUT
    @Path("unannotated")
    public Uni<Void> unannotated() {
        return Uni.createFrom().voidItem();
    }
}
