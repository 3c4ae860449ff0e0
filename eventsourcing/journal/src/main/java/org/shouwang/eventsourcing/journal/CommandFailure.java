package org.shouwang.eventsourcing.journal;

import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision;

/** Why a command did not go through. One mapper turns these into HTTP problems; consumers decide for themselves. */
public abstract sealed class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private CommandFailure(String message) {
        super(message, null, false, false);
    }

    /** The rules say no. */
    public static final class Refused extends CommandFailure {
        private static final long serialVersionUID = 1;
        private final transient Decision.Reason reason;
        private final transient List<String> details;

        public Refused(Decision.Reason reason, List<String> details) {
            super(details.isEmpty() ? reason.name() : reason.name() + details);
            this.reason = reason;
            this.details = details;
        }

        public Refused(Decision.Reason reason, String... details) {
            this(reason, List.of(details));
        }

        public Decision.Reason reason() {
            return reason;
        }

        public List<String> details() {
            return details;
        }
    }

    /** The stream moved on since the caller read it, or another command won the race. */
    public static final class Stale extends CommandFailure {
        private static final long serialVersionUID = 1;

        private final String stream;

        Stale(String kind, UUID stream, long expected) {
            super("%s is no longer at version %d".formatted(kind, expected));
            this.stream = kind + "/" + stream;
        }

        String stream() {
            return stream;
        }
    }
}
