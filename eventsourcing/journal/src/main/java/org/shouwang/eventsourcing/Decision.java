package org.shouwang.eventsourcing;

import java.util.Arrays;
import java.util.List;

/** The answer to a command: events to record (none: already so), or the reason why it was refused. */
public sealed interface Decision<E> {

    record Accepted<E>(List<E> events) implements Decision<E> {}

    /** @param details what exactly is wrong, as short codes or names: the missing documents, the failed criteria */
    record Refused<E>(Reason reason, List<String> details) implements Decision<E> {}

    /** Implemented by one enum per feature; {@code name()} is the stable code that clients see. */
    interface Reason {

        /** UNKNOWN: no such thing. FORBIDDEN: not by you. CONFLICT: not in this state. INVALID: not with these values. */
        enum Kind {
            UNKNOWN,
            FORBIDDEN,
            CONFLICT,
            INVALID
        }

        String name();

        Kind kind();

        /** One sentence that a town clerk understands, in Chinese. */
        String zh();

        /** The same sentence in English. */
        String en();
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    static <E> Decision<E> refuse(Reason reason, String... details) {
        return new Refused<>(reason, Arrays.asList(details));
    }

    static <E> Decision<E> refuse(Reason reason, List<String> details) {
        return new Refused<>(reason, List.copyOf(details));
    }
}
