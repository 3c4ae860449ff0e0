package org.shouwang.monitoring.identification;

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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.StreamHistory;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.line.Lines;

/** Cases of identification: opened, seen, and ended other than by inclusion. */
@Path("/cases")
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
@Tag(name = "case 识别纳入")
class CaseResource {

    /** @param greenReason needed with {@code greenChannel}: the disaster or accident for which help comes first */
    record OpeningBody(
            @NotNull UUID householdId,
            @NotNull List<@NotNull UUID> clueIds,
            @NotNull ClueSource channel,
            @NotNull LocalDate openedOn,
            boolean greenChannel,
            String greenReason,
            List<@NotNull DocumentRef> documents) {}

    /** @param incomeStatementId may be left out where the statement of the visit is meant */
    record RejectionBody(
            @NotNull RejectionReason reasonCode,
            String reason,
            UUID incomeStatementId,
            @NotNull LocalDate decidedOn) {}

    record WithdrawalBody(@NotNull LocalDate withdrawnOn, String reason) {}

    record ReturnBody(@NotNull CaseState toState, @NotNull LocalDate returnedOn, String reason) {}

    private final CaseDesk desk;
    private final Cases cases;
    private final CaseTable table;
    private final Journal journal;
    private final Facts facts;
    private final Lines lines;
    private final HeldReviews reviews;
    private final Caller caller;
    private final StreamHistory history;

    CaseResource(
            CaseDesk desk,
            Cases cases,
            CaseTable table,
            Journal journal,
            Facts facts,
            Lines lines,
            HeldReviews reviews,
            Caller caller,
            StreamHistory history) {
        this.desk = desk;
        this.cases = cases;
        this.table = table;
        this.journal = journal;
        this.facts = facts;
        this.lines = lines;
        this.reviews = reviews;
        this.caller = caller;
        this.history = history;
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "Open a case from clues / 受理识别")
    public Uni<RestResponse<Void>> open(
            UUID id, @NotNull @Valid OpeningBody body, @HeaderParam("If-Match") Version expected) {
        var opening = new CaseDesk.Opening(
                body.householdId(),
                body.clueIds(),
                body.channel(),
                body.openedOn(),
                body.greenChannel(),
                body.greenReason(),
                body.documents() == null ? List.of() : body.documents());
        return desk.open(id, opening, caller.cause(body.openedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/non-inclusion")
    @RolesAllowed({
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER
    })
    @Operation(summary = "Decide not to include the household / 不纳入")
    public Uni<RestResponse<Void>> reject(
            UUID id, @NotNull @Valid RejectionBody body, @HeaderParam("If-Match") Version expected) {
        return desk.step(
                        id,
                        caller.cause(body.decidedOn()),
                        Version.expected(expected),
                        (session, state) -> facts.income(
                                        session,
                                        state.householdId(),
                                        body.incomeStatementId() == null
                                                ? state.statementId()
                                                : body.incomeStatementId())
                                .chain(statement -> lines.amount(
                                                session, state.terms(), state.areaCode(), state.clueOn())
                                        .chain(line -> reviews.held(
                                                        session, state.areaCode(), YearMonth.from(body.decidedOn()))
                                                .map(held -> new Reject(
                                                        body.reasonCode(),
                                                        body.reason(),
                                                        statement,
                                                        body.decidedOn(),
                                                        line.orElse(null),
                                                        held)))))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/withdrawal")
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
    @Operation(summary = "The household withdraws, before the review / 农户撤回（评议前）")
    public Uni<RestResponse<Void>> withdraw(
            UUID id, @NotNull @Valid WithdrawalBody body, @HeaderParam("If-Match") Version expected) {
        return desk.step(id, caller.cause(body.withdrawnOn()), Version.expected(expected), (_, _) -> Uni.createFrom()
                        .item(new Withdraw(body.withdrawnOn(), body.reason())))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/return")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(summary = "Town or county sends the case back to an earlier state / 退回到前面的步骤")
    public Uni<RestResponse<Void>> sendBack(
            UUID id, @NotNull @Valid ReturnBody body, @HeaderParam("If-Match") Version expected) {
        var by = caller.actor().user();
        return desk.step(id, caller.cause(body.returnedOn()), Version.expected(expected), (_, _) -> Uni.createFrom()
                        .item(new Return(body.toState(), body.returnedOn(), body.reason(), by)))
                .map(Answers::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A case with its steps, recommendation and what comes next / 查询识别办理情况")
    public Uni<RestResponse<CaseView>> get(UUID id) {
        var actor = caller.actor();
        return journal.read(session -> cases.load(session, id).chain(current -> {
                    if (current.version() == 0 || !actor.reaches(current.state().areaCode()))
                        throw new Refused(CaseRefusal.CASE_UNKNOWN);
                    return cases.events(session, id)
                            .map(events -> CaseView.of(id, current.version(), current.state(), events));
                }))
                .map(view -> RestResponse.ResponseBuilder.ok(view)
                        .tag(Long.toString(view.version()))
                        .build());
    }

    @GET
    @Operation(summary = "Cases of an area / 某地区的识别办理情况")
    public Uni<Page<CaseTable.Row>> list(
            @RestQuery String area,
            @RestQuery CaseState state,
            @RestQuery UUID household,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return table.list(caller.scope(area), caller.scope(null), state, household, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.id().toString()));
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What was recorded of a case, by whom and when / 识别办理记录")
    public Uni<Page<StreamHistory.Entry>> history(UUID id, @RestQuery Long after, @RestQuery Integer limit) {
        return history.of("case", id, caller.actor(), after, limit);
    }
}
