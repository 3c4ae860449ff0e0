package org.shouwang.monitoring.omission;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;

/** The households that may have been left out. */
@Path("/omissions")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "omission 应纳未纳")
class OmissionResource {

    private static final int COUNTY = 6;

    private final Omissions omissions;
    private final Caller caller;
    private final Clock clock;

    OmissionResource(Omissions omissions, Caller caller, Clock clock) {
        this.omissions = omissions;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Households below the line that are neither monitored nor decided against / 应纳未纳疑似名单",
            description = "An area of one county or less. Each is to be visited: the list decides nothing.")
    public Uni<Page<Omissions.Row>> list(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery UUID after, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        if (scope.length() < COUNTY) throw new BadRequest("area", "请限定在一个县以内", "must lie in one county");
        var size = Page.limit(limit);
        var day = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return omissions
                .list(scope, day, after, size + 1)
                .map(found -> Page.of(found, size, row -> row.householdId().toString()));
    }
}
