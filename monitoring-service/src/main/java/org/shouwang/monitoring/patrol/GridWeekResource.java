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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.meeting.IsoWeek;
import org.shouwang.monitoring.patrol.PatrolViews.Week;

/** The weekly reports of grids: handed in, and which are missing. */
@Path("/grid-weeks")
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
class GridWeekResource {

    private static final int NOTE_MOST = 1000;

    /** @param reporter user id of the grid member; absent: who hands it in @param normal 一切正常 */
    record WeekBody(
            @NotNull LocalDate reportedOn,
            String reporter,
            @NotNull Boolean normal,
            @Size(max = NOTE_MOST) String note) {}

    private final GridWeeks weeks;
    private final PatrolViews views;
    private final Caller caller;

    GridWeekResource(GridWeeks weeks, PatrolViews views, Caller caller) {
        this.weeks = weeks;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{gridCode}/{week}")
    @RolesAllowed({GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR})
    @Operation(summary = "Report that all is normal in a grid, or what is not / 提交网格每周报告")
    public Uni<RestResponse<Void>> report(
            String gridCode, String week, @NotNull @Valid WeekBody body, @HeaderParam("If-Match") Version expected) {
        if (!gridCode.matches("[0-9]{12}-W[0-9]{3}"))
            throw new BadRequest("gridCode", "应为村代码加-W三位", "must be a village's code with -W001");
        var areaCode = gridCode.substring(0, gridCode.indexOf('-'));
        caller.scope(areaCode);
        var call = new GridWeeks.Call(
                areaCode, gridCode, week(week), body.reportedOn(), body.reporter(), body.normal(), body.note());
        return weeks.report(call, caller.cause(body.reportedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "What the grids of an area reported of a week, and which did not / 某周各网格报告情况")
    public Uni<Page<Week>> list(
            @RestQuery String area,
            @RestQuery String week,
            @RestQuery Boolean missing,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.weeks(caller.scope(area), week(week), Boolean.TRUE.equals(missing), after, size + 1)
                .map(found -> Page.of(found, size, Week::gridCode));
    }

    private static IsoWeek week(String text) {
        return IsoWeek.parse(text == null ? "" : text)
                .orElseThrow(() -> new BadRequest("week", "周次应为 yyyy-Www，如 2021-W47", "must be a week, yyyy-Www"));
    }
}
