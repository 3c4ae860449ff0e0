package org.shouwang.monitoring.line;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.policy.PolicyTerms;

/** The monitoring lines of all areas and years. A missing one is told, never made up. */
@Singleton
public class Lines extends Streams<LineCommand, MonitoringLine, LineEvent> {

    private final Journal journal;

    Lines(Journal journal, @All List<Projection<LineEvent>> projections) {
        super(journal, "line", new LineDecider(), new EventCatalog<>(LineEvent.class), projections);
        this.journal = journal;
    }

    @Override
    protected String area(MonitoringLine state) {
        return state.set().isEmpty() ? null : state.set().getLast().areaCode();
    }

    /** The line that a policy compares with in a village on a day, yuan per person and year; empty where none is set. */
    public Uni<Optional<BigDecimal>> amount(
            StatelessSession session, PolicyTerms terms, String areaCode, LocalDate day) {
        return switch (terms.line().source()) {
            case FIXED -> Uni.createFrom().item(Optional.of(terms.line().amount()));
            case MONITORING_LINE_TABLE -> LineTable.amount(session, areaCode, day);
        };
    }

    Uni<List<LineTable.Row>> list(String scope, Integer year) {
        return journal.read(session -> LineTable.list(session, scope, year));
    }

    static UUID stream(String areaCode, int year) {
        return UUID.nameUUIDFromBytes(("line/" + areaCode + "/" + year).getBytes(StandardCharsets.UTF_8));
    }
}
