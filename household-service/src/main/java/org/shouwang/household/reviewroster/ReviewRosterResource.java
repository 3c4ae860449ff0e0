package org.shouwang.household.reviewroster;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.household.sheet.SheetAnswer;

/** The rosters on villages' reviews as files. They show names, and neither numbers nor phones. */
@Path("/rosters")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    DEPARTMENT_USER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "rosters 花名册")
class ReviewRosterResource {

    private static final String HOUSES =
            "Dwellings that an appraisal, the collection form or a safeguard check graded C or D, and those that the housing department's matched lists name; who was once among them stays. The grade is the one found last, whatever it is; a list gives none. / 曾经鉴定、采集表或安全核查为C、D级的，以及住建部门名单匹配到的农户，改造后仍列入；等级为最近一次认定的等级（含A、B级），仅有名单的留空。";

    private record Days(LocalDate first, LocalDate last) {}

    private final ReviewRosters rosters;
    private final Caller caller;
    private final Clock clock;

    ReviewRosterResource(ReviewRosters rosters, Caller caller, Clock clock) {
        this.rosters = rosters;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/dangerous-housing.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(
            summary = "Households in dangerous dwellings and their reviews, as a workbook / 危改户评议核查表（xlsx）",
            description = HOUSES)
    public RestResponse<StreamingOutput> housingXlsx(@RestQuery String area) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        return SheetAnswer.xlsx(ReviewRosters.HOUSING, today, file -> rosters.housing(scope, own, today, file));
    }

    @GET
    @Path("/dangerous-housing.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(
            summary = "Households in dangerous dwellings and their reviews, as comma-separated text / 危改户评议核查表（csv）",
            description = HOUSES)
    public RestResponse<StreamingOutput> housingCsv(@RestQuery String area) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        return SheetAnswer.csv(ReviewRosters.HOUSING, today, file -> rosters.housing(scope, own, today, file));
    }

    @GET
    @Path("/non-inclusions.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "Households below the line that were not included, as a workbook / 不纳入明细台账（xlsx）")
    public RestResponse<StreamingOutput> nonInclusionsXlsx(
            @RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var days = days(from, to, today);
        return SheetAnswer.xlsx(
                ReviewRosters.NON_INCLUSIONS,
                today,
                file -> rosters.nonInclusions(scope, own, days.first(), days.last(), today, file));
    }

    @GET
    @Path("/non-inclusions.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "Households below the line that were not included, as comma-separated text / 不纳入明细台账（csv）")
    public RestResponse<StreamingOutput> nonInclusionsCsv(
            @RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var days = days(from, to, today);
        return SheetAnswer.csv(
                ReviewRosters.NON_INCLUSIONS,
                today,
                file -> rosters.nonInclusions(scope, own, days.first(), days.last(), today, file));
    }

    private static Days days(String from, String to, LocalDate today) {
        var last = day("to", to, today);
        var first = day("from", from, last.withDayOfYear(1));
        if (last.isBefore(first)) throw new BadRequest("from", "起始日期晚于截止日期", "lies behind to");
        return new Days(first, last);
    }

    private static LocalDate day(String name, String text, LocalDate absent) {
        if (text == null) return absent;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadRequest(name, "日期格式应为 2021-09-07", "must be a date such as 2021-09-07");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }
}
