package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.removal.RemovalSamples.*;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.removal.RemovalCommand.Propose;

/** What a list tells of a household is what the rules would say to its proposal alone. */
class ProposalsTest {

    private final RemovalDecider decider = new RemovalDecider();

    @Property(tries = 2000)
    void a_proposal_is_taken_exactly_where_nothing_stands_against_it(
            @ForAll boolean natural,
            @ForAll boolean reasoned,
            @ForAll boolean proven,
            @ForAll boolean ended,
            @ForAll boolean helped,
            @ForAll Labour labour,
            @ForAll @IntRange(min = 0, max = 1) int warnings,
            @ForAll @IntRange(min = -20, max = 300) int daysAfter) {
        var f = helped ? facts(household(labour), measure("M02", "01")) : facts(household(labour));
        var known = new RemovalFacts(
                1,
                INCLUDED,
                f.risks(),
                f.everRisks(),
                LINE,
                f.household(),
                f.measures(),
                List.of(),
                List.of(),
                warnings);
        var command = new Propose(
                HOUSEHOLD,
                VILLAGE,
                natural ? RemovalMethod.NATURAL : RemovalMethod.ASSISTED,
                reasoned ? NaturalReason.ALL_DECEASED : null,
                proven ? docs("DOC_DEATH_CERTIFICATE") : List.of(),
                INCLUDED.plusDays(daysAfter),
                R2021,
                ended ? ended(known) : known);
        var against = Proposals.faults(command).size()
                + Criteria.failed(Proposals.answers(command), false).size();
        var taken = decider.decide(command, decider.initial()) instanceof Decision.Accepted<RemovalEvent>;
        Statistics.label("taken").collect(taken).coverage(c -> {
            c.check(true).percentage(p -> p > 3);
            c.check(false).percentage(p -> p > 3);
        });
        assertThat(taken).isEqualTo(against == 0);
        assertThat(proposable(command)).isEqualTo(taken);
    }

    /** Written out once more from the words of the rules. */
    private static boolean proposable(Propose c) {
        var on = c.proposedOn();
        if (on.isBefore(INCLUDED)) return false;
        if (c.method() == RemovalMethod.NATURAL)
            return c.naturalReason() != null
                    && !c.proof().isEmpty()
                    && c.facts().ended();
        var can = c.facts().household().members().stream()
                .anyMatch(m -> m.labour() != Labour.NONE && m.labour() != Labour.LOST);
        return c.naturalReason() == null
                && !c.facts().ended()
                && can
                && !c.facts().measures().isEmpty()
                && c.facts().warningsOpen() == 0
                && !on.isBefore(LocalDate.of(2022, 5, 15));
    }
}
