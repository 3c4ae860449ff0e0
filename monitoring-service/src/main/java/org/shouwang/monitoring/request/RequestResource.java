package org.shouwang.monitoring.request;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Department;

/** What households ask for while they are visited. */
@Path("/requests")
@RolesAllowed({
    GRID_MEMBER,
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    HELPER,
    TOWN_OPERATOR
})
@Tag(name = "request 农户诉求")
class RequestResource {

    /** @param dept whose turn it is; null: the village's */
    record RequestBody(
            @NotNull UUID householdId,
            @NotNull RequestTopic topic,
            @NotNull @Size(max = 1000) String text,
            @Pattern(regexp = "[A-Z]{2,20}") String dept,
            @NotNull LocalDate askedOn) {}

    record AnswerBody(
            @NotNull @Size(max = 1000) String answer,
            @NotNull LocalDate closedOn) {}

    record ClueBody(@NotNull LocalDate on) {}

    private final RequestDesk desk;
    private final RequestTable table;
    private final Caller caller;

    RequestResource(RequestDesk desk, RequestTable table, Caller caller) {
        this.desk = desk;
        this.table = table;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Take down what a household asks for / 登记农户诉求", description = Department.CODES)
    public Uni<RestResponse<Void>> open(UUID id, @NotNull @Valid RequestBody body) {
        return desk.open(
                        id,
                        body.householdId(),
                        body.topic(),
                        body.text(),
                        body.dept(),
                        body.askedOn(),
                        caller.cause(body.askedOn()))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/answer")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        DEPARTMENT_USER
    })
    @Operation(summary = "Answer a household's request / 答复农户诉求")
    public Uni<RestResponse<Void>> answer(
            UUID id, @NotNull @Valid AnswerBody body, @HeaderParam("If-Match") Version expected) {
        return desk.answer(
                        id, body.answer(), body.closedOn(), caller.cause(body.closedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/clue")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, RESIDENT_TEAM, TOWN_OPERATOR})
    @Operation(summary = "Make a clue of a request that may be a risk / 将农户诉求转为风险线索")
    public Uni<RestResponse<Void>> promote(UUID id, @NotNull @Valid ClueBody body) {
        return desk.promote(id, body.on(), caller.cause(body.on())).map(Answers::of);
    }

    @GET
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
    @Operation(summary = "Requests of households in an area / 某地区的农户诉求")
    public Uni<Page<RequestTable.Row>> list(
            @RestQuery String area,
            @RestQuery Boolean open,
            @RestQuery String dept,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return table.list(caller.scope(area), caller.scope(null), open, dept, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.id().toString()));
    }
}
