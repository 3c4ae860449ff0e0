package org.shouwang.monitoring.topic;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** Sweeps about one topic over all monitored households: an epidemic, a cold winter. */
@Path("/topic-sweeps")
@RolesAllowed({
    GRID_MEMBER,
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    AREA_GROUP_LEADER,
    HELPER,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "topic sweep 专项排查")
class SweepResource {

    record QuestionBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            String code,

            @NotNull @Size(max = 200) String text) {}

    /** @param to last day, whole */
    record SweepBody(
            @NotNull String areaCode,
            @NotNull @Size(max = 100) String title,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid QuestionBody> questions,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    record AnswerBody(
            @NotNull String code, @NotNull @Size(max = 1000) String text) {}

    /** @param visitor user id */
    record VisitBody(
            @NotNull @Size(max = 50) List<@NotNull @Valid AnswerBody> answers,
            @NotNull String visitor,
            @NotNull LocalDate visitedOn) {}

    /** @param reason why it ends before all have answered */
    record ClosingBody(
            @NotNull LocalDate on, @Size(max = 1000) String reason) {}

    private final SweepDesk desk;
    private final SweepViews views;
    private final Caller caller;

    SweepResource(SweepDesk desk, SweepViews views, Caller caller) {
        this.desk = desk;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Start a sweep about one topic / 发起专项排查")
    public Uni<RestResponse<Void>> start(
            UUID id, @NotNull @Valid SweepBody body, @HeaderParam("If-Match") Version expected) {
        if (!body.areaCode().matches("[0-9]{12}"))
            throw new BadRequest("areaCode", "应为 12 位区划代码", "must be an area code of 12 digits");
        return desk.start(id, body, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/households/{householdId}")
    @RolesAllowed({GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, RESIDENT_TEAM, HELPER, TOWN_OPERATOR})
    @Operation(summary = "Take down what a monitored household answers / 登记监测对象专项排查情况")
    public Uni<RestResponse<Void>> answer(UUID id, UUID householdId, @NotNull @Valid VisitBody body) {
        return desk.answer(id, householdId, body, caller.cause(body.visitedOn()))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/closing")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(
            summary =
                    "End a sweep, for a reason where not all have answered; how many did is recorded / 结束专项排查，有未回答的须说明理由")
    public Uni<RestResponse<Void>> close(
            UUID id, @NotNull @Valid ClosingBody body, @HeaderParam("If-Match") Version expected) {
        return desk.close(id, body.on(), body.reason(), caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Sweeps of an area with their coverage / 某地区的专项排查及完成情况")
    public Uni<Page<SweepViews.Row>> list(@RestQuery String area, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), after, size + 1)
                .map(found -> Page.of(found, size, row -> row.id().toString()));
    }

    @GET
    @Path("/{id}/households")
    @Operation(summary = "Who has answered in a sweep, and who has not / 专项排查的逐户情况")
    public Uni<Page<SweepViews.Household>> households(
            UUID id, @RestQuery Boolean answered, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.households(id, caller.actor().scope(), answered, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.householdId().toString()));
    }
}
