package org.shouwang.monitoring.object;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.StreamHistory;
import org.shouwang.monitoring.object.ObjectCommand.*;
import org.shouwang.monitoring.object.ObjectViews.*;

/** Monitored households: listed, looked at, their entry in the national system kept. */
@Path("/objects")
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
@Tag(name = "object 监测对象")
class ObjectResource {

    record EntryBody(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,40}")
            String entryNo,

            @NotNull LocalDate enteredOn) {}

    record ImportBody(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9-]{1,40}")
            String batch,

            @NotNull LocalDate importedOn) {}

    record UpdateBody(@NotNull LocalDate updatedOn) {}

    private final Objects objects;
    private final ObjectViews views;
    private final Caller caller;
    private final StreamHistory history;

    ObjectResource(Objects objects, ObjectViews views, Caller caller, StreamHistory history) {
        this.objects = objects;
        this.views = views;
        this.caller = caller;
        this.history = history;
    }

    @GET
    @Operation(summary = "Monitored households of an area / 某地区的监测对象")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery ObjectType type,
            @RestQuery ObjectState state,
            @RestQuery Grade grade,
            @RestQuery String risk,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), caller.scope(null), new Filter(type, state, grade, risk), after, size + 1)
                .map(found -> Page.of(found, size, view -> view.householdId().toString()));
    }

    @GET
    @Path("/{householdId}")
    @Operation(summary = "A monitored household with its episodes / 查询监测对象及历次监测")
    public Uni<RestResponse<Detail>> get(UUID householdId) {
        return views.detail(householdId, caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(ObjectRefusal.NOT_AN_OBJECT)))
                .map(detail -> RestResponse.ResponseBuilder.ok(detail)
                        .tag(Long.toString(detail.object().version()))
                        .build());
    }

    @PUT
    @Path("/{householdId}/national-entry")
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
    @Operation(summary = "The household was entered in the national system / 录入全国系统", description = Readings.D07)
    public Uni<RestResponse<Void>> enter(
            UUID householdId, @NotNull @Valid EntryBody body, @HeaderParam("If-Match") Version expected) {
        return answer(
                householdId, new RecordNationalEntry(body.entryNo(), body.enteredOn()), body.enteredOn(), expected);
    }

    @PUT
    @Path("/{householdId}/national-update")
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
    @Operation(summary = "What changed since was entered in the national system too / 更新全国系统信息")
    public Uni<RestResponse<Void>> updated(
            UUID householdId, @NotNull @Valid UpdateBody body, @HeaderParam("If-Match") Version expected) {
        return answer(householdId, new RecordNationalUpdate(body.updatedOn()), body.updatedOn(), expected);
    }

    @PUT
    @Path("/{householdId}/import")
    @RolesAllowed({COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(
            summary = "The household was imported in the big-data platform / 导入大数据平台",
            description =
                    "A step of the 2020 plan only, on or after the day of the entry: a household without a colour has none. / 仅2020年方案有此步骤，导入日期不得早于录入日期；没有红黄绿等级的户无此步骤。")
    public Uni<RestResponse<Void>> imported(
            UUID householdId, @NotNull @Valid ImportBody body, @HeaderParam("If-Match") Version expected) {
        return answer(householdId, new RecordImport(body.batch(), body.importedOn()), body.importedOn(), expected);
    }

    private Uni<RestResponse<Void>> answer(UUID householdId, ObjectCommand command, LocalDate on, Version expected) {
        return objects.handle(householdId, command, caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{householdId}/history")
    @Operation(summary = "What was recorded of a monitored household, by whom and when / 监测对象办理记录")
    public Uni<Page<StreamHistory.Entry>> history(UUID householdId, @RestQuery Long after, @RestQuery Integer limit) {
        return history.of("object", householdId, caller.actor(), after, limit);
    }
}
