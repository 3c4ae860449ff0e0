package org.shouwang.monitoring.report;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.report.MonthlyReportViews.*;

/** The villages' monthly work reports: filled in, handed in, taken or sent back by the town. */
@Path("/monthly-reports")
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
@Tag(name = "monthly report 月报")
class MonthlyReportResource {

    private static final int TEXT_MOST = 4000;
    private static final int NOTE_MOST = 1000;

    /** @param problems what went wrong, be it none @param nextSteps what is planned */
    record ReportBody(
            @NotNull LocalDate submittedOn,
            @Size(max = TEXT_MOST) String problems,
            @Size(max = TEXT_MOST) String nextSteps) {}

    record AcceptanceBody(
            @NotNull LocalDate on, @Size(max = NOTE_MOST) String note) {}

    record ReturnBody(
            @NotNull LocalDate on, @Size(max = NOTE_MOST) String reason) {}

    private final MonthlyReports reports;
    private final MonthlyReportViews views;
    private final Caller caller;

    MonthlyReportResource(MonthlyReports reports, MonthlyReportViews views, Caller caller) {
        this.reports = reports;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{areaCode}/{month}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM
    })
    @Operation(
            summary = "Hand in a village's report of a month / 报送月报",
            description = "Its figures are counted from what is on record / 数字由系统按记录统计" + " " + Readings.D04)
    public Uni<RestResponse<Void>> submit(
            String areaCode, String month, @NotNull @Valid ReportBody body, @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        var call =
                new MonthlyReports.Call(areaCode, month(month), body.submittedOn(), body.problems(), body.nextSteps());
        return reports.submit(call, caller.cause(body.submittedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{areaCode}/{month}/acceptance")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Take a village's report / 通过月报")
    public Uni<RestResponse<Void>> accept(
            String areaCode,
            String month,
            @NotNull @Valid AcceptanceBody body,
            @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        return reports.accept(
                        areaCode,
                        month(month),
                        body.on(),
                        body.note(),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{areaCode}/{month}/return")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Send a village's report back / 退回月报")
    public Uni<RestResponse<Void>> sendBack(
            String areaCode, String month, @NotNull @Valid ReturnBody body, @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        return reports.sendBack(
                        areaCode,
                        month(month),
                        body.on(),
                        body.reason(),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{areaCode}/{month}")
    @Operation(summary = "A village's report of a month, filled in while it is expected / 查询月报（未报送时预填数字）")
    public Uni<View> get(String areaCode, String month) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        return views.of(areaCode, month(month), caller.cause(null).occurredOn());
    }

    @GET
    @Operation(summary = "Monthly reports handed in or overdue, the latest month first / 查询月报")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery String month,
            @RestQuery ReportState state,
            @RestQuery Boolean late,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), month == null ? null : month(month), state, late, after(after), size + 1)
                .map(found -> Page.of(found, size, view -> view.month() + "~" + view.areaCode()));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("month", "月份应为 yyyy-MM", "must be a month, yyyy-MM");
        }
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        if (!cursor.matches("[0-9]{4}-[0-9]{2}~[0-9]{12}"))
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        return new After(cursor.substring(0, 7), cursor.substring(8));
    }
}
