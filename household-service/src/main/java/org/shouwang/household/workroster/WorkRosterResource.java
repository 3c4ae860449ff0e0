package org.shouwang.household.workroster;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
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

/** The roster of who works away from home as a file. Who enters data sees numbers and phones, everybody else sees them masked. */
@Path("/rosters")
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
class WorkRosterResource {

    private static final int FIRST = 2000;
    private static final int LAST = 2999;

    private final WorkRoster roster;
    private final Caller caller;
    private final Clock clock;

    WorkRosterResource(WorkRoster roster, Caller caller, Clock clock) {
        this.roster = roster;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/work.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "Who works away from home in a year, as a workbook / 务工监测台账（xlsx）")
    public RestResponse<StreamingOutput> xlsx(@RestQuery String area, @RestQuery Integer year) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var of = year(year, today);
        var open = open();
        return SheetAnswer.xlsx(WorkRoster.TITLE, today, file -> roster.write(scope, own, of, today, open, file));
    }

    @GET
    @Path("/work.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "Who works away from home in a year, as comma-separated text / 务工监测台账（csv）")
    public RestResponse<StreamingOutput> csv(@RestQuery String area, @RestQuery Integer year) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var of = year(year, today);
        var open = open();
        return SheetAnswer.csv(WorkRoster.TITLE, today, file -> roster.write(scope, own, of, today, open, file));
    }

    private static Year year(Integer given, LocalDate today) {
        if (given == null) return Year.from(today);
        if (given < FIRST || given > LAST) throw new BadRequest("year", "年度应为四位数", "must be a year of four digits");
        return Year.of(given);
    }

    private boolean open() {
        return DATA_ENTRY.stream().anyMatch(caller::has);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }
}
