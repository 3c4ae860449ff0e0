package org.shouwang.monitoring.meeting;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.meeting.MeetingViews.*;

/** The judgement meetings of villages: minutes handed in, looked at. */
@Path("/meetings")
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
@Tag(name = "meeting 研判会议")
class MeetingResource {

    record ItemBody(@NotNull UUID householdId, String situation, String conclusion) {
        JudgementItem item() {
            return new JudgementItem(householdId, situation, conclusion);
        }
    }

    /** @param items one for each household under monitoring in the village on that day */
    record MeetingBody(
            @NotNull Minutes minutes, List<@NotNull @Valid ItemBody> items, List<@NotNull DocumentRef> documents) {}

    private final Meetings meetings;
    private final MeetingViews views;
    private final Caller caller;

    MeetingResource(Meetings meetings, MeetingViews views, Caller caller) {
        this.meetings = meetings;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{areaCode}/{period}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(
            summary = "Hand in the minutes of a village's judgement meeting of a week or a month / 提交研判会议记录（按周或按月）",
            description = Readings.D17 + " " + Readings.D18)
    public Uni<RestResponse<Void>> hold(
            String areaCode,
            String period,
            @NotNull @Valid MeetingBody body,
            @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        var items = body.items() == null
                ? List.<JudgementItem>of()
                : body.items().stream().map(ItemBody::item).toList();
        var documents = body.documents() == null ? List.<DocumentRef>of() : body.documents();
        var call = new Meetings.Call(areaCode, period(period), body.minutes(), items, documents);
        return meetings.hold(call, caller.cause(body.minutes().heldOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{areaCode}/{period}")
    @Operation(summary = "A village's judgement meeting of a week or a month / 查询某村某周（月）的研判会议")
    public Uni<Detail> get(String areaCode, String period) {
        return views.find(areaCode, period(period), caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(Guard.NOT_FOUND)));
    }

    @GET
    @Operation(summary = "Judgement meetings held and missed, the latest first, weeks before months / 查询研判会议（含缺会）")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery String week,
            @RestQuery String month,
            @RestQuery Boolean missed,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), asked(week, month), missed, after(after), size + 1)
                .map(found -> Page.of(found, size, view -> view.period() + "~" + view.areaCode()));
    }

    /** Null where neither is named. */
    private static MeetingPeriod asked(String week, String month) {
        if (week != null && month != null) throw new BadRequest("month", "周次和月份只能填一项", "a week or a month, not both");
        return week == null && month == null ? null : period(week == null ? month : week);
    }

    private static MeetingPeriod period(String text) {
        return MeetingPeriod.parse(text)
                .orElseThrow(() -> new BadRequest(
                        "period",
                        "应为周次 yyyy-Www（如 2021-W47）或月份 yyyy-MM（如 2021-11）",
                        "must be a week, yyyy-Www, or a month, yyyy-MM"));
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        var parts = cursor.split("~", -1);
        if (parts.length != 2) throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        return new After(parts[0], parts[1]);
    }
}
