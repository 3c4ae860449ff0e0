package org.shouwang.drills;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A careful caller: sends a command with one key until it is answered for good, and writes down every answer. */
final class Client {

    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([A-Z_]+)\"");
    private static final Set<Integer> PASSING = Set.of(502, 503, 504, 429);
    private static final Set<String> NOT_YET =
            Set.of("NOT_YET_KNOWN", "NOT_FOUND", "HOUSEHOLD_UNKNOWN", "STATEMENT_UNSIGNED", "RISK_UNKNOWN");
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Stand stand;
    private final Ledger ledger;

    Client(Stand stand, Ledger ledger) {
        this.stand = stand;
        this.ledger = ledger;
    }

    /** @param patient asked before each repetition; true where the command was acknowledged */
    boolean send(Command command, BooleanSupplier patient) {
        ledger.sent(command);
        while (true) {
            var answer = once(command);
            ledger.answered(answer);
            if (answer.done()) return true;
            if (answer.status() != 0
                    && !PASSING.contains(answer.status())
                    && answer.status() < 500
                    && NOT_YET.stream().noneMatch(answer.what()::endsWith)) {
                ledger.refused(answer);
                return false;
            }
            if (!patient.getAsBoolean()) return false;
            Patience.sleep(PAUSE);
        }
    }

    private Ledger.Answer once(Command command) {
        var begun = System.nanoTime();
        try {
            var request = Http.request(stand.url() + command.path(), stand.token(command.user()))
                    .header("Idempotency-Key", command.key().toString())
                    .header(
                            "Content-Type",
                            command.method().equals("PUT") ? "application/json" : "text/plain; charset=UTF-8")
                    .method(command.method(), BodyPublishers.ofString(command.body()))
                    .build();
            var answer = Http.send(request);
            return new Ledger.Answer(
                    command,
                    begun,
                    millis(begun),
                    answer.statusCode(),
                    what(answer),
                    version(answer),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    answer.headers()
                            .firstValue("Content-Type")
                            .filter(type -> type.startsWith("application/problem+json"))
                            .isPresent());
        } catch (IOException e) {
            return new Ledger.Answer(
                    command, begun, millis(begun), 0, e.getClass().getSimpleName(), 0, false, false);
        }
    }

    private static String what(HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body());
        return answer.statusCode() + (code.find() ? " " + code.group(1) : "");
    }

    private static long version(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("ETag")
                .map(tag -> tag.replaceAll("[^0-9]", ""))
                .filter(digits -> !digits.isEmpty())
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }
}
