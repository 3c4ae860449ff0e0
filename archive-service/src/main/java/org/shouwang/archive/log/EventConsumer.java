package org.shouwang.archive.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.logging.Logger;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.inbox.Consumer;

/**
 * Takes in every event of every service, this one's own too, and notes what is wrong with it. The meter counts an event once, however often
 * the batch that holds it has to be tried. A rebuild numbers positions anew; an event that came late out of the dead letters then has its place, and no gap is noted where it was missing.
 */
@Singleton
class EventConsumer extends Consumer {

    private static final Logger LOG = Logger.getLogger(EventConsumer.class);

    /** More than one poll brings: what fails is tried again before anything else is read. */
    private static final int REMEMBERED = 10_000;

    private final EventLog log;
    private final List<Intake> intakes;
    private final MeterRegistry meters;

    private final Set<UUID> counted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    EventConsumer(EventLog log, @All List<Intake> intakes, MeterRegistry meters) {
        super("household.events", "monitoring.events", "assistance.events", "archive.events");
        this.log = log;
        this.intakes = intakes;
        this.meters = meters;
    }

    @Override
    public List<String> tables() {
        return Stream.concat(EventLog.TABLES.stream(), intakes.stream().flatMap(i -> i.tables().stream()))
                .toList();
    }

    @Override
    protected Uni<?> apply(StatelessSession session, Message message) {
        var service = message.source().substring(1);
        return log.append(session, service, message.event())
                .call(archived -> Multi.createFrom()
                        .iterable(intakes)
                        .onItem()
                        .transformToUniAndConcatenate(intake -> intake.take(session, archived))
                        .collect()
                        .asList())
                .invoke(archived -> {
                    if (counted.add(message.event().envelope().id())) count(service, archived.fault());
                });
    }

    private void count(String service, Fault fault) {
        meters.counter("shouwang_archived_events", "service", service, "fault", fault == null ? "none" : fault.name())
                .increment();
        if (fault != null) LOG.warnf("an event of %s was archived with a fault: %s", service, fault.en());
    }
}
