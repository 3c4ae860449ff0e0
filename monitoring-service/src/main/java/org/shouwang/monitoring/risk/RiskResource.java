package org.shouwang.monitoring.risk;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.object.ObjectCommand.AddRisk;
import org.shouwang.monitoring.object.ObjectCommand.ResolveRisk;
import org.shouwang.monitoring.object.Objects;

/** The risks of a monitored household, held against what is known of its members. */
@Path("/objects/{householdId}/risks")
@Tag(name = "object 监测对象")
class RiskResource {

    record RiskBody(String note, @NotNull LocalDate on) {}

    record ResolutionBody(
            List<@NotNull DocumentRef> evidence, @NotNull LocalDate on) {}

    private final Objects objects;
    private final Facts facts;
    private final Caller caller;

    RiskResource(Objects objects, Facts facts, Caller caller) {
        this.objects = objects;
        this.facts = facts;
        this.caller = caller;
    }

    @PUT
    @Path("/{code}")
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
        TOWN_OPERATOR
    })
    @Operation(summary = "Add a risk to a monitored household / 增加返贫致贫风险")
    public Uni<RestResponse<Void>> addRisk(
            UUID householdId, String code, @NotNull @Valid RiskBody body, @HeaderParam("If-Match") Version expected) {
        return objects.handle(
                        householdId,
                        session -> facts.unfit(session, householdId, List.of(code))
                                .map(unfit -> new AddRisk(code, body.note(), body.on(), unfit.isEmpty())),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{code}/resolution")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "A risk is gone / 一项风险已消除")
    public Uni<RestResponse<Void>> resolveRisk(
            UUID householdId,
            String code,
            @NotNull @Valid ResolutionBody body,
            @HeaderParam("If-Match") Version expected) {
        var evidence = body.evidence() == null ? List.<DocumentRef>of() : body.evidence();
        return objects.handle(
                        householdId,
                        new ResolveRisk(code, evidence, body.on()),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }
}
