package org.shouwang.household.consent;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.daily.Daily;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.consent.ConsentCommand.Expire;

/** Ends the consents whose last day has passed: every day, and when an operator says so. Replicas may do it at the same time. */
@Singleton
class Expiry implements Daily {

    record Ticked(LocalDate date, int expired) {}

    private static final int BATCH = 500;

    private final Consents consents;
    private final Journal journal;
    private final Clock clock;

    Expiry(Consents consents, Journal journal, Clock clock) {
        this.consents = consents;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Ticked> today() {
        return tick(LocalDate.ofInstant(clock.instant(), Streams.ZONE), Actor.system("household"), "");
    }

    Uni<Ticked> tick(LocalDate date, Actor actor, String scope) {
        return journal.read(session -> Sql.rows(
                        session,
                        "select id from consent where status = 'GRANTED' and valid_to < $1 and area_code like $2 || '%' order by valid_to, id limit $3",
                        date,
                        scope,
                        BATCH))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> consents.handle(
                                (UUID) row[0],
                                new Expire(date),
                                cause(date, actor, (UUID) row[0]),
                                OptionalLong.empty()))
                        .collect()
                        .asList()
                        .chain(done -> done.size() < BATCH
                                ? Uni.createFrom().item(new Ticked(date, done.size()))
                                : tick(date, actor, scope)
                                        .map(rest -> new Ticked(date, done.size() + rest.expired()))));
    }

    private Cause cause(LocalDate date, Actor actor, UUID consent) {
        var id = UUID.nameUUIDFromBytes(("expiry/" + consent).getBytes(StandardCharsets.UTF_8));
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Streams.ZONE);
        return new Cause(actor, date.isAfter(today) ? today : date, now, id, id, null);
    }
}
