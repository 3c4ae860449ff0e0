package org.shouwang.monitoring.revisit;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.AfterRemoval;

/** Visits to households after their risk was removed: reported, looked at. */
@Path("/objects/{householdId}/revisits")
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
@Tag(name = "revisit 消除后回访")
class RevisitResource {

    /**
     * @param safeguardCheckId a check of the household service; or else {@code items}
     * @param absence why nobody was at home, for {@link CheckMethod#PHONE}
     * @param reached member id or user id of who answered the call; name and number stay in the household service
     * @param after the thirteen fields as they stand now; absent: not asked this time
     */
    record RevisitBody(
            @NotBlank String visitor,
            @NotNull LocalDate visitedOn,
            @NotNull CheckMethod method,
            String absence,
            String reached,
            UUID safeguardCheckId,
            List<SafeguardFact.@NotNull Item> items,
            @NotNull IncomeChange income,
            AfterRemoval after,
            String note,
            List<@NotNull String> newRisks,
            Boolean householderSigned,
            List<@NotNull DocumentRef> documents) {}

    private final Revisits revisits;
    private final RevisitViews views;
    private final Caller caller;

    RevisitResource(Revisits revisits, RevisitViews views, Caller caller) {
        this.revisits = revisits;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/{from}")
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
    @Operation(
            summary = "Report the visit to a removed household in the period that begins with a month / 填报消除后回访（期首月份）")
    public Uni<RestResponse<Void>> report(
            UUID householdId,
            String from,
            @NotNull @Valid RevisitBody body,
            @HeaderParam("If-Match") Version expected) {
        return revisits.report(
                        householdId, month(from), body, caller.cause(body.visitedOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Visits to a household after its removal, newest first / 查询某户消除后的回访记录")
    public Uni<List<RevisitViews.View>> list(UUID householdId) {
        return views.of(householdId, caller.scope(null));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("from", "月份应为 yyyy-MM", "must be a month, yyyy-MM");
        }
    }
}
