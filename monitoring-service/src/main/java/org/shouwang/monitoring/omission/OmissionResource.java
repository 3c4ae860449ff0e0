package org.shouwang.monitoring.omission;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.monitoring.omission.Omissions.After;

/** The households that may have been left out. */
@Path("/omissions")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "omission 应纳未纳")
class OmissionResource {

    private static final int COUNTY = 6;

    private static final String READ =
            "Read here as: on the date the household has neither an object of one of the three types nor a decision not to include it of the last twelve months, and by what is known of it an inclusion would be recommended: its income below the line and a risk, or above the line a sudden event with serious difficulty that the visit of a case found. A clue, or a safeguard item in danger, is a risk. all=true adds those below the line of whom no risk is known. Each is to be visited: the list decides nothing. / 按下列口径：截至该日既不是三类监测对象，近十二个月内也没有不纳入的决定，且按已掌握情况会建议纳入：收入低于监测线并有风险，或收入高于监测线但入户发现突发情况致基本生活严重困难。线索和有风险的保障项目视为风险。all=true 时加列低于监测线但未发现风险的户。名单只供入户核实，不作认定。";

    private final Omissions omissions;
    private final OmissionExport export;
    private final Caller caller;
    private final Clock clock;

    OmissionResource(Omissions omissions, OmissionExport export, Caller caller, Clock clock) {
        this.omissions = omissions;
        this.export = export;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Households that would be recommended and are neither monitored nor decided against / 应纳未纳疑似名单",
            description = "An area of one county or less, in the order of village and household. " + READ)
    public Uni<Page<Omissions.Row>> list(
            @RestQuery String area,
            @RestQuery LocalDate date,
            @RestQuery boolean all,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return omissions
                .list(scope(area), caller.scope(null), day(date), all, after(after), size + 1)
                .map(found -> Page.of(found, size, row -> row.areaCode() + "~" + row.householdId()));
    }

    @GET
    @Path("figures")
    @Operation(
            summary = "How many households and persons are on the list / 应纳未纳疑似户数、人数",
            description = "An area of one county or less. " + READ)
    public Uni<Omissions.Totals> figures(@RestQuery String area, @RestQuery LocalDate date) {
        return omissions.totals(scope(area), caller.scope(null), day(date));
    }

    @GET
    @Path("list.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "The same list as comma-separated text / 导出应纳未纳疑似名单（csv）")
    public RestResponse<StreamingOutput> csv(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery boolean all) {
        var scope = scope(area);
        var own = caller.scope(null);
        return file("csv", CsvSheet.MEDIA_TYPE, out -> export.write(scope, own, day(date), all, new CsvSheet(out)));
    }

    @GET
    @Path("list.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "The same list as a workbook / 导出应纳未纳疑似名单（xlsx）")
    public RestResponse<StreamingOutput> xlsx(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery boolean all) {
        var scope = scope(area);
        var own = caller.scope(null);
        return file("xlsx", XlsxSheet.MEDIA_TYPE, out -> export.write(scope, own, day(date), all, new XlsxSheet(out)));
    }

    private String scope(String area) {
        var scope = caller.scope(area);
        if (scope.length() < COUNTY) throw new BadRequest("area", "请限定在一个县以内", "must lie in one county");
        return scope;
    }

    private LocalDate day(LocalDate asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : asked;
    }

    private static After after(String after) {
        if (after == null) return null;
        if (!after.matches("[0-9]{12}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        var parts = after.split("~");
        return new After(parts[0], UUID.fromString(parts[1]));
    }

    private static RestResponse<StreamingOutput> file(String extension, String type, StreamingOutput content) {
        return ResponseBuilder.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"omissions." + extension + "\"")
                .build();
    }
}
