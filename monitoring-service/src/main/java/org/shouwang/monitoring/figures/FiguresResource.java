package org.shouwang.monitoring.figures;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;

/** Monitored households and persons of an area: a list of figures, each with its code and its words, as the other services give theirs. */
@Path("/figures")
@Authenticated
@Tag(name = "figures 统计")
class FiguresResource {

    private final Figures figures;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(Figures figures, Caller caller, Clock clock) {
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Monitored households and persons of an area on a day / 某地区某日的监测对象户数和人数")
    public Uni<Figures.Report> figures(@RestQuery String area, @RestQuery LocalDate date) {
        var day = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return figures.of(caller.scope(area), day);
    }
}
