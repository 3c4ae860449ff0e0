package org.shouwang.bench.ours;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import org.shouwang.eventsourcing.rest.Caller;

/** The command over HTTP, with a bearer token, as the resources of services are. */
@Path("/notes")
public class NoteResource {

    private final Notes notes;
    private final Caller caller;

    NoteResource(Notes notes, Caller caller) {
        this.notes = notes;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("TOWN_OPERATOR")
    public Uni<Response> note(UUID id, IncomeNoted statement) {
        return notes.handle(
                        id, new Note(List.of(statement)), caller.cause(LocalDate.of(2026, 1, 1)), OptionalLong.empty())
                .map(outcome -> Response.noContent()
                        .tag(Long.toString(outcome.version()))
                        .build());
    }
}
