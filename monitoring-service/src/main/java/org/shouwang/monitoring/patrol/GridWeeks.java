package org.shouwang.monitoring.patrol;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.Roles;
import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.meeting.IsoWeek;
import org.shouwang.monitoring.patrol.GridWeekCommand.Report;

/** The weekly reports of all grids, one stream per grid and week. */
@Singleton
class GridWeeks extends Streams<GridWeekCommand, GridWeek, GridWeekEvent> {

    /** A report as it was handed in. @param reporter null: who hands it in */
    record Call(
            String areaCode,
            String gridCode,
            IsoWeek week,
            LocalDate reportedOn,
            String reporter,
            boolean normal,
            String note) {}

    private final Journal journal;
    private final GridFacts grids;
    private final PatrolViews patrols;

    GridWeeks(Journal journal, @All List<Projection<GridWeekEvent>> projections, GridFacts grids, PatrolViews patrols) {
        super(journal, "grid-week", new GridWeekDecider(), new EventCatalog<>(GridWeekEvent.class), projections);
        this.journal = journal;
        this.grids = grids;
        this.patrols = patrols;
    }

    @Override
    protected String area(GridWeek state) {
        return state.reported() == null ? null : state.reported().areaCode();
    }

    Uni<Outcome> report(Call call, Cause cause, OptionalLong expected) {
        var id = UUID.nameUUIDFromBytes(
                ("grid-week/" + call.gridCode() + "/" + call.week()).getBytes(StandardCharsets.UTF_8));
        Function<StatelessSession, Uni<Outcome>> work = session ->
                command(session, call, cause).chain(command -> handle(session, id, command, cause, expected));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<Report> command(StatelessSession session, Call call, Cause cause) {
        var actor = cause.actor();
        return grids.carers(session, call.gridCode(), call.reportedOn())
                .chain(carers -> patrols.risks(session, call.gridCode(), call.week())
                        .map(risks -> new Report(
                                call.areaCode(),
                                call.gridCode(),
                                call.week(),
                                call.reportedOn(),
                                call.reporter() == null ? actor.user() : call.reporter(),
                                call.normal(),
                                call.note(),
                                carers,
                                Roles.GRID_MEMBER.equals(actor.role()) ? actor.user() : null,
                                risks)));
    }
}
