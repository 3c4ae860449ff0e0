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
import java.nio.charset.StandardCharsets;
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
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseCommand.Recheck;

/** The households that were not included and are watched on. */
@Path("/watch-list")
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
class WatchListResource {

    /** @param risk a risk was found @param nextOn null: as the policy's next quarterly review has it */
    record RecheckBody(
            @NotNull LocalDate on, @NotNull Boolean risk, String note, UUID incomeStatementId, LocalDate nextOn) {}

    private final WatchList watchList;
    private final CaseDesk desk;
    private final Facts facts;
    private final Caller caller;

    WatchListResource(WatchList watchList, CaseDesk desk, Facts facts, Caller caller) {
        this.watchList = watchList;
        this.desk = desk;
        this.facts = facts;
        this.caller = caller;
    }

    @PUT
    @Path("/{householdId}/recheck")
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
            summary = "Look again at a household that was not included / 不纳入户复查",
            description =
                    "A signed income statement shows how it stands. A risk becomes a clue at once; the household stays on the list, with the next"
                            + " day on which it is looked at, until a case includes it / 必须引用已签字的收入表；发现风险的同时生成线索，该户继续关注并约定下次复查日期")
    public Uni<RestResponse<Void>> recheck(
            UUID householdId, @NotNull @Valid RecheckBody body, @HeaderParam("If-Match") Version expected) {
        return watchList
                .caseOf(householdId)
                .onItem()
                .ifNull()
                .failWith(() -> new Refused(CaseRefusal.NOT_WATCHED))
                .chain(id -> desk.step(
                        id, caller.cause(body.on()), Version.expected(expected), (session, state) -> facts.income(
                                        session, state.householdId(), body.incomeStatementId())
                                .map(statement -> new Recheck(
                                        body.on(),
                                        body.risk(),
                                        body.note(),
                                        statement,
                                        body.nextOn(),
                                        clue(id, body.on())))))
                .map(Answers::of);
    }

    private static UUID clue(UUID caseId, LocalDate on) {
        return UUID.nameUUIDFromBytes(("watch-clue/" + caseId + "/" + on).getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Operation(summary = "Households not included and watched on, with reason and income / 不纳入台账（持续关注）")
    public Uni<Page<WatchList.Row>> list(@RestQuery String area, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return watchList
                .list(caller.scope(area), caller.scope(null), after, size + 1)
                .map(found -> Page.of(found, size, row -> row.householdId().toString()));
    }
}
