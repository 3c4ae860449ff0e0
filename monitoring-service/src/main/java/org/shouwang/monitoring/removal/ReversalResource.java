package org.shouwang.monitoring.removal;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.RevokeRemoval;
import org.shouwang.monitoring.object.ObjectCommand.VoidInclusion;

/** What the county takes back: a removal that was wrong, an inclusion that was wrong. */
@Path("/objects/{householdId}")
@Authenticated
@Tag(name = "removal 风险消除")
class ReversalResource {

    record RevocationBody(@NotNull String reason, @NotNull LocalDate on) {}

    record VoidBody(
            @NotNull String reason,
            DocumentRef decision,
            @NotNull LocalDate on) {}

    private final Reversals reversals;
    private final Caller caller;

    ReversalResource(Reversals reversals, Caller caller) {
        this.reversals = reversals;
        this.caller = caller;
    }

    @PUT
    @Path("/removal/revocation")
    @RolesAllowed(COUNTY_APPROVER)
    @Operation(summary = "Take back a removal that was wrong or unstable / 风险消除回退")
    public Uni<RestResponse<Void>> revoke(
            UUID householdId, @NotNull @Valid RevocationBody body, @HeaderParam("If-Match") Version expected) {
        return answer(householdId, new RevokeRemoval(body.on(), body.reason()), body.on(), expected);
    }

    @PUT
    @Path("/void")
    @RolesAllowed(COUNTY_APPROVER)
    @Operation(summary = "Take back a mistaken inclusion / 撤销错纳")
    public Uni<RestResponse<Void>> voidInclusion(
            UUID householdId, @NotNull @Valid VoidBody body, @HeaderParam("If-Match") Version expected) {
        return answer(householdId, new VoidInclusion(body.on(), body.reason(), body.decision()), body.on(), expected);
    }

    private Uni<RestResponse<Void>> answer(UUID householdId, ObjectCommand command, LocalDate on, Version expected) {
        return reversals
                .handle(householdId, command, caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }
}
