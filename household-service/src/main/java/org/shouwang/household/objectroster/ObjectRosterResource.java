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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.household.sheet.SheetAnswer;

/** The rosters of monitored households as files: those of a type, and those of a colour. Who enters data sees phones, everybody else sees them masked. */
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

    private static final String COLOURS =
            "Households that are watched and kept in a colour under the 2020 plan; without a grade, yellow and green ones. Yellow ones are kept by town and village, green ones by the village. / 2020年方案分级监测中的农户，不选等级时为黄色和绿色；黄色由乡镇和村建账，绿色由村建账。";

    private final ObjectRoster roster;
    private final ColourRoster colours;
    private final Caller caller;
    private final Clock clock;

    ObjectRosterResource(ObjectRoster roster, ColourRoster colours, Caller caller, Clock clock) {
        this.roster = roster;
        this.colours = colours;
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
        var own = caller.scope(null);
        var today = today();
        var open = open();
        return SheetAnswer.xlsx(ObjectRoster.TITLE, today, file -> roster.write(scope, own, today, open, file));
    }

    @GET
    @Path("/monitored.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "Monitored households of an area as comma-separated text / 三类户花名册（csv）")
    public RestResponse<StreamingOutput> csv(@RestQuery String area) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var open = open();
        return SheetAnswer.csv(ObjectRoster.TITLE, today, file -> roster.write(scope, own, today, open, file));
    }

    @GET
    @Path("/coloured.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "Watched households of an area by colour, as a workbook / 分级监测台账（xlsx）", description = COLOURS)
    public RestResponse<StreamingOutput> colouredXlsx(@RestQuery String area, @RestQuery RosterGrade grade) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var open = open();
        return SheetAnswer.xlsx(
                ColourRoster.TITLE, today, file -> colours.write(scope, own, grades(grade), today, open, file));
    }

    @GET
    @Path("/coloured.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(
            summary = "Watched households of an area by colour, as comma-separated text / 分级监测台账（csv）",
            description = COLOURS)
    public RestResponse<StreamingOutput> colouredCsv(@RestQuery String area, @RestQuery RosterGrade grade) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var today = today();
        var open = open();
        return SheetAnswer.csv(
                ColourRoster.TITLE, today, file -> colours.write(scope, own, grades(grade), today, open, file));
    }

    private static Set<RosterGrade> grades(RosterGrade asked) {
        return asked == null ? Set.of(RosterGrade.YELLOW, RosterGrade.GREEN) : Set.of(asked);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }

    private boolean open() {
        return DATA_ENTRY.stream().anyMatch(caller::has);
    }
}
