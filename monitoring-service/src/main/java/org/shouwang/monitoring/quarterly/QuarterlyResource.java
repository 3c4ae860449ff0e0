package org.shouwang.monitoring.quarterly;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.quarterly.QuarterlyViews.*;

/** Quarterly reviews of whole villages: recorded, looked at, and what of them is missing. */
@Path("/quarterly-reviews")
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
@Tag(name = "quarterly review 季度排查")
class QuarterlyResource {

    record CountBody(
            @NotNull HouseholdCategory category,
            @NotNull @Min(0) Integer households) {
        CategoryCount count() {
            return new CategoryCount(category, households);
        }
    }

    /** @param risks codes of the national form, the main one first @param note mandatory for the risk "other" */
    record AtRiskBody(@NotNull UUID householdId, @NotNull List<@NotNull String> risks, String note) {
        AtRisk found() {
            return new AtRisk(householdId, risks, note);
        }
    }

    /** @param counts households in scope, each in one category only @param atRisk as many as were checked and are not without risk */
    record ReviewBody(
            @NotNull Minutes minutes,
            @NotEmpty List<@NotNull @Valid CountBody> counts,
            @NotNull @Min(0) Integer householdsChecked,
            @NotNull @Min(0) Integer householdsWithoutRisk,
            List<@NotNull DocumentRef> documents,
            List<@NotNull @Valid AtRiskBody> atRisk) {}

    private final QuarterlyReviews reviews;
    private final QuarterlyViews views;
    private final VillageChecks checks;
    private final Caller caller;
    private final Clock clock;

    QuarterlyResource(
            QuarterlyReviews reviews, QuarterlyViews views, VillageChecks checks, Caller caller, Clock clock) {
        this.reviews = reviews;
        this.views = views;
        this.checks = checks;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("/{areaCode}/{month}")
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
            summary = "Record a village's quarterly review / 提交季度排查会议记录",
            description =
                    "Every household that is not without risk is named, lives in the village, and becomes a clue at once; households of the watch"
                            + " list in which no risk was found count as looked at again / 有风险的户逐户列明并同时生成线索，不纳入台账中未发现风险的户视为已复查。 "
                            + Readings.D11
                            + " "
                            + Readings.D18)
    public Uni<RestResponse<Void>> review(
            String areaCode, String month, @NotNull @Valid ReviewBody body, @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", areaCode));
        var call = new QuarterlyReviews.Call(
                areaCode,
                month(month),
                body.minutes(),
                body.counts().stream().map(CountBody::count).toList(),
                body.householdsChecked(),
                body.householdsWithoutRisk(),
                body.documents() == null ? List.of() : body.documents(),
                body.atRisk() == null
                        ? List.of()
                        : body.atRisk().stream().map(AtRiskBody::found).toList());
        return reviews.review(call, caller.cause(body.minutes().heldOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("/{areaCode}/{month}")
    @Operation(summary = "A village's quarterly review of a month / 查询某村某月的季度排查")
    public Uni<View> get(String areaCode, String month) {
        return views.find(areaCode, month(month), caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(Guard.NOT_FOUND)));
    }

    @GET
    @Operation(summary = "Quarterly reviews of an area, the latest month first / 查询季度排查")
    public Uni<Page<View>> list(
            @RestQuery String area, @RestQuery Integer year, @RestQuery String after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), year, after(after), size + 1)
                .map(found -> Page.of(found, size, view -> view.month() + "~" + view.areaCode()));
    }

    @GET
    @Path("/check")
    @Operation(summary = "Which of the year's reviews a village lacks on a day / 核对某村到某日缺哪些季度排查")
    public Uni<VillageCheck> check(@RestQuery String area, @RestQuery LocalDate date) {
        caller.scope(VillageCode.of("area", area));
        return checks.of(area, date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date);
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadRequest("month", "月份应为 yyyy-MM", "must be a month, yyyy-MM");
        }
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        var parts = cursor.split("~", -1);
        if (parts.length != 2) throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        return new After(parts[0], parts[1]);
    }
}
