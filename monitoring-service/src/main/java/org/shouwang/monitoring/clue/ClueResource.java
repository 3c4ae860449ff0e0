package org.shouwang.monitoring.clue;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.shouwang.monitoring.StreamHistory;

/** Clues: received, listed, answered. */
@Path("/clues")
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
@Tag(name = "clue 线索")
class ClueResource {

    /**
     * @param householdId may be left out where nobody can tell yet; then {@code areaCode} is needed
     * @param declarant member id of who declares
     * @param agent for somebody from outside the household: the relation to it, not a name, which stands on the form among {@code documents}
     * @param via how a declaration came; may be left out
     * @param windowId code of the declaration window, where it came through one
     */
    record ClueBody(
            UUID householdId,
            String areaCode,
            @NotNull ClueSource source,
            String text,
            @NotNull LocalDate receivedOn,
            UUID declarant,
            String agent,
            List<@NotNull DocumentRef> documents,
            Channel.Via via,
            @Pattern(regexp = "[0-9A-Za-z-]{1,40}") String windowId) {

        Channel channel() {
            return via == null && windowId == null ? null : new Channel(via, windowId);
        }
    }

    /** @param result RESOLVED_BY_DEPT while it is with a department; TO_CASE, TO_WARNING and DUPLICATE come with the case, the warning and the other clue alone */
    record AnswerBody(
            @NotNull ClueResult result, @NotNull LocalDate answeredOn, String reason, UUID incomeStatementId) {}

    record DispatchBody(
            @NotNull List<@NotNull String> team, @NotNull LocalDate on) {}

    record HandOverBody(
            @NotNull @Pattern(regexp = "[A-Z]{2,20}") String dept,
            String reason,
            @NotNull LocalDate on) {}

    record DuplicateBody(
            @NotNull UUID of, String reason, @NotNull LocalDate on) {}

    private final ClueDesk desk;
    private final ClueTable table;
    private final Caller caller;
    private final StreamHistory history;

    ClueResource(ClueDesk desk, ClueTable table, Caller caller, StreamHistory history) {
        this.desk = desk;
        this.table = table;
        this.caller = caller;
        this.history = history;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
                RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM, HELPER, TOWN_OPERATOR, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER, INSPECTOR
    })
    @Operation(summary = "Receive a clue of a risk / 登记风险线索")
    public Uni<RestResponse<Void>> receive(
            UUID id, @NotNull @Valid ClueBody body, @HeaderParam("If-Match") Version expected) {
        var report = new ClueDesk.Report(
                body.householdId(),
                body.areaCode(),
                body.source(),
                body.text(),
                body.receivedOn(),
                body.declarant(),
                body.agent(),
                body.documents() == null ? List.of() : body.documents(),
                body.channel());
        return desk.receive(id, report, caller.cause(body.receivedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/answer")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        DEPARTMENT_USER
    })
    @Operation(summary = "Answer a clue that was looked into / 答复线索核实结果")
    public Uni<RestResponse<Void>> answer(
            UUID id, @NotNull @Valid AnswerBody body, @HeaderParam("If-Match") Version expected) {
        return desk.answer(
                        id,
                        body.result(),
                        body.answeredOn(),
                        body.reason(),
                        body.incomeStatementId(),
                        caller.cause(body.answeredOn()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/dispatch")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_SECRETARY, FIRST_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Send a clue to who looks into it / 派发线索核实")
    public Uni<RestResponse<Void>> dispatch(
            UUID id, @NotNull @Valid DispatchBody body, @HeaderParam("If-Match") Version expected) {
        return desk.dispatch(id, body.team(), body.on(), caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/department")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Hand a clue to a department / 转交部门办理", description = Department.CODES)
    public Uni<RestResponse<Void>> handOver(
            UUID id, @NotNull @Valid HandOverBody body, @HeaderParam("If-Match") Version expected) {
        return desk.handOver(
                        id, body.dept(), body.reason(), body.on(), caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/duplicate")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Say which clue this one repeats / 标记重复线索")
    public Uni<RestResponse<Void>> duplicate(
            UUID id, @NotNull @Valid DuplicateBody body, @HeaderParam("If-Match") Version expected) {
        return desk.merge(id, body.of(), body.reason(), body.on(), caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A clue / 查询线索")
    public Uni<ClueTable.Row> get(UUID id) {
        return table.find(id, caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(ClueRefusal.CLUE_UNKNOWN)));
    }

    @GET
    @Operation(summary = "Clues of an area / 某地区的线索")
    public Uni<Page<ClueTable.Row>> list(
            @RestQuery String area,
            @RestQuery Boolean waiting,
            @RestQuery String handedTo,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return table.list(caller.scope(area), caller.scope(null), waiting, handedTo, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.id().toString()));
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "What was recorded of a clue, by whom and when / 线索办理记录")
    public Uni<Page<StreamHistory.Entry>> history(UUID id, @RestQuery Long after, @RestQuery Integer limit) {
        return history.of("clue", id, caller.actor(), after, limit);
    }
}
