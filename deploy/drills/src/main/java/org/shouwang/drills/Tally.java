package org.shouwang.drills;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the requests of a flood were answered with, and after how long. */
final class Tally {

    /** One who asks for too much at once, and too much of all. */
    private static final Set<Integer> REFUSALS = Set.of(429, 503);

    private final Map<Integer, Queue<Integer>> millis = new ConcurrentHashMap<>();
    private final LongAdder sent = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder withoutRetryAfter = new LongAdder();

    /** Until the connection ends. @param waiting when each request was sent, the oldest first */
    void read(Socket socket, Queue<Long> waiting) {
        try {
            var answers = new Answers(socket.getInputStream());
            for (var answer = answers.next(); answer.status() > 0; answer = answers.next()) {
                var sent = waiting.remove();
                millis.computeIfAbsent(answer.status(), _ -> new ConcurrentLinkedQueue<>())
                        .add((int) ((System.nanoTime() - sent) / 1_000_000));
                if (REFUSALS.contains(answer.status()) && !answer.retryAfter()) withoutRetryAfter.increment();
            }
        } catch (IOException e) {
            // Cut off or silent: what came before is counted, what was still waiting too.
        }
    }

    void sent() {
        sent.increment();
    }

    void cut() {
        cut.increment();
    }

    void unanswered(int requests) {
        unanswered.add(requests);
    }

    /**
     * So many were sent, and not more than a third of them never answered; every answer is the list or a refusal that says when to come again; half of the refusals come within
     * {@code early} ms.
     */
    void judge(Found found, long early, long least) {
        if (sent.sum() < least)
            found.wrong("only %,d of at least %,d requests of the flood were sent".formatted(sent.sum(), least));
        if (unanswered.sum() > sent.sum() / 3)
            found.wrong("%,d of %,d requests of the flood were never answered".formatted(unanswered.sum(), sent.sum()));
        for (var status : millis.keySet())
            if (status != 200 && !REFUSALS.contains(status))
                found.wrong("requests of the flood were answered with " + status);
        if (withoutRetryAfter.sum() > 0) found.wrong(withoutRetryAfter + " refusals without Retry-After");
        var refusals = sorted(REFUSALS);
        if (refusals.length == 0) found.wrong("nothing was refused");
        else if (at(refusals, 0.5) > early)
            found.wrong("half of the refusals took longer than " + at(refusals, 0.5) + " ms");
    }

    String line(int seconds) {
        var counts = new TreeMap<Integer, String>();
        millis.keySet().forEach(status -> {
            var times = sorted(Set.of(status));
            counts.put(
                    status,
                    "%,d after %d / %d ms (half / 99 %%)".formatted(times.length, at(times, 0.5), at(times, 0.99)));
        });
        return "%,d sent in %d s (%,d/s), answers by status %s, connections cut %d, %,d behind others on a connection and not answered when it was closed"
                .formatted(sent.sum(), seconds, sent.sum() / seconds, counts, cut.sum(), unanswered.sum());
    }

    private int[] sorted(Set<Integer> statuses) {
        return statuses.stream()
                .flatMap(status -> millis.getOrDefault(status, new ConcurrentLinkedQueue<>()).stream())
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static int at(int[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }
}
