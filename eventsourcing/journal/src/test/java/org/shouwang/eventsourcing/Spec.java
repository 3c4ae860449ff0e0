package org.shouwang.eventsourcing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** given events, when command, then events or a refusal. Reads as the rule it checks. */
public final class Spec<C, S, E> {

    private final Decider<C, S, E> decider;
    private final List<E> history;

    private Spec(Decider<C, S, E> decider, List<E> history) {
        this.decider = decider;
        this.history = history;
    }

    public static <C, S, E> Spec<C, S, E> of(Decider<C, S, E> decider) {
        return new Spec<>(decider, List.of());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Spec<C, S, E> given(E... events) {
        return new Spec<>(decider, List.of(events));
    }

    public Then<E> when(C command) {
        return new Then<>(decider.decide(command, decider.replay(decider.initial(), history)));
    }

    public record Then<E>(Decision<E> decision) {

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... events) {
            assertThat(decision).isEqualTo(Decision.accept(events));
        }

        /** The events, for checks on a part of them; fails where the command was refused. */
        public List<E> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<E>) decision).events();
        }

        public void thenNothing() {
            assertThat(decision).isEqualTo(Decision.nothing());
        }

        public void thenRefused(Decision.Reason reason, String... details) {
            assertThat(decision).isEqualTo(Decision.refuse(reason, details));
        }

        /** Refused for this reason, whatever the details. */
        public void thenRefusedFor(Decision.Reason reason) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> assertThat(refused.reason())
                    .isEqualTo(reason));
        }
    }
}
