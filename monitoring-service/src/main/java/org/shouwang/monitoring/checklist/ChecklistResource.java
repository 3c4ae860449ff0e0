package org.shouwang.monitoring.checklist;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.checklist.ChecklistCommand.*;
import org.shouwang.monitoring.policy.ChecklistItem;

/** What a village has to show on its wall: reported with a photo, looked at, found gone. */
@Path("/villages/{areaCode}/checklist")
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
@Tag(name = "checklist 村级上墙事项")
class ChecklistResource {

    private static final String ITEMS =
            Arrays.stream(ChecklistItem.values()).map(Enum::name).collect(Collectors.joining(", "));

    /** @param shownOn the day on which it was seen there @param photo of kind DOC_PHOTO */
    record ShownBody(@NotNull LocalDate shownOn, @NotNull DocumentRef photo) {}

    /** @param missedOn the day on which it was found missing */
    record GoneBody(@NotNull LocalDate missedOn) {}

    private final Checklists checklists;
    private final ChecklistViews views;
    private final Caller caller;

    ChecklistResource(Checklists checklists, ChecklistViews views, Caller caller) {
        this.checklists = checklists;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{item}")
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
    @Operation(summary = "Report that an item of the village's checklist is shown / 登记村级上墙事项已上墙")
    public Uni<RestResponse<Void>> show(
            String areaCode, String item, @NotNull @Valid ShownBody body, @HeaderParam("If-Match") Version expected) {
        var village = village(areaCode);
        var command = new Show(village, item(item), body.shownOn(), body.photo());
        return checklists
                .handle(
                        Checklists.stream(village, command.item()),
                        command,
                        caller.cause(body.shownOn()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{item}/absence")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        INSPECTOR
    })
    @Operation(summary = "Report that an item of the village's checklist is no longer there / 登记村级上墙事项缺失")
    public Uni<RestResponse<Void>> gone(
            String areaCode, String item, @NotNull @Valid GoneBody body, @HeaderParam("If-Match") Version expected) {
        var village = village(areaCode);
        var command = new NoteGone(village, item(item), body.missedOn());
        return checklists
                .handle(
                        Checklists.stream(village, command.item()),
                        command,
                        caller.cause(body.missedOn()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "A village's checklist on a day: what is shown and what is missing / 查询村级上墙事项（已上墙、缺少）")
    public Uni<List<ChecklistViews.View>> list(String areaCode, @RestQuery LocalDate date) {
        var day = date == null ? caller.cause(null).occurredOn() : date;
        return views.of(village(areaCode), day);
    }

    private String village(String areaCode) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        return areaCode;
    }

    private static ChecklistItem item(String code) {
        return Arrays.stream(ChecklistItem.values())
                .filter(item -> item.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new BadRequest("item", "应为以下事项之一：" + ITEMS, "must be one of " + ITEMS));
    }
}
