package org.shouwang.assistance.plan;

import static org.shouwang.assistance.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.assistance.Guard;
import org.shouwang.assistance.helper.HelperList;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.plan.PlanCommand.*;
import org.shouwang.assistance.rule.AssistancePolicy;
import org.shouwang.assistance.rule.Dossier;
import org.shouwang.assistance.rule.Finding;
import org.shouwang.assistance.rule.Rules;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** The plan of each monitored household (一户一策); inclusions open it. */
@Path("/plans")
@Tag(name = "plans 一户一策")
class PlanResource {

    private final Plans plans;
    private final PlanBoard board;
    private final Surroundings surroundings;
    private final HelperList helpers;
    private final AssistancePolicy policy;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    PlanResource(
            Plans plans,
            PlanBoard board,
            Surroundings surroundings,
            HelperList helpers,
            AssistancePolicy policy,
            Journal journal,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.board = board;
        this.surroundings = surroundings;
        this.helpers = helpers;
        this.policy = policy;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("/{householdId}/draft")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER
    })
    @Operation(summary = "Draft the plan / 拟定一户一策")
    public Uni<RestResponse<Void>> draft(
            UUID householdId, @NotNull @Valid PlanBodies.Draft body, @HeaderParam("If-Match") Version version) {
        return answer(householdId, new Draft(body.content(), body.draftedOn()), body.draftedOn(), version);
    }

    @PUT
    @Path("/{householdId}/signature")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER
    })
    @Operation(summary = "Record that the household signed the plan / 登记农户签字")
    public Uni<RestResponse<Void>> sign(
            UUID householdId, @NotNull @Valid PlanBodies.Signature body, @HeaderParam("If-Match") Version version) {
        return answer(
                householdId,
                new Sign(body.signers(), body.document(), policy.planSigners(), body.signedOn()),
                body.signedOn(),
                version);
    }

    @PUT
    @Path("/{householdId}/approval")
    @RolesAllowed(TOWN_REVIEWER)
    @Operation(summary = "Approve the plan; the rules A-1 to A-9 are checked / 批准帮扶计划（校验A-1至A-9）")
    public Uni<RestResponse<Void>> approve(
            UUID householdId, @NotNull @Valid PlanBodies.Approval body, @HeaderParam("If-Match") Version version) {
        var on = body.approvedOn();
        return plans.handle(
                        householdId,
                        session -> surroundings
                                .of(session, householdId, on)
                                .map(around -> new Approve(around.orElse(null), policy, on)),
                        cause(on),
                        Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("/{householdId}/revision")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER
    })
    @Operation(summary = "Revise the plan as a new version, to be signed and approved again / 调整帮扶计划（新版本须重新签字、批准）")
    public Uni<RestResponse<Void>> revise(
            UUID householdId, @NotNull @Valid PlanBodies.Revision body, @HeaderParam("If-Match") Version version) {
        return answer(
                householdId, new Revise(body.content(), body.reason(), body.revisedOn()), body.revisedOn(), version);
    }

    @PUT
    @Path("/{householdId}/closure")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Close an evaluated plan; a removal of the risk closes it by itself / 帮扶计划结案（风险消除后自动结案）")
    public Uni<RestResponse<Void>> close(
            UUID householdId, @NotNull @Valid PlanBodies.Closure body, @HeaderParam("If-Match") Version version) {
        return plans.handle(
                        householdId,
                        session -> surroundings
                                .measures(session, householdId)
                                .map(all -> all.stream()
                                        .filter(m -> m.state().unfinished())
                                        .map(MeasureRow::id)
                                        .toList())
                                .map(unfinished -> new Close(unfinished, body.closedOn())),
                        cause(body.closedOn()),
                        Version.expected(version))
                .map(Answers::of);
    }

    @GET
    @Path("/{householdId}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "The plan of a household with its helper and measures / 该户的帮扶计划、责任人和措施")
    public Uni<RestResponse<PlanBodies.View>> one(UUID householdId) {
        var actor = caller.actor();
        return journal.read(session -> load(session, householdId, actor).chain(current -> surroundings
                .measures(session, householdId)
                .chain(measures -> helpers.present(session, householdId).map(helper -> {
                    var who = helper.map(HelperList.Responsibility::helper).orElse(null);
                    var view = PlanBodies.View.of(
                            householdId, open(current.state()), closedOn(current.state()), who, measures);
                    return ResponseBuilder.ok(view)
                            .tag(Long.toString(current.version()))
                            .build();
                }))));
    }

    @GET
    @Path("/{householdId}/findings")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Which rules of help the household's plan and measures break on a day / 按日期校验帮扶规则")
    public Uni<List<Finding>> findings(UUID householdId, @RestQuery LocalDate date) {
        var actor = caller.actor();
        var on = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return journal.read(session -> load(session, householdId, actor).chain(current -> surroundings
                .of(session, householdId, on)
                .map(around -> Rules.check(
                        new Dossier(
                                on,
                                open(current.state()).words(),
                                around.orElseThrow(() -> new Refused(Guard.NOT_YET_KNOWN))),
                        policy))));
    }

    @GET
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Plans by area and state / 帮扶计划列表")
    public Uni<Page<PlanBoard.Line>> list(
            @RestQuery String area, @RestQuery PlanState state, @RestQuery UUID after, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var size = Page.limit(limit);
        return journal.read(session -> board.page(session, scope, state, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.householdId().toString()));
    }

    private Uni<Streams.Current<Plan>> load(StatelessSession session, UUID household, Actor actor) {
        return plans.load(session, household).invoke(current -> {
            if (current.state() instanceof Plan.None
                    || !actor.reaches(open(current.state()).areaCode())) throw new Refused(PlanRefusal.PLAN_NOT_FOUND);
        });
    }

    private static Plan.Open open(Plan plan) {
        return switch (plan) {
            case Plan.Open p -> p;
            case Plan.Closed c -> c.plan();
            case Plan.None _ -> throw new Refused(PlanRefusal.PLAN_NOT_FOUND);
        };
    }

    private static LocalDate closedOn(Plan plan) {
        return plan instanceof Plan.Closed c ? c.on() : null;
    }

    private Uni<RestResponse<Void>> answer(UUID household, PlanCommand command, LocalDate on, Version version) {
        return plans.handle(household, command, cause(on), Version.expected(version))
                .map(Answers::of);
    }

    private Cause cause(LocalDate on) {
        return caller.cause(on).under(policy.ref());
    }
}
