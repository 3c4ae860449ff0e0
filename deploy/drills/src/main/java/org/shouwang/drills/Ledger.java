package org.shouwang.drills;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What the client sent and what it was answered: the record that everything else is held against. */
final class Ledger {

    /**
     * One try.
     *
     * @param begun nanoseconds, {@link System#nanoTime}
     * @param millis until the answer, or until the client knew that none comes
     * @param what the status and, for a problem, its code; or how the connection failed
     * @param version from the ETag of a 2xx, else 0
     * @param retryAfter whether the answer said when to try again
     * @param problem whether it was a problem document
     */
    record Answer(
            Command command,
            long begun,
            long millis,
            int status,
            String what,
            long version,
            boolean retryAfter,
            boolean problem) {
        boolean done() {
            return status / 100 == 2;
        }

        /** A refusal that says when to try again, as a problem. */
        boolean later() {
            return status == 503 && retryAfter && problem;
        }
    }

    private final Map<Command, Answer> acknowledged = new ConcurrentHashMap<>();
    private final Map<Command, Answer> refused = new ConcurrentHashMap<>();
    private final Collection<Command> sent = ConcurrentHashMap.newKeySet();
    private final Collection<Answer> answers = new ConcurrentLinkedQueue<>();

    void sent(Command command) {
        sent.add(command);
    }

    void answered(Answer answer) {
        answers.add(answer);
        if (answer.done()) acknowledged.put(answer.command(), answer);
    }

    /** An answer that no repeating changes. */
    void refused(Answer answer) {
        refused.put(answer.command(), answer);
    }

    Collection<Command> commands() {
        return List.copyOf(sent);
    }

    Map<Command, Answer> acknowledged() {
        return acknowledged;
    }

    Collection<Answer> refusals() {
        return refused.values();
    }

    Collection<Answer> answers() {
        return answers;
    }

    /** How often each answer other than 2xx came. */
    Map<String, Long> troubles() {
        return answers.stream()
                .filter(a -> !a.done())
                .collect(Collectors.groupingBy(Answer::what, TreeMap::new, Collectors.counting()));
    }

    long slowestMillis() {
        return answers.stream().mapToLong(Answer::millis).max().orElse(0);
    }
}
