package org.shouwang.household.quality;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.daily.Daily;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.household.quality.QualityStore.Due;
import org.shouwang.household.quality.QualityStore.Looked;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Picture;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Rules;
import org.shouwang.household.succession.Extent;

/** Looks at the households that changed since they were last looked at: when somebody asks, and every night at all. */
@Singleton
class QualityReview implements Daily {

    private static final int AT_ONCE = 200;
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final Households households;
    private final Bounds bounds;
    private final Journal journal;
    private final Clock clock;

    QualityReview(Households households, Bounds bounds, Journal journal, Clock clock) {
        this.households = households;
        this.bounds = bounds;
        this.journal = journal;
        this.clock = clock;
    }

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), Streams.ZONE);
    }

    @Override
    public Uni<Integer> today() {
        return look("", "", Integer.MAX_VALUE);
    }

    /** @param most households to be looked at now @return how many there were */
    Uni<Integer> look(String scope, String own, int most) {
        return journal.read(session -> Extent.of(session, scope, own)).chain(extent -> look(extent, most));
    }

    private Uni<Integer> look(Extent extent, int most) {
        var run = new Run(extent, day(), most);
        return Multi.createBy()
                .repeating()
                .uni(() -> next(run))
                .whilst(done -> done > 0 && run.left > 0)
                .collect()
                .with(Collectors.summingInt(done -> done));
    }

    /** How far one looking has come. */
    private static final class Run {

        private final Extent extent;
        private final LocalDate today;
        private Due last = Due.NONE;
        private int left;

        Run(Extent extent, LocalDate today, int most) {
            this.extent = extent;
            this.today = today;
            this.left = most;
        }
    }

    private Uni<Integer> next(Run run) {
        var most = Math.min(run.left, AT_ONCE);
        return journal.read(session -> QualityStore.due(session, run.extent, run.today, run.last, most))
                .call(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : journal.once(session -> QualityStore.lock(session)
                                .chain(() -> QualityStore.due(session, run.extent, run.today, run.last, most))
                                .chain(still -> look(session, still, run.today))))
                .map(due -> {
                    if (!due.isEmpty()) run.last = due.getLast();
                    run.left -= due.size();
                    return due.size();
                });
    }

    private Uni<Void> look(StatelessSession session, List<Due> due, LocalDate today) {
        if (due.isEmpty()) return Uni.createFrom().voidItem();
        var ids = due.stream().map(Due::household).toArray(UUID[]::new);
        return Besides.of(session, ids)
                .chain(beside -> households.loadAll(session, List.of(ids)).map(states -> due.stream()
                        .map(d -> looked(d, states.get(d.household()).state(), beside.apply(d.household()), today))
                        .toList()))
                .chain(looked -> QualityStore.write(session, looked));
    }

    private Looked looked(Due due, Household state, Beside beside, LocalDate today) {
        return state instanceof Active h
                ? new Looked(due, Rules.check(Picture.of(h, beside, today, bounds)), until(h.all(), bounds, today))
                : new Looked(due, List.of(), NEVER);
    }

    /** The next birthday that counts; who was born on 29 February has it a day later in most years. */
    static LocalDate until(List<Member> members, Bounds bounds, LocalDate today) {
        return members.stream()
                .map(Member::person)
                .filter(p -> p != null && p.birthDate() != null)
                .flatMap(p -> bounds.ages().mapToObj(age -> p.birthDate().plusYears(age)))
                .flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(today::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
    }
}
