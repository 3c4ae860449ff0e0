package org.shouwang.monitoring.sweep;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.sweep.FocusedSweepCommand.*;

/** Focused sweeps: begun by town or county, reported household by household, watched village by village. */
@Path("/sweeps")
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
    INSPECTOR,
    AUDITOR
})
@Tag(name = "sweep 集中排查")
class FocusedSweepResource {

    /** @param areaCode of a county, a town or a village */
    record SweepBody(
            @NotNull @Pattern(regexp = "[0-9]{12}") String areaCode,
            String name,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            YearMonth incomeFrom,
            YearMonth incomeTo,
            List<@NotNull FocusGroup> focusGroups) {}

    record EndBody(@NotNull LocalDate on, String reason) {}

    /** @param safeguardCheckId of the check of the safeguards that was made at the visit; null: none */
    record VisitBody(
            @NotNull SweepResult result,
            @NotNull LocalDate checkedOn,
            String note,
            UUID incomeStatementId,
            UUID safeguardCheckId) {}

    /** @param progress of the caller's part of it @param groups the same of each focus group */
    record Detail(
            FocusedSweepViews.View sweep, FocusedSweepViews.Progress progress, List<FocusViews.GroupProgress> groups) {}

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final FocusedSweeps sweeps;
    private final SweepChecks checks;
    private final FocusedSweepViews views;
    private final FocusViews focus;
    private final Caller caller;

    FocusedSweepResource(
            FocusedSweeps sweeps, SweepChecks checks, FocusedSweepViews views, FocusViews focus, Caller caller) {
        this.sweeps = sweeps;
        this.checks = checks;
        this.views = views;
        this.focus = focus;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({TOWN_OPERATOR, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(summary = "Begin a focused sweep / 发起集中排查")
    public Uni<RestResponse<Void>> start(
            UUID id, @NotNull @Valid SweepBody body, @HeaderParam("If-Match") Version expected) {
        var command = new Start(
                body.areaCode(),
                body.name(),
                body.from(),
                body.to(),
                body.incomeFrom(),
                body.incomeTo(),
                body.focusGroups() == null ? List.of() : body.focusGroups());
        return sweeps.handle(id, command, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/end")
    @RolesAllowed({TOWN_OPERATOR, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(summary = "End a sweep / 结束集中排查")
    public Uni<RestResponse<Void>> end(
            UUID id, @NotNull @Valid EndBody body, @HeaderParam("If-Match") Version expected) {
        return sweeps.handle(
                        id,
                        session -> FocusedSweepViews.whole(session, id, "", null)
                                .map(whole -> new Finish(
                                        body.on(),
                                        whole.unchecked() + whole.unreached(),
                                        whole.persons().unchecked()
                                                + whole.persons().unreached(),
                                        body.reason())),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/households/{householdId}")
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
    @Operation(
            summary = "Report what a sweep found at a household / 填报某户的排查结果",
            description =
                    "A suspicion becomes a clue at once. An income statement of the sweep's months is cited for a suspicion, and wherever the"
                            + " policy asks one of households of this registered type (those lifted from poverty) that were seen; of the policy's"
                            + " monitoring.sweepIncome. What is found of each safeguard is told by the household's check, which is cited here / 疑似风险同时生成线索；脱贫户（政策规定的户类型）和疑似风险户必须引用排查收入区间内的收入表；逐项核查情况在该户的两不愁三保障核查中填写，在此引用")
    public Uni<RestResponse<Void>> check(
            UUID id, UUID householdId, @NotNull @Valid VisitBody body, @HeaderParam("If-Match") Version expected) {
        return checks.check(
                        id,
                        householdId,
                        body.result(),
                        body.checkedOn(),
                        body.note(),
                        body.incomeStatementId(),
                        body.safeguardCheckId(),
                        caller.cause(body.checkedOn()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Sweeps of an area, newest first / 某地区的集中排查（新的在前）")
    public Uni<Page<FocusedSweepViews.View>> list(
            @RestQuery String area, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), after, size + 1)
                .map(found -> Page.of(found, size, view -> view.id().toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "A sweep and how far it has come / 查询排查和进度",
            description =
                    "In all and with each of its focus groups; a household may belong to several, and facts says by what it is told / 含各重点人群的进度（户、人），同一户可属于多类")
    public Uni<Detail> get(UUID id) {
        var own = caller.scope(null);
        return find(id, own).chain(sweep -> views.whole(id, own, sweep.areaCode())
                .chain(progress -> focus.progress(sweep, own).map(groups -> new Detail(sweep, progress, groups))));
    }

    @GET
    @Path("/{id}/villages")
    @Operation(summary = "How far a sweep has come, by village / 各村排查进度")
    public Uni<Page<FocusedSweepViews.Progress>> villages(
            UUID id, @RestQuery String area, @RestQuery String after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var scope = caller.scope(area);
        return find(id, scope)
                .chain(_ -> views.villages(id, scope, after, size + 1))
                .map(found -> Page.of(found, size, FocusedSweepViews.Progress::areaCode));
    }

    @GET
    @Path("/{id}/households")
    @Operation(
            summary = "Households of a sweep, by village / 排查农户清单",
            description =
                    "With group, those of one of its focus groups, whom nobody has seen first / 按重点人群筛选时未见到的排在前面。 "
                            + FocusGroup.TOLD)
    public Uni<Page<FocusedSweepViews.Visit>> households(
            UUID id,
            @RestQuery String area,
            @RestQuery FocusGroup group,
            @RestQuery SweepResult result,
            @RestQuery Boolean waiting,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var scope = caller.scope(area);
        if (group != null) return focused(id, scope, group, result, Boolean.TRUE.equals(waiting), after, size);
        var last = after == null ? new String[] {null, null} : after.split("~", 2);
        if (after != null && !after.matches("[0-9]{12}~" + UUID_FORM)) throw cursor();
        return find(id, scope)
                .chain(_ -> views.households(
                        id,
                        scope,
                        result,
                        Boolean.TRUE.equals(waiting),
                        last[0],
                        last[1] == null ? null : UUID.fromString(last[1]),
                        size + 1))
                .map(found -> Page.of(found, size, visit -> visit.areaCode() + "~" + visit.householdId()));
    }

    private Uni<Page<FocusedSweepViews.Visit>> focused(
            UUID id, String scope, FocusGroup group, SweepResult result, boolean waiting, String after, int size) {
        if (after != null && !after.matches("[012]~[0-9]{12}~" + UUID_FORM)) throw cursor();
        var last = after == null ? null : after.split("~", 3);
        var from = last == null
                ? null
                : new FocusViews.After(Integer.parseInt(last[0]), last[1], UUID.fromString(last[2]));
        return find(id, scope)
                .invoke(sweep -> {
                    if (!sweep.focusGroups().contains(group))
                        throw new Refused(FocusedSweepRefusal.GROUP_NOT_OF_SWEEP, group.name());
                })
                .chain(sweep -> focus.households(sweep, scope, group, result, waiting, from, size + 1))
                .map(found -> Page.of(
                        found,
                        size,
                        visit -> FocusViews.rank(visit) + "~" + visit.areaCode() + "~" + visit.householdId()));
    }

    private static BadRequest cursor() {
        return new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
    }

    private Uni<FocusedSweepViews.View> find(UUID id, String scope) {
        return views.find(id, scope)
                .map(found -> found.orElseThrow(() -> new Refused(FocusedSweepRefusal.SWEEP_UNKNOWN)));
    }
}
