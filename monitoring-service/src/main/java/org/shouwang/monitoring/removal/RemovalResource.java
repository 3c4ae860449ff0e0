package org.shouwang.monitoring.removal;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.StreamHistory;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.removal.RemovalBodies.*;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalViews.*;

/** Removal of a household's risk, step by step. */
@Path("/removals")
@RolesAllowed({
    GRID_MEMBER,
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    AREA_GROUP_LEADER,
    HELPER,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    DEPARTMENT_USER,
    INSPECTOR,
    AUDITOR,
    SYS_ADMIN
})
@Tag(name = "removal 风险消除")
class RemovalResource {

    private final Removals removals;
    private final RemovalViews views;
    private final RemovalInputs inputs;
    private final Facts facts;
    private final Policies policies;
    private final Caller caller;
    private final StreamHistory history;

    RemovalResource(
            Removals removals,
            RemovalViews views,
            RemovalInputs inputs,
            Facts facts,
            Policies policies,
            Caller caller,
            StreamHistory history) {
        this.removals = removals;
        this.views = views;
        this.inputs = inputs;
        this.facts = facts;
        this.policies = policies;
        this.caller = caller;
        this.history = history;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR})
    @Operation(summary = "Propose the removal of a household's risk / 提出风险消除")
    public Uni<RestResponse<Void>> propose(
            UUID id, @NotNull @Valid Proposal body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.proposedOn());
        return removals.propose(
                        id,
                        body.householdId(),
                        session -> inputs.object(session, body.householdId(), cause.actor())
                                .chain(object -> policies.inForce(session, object.areaCode(), body.proposedOn())
                                        .chain(terms -> inputs.facts(session, object, terms, body.proposedOn())
                                                .map(known -> new Propose(
                                                        body.householdId(),
                                                        object.areaCode(),
                                                        body.method(),
                                                        body.naturalReason(),
                                                        list(body.proof()),
                                                        body.proposedOn(),
                                                        terms,
                                                        known)))),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/visit")
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
    @Operation(summary = "Visit the household and see whether the criteria hold / 入户核实")
    public Uni<RestResponse<Void>> visit(
            UUID id, @NotNull @Valid VisitBody body, @HeaderParam("If-Match") Version expected) {
        var recorder = caller.actor().user();
        return answer(id, body.visitedOn(), expected, (session, progress) -> {
            var household = progress.householdId();
            return facts.income(session, household, body.incomeStatementId())
                    .chain(income -> facts.safeguards(session, household, body.safeguardCheckId())
                            .chain(check -> inputs.facts(session, progress, body.visitedOn())
                                    .map(known -> new Visit(
                                            body.visitors(),
                                            recorder,
                                            body.visitedOn(),
                                            income,
                                            check,
                                            body.incomeStable(),
                                            body.spendingSolved(),
                                            list(body.risksGone()),
                                            list(body.newRisks()),
                                            body.findings(),
                                            list(body.documents()),
                                            list(body.signatures()),
                                            known))));
        });
    }

    @PUT
    @Path("/{id}/effect-review")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER
    })
    @Operation(summary = "The village meeting on what the help came to / 帮扶成效评议")
    public Uni<RestResponse<Void>> review(
            UUID id, @NotNull @Valid ReviewBody body, @HeaderParam("If-Match") Version expected) {
        return answer(
                id,
                body.minutes().heldOn(),
                expected,
                (session, progress) -> body.reviewId() == null
                        ? Uni.createFrom()
                                .item(new Review(
                                        null,
                                        body.minutes(),
                                        body.shouldAttend(),
                                        body.votes(),
                                        list(body.documents())))
                        : facts.effect(session, progress.householdId(), body.reviewId())
                                .map(effect -> new Review(
                                        effect,
                                        body.minutes(),
                                        body.shouldAttend(),
                                        body.votes(),
                                        list(body.documents()))));
    }

    @PUT
    @Path("/{id}/consent")
    @RolesAllowed({
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
    @Operation(summary = "The household knows and agrees / 知情同意")
    public Uni<RestResponse<Void>> agree(
            UUID id, @NotNull @Valid ConsentBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.consentedOn(), expected, (session, progress) -> inputs.facts(
                        session, progress, body.consentedOn())
                .map(known -> new Agree(body.consentedOn(), body.signers(), body.document(), known)));
    }

    @PUT
    @Path("/{id}/publicity")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY})
    @Operation(summary = "Post the notice in the village / 张贴公示")
    public Uni<RestResponse<Void>> publicize(
            UUID id, @NotNull @Valid PublicityBody body, @HeaderParam("If-Match") Version expected) {
        var by = caller.actor().user();
        return answer(id, body.postedOn(), expected, (_, _) -> Uni.createFrom()
                .item(new Publicize(
                        body.noticeId(), body.place(), body.text(), body.postedOn(), by, list(body.documents()))));
    }

    @PUT
    @Path("/{id}/publicity/end")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY})
    @Operation(summary = "The publicity is over / 公示结束")
    public Uni<RestResponse<Void>> endPublicity(
            UUID id, @NotNull @Valid EndBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.endedOn(), expected, (_, _) -> Uni.createFrom()
                .item(new EndPublicity(body.endedOn(), list(body.documents()))));
    }

    @PUT
    @Path("/{id}/objections/{objectionId}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        INSPECTOR
    })
    @Operation(summary = "Somebody objects / 登记异议")
    public Uni<RestResponse<Void>> object(
            UUID id, UUID objectionId, @NotNull @Valid ObjectionBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.raisedOn(), expected, (_, _) -> Uni.createFrom()
                .item(new Raise(objectionId, body.raisedOn(), body.text())));
    }

    @PUT
    @Path("/{id}/objections/{objectionId}/decision")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Decide an objection / 处理异议")
    public Uni<RestResponse<Void>> decideObjection(
            UUID id,
            UUID objectionId,
            @NotNull @Valid ObjectionDecisionBody body,
            @HeaderParam("If-Match") Version expected) {
        var by = caller.actor().user();
        return answer(id, body.decidedOn(), expected, (_, _) -> Uni.createFrom()
                .item(new DecideObjection(objectionId, body.sustained(), body.reason(), body.decidedOn(), by)));
    }

    @PUT
    @Path("/{id}/town-review")
    @RolesAllowed({TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "The town approves or sends back / 乡镇审核")
    public Uni<RestResponse<Void>> townReview(
            UUID id, @NotNull @Valid TownBody body, @HeaderParam("If-Match") Version expected) {
        var by = caller.actor().user();
        return answer(id, body.reviewedOn(), expected, (session, progress) -> inputs.facts(
                        session, progress, body.reviewedOn())
                .map(known -> new TownReview(
                        body.approved(), body.opinion(), body.reviewedOn(), by, list(body.documents()), known)));
    }

    @PUT
    @Path("/{id}/county-decision")
    @RolesAllowed(COUNTY_APPROVER)
    @Operation(summary = "The county approves or sends back / 县级审定")
    public Uni<RestResponse<Void>> countyDecision(
            UUID id, @NotNull @Valid CountyBody body, @HeaderParam("If-Match") Version expected) {
        var by = caller.actor().user();
        return answer(
                id, body.decidedOn(), expected, (session, progress) -> inputs.facts(session, progress, body.decidedOn())
                        .map(known -> new CountyDecide(
                                body.approved(),
                                body.decisionNo(),
                                body.opinion(),
                                body.decidedOn(),
                                by,
                                list(body.documents()),
                                known)));
    }

    @PUT
    @Path("/{id}/mark")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        TOWN_OPERATOR,
        COUNTY_OPERATOR
    })
    @Operation(
            summary = "Mark the risk as removed, with the 13 fields after removal / 标注风险消除",
            description =
                    "The criteria are asked once more, as they stand on that day: what fails since the county's decision is refused and named, and the removal stays approved until it is mended or rejected. / 标注当日重新核对消除条件；县级审定后出现不符合条件的，不予标注并列出条件编号，该项消除保持已审定状态，待解决后再标注或不予消除。")
    public Uni<RestResponse<Void>> mark(
            UUID id, @NotNull @Valid MarkBody body, @HeaderParam("If-Match") Version expected) {
        return answer(
                id, body.markedOn(), expected, (session, progress) -> inputs.facts(session, progress, body.markedOn())
                        .map(known -> new Mark(body.markedOn(), body.after(), known)));
    }

    @PUT
    @Path("/{id}/rejection")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_SECRETARY, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_APPROVER})
    @Operation(summary = "The removal comes to nothing / 不予消除")
    public Uni<RestResponse<Void>> reject(
            UUID id, @NotNull @Valid RejectionBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.rejectedOn(), expected, (_, _) -> Uni.createFrom()
                .item(new Reject(body.rejectedOn(), body.reason(), list(body.criteria()))));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A removal with its steps and criteria / 查询风险消除")
    public Uni<RestResponse<Detail>> get(UUID id) {
        return views.detail(id, caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(Guard.NOT_FOUND)))
                .map(detail -> RestResponse.ResponseBuilder.ok(detail)
                        .tag(Long.toString(detail.removal().version()))
                        .build());
    }

    @GET
    @Operation(summary = "Removals of an area / 某地区的风险消除")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery RemovalState state,
            @RestQuery UUID household,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), caller.scope(null), state, household, after, size + 1)
                .map(found -> Page.of(found, size, view -> view.id().toString()));
    }

    private Uni<RestResponse<Void>> answer(UUID id, java.time.LocalDate on, Version expected, Removals.Step command) {
        return removals.step(id, command, caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "What was recorded of a removal, by whom and when / 风险消除办理记录")
    public Uni<Page<StreamHistory.Entry>> history(UUID id, @RestQuery Long after, @RestQuery Integer limit) {
        return history.of("removal", id, caller.actor(), after, limit);
    }
}
