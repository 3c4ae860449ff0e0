package org.shouwang.monitoring.evaluation;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.policy.PolicyDocument;

/** Drafts of policies tried on the households of an area. */
@Path("/policies/{policyId}/simulations")
@RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR, TOWN_LEADERSHIP, TOWN_REVIEWER, AUDITOR})
@Tag(name = "policy 政策")
class SimulationResource {

    private final Simulation simulation;
    private final Caller caller;
    private final Clock clock;

    SimulationResource(Simulation simulation, Caller caller, Clock clock) {
        this.simulation = simulation;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(
            summary =
                    "What a draft would change in an area: counts and households, against the policies in force / 政策草案试算",
            description =
                    "Nothing is recorded. The draft counts as if it were in force on the day, whatever its own dates.")
    public Uni<SimulationReport.Simulated> simulate(
            String policyId,
            @RestQuery String area,
            @RestQuery LocalDate on,
            @RestQuery UUID after,
            @RestQuery Integer limit,
            @NotNull @Valid PolicyDocument body) {
        var day = on == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : on;
        return simulation.of(policyId, body, caller.scope(area), day, after, Page.limit(limit));
    }
}
