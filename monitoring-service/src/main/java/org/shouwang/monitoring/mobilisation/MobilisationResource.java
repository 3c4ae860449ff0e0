package org.shouwang.monitoring.mobilisation;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
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
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.mobilisation.MobilisationCommand.*;

/** Mobilisation meetings of a county or town, and the tasks that units were given there. */
@Path("/mobilisations")
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
    AUDITOR
})
@Tag(name = "mobilisation 动员会")
class MobilisationResource {

    private static final String AREA = "[0-9]{12}";

    record AttendanceBody(@NotNull AttendeeClass of, int persons) {}

    /** @param areaCode the responsible unit @param dept of the county; absent: the area itself @param dueOn last day, whole */
    record TaskBody(
            @NotBlank @Size(max = 500) String text,
            @NotNull @Pattern(regexp = AREA) String areaCode,
            String dept,
            @NotNull LocalDate dueOn) {}

    /** @param minutes of the main venue @param subVenues codes of the areas that took part at venues of their own */
    record MeetingBody(
            @NotNull @Pattern(regexp = AREA) String areaCode,
            @NotBlank @Size(max = 100) String title,
            @NotNull Minutes minutes,
            @Size(max = 100) List<@NotNull @Pattern(regexp = AREA) String> subVenues,
            @NotEmpty @Size(max = 8) List<@NotNull @Valid AttendanceBody> attendance,
            @Size(max = 100) List<@NotNull @Valid TaskBody> tasks,
            List<@NotNull DocumentRef> documents) {}

    record DoneBody(
            @NotNull LocalDate doneOn,
            @NotBlank @Size(max = 500) String result) {}

    private final Mobilisations meetings;
    private final MobilisationViews views;
    private final Caller caller;

    MobilisationResource(Mobilisations meetings, MobilisationViews views, Caller caller) {
        this.meetings = meetings;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(
            summary = "Minutes of a mobilisation meeting with its tasks / 登记动员会及布置的任务",
            description = Department.CODES)
    public Uni<RestResponse<Void>> hold(
            UUID id, @NotNull @Valid MeetingBody body, @HeaderParam("If-Match") Version expected) {
        var hold = new Hold(
                body.areaCode(),
                body.title(),
                body.minutes(),
                list(body.subVenues()),
                body.attendance().stream()
                        .map(a -> new Attendance(a.of(), a.persons()))
                        .toList(),
                list(body.tasks()).stream()
                        .map(t -> new Task(t.text(), t.areaCode(), t.dept(), t.dueOn()))
                        .toList(),
                list(body.documents()));
        return meetings.handle(id, hold, caller.cause(body.minutes().heldOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/tasks/{task}/completion")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "A task of the meeting is done / 动员会任务销号")
    public Uni<RestResponse<Void>> finish(
            UUID id, int task, @NotNull @Valid DoneBody body, @HeaderParam("If-Match") Version expected) {
        return meetings.handle(
                        id,
                        new Finish(task, body.doneOn(), body.result()),
                        caller.cause(body.doneOn()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Mobilisation meetings of an area and what was done of their tasks / 某地区的动员会及任务完成情况")
    public Uni<Page<MobilisationViews.View>> list(
            @RestQuery String area, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), after, size + 1)
                .map(found -> Page.of(found, size, view -> view.id().toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A mobilisation meeting, who came and what was done of its tasks / 一次动员会的记录、参会人数和任务完成情况")
    public Uni<MobilisationViews.View> meeting(UUID id) {
        return views.find(id, caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(MobilisationRefusal.MOBILISATION_UNKNOWN)));
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
