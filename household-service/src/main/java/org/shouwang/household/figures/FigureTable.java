package org.shouwang.household.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.figures.Facts.One;
import org.shouwang.household.registry.HouseholdEvent;

/**
 * The counts of each household by stretches of time, so that a figure can be given for any day. An event that is written down late counts
 * from the day it happened on, but never from before the last change that was known: what was counted meanwhile stays as it was.
 */
@Singleton
class FigureTable implements Projection<HouseholdEvent> {

    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private record Stretch(LocalDate from, Facts facts) {}

    @Override
    public List<String> tables() {
        return List.of("figure_household");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID household, List<Recorded<HouseholdEvent>> events) {
        return last(session, household).chain(last -> {
            var stretches = new ArrayList<Stretch>();
            last.ifPresent(stretches::add);
            for (var recorded : events) {
                var on = recorded.envelope().occurredOn();
                var before =
                        stretches.isEmpty() ? Facts.NONE : stretches.getLast().facts();
                var from = stretches.isEmpty() || stretches.getLast().from().isBefore(on)
                        ? on
                        : stretches.removeLast().from();
                stretches.add(new Stretch(from, before.after(recorded.event())));
            }
            var done = Uni.createFrom().voidItem();
            for (var i = 0; i < stretches.size(); i++) {
                var stretch = stretches.get(i);
                var to = i + 1 < stretches.size() ? stretches.get(i + 1).from() : OPEN;
                done = done.chain(() -> write(session, household, stretch, to));
            }
            return done;
        });
    }

    private static Uni<Void> write(StatelessSession session, UUID household, Stretch stretch, LocalDate to) {
        var f = stretch.facts();
        return Sql.update(
                        session,
                        """
                        insert into figure_household values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                          $20, $21, $22, $23, $24)
                        on conflict (household, from_on) do update set (to_on, active, area, group_code, grid_code, lifted, resident, relocated,
                          persons, residents, labour, pupils, dibao, tekun, disabled, posts, uninsured, working, worked, moved_working,
                          moved_worked, facts) = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                          $23, $24)""",
                        household,
                        stretch.from(),
                        to,
                        f.active(),
                        f.area(),
                        f.group(),
                        f.grid(),
                        f.type() == RegisteredType.LIFTED,
                        f.resident(),
                        f.relocated(),
                        f.members().size(),
                        f.count(One::resident),
                        f.count(One::works),
                        f.count(One::pupil),
                        f.holding(SecurityTag.DIBAO),
                        f.holding(SecurityTag.TEKUN),
                        f.holding(SecurityTag.DISABLED),
                        f.count(One::post),
                        f.count(One::uninsured),
                        f.count(One::working),
                        f.count(One::worked),
                        f.count(m -> f.moved(m) && m.working()),
                        f.count(m -> f.moved(m) && m.worked()),
                        write(f))
                .replaceWithVoid();
    }

    private static Uni<Optional<Stretch>> last(StatelessSession session, UUID household) {
        return Sql.rows(
                        session,
                        "select from_on, facts from figure_household where household = $1 and to_on = $2",
                        household,
                        OPEN)
                .map(rows -> rows.stream().findFirst().map(r -> new Stretch((LocalDate) r[0], read((String) r[1]))));
    }

    private static Facts read(String facts) {
        try {
            return Json.MAPPER.readValue(facts, Facts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("unreadable facts of a household", e);
        }
    }

    private static String write(Facts facts) {
        try {
            return Json.MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
