package org.shouwang.archive.log;

import static org.shouwang.archive.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;

/** The log itself, for whoever checks it with tools of their own. */
@Path("/events")
@Produces("application/json")
@Tag(name = "events 事件")
class EventResource {

    /**
     * An event with everything that its hash is made of.
     *
     * @param position place in the order of arrival; a rebuild of the archive numbers anew
     * @param data the published text, exactly the bytes that are hashed
     * @param hash SHA-256 in lower-case hex, like the other hashes
     * @param fault what was wrong on arrival; absent where nothing was
     */
    record EventView(
            long position,
            String service,
            UUID id,
            String kind,
            UUID stream,
            long version,
            String type,
            int revision,
            LocalDate occurredOn,
            Instant recordedAt,
            String actor,
            String role,
            String actorArea,
            String dept,
            String area,
            UUID subject,
            String policy,
            Integer policyVersion,
            UUID correlation,
            UUID causation,
            String data,
            String personalHash,
            String previous,
            String hash,
            Fault fault) {}

    private final Journal journal;
    private final EventLog log;
    private final Caller caller;

    EventResource(Journal journal, EventLog log, Caller caller) {
        this.journal = journal;
        this.log = log;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({AUDITOR, INSPECTOR, COUNTY_OPERATOR, COUNTY_APPROVER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "All events of all services in the order of arrival / 各服务的全部事件（按到达顺序）")
    public Uni<Page<EventView>> events(
            @Parameter(description = "area code or its start / 区划代码或其前几位") @RestQuery String area,
            @Parameter(description = "household that the event is about / 涉及的户") @RestQuery UUID household,
            @RestQuery String service,
            @RestQuery String kind,
            @RestQuery UUID stream,
            @RestQuery String type,
            @Parameter(description = "occurredOn from this day / 发生日期起") @RestQuery String from,
            @Parameter(description = "occurredOn up to this day / 发生日期止") @RestQuery String to,
            @Parameter(description = "true: only those that arrived with a fault / 仅列有问题的") @RestQuery boolean faulty,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var search = new EventLog.Search(
                caller.scope(area),
                household,
                service,
                kind,
                stream,
                type,
                Asked.day("from", from),
                Asked.day("to", to),
                faulty,
                Asked.position("after", after),
                size + 1);
        return journal.read(session -> log.search(session, search))
                .map(found -> Page.of(
                        found.stream().map(EventResource::view).toList(), size, e -> Long.toString(e.position())));
    }

    private static EventView view(Archived archived) {
        var e = archived.event().envelope();
        var hex = HexFormat.of();
        var personal = archived.event().personalHash();
        return new EventView(
                archived.position(),
                archived.service(),
                e.id(),
                e.kind(),
                e.stream(),
                e.version(),
                e.type(),
                e.revision(),
                e.occurredOn(),
                e.recordedAt(),
                e.actor().user(),
                e.actor().role(),
                e.actor().area(),
                e.actor().dept(),
                e.area(),
                e.subject(),
                e.policy() == null ? null : e.policy().id(),
                e.policy() == null ? null : e.policy().version(),
                e.correlation(),
                e.causation(),
                archived.event().data(),
                personal == null ? null : hex.formatHex(personal),
                hex.formatHex(archived.event().previous()),
                hex.formatHex(archived.event().hash()),
                archived.fault());
    }
}
