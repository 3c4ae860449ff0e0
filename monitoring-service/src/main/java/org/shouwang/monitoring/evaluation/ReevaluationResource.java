package org.shouwang.monitoring.evaluation;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.evaluation.Reevaluation.Seen;
import org.shouwang.monitoring.evaluation.RunCommand.Start;

/** Areas whose households are recommended anew. */
@Path("/reevaluations/{id}")
@RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR, TOWN_LEADERSHIP, TOWN_REVIEWER, AUDITOR})
@Tag(name = "policy 政策")
class ReevaluationResource {

    /** @param policyId with its version: everybody is judged by it; without: by what is in force in each village on the day */
    record Order(
            @NotNull @Pattern(regexp = "[0-9]{12}") String area,
            @NotNull LocalDate on,
            String policyId,
            Integer version,
            @NotNull String reason) {}

    /**
     * Households 户, and beside them their members 人.
     *
     * @param unsaid households without a policy, a line, an income or a check
     * @param persons null where a run began before they were counted
     * @param recorded who ordered it, and when
     */
    record Progress(
            UUID id,
            String area,
            LocalDate on,
            String policyId,
            Integer version,
            boolean finished,
            int evaluated,
            int changed,
            int unsaid,
            Persons persons,
            Written recorded) {

        static Progress of(UUID id, Seen seen) {
            var run = seen.run();
            var started = run.started();
            return new Progress(
                    id,
                    started.areaCode(),
                    started.on(),
                    started.policyId(),
                    started.policyVersion(),
                    run.finished(),
                    run.evaluated(),
                    run.changed(),
                    run.unsaid(),
                    run.persons(),
                    seen.recorded());
        }
    }

    private final Reevaluation reevaluation;
    private final EvaluationTable table;
    private final Caller caller;

    ReevaluationResource(Reevaluation reevaluation, EvaluationTable table, Caller caller) {
        this.reevaluation = reevaluation;
        this.table = table;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR})
    @Operation(
            summary = "Recommend anew for the households of an area, with an event for each / 按政策重新测算某地区",
            description =
                    "200 when all are done; 202 while some are left: ask again with the same body, and it goes on. Cases stay as they were decided.")
    @APIResponseSchema(Progress.class)
    @APIResponse(
            responseCode = "202",
            description = "Some are left / 尚未完成",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Progress.class)))
    public Uni<RestResponse<Progress>> reevaluate(UUID id, @NotNull @Valid Order body) {
        if ((body.policyId() == null) != (body.version() == null))
            throw new BadRequest("version", "政策编号和版本应同时填写", "must be given together with policyId");
        caller.scope(body.area());
        return reevaluation
                .go(
                        id,
                        new Start(body.area(), body.on(), body.policyId(), body.version(), body.reason()),
                        caller.cause(body.on()))
                .map(seen -> ResponseBuilder.create(
                                seen.run().finished() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED,
                                Progress.of(id, seen))
                        .build());
    }

    @GET
    @Operation(summary = "How far a re-evaluation is / 重新测算的进度")
    public Uni<Progress> get(UUID id) {
        return reevaluation.find(id, caller.actor()).map(seen -> Progress.of(id, seen));
    }

    @GET
    @Path("/households")
    @Operation(summary = "The households of a re-evaluation, what was recommended before and is now / 重新测算的各户结果")
    public Uni<Page<EvaluationTable.Row>> households(
            UUID id, @RestQuery Boolean changed, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return table.list(id, caller.scope(null), changed, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.householdId().toString()));
    }
}
