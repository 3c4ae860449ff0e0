package org.shouwang.household.overview;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.monitored.MonitoredHouseholds;
import org.shouwang.household.monitored.MonitoredState;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.overview.HouseholdDetail.Beholding;
import org.shouwang.household.quality.Besides;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.MemberHistory;
import org.shouwang.household.registry.Provenance;

/** Households as they are looked at. Who enters data sees numbers and phones, everybody else sees them masked. */
@Path("/households")
@RolesAllowed({
    GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
            RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
    AREA_GROUP_LEADER, HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER,
            DEPARTMENT_USER,
    INSPECTOR, AUDITOR
})
@Tag(name = "household 农户")
class HouseholdOverviewResource {

    /** @param idNo the whole number of a document @param name the beginning of a member's name @param area to look in; all that the caller reaches if absent */
    record SearchBody(
            @Size(min = 18, max = 22) String idNo,
            @Size(min = 1, max = 50) String name,
            String area,
            String after,
            Integer limit) {}

    private final HouseholdList list;
    private final HouseholdHistory history;
    private final Households households;
    private final MonitoredHouseholds monitored;
    private final Bounds bounds;
    private final Journal journal;
    private final Caller caller;

    HouseholdOverviewResource(
            HouseholdList list,
            HouseholdHistory history,
            Households households,
            MonitoredHouseholds monitored,
            Bounds bounds,
            Journal journal,
            Caller caller) {
        this.list = list;
        this.history = history;
        this.households = households;
        this.monitored = monitored;
        this.bounds = bounds;
        this.journal = journal;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Households of an area / 某地区的农户")
    public Uni<Page<HouseholdList.Item>> list(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery RegisteredType type,
            @RestQuery SecurityTag tag,
            @RestQuery @Parameter(description = "as what it is or was watched / 监测对象类别") MonitoredType monitoredType,
            @RestQuery @Parameter(description = "NONE: never, or by mistake / 监测状态") MonitoredState monitoredState,
            @RestQuery Boolean noLabour,
            @RestQuery @Parameter(description = "beginning of a member's name / 成员姓名（开头）") String name,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var search = new HouseholdList.Search(type, tag, monitoredType, monitoredState, noLabour, name, null);
        return list.find(caller.scope(area), caller.scope(null), search, after, Page.limit(limit));
    }

    @POST
    @Path("/searches")
    @Operation(summary = "Find a household by a member's document number or name / 按证件号码或姓名查找农户")
    public Uni<Page<HouseholdList.Item>> search(@NotNull @jakarta.validation.Valid SearchBody body) {
        if (body.idNo() == null && body.name() == null)
            throw new BadRequest("idNo", "证件号码和姓名至少填一项", "give a document number or a name");
        var search = new HouseholdList.Search(null, null, null, null, null, body.name(), body.idNo());
        return list.find(caller.scope(body.area()), caller.scope(null), search, body.after(), Page.limit(body.limit()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A household with its members / 农户详情")
    public Uni<RestResponse<HouseholdDetail>> get(UUID id) {
        var cause = caller.cause(null);
        var open = DATA_ENTRY.stream().anyMatch(caller::has);
        return journal.read(session -> households
                        .visible(session, id, cause.actor())
                        .chain(h -> households
                                .events(session, id)
                                .chain(events -> monitored.of(session, id).chain(m -> Besides.of(session, id)
                                        .map(beside -> HouseholdDetail.of(
                                                id,
                                                h.state(),
                                                h.version(),
                                                new Beholding(
                                                        m,
                                                        beside.apply(id),
                                                        Provenance.of(events),
                                                        cause.occurredOn(),
                                                        bounds,
                                                        open)))))))
                .map(detail -> ResponseBuilder.ok(detail)
                        .tag(Long.toString(detail.version()))
                        .build());
    }

    @GET
    @Path("/{id}/members/{memberId}/changes")
    @Operation(
            summary = "What a member was before each change and afterwards, newest first / 成员信息变更前后对照",
            description =
                    "Who enters data sees numbers and phones whole, everybody else masked, as on the household's page. Of the time in this household: what a member was in another one stands there. / 录入人员可见完整号码，其他人员只见掩码；在其他户时的变更见原户。")
    public Uni<List<MemberChanges>> changes(UUID id, UUID memberId, @RestQuery Integer limit) {
        var actor = caller.actor();
        var open = DATA_ENTRY.stream().anyMatch(caller::has);
        var most = Page.limit(limit);
        return journal.read(
                        session -> households.visible(session, id, actor).chain(() -> households.events(session, id)))
                .map(events -> {
                    var steps = MemberHistory.of(memberId, events);
                    if (steps.isEmpty()) throw new Refused(Household.Refusal.MEMBER_UNKNOWN);
                    return steps.reversed().stream()
                            .limit(most)
                            .map(step -> MemberChanges.of(step, open))
                            .toList();
                });
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "What was recorded of a household / 农户的事件历史")
    public Uni<List<HouseholdHistory.Entry>> events(UUID id) {
        return history.of(id, caller.actor());
    }
}
