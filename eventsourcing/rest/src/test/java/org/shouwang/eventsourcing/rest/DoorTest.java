package org.shouwang.eventsourcing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<RoutingContext> working = new LinkedBlockingQueue<>();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void who_comes_when_the_house_is_full_is_sent_away_at_once_and_health_may_always_be_asked() throws Exception {
        var house = house(1, 1);
        try (var client = HttpClient.newHttpClient()) {
            var first = ask(client, house, "a");
            var guest = working.poll(10, TimeUnit.SECONDS);

            var second = ask(client, house, "b").get(10, TimeUnit.SECONDS);
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            assertThat(second.body()).contains("\"code\":\"TEMPORARILY_AWAY\"", "系统暂时不可用");
            assertThat(ask(client, house.resolve("q/health"), "a")
                            .get(10, TimeUnit.SECONDS)
                            .statusCode())
                    .isEqualTo(200);

            guest.end("done");
            assertThat(first.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
            var third = ask(client, house, "b");
            working.poll(10, TimeUnit.SECONDS).end("done");
            assertThat(third.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void who_asks_for_too_much_at_once_leaves_room_for_the_others() throws Exception {
        var house = house(3, 2);
        try (var client = HttpClient.newHttpClient()) {
            for (var caller : Arrays.asList("a", null)) {
                var asked = List.of(ask(client, house, caller), ask(client, house, caller));
                var guests = List.of(working.poll(10, TimeUnit.SECONDS), working.poll(10, TimeUnit.SECONDS));

                var more = ask(client, house, caller).get(10, TimeUnit.SECONDS);
                assertThat(more.statusCode()).isEqualTo(429);
                assertThat(more.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(more.body()).contains("\"code\":\"TOO_MANY_AT_ONCE\"", "您同时发出的请求过多");

                var other = ask(client, house, "b");
                working.poll(10, TimeUnit.SECONDS).end("done");
                assertThat(other.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
                guests.forEach(guest -> guest.end("done"));
                for (var answer : asked)
                    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
                var again = ask(client, house, caller);
                working.poll(10, TimeUnit.SECONDS).end("done");
                assertThat(again.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void who_announces_a_body_and_does_not_send_it_is_cut_off_and_who_has_none_waits_for_the_answer() throws Exception {
        var house = house(2, 2);
        try (var client = HttpClient.newHttpClient();
                var slow = new Socket(house.getHost(), house.getPort())) {
            var without = client.sendAsync(
                    HttpRequest.newBuilder(house)
                            .PUT(BodyPublishers.ofByteArray(new byte[0]))
                            .build(),
                    BodyHandlers.ofString());
            var guest = working.poll(10, TimeUnit.SECONDS);

            slow.setSoTimeout(10_000);
            slow.getOutputStream()
                    .write("PUT /house/ HTTP/1.1\r\nHost: house\r\nContent-Length: 100\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(slow.getInputStream().read()).isEqualTo(-1);

            guest.end("done");
            assertThat(without.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
        }
    }

    private URI house(int most, int mostOfOne) throws Exception {
        var filters = new Filters();
        new Door(new ObjectMapper(), most, mostOfOne, Duration.ofMillis(20), "/house").open(filters);
        var router = Router.router(vertx);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route("/house/q/*").handler(context -> context.end("well"));
        router.route().handler(working::add);
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    request.pause();
                    router.handle(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return URI.create("http://127.0.0.1:" + server.actualPort() + "/house/");
    }

    /** @param token null: none */
    private static CompletableFuture<HttpResponse<String>> ask(HttpClient client, URI address, String token) {
        var request = HttpRequest.newBuilder(address);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
