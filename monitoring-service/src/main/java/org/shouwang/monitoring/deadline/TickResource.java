package org.shouwang.monitoring.deadline;

import static org.shouwang.monitoring.Roles.SYS_ADMIN;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The daily tick by hand, for operators and tests. */
@Path("/ticks")
@RolesAllowed(SYS_ADMIN)
@Tag(name = "operations 运维")
class TickResource {

    private final Tick tick;

    TickResource(Tick tick) {
        this.tick = tick;
    }

    @POST
    @Operation(summary = "Record what became late by a day; today where none is given / 记录到某日为止的逾期事项")
    public Uni<Tick.Result> run(@RestQuery LocalDate date) {
        return tick.run(date);
    }
}
