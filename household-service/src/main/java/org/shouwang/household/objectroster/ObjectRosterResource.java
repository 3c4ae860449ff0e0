package org.shouwang.household.objectroster;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.household.sheet.CsvSheet;
import org.shouwang.household.sheet.SheetAnswer;
import org.shouwang.household.sheet.XlsxSheet;

/** The roster of monitored households as a file. Who enters data sees phones, everybody else sees them masked. */
@Path("/rosters")
@RolesAllowed({
    GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
            RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
    AREA_GROUP_LEADER, HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER,
            DEPARTMENT_USER,
    INSPECTOR, AUDITOR
})
@Tag(name = "rosters 花名册")
class ObjectRosterResource {

    private final ObjectRoster roster;
    private final Caller caller;
    private final Clock clock;

    ObjectRosterResource(ObjectRoster roster, Caller caller, Clock clock) {
        this.roster = roster;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/monitored.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "Monitored households of an area as a workbook / 三类户花名册（xlsx）")
    public RestResponse<StreamingOutput> xlsx(@RestQuery String area) {
        var scope = caller.scope(area);
        var today = today();
        var open = open();
        return SheetAnswer.xlsx(ObjectRoster.TITLE, today, file -> roster.write(scope, today, open, file));
    }

    @GET
    @Path("/monitored.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "Monitored households of an area as comma-separated text / 三类户花名册（csv）")
    public RestResponse<StreamingOutput> csv(@RestQuery String area) {
        var scope = caller.scope(area);
        var today = today();
        var open = open();
        return SheetAnswer.csv(ObjectRoster.TITLE, today, file -> roster.write(scope, today, open, file));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }

    private boolean open() {
        return DATA_ENTRY.stream().anyMatch(caller::has);
    }
}
