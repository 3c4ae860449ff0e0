package org.shouwang.assistance.deadline;

import static org.shouwang.assistance.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;

/** What is due, and the daily note of what is late. */
@Path("/")
@Tag(name = "deadlines 时限与待办")
class DeadlineResource {

    private final Worklist worklist;
    private final Tick tick;
    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    DeadlineResource(Worklist worklist, Tick tick, Journal journal, Caller caller, Clock clock) {
        this.worklist = worklist;
        this.tick = tick;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("worklist")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "What waits to be done in an area, as it stood on a day / 某日的帮扶待办清单")
    public Uni<Page<Worklist.Item>> worklist(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery String after, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var size = Page.limit(limit);
        var day = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return journal.read(session -> worklist.page(session, scope, day, after, size + 1))
                .map(items -> Page.of(items, size, Worklist.Item::cursor));
    }

    @POST
    @Path("ticks")
    @RolesAllowed(SYS_ADMIN)
    @Operation(summary = "Note what is late by a day; done by itself every night / 登记截至某日逾期的事项（每日自动执行）")
    public Uni<Tick.Result> tick(@RestQuery LocalDate date) {
        return tick.run(caller.scope(null), date);
    }
}
