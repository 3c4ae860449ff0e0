package org.shouwang.monitoring.check;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckCommand.Report;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.warning.WarningItem;

/** Monthly monitoring of one household: reported, looked at. */
@Path("/objects/{householdId}/checks")
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
@Tag(name = "check 每月监测")
class CheckResource {

    /**
     * @param safeguardCheckId a check of the household service; or else {@code items}
     * @param absence why nobody was at home, for {@link CheckMethod#PHONE}
     * @param reached member id or user id of who answered the call; name and number stay in the household service
     * @param solved of SPENDING and OTHER, what was warned of and is solved; empty: nothing is; absent: not asked
     */
    record CheckBody(
            @NotBlank String visitor,
            @NotNull LocalDate visitedOn,
            @NotNull CheckMethod method,
            String absence,
            String reached,
            UUID safeguardCheckId,
            List<SafeguardFact.@NotNull Item> items,
            @NotNull IncomeChange income,
            String employment,
            Employment work,
            LivingChange living,
            List<@NotNull WarningItem> solved,
            String note,
            List<@NotNull String> newRisks,
            Boolean householderSigned,
            List<@NotNull DocumentRef> documents) {}

    /** @param corrects id of the event that is wrong @param record the whole, as it should have been */
    record CorrectionBody(
            @NotNull UUID corrects,
            String reason,
            @NotNull @Valid CheckBody record) {}

    private final Checks checks;
    private final CheckViews views;
    private final Objects objects;
    private final Facts facts;
    private final GridFacts grids;
    private final Policies policies;
    private final Caller caller;

    CheckResource(
            Checks checks,
            CheckViews views,
            Objects objects,
            Facts facts,
            GridFacts grids,
            Policies policies,
            Caller caller) {
        this.checks = checks;
        this.views = views;
        this.objects = objects;
        this.facts = facts;
        this.grids = grids;
        this.policies = policies;
        this.caller = caller;
    }

    @PUT
    @Path("/{month}")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER
    })
    @Operation(
            summary = "Report the monthly visit to a monitored household / 填报每月监测走访",
            description =
                    "What it finds wanting raises its warnings, and its new risks are added to those of the household. A household has five risks at most: the new ones that find no room stay in the record of the visit, as `leftOut` of the list. / 发现的缺项随即产生预警，新增风险登记到该户。每户风险最多五项：超出的新增风险只留在走访记录中（查询结果的 leftOut）。")
    public Uni<RestResponse<Void>> report(
            UUID householdId, String month, @NotNull @Valid CheckBody body, @HeaderParam("If-Match") Version expected) {
        var when = month(month);
        var cause = caller.cause(body.visitedOn());
        return checks.report(
                        householdId,
                        when,
                        session -> command(session, householdId, when, body, cause.actor()::reaches),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{month}/correction")
    @RolesAllowed(TOWN_OPERATOR)
    @Operation(
            summary = "Correct the record of a monthly visit / 更正每月监测记录",
            description =
                    "Names the event that is wrong (`corrects`, the `eventId` of the list), says why, and gives the whole record as it should have been; it is held to the same rules while the household is watched. The first record stays in the history. Warnings and risks follow from what the record says more than before; what it says no more is taken back by hand. / 指明要更正的记录（corrects 即查询结果中的 eventId）、写明理由并重新填写整条记录；原记录留在历史中。新增的缺项和风险照常产生预警和风险，减少的须另行撤销。")
    public Uni<RestResponse<Void>> correct(
            UUID householdId,
            String month,
            @NotNull @Valid CorrectionBody body,
            @HeaderParam("If-Match") Version expected) {
        var when = month(month);
        var cause = caller.cause(null);
        return checks.correct(
                        householdId,
                        when,
                        session -> command(session, householdId, when, body.record(), cause.actor()::reaches),
                        body.corrects(),
                        body.reason(),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Monthly visits to a household, newest first / 查询某户的每月监测记录")
    public Uni<List<CheckViews.View>> list(UUID householdId) {
        return views.of(householdId, caller.scope(null));
    }

    private Uni<Report> command(
            StatelessSession session,
            UUID household,
            YearMonth month,
            CheckBody body,
            java.util.function.Predicate<String> reached) {
        return objects.load(session, household)
                .map(object -> object.state())
                .invoke(object -> {
                    if (object.current() == null
                            || !reached.test(object.current().areaCode()))
                        throw new Refused(ObjectRefusal.NOT_AN_OBJECT);
                })
                .chain(object -> facts.safeguards(session, household, body.safeguardCheckId())
                        .chain(check -> facts.unfit(session, household, list(body.newRisks()))
                                .chain(unfit -> grids.home(session, household, body.visitedOn())
                                        .chain(home -> needed(session, object, body.visitedOn())
                                                .map(needed -> new Report(
                                                        household,
                                                        object,
                                                        month,
                                                        body.visitor(),
                                                        body.visitedOn(),
                                                        body.method(),
                                                        home,
                                                        body.absence(),
                                                        body.reached(),
                                                        check,
                                                        list(body.items()),
                                                        body.income(),
                                                        body.employment(),
                                                        body.work(),
                                                        body.living(),
                                                        body.solved(),
                                                        body.note(),
                                                        list(body.newRisks()),
                                                        unfit,
                                                        Boolean.TRUE.equals(body.householderSigned()),
                                                        list(body.documents()),
                                                        needed))))));
    }

    private Uni<List<String>> needed(StatelessSession session, MonitoredObject object, LocalDate day) {
        return policies.holding(session, object.current().areaCode(), day)
                .map(terms -> terms.isEmpty() || terms.getFirst().monitoring() == null
                        ? List.of()
                        : list(terms.getFirst().monitoring().checkDocuments()));
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("month", "月份应为 yyyy-MM", "must be a month, yyyy-MM");
        }
    }
}
