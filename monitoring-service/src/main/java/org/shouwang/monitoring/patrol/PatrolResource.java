package org.shouwang.monitoring.patrol;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.patrol.CoverageViews.Unreached;
import org.shouwang.monitoring.patrol.PatrolViews.Filter;
import org.shouwang.monitoring.patrol.PatrolViews.View;

/** Patrols of grid members: reported household by household, and whom they have reached in a month. */
@Path("/patrols")
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
@Tag(name = "patrol 网格走访")
class PatrolResource {

    private static final int FINDINGS_MOST = 20;
    private static final int TEXT_MOST = 1000;

    record FindingBody(
            @NotNull FindingKind kind,
            @NotNull @Size(max = TEXT_MOST) String text) {
        PatrolFinding finding() {
            return new PatrolFinding(kind, text);
        }
    }

    /** @param visitor user id; absent: who reports @param findings none: all is normal */
    record PatrolBody(
            @NotNull UUID householdId,
            @NotNull LocalDate visitedOn,
            String visitor,
            @NotNull CheckMethod method,
            @Size(max = FINDINGS_MOST) List<@NotNull @Valid FindingBody> findings) {

        Patrols.Call call() {
            return new Patrols.Call(
                    householdId,
                    visitedOn,
                    visitor,
                    method,
                    findings == null
                            ? List.of()
                            : findings.stream().map(FindingBody::finding).toList());
        }
    }

    /** @param corrects id of the event that is wrong @param patrol the whole, as it should have been */
    record CorrectionBody(
            @NotNull UUID corrects,
            String reason,
            @NotNull @Valid PatrolBody patrol) {}

    private final Patrols patrols;
    private final PatrolViews views;
    private final CoverageViews coverage;
    private final Caller caller;

    PatrolResource(Patrols patrols, PatrolViews views, CoverageViews coverage, Caller caller) {
        this.patrols = patrols;
        this.views = views;
        this.coverage = coverage;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR})
    @Operation(
            summary = "Report a patrol at a household / 登记网格走访",
            description = "A risk becomes a clue at once / 发现疑似风险同时生成线索")
    public Uni<RestResponse<Void>> report(
            UUID id, @NotNull @Valid PatrolBody body, @HeaderParam("If-Match") Version expected) {
        return patrols.report(id, body.call(), caller.cause(body.visitedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/correction")
    @RolesAllowed(TOWN_OPERATOR)
    @Operation(
            summary = "Correct the record of a patrol / 更正网格走访记录",
            description =
                    "Names the event that is wrong (`corrects`, the `eventId` of the patrol), says why, and gives the whole patrol as it should have been, with its visitor. The first record stays in the history. A risk that was not told of before becomes a clue; a clue that the patrol already was is answered as any other. / 指明要更正的记录（corrects 即走访记录的 eventId）、写明理由并重新填写整条走访（含走访人）；原记录留在历史中。新写明的疑似风险生成线索，已生成的线索照常处理。")
    public Uni<RestResponse<Void>> correct(
            UUID id, @NotNull @Valid CorrectionBody body, @HeaderParam("If-Match") Version expected) {
        return patrols.correct(
                        id,
                        body.patrol().call(),
                        body.corrects(),
                        body.reason(),
                        caller.cause(null),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A patrol / 查询网格走访记录")
    public Uni<View> get(UUID id) {
        return views.find(id, caller.scope(null)).map(found -> found.orElseThrow(() -> new Refused(Guard.NOT_FOUND)));
    }

    @GET
    @Operation(summary = "Patrols of an area, a grid or a household, the latest first / 查询网格走访")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery String grid,
            @RestQuery UUID household,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var last = to == null ? today() : to;
        var first = from == null ? last.withDayOfYear(1) : from;
        return views.list(
                        new Filter(caller.scope(area), caller.scope(null), grid, household, first, last),
                        after,
                        size + 1)
                .map(found -> Page.of(found, size, view -> view.id().toString()));
    }

    @GET
    @Path("/coverage")
    @Operation(
            summary =
                    "How many households, and persons, patrols have reached in a month, by grid or area / 某月网格走访覆盖情况（户、人）")
    public Uni<Page<Coverage>> coverage(
            @RestQuery String area,
            @RestQuery String month,
            @RestQuery LocalDate date,
            @RestQuery CoverageLevel level,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var asked = month(month, date);
        var by = level == null ? CoverageLevel.GRID : level;
        return coverage.of(caller.scope(area), asked, day(asked, date), by, after, size + 1)
                .map(found -> Page.of(found, size, Coverage::code));
    }

    @GET
    @Path("/unreached")
    @Operation(summary = "Households that no patrol has reached in a month / 某月尚未走访到的农户")
    public Uni<Page<Unreached>> unreached(
            @RestQuery String area,
            @RestQuery String month,
            @RestQuery LocalDate date,
            @RestQuery String grid,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var asked = month(month, date);
        return coverage.unreached(caller.scope(area), asked, day(asked, date), grid, after(after), size + 1)
                .map(found -> Page.of(found, size, u -> u.areaCode() + "~" + u.householdId()));
    }

    @GET
    @Path("/closed")
    @Operation(
            summary = "Months of grids as they stood when they were over, with whom nobody had reached / 已结束月份的网格走访情况")
    public Uni<Page<PatrolViews.Closed>> closed(
            @RestQuery String area, @RestQuery String month, @RestQuery String after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        if (after != null && !after.matches("[0-9]{4}-[0-9]{2}~[0-9]{12}-W[0-9]{3}"))
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        var from = after == null ? null : new PatrolViews.After(after.substring(0, 7), after.substring(8));
        return views.closed(caller.scope(area), month == null ? null : month(month, null), from, size + 1)
                .map(found -> Page.of(found, size, c -> c.month() + "~" + c.gridCode()));
    }

    private LocalDate today() {
        return caller.cause(null).occurredOn();
    }

    private YearMonth month(String text, LocalDate date) {
        try {
            return text == null ? YearMonth.from(date == null ? today() : date) : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("month", "月份应为 yyyy-MM", "must be a month, yyyy-MM");
        }
    }

    /** The month's last day once it is over; refuses a month that has not begun. */
    private LocalDate day(YearMonth month, LocalDate date) {
        var day = date == null ? today() : date;
        if (day.isBefore(month.atDay(1)))
            throw new BadRequest("month", "该月份还没有开始", "lies ahead of the day that is asked for");
        return day.isAfter(month.atEndOfMonth()) ? month.atEndOfMonth() : day;
    }

    private static CoverageViews.After after(String cursor) {
        if (cursor == null) return null;
        if (!cursor.matches("[0-9]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        return new CoverageViews.After(cursor.substring(0, 12), UUID.fromString(cursor.substring(13)));
    }
}
