package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.eventsourcing.ReadBack;
import org.shouwang.monitoring.identification.CaseEvent.InclusionDetermined;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.GradeTrigger;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.*;
import org.shouwang.monitoring.object.ObjectDecider;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.object.ObjectEvent.*;
import org.shouwang.monitoring.object.RemovalMethod;

/**
 * Whatever happens to one household in whatever order, in several cases and removals at once: it is monitored at most once at a time. The cases
 * are opened as if nothing were known of the others, so that it does not hang on a list that may be late.
 */
class OneObjectTest {

    private static final int CASES = 4;

    private final CaseDecider cases = new CaseDecider();
    private final ObjectDecider objects = new ObjectDecider();

    /** One household; every request is taken as a whole or not at all. */
    private final class Life {

        final CaseScript script = CaseScript.of2020();
        final Map<Integer, IdentificationCase> open = new LinkedHashMap<>();
        final Map<Integer, Integer> steps = new LinkedHashMap<>();
        final List<ObjectEvent> events = new ArrayList<>();
        final Set<UUID> included = new HashSet<>();
        MonitoredObject object = objects.initial();
        boolean twice;

        /** The next step of that case. */
        void step(int number, LocalDate on) {
            var step = steps.merge(number, 1, Integer::sum);
            var command =
                    switch (step) {
                        case 1 -> script.open(on);
                        case 2 -> script.visit(on);
                        case 3 -> script.review(on, true);
                        default -> script.town(on);
                    };
            var state = open.getOrDefault(number, cases.initial());
            if (!(cases.decide(command, state) instanceof Accepted<CaseEvent>(var decided))) return;
            var determined = decided.stream()
                    .filter(InclusionDetermined.class::isInstance)
                    .map(InclusionDetermined.class::cast)
                    .findFirst();
            if (determined.isPresent() && !accepted(include(number, determined.get()))) {
                twice = true;
                return;
            }
            determined.ifPresent(_ -> assertThat(included.add(id(number))).isTrue());
            open.put(number, cases.replay(state, decided));
        }

        private Include include(int number, InclusionDetermined d) {
            return new Include(
                    id(number),
                    VILLAGE,
                    d.type(),
                    d.risks(),
                    d.grade(),
                    d.perCapita(),
                    d.line(),
                    d.determinedOn(),
                    null,
                    null);
        }

        boolean accepted(ObjectCommand command) {
            if (!(objects.decide(command, object) instanceof Accepted<ObjectEvent>(var decided))) return false;
            object = objects.replay(object, decided);
            events.addAll(decided);
            return true;
        }
    }

    @Property(tries = 1000)
    void a_household_is_monitored_once_at_a_time(
            @ForAll @Size(min = 10, max = 60) List<@IntRange(max = 15) Integer> choices) {
        var life = new Life();
        var on = life.script.clueOn();
        for (var choice : choices) {
            on = on.plusDays(1);
            if (choice < 2 * CASES) life.step(choice % CASES, on);
            else life.accepted(command(choice - 2 * CASES, on));
        }
        once(life);
        assertThat(objects.replay(objects.initial(), ReadBack.of(ObjectEvent.class, life.events)))
                .isEqualTo(life.object);
        Statistics.label("second inclusion refused").collect(life.twice).coverage(c -> c.check(true)
                .percentage(p -> p > 5));
        Statistics.label("included again")
                .collect(life.events.stream().anyMatch(ObjectReentered.class::isInstance))
                .coverage(c -> c.check(true).percentage(p -> p > 2));
    }

    private static ObjectCommand command(int choice, LocalDate on) {
        return switch (choice) {
            case 0 -> new BeginRemoval(id(7), on);
            case 1 -> new BeginRemoval(id(8), on);
            case 2 -> new Remove(id(7), RemovalMethod.NATURAL, on, NaturalReason.ALL_MOVED_OUT, null);
            case 3 -> new Remove(id(8), RemovalMethod.NATURAL, on, NaturalReason.ALL_MOVED_OUT, null);
            case 4 -> new AbandonRemoval(id(7), on);
            case 5 -> new RevokeRemoval(on, REASON);
            case 6 -> new VoidInclusion(on, REASON, doc("DOC_COUNTY_DECISION"));
            default ->
                new Assess(
                        on.getDayOfMonth() % 2 == 0 ? Grade.RED : Grade.YELLOW, GradeTrigger.REEVALUATION, "R", on, 0);
        };
    }

    /** As the events tell it: begun only where it was not going on, ended only where it was, its episodes numbered from one. */
    private static void once(Life life) {
        var active = false;
        var episode = 0;
        var removed = false;
        for (var event : life.events) {
            switch (event) {
                case ObjectReentered e -> assertThat(e.previousEpisode()).isEqualTo(episode);
                case ObjectIncluded e -> {
                    assertThat(active).as("included while monitored").isFalse();
                    assertThat(e.episode()).isEqualTo(++episode);
                    active = true;
                }
                case RiskRemoved e -> {
                    assertThat(active).isTrue();
                    assertThat(e.episode()).isEqualTo(episode);
                    active = false;
                    removed = true;
                }
                case ObjectVoided e -> {
                    assertThat(active).isTrue();
                    assertThat(e.episode()).isEqualTo(episode);
                    active = false;
                    removed = false;
                }
                case RemovalRevoked e -> {
                    assertThat(active).as("taken back while monitored").isFalse();
                    assertThat(removed).isTrue();
                    assertThat(e.episode()).isEqualTo(episode);
                    active = true;
                }
                case ObjectMoved _ -> {}
                case ObjectGraded _,
                        GradeChanged _,
                        ObjectTyped _,
                        RiskAdded _,
                        RiskResolved _,
                        NationalEntryRecorded _,
                        BigDataImported _,
                        NationalEntryUpdated _,
                        RemovalBegun _,
                        RemovalAbandoned _ -> assertThat(active).isTrue();
            }
        }
        assertThat(life.object.watched()).isEqualTo(active);
        assertThat(life.included).hasSize(episode);
    }
}
