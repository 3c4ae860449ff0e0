package org.shouwang.monitoring.removal;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.figures.Count;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.removal.RemovalLists.Entry;
import org.shouwang.monitoring.removal.RemovalLists.Listed;

/** Lists of removals: drawn up from what is known of each monitored household, and proposed as a whole. */
@Path("/")
@Tag(name = "removal 风险消除")
class RemovalListResource {

    private static final int MOST = 500;

    /** @param naturalReason and {@code proof}: for a household that is gone */
    record EntryBody(
            @NotNull UUID householdId,
            @NotNull RemovalMethod method,
            NaturalReason naturalReason,
            List<@NotNull DocumentRef> proof) {
        Entry entry() {
            return new Entry(householdId, method, naturalReason, proof == null ? List.of() : proof);
        }
    }

    /** @param households each once */
    record ListBody(
            @NotNull LocalDate proposedOn,
            @NotEmpty @Size(max = MOST) List<@NotNull @Valid EntryBody> households) {}

    /** @param count of households, and of their members on the day of the proposal @param households in the order in which they were given */
    record ListAnswer(UUID id, Count count, List<Listed> households) {}

    private final RemovalLists lists;
    private final RemovalViews views;
    private final RemovalCandidates candidates;
    private final Caller caller;
    private final Clock clock;

    RemovalListResource(
            RemovalLists lists, RemovalViews views, RemovalCandidates candidates, Caller caller, Clock clock) {
        this.lists = lists;
        this.views = views;
        this.candidates = candidates;
        this.caller = caller;
        this.clock = clock;
    }

    @PUT
    @Path("removal-lists/{id}")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR})
    @Operation(
            summary = "Propose a list of removals, all or none; what is wrong is told of each household /"
                    + " 提出风险消除名单，逐户说明原因，全部登记或全部不登记")
    public Uni<ListAnswer> propose(UUID id, @NotNull @Valid ListBody body) {
        var entries = body.households().stream().map(EntryBody::entry).toList();
        return lists.propose(id, body.proposedOn(), entries, caller.cause(body.proposedOn()))
                .chain(listed -> views.count(
                                listed.stream().map(Listed::householdId).toList(), body.proposedOn())
                        .map(count -> new ListAnswer(id, count, listed)));
    }

    @GET
    @Path("removal-lists/{id}")
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
        INSPECTOR,
        AUDITOR
    })
    @Operation(
            summary =
                    "The households of a list of removals, by id, with how far each has come and who proposed it when /"
                            + " 查询风险消除名单：逐户的办理情况、提出人和时间")
    public Uni<Page<RemovalViews.Listed>> list(UUID id, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.ofList(id, caller.scope(null), after, size + 1).map(found -> {
            if (found.isEmpty() && after == null) throw new Refused(Guard.NOT_FOUND, id.toString());
            return Page.of(found, size, listed -> listed.householdId().toString());
        });
    }

    @GET
    @Path("removal-candidates")
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
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Monitored households of an area with the nine criteria answered / 某地区监测对象逐条对照消除条件")
    public Uni<Page<RemovalCandidates.Candidate>> candidates(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var on = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return candidates
                .list(caller.scope(area), on, after, size + 1)
                .map(found -> Page.of(found, size, c -> c.householdId().toString()));
    }
}
