package org.shouwang.eventsourcing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;

/**
 * No operator carries a context to the next one ({@code mp.context.ThreadContext.propagated=None}), and commands of many requests share a
 * transaction: a request is its caller's all the same, also after the journal's answers.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class CallerTest {

    private static final Map<String, String> VILLAGES =
            Map.of("town-operator", "610727105208", "other-town", "610727101201");
    private static final int EACH = 50;

    @Inject
    Journal journal;

    @TestHTTPResource("notes/")
    URI address;

    @Test
    void of_two_who_ask_at_the_same_time_each_signs_with_their_own_name() {
        var tokens = new HashMap<String, String>();
        VILLAGES.keySet().forEach(user -> tokens.put(user, Servers.token(user)));
        var asked = new HashMap<UUID, String>();
        try (var client = HttpClient.newHttpClient()) {
            var answers = new HashMap<UUID, CompletableFuture<Integer>>();
            for (var i = 0; i < EACH; i++)
                VILLAGES.forEach((user, village) -> {
                    var note = UUID.randomUUID();
                    asked.put(note, user);
                    answers.put(note, sign(client, tokens.get(user), note, village));
                });
            answers.forEach((note, status) -> assertThat(status.join())
                    .as("%s of %s", note, asked.get(note))
                    .isEqualTo(204));
        }
        var recorded = Bench.rows(
                journal,
                "select stream, actor, actor_area, data from event where kind = 'note' and stream = any($1) and type = 'LineWritten'",
                (Object) asked.keySet().toArray(UUID[]::new));
        assertThat(recorded).hasSize(2 * 2 * EACH).allSatisfy(r -> {
            var user = asked.get((UUID) r[0]);
            assertThat(r[1]).isEqualTo(user);
            assertThat(r[2]).isEqualTo(VILLAGES.get(user).substring(0, 9) + "000");
            assertThat(r[3]).isEqualTo("{\"text\":\"%s\"}".formatted(user));
        });
    }

    private CompletableFuture<Integer> sign(HttpClient client, String token, UUID note, String village) {
        var request = HttpRequest.newBuilder(address.resolve(note + "/signature"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"area\":\"%s\"}".formatted(village)))
                .build();
        return client.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> answer.statusCode());
    }
}
