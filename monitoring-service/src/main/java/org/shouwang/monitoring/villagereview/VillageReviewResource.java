package org.shouwang.monitoring.villagereview;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.identification.CaseReviews;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.removal.Criterion;
import org.shouwang.monitoring.villagereview.VillageReviewViews.After;
import org.shouwang.monitoring.villagereview.VillageReviewViews.View;

/** Village meetings that speak of several households at once: handed in, looked at. */
@Path("/village-reviews")
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
@Tag(name = "village-review 评议会")
class VillageReviewResource {

    private static final int MOST = 200;

    /** @param type null: as recommended @param risks null: as found at the visit */
    record InclusionBody(
            @NotNull UUID caseId,
            @NotNull Boolean agreed,
            ObjectType type,
            List<@NotNull String> risks,
            Votes votes,
            String reason) {
        ReviewDesk.Inclusion inclusion() {
            return new ReviewDesk.Inclusion(caseId, new CaseReviews.Said(agreed, type, risks, votes, reason));
        }
    }

    /** @param effectReviewId of the assistance service; none for a natural removal @param criteria that do not hold, where not agreed */
    record RemovalBody(
            @NotNull UUID removalId,
            @NotNull Boolean agreed,
            UUID effectReviewId,
            Votes votes,
            String reason,
            List<@NotNull Criterion> criteria) {
        ReviewDesk.Removal removal() {
            return new ReviewDesk.Removal(removalId, agreed, effectReviewId, votes, reason, list(criteria));
        }
    }

    /** @param areaCode village whose meeting it was @param documents the meeting's papers, for each household's file */
    record ReviewBody(
            @NotNull String areaCode,
            @NotNull Minutes minutes,
            Integer shouldAttend,
            @Size(max = MOST) List<@NotNull @Valid InclusionBody> inclusions,
            @Size(max = MOST) List<@NotNull @Valid RemovalBody> removals,
            List<@NotNull DocumentRef> documents) {}

    private final ReviewDesk desk;
    private final VillageReviewViews views;
    private final Caller caller;

    VillageReviewResource(ReviewDesk desk, VillageReviewViews views, Caller caller) {
        this.desk = desk;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY})
    @Operation(
            summary = "Hand in the minutes of a meeting on several households, to include or to let go; all or none /"
                    + " 提交一次评议多户的会议记录（纳入、消除可同时评议）")
    public Uni<RestResponse<Void>> hold(
            UUID id, @NotNull @Valid ReviewBody body, @HeaderParam("If-Match") Version expected) {
        caller.scope(VillageCode.of("areaCode", body.areaCode()));
        var call = new ReviewDesk.Call(
                body.areaCode(),
                body.minutes(),
                body.shouldAttend(),
                list(body.inclusions()).stream().map(InclusionBody::inclusion).toList(),
                list(body.removals()).stream().map(RemovalBody::removal).toList(),
                list(body.documents()));
        return desk.hold(id, call, caller.cause(body.minutes().heldOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "A meeting with what it came to about each household / 查询评议会及各户结果")
    public Uni<View> get(UUID id) {
        return views.find(id, caller.scope(null)).map(found -> found.orElseThrow(() -> new Refused(Guard.NOT_FOUND)));
    }

    @GET
    @Operation(summary = "Meetings on several households in an area, the latest first / 某地区的多户评议会")
    public Uni<Page<View>> list(@RestQuery String area, @RestQuery String after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), after(after), size + 1)
                .map(found -> Page.of(found, size, view -> view.minutes().heldOn() + "~" + view.id()));
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        var parts = cursor.split("~", -1);
        try {
            return new After(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        }
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
