package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.identification.Story.*;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;

/** Whatever is asked in whatever order: nobody becomes an object past a missing step, an open objection or a running publicity. */
class CaseOrderTest {

    private final CaseDecider decider = new CaseDecider();

    @Provide
    Arbitrary<List<CaseCommand>> commands() {
        return Arbitraries.<CaseCommand>of(
                        visit(),
                        consent(),
                        comparison(),
                        review(),
                        review(false, REASON),
                        publicity(),
                        new EndPublicity(day(10)),
                        new RaiseObjection(OBJECTION, day(8), "该户有房"),
                        new DecideObjection(OBJECTION, day(9), false, REASON, "village-head"),
                        new DecideObjection(OBJECTION, day(9), true, REASON, "village-head"),
                        town(9),
                        town(11),
                        county(12),
                        county(20),
                        entry(20),
                        new Return(CaseState.VISITED, day(12), REASON, "county-operator"),
                        new Return(CaseState.REVIEWED, day(12), REASON, "county-operator"),
                        new Withdraw(day(4), "撤回"),
                        new Reject(RejectionReason.NO_RISK, REASON, income("24300.00"), day(20)))
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 3000)
    void no_order_of_commands_passes_a_missing_guard(@ForAll("commands") List<CaseCommand> commands) {
        var events = new ArrayList<CaseEvent>(List.of(history(open())));
        for (var command : commands)
            if (decider.decide(command, decider.replay(decider.initial(), events))
                    instanceof Decision.Accepted<CaseEvent>(var more)) events.addAll(more);
        check(events);
    }

    @Property(tries = 1000)
    void the_same_command_twice_is_the_same_as_once(@ForAll("commands") List<CaseCommand> commands) {
        var events = new ArrayList<CaseEvent>(List.of(history(open())));
        for (var command : commands) {
            if (!(decider.decide(command, decider.replay(decider.initial(), events))
                    instanceof Decision.Accepted<CaseEvent>(var more))) continue;
            events.addAll(more);
            var again = decider.decide(command, decider.replay(decider.initial(), events));
            assertThat(again).as("%s", command).isEqualTo(Decision.nothing());
        }
    }

    private void check(List<CaseEvent> events) {
        var included =
                events.stream().filter(InclusionDetermined.class::isInstance).toList();
        assertThat(included).hasSizeLessThanOrEqualTo(1);
        if (included.isEmpty()) return;
        var before = decider.replay(decider.initial(), events.subList(0, events.indexOf(included.getFirst())));
        var file = before.file();
        assertThat(file.visit()).isNotNull();
        assertThat(file.consent()).isNotNull();
        assertThat(file.comparison()).isNotNull();
        assertThat(file.recommendation()).isNotNull();
        assertThat(file.review().included()).isTrue();
        assertThat(file.objected()).isFalse();
        assertThat(file.town().reviewedOn()).isAfter(file.publicity().endsOn());
        assertThat(events.stream().noneMatch(e -> e instanceof CaseRejected || e instanceof CaseWithdrawn))
                .isTrue();
    }
}
