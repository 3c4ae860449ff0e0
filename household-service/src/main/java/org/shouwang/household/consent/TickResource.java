package org.shouwang.household.consent;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;

/** What the calendar brings about, on request. */
@Path("/ticks")
@RolesAllowed({SYS_ADMIN, COUNTY_OPERATOR})
@Tag(name = "operations 运维")
class TickResource {

    private final Expiry expiry;
    private final Caller caller;
    private final Clock clock;

    TickResource(Expiry expiry, Caller caller, Clock clock) {
        this.expiry = expiry;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Operation(summary = "Record which consents ended by a date; again changes nothing / 记录截至某日到期的授权")
    public Uni<Expiry.Ticked> tick(@RestQuery LocalDate date) {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        if (date != null && date.isAfter(today)) throw new Refused(Refusal.DATE_IN_FUTURE, date.toString());
        return expiry.tick(date == null ? today : date, caller.actor(), caller.scope(null));
    }
}
