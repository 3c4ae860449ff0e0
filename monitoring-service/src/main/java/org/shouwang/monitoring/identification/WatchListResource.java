package org.shouwang.monitoring.identification;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;

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

    private final WatchList watchList;
    private final Caller caller;

    WatchListResource(WatchList watchList, Caller caller) {
        this.watchList = watchList;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Households not included and watched on, with reason and income / 不纳入台账（持续关注）")
    public Uni<Page<WatchList.Row>> list(@RestQuery String area, @RestQuery UUID after, @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return watchList
                .list(caller.scope(area), after, size + 1)
                .map(found -> Page.of(found, size, row -> row.householdId().toString()));
    }
}
