package org.shouwang.eventsourcing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void who_comes_when_the_house_is_full_is_sent_away_at_once_and_health_may_always_be_asked() throws Exception {
        var vertx = Vertx.vertx();
        var filters = new Filters();
        new Door(new ObjectMapper(), 1, "/house").open(filters);
        var router = Router.router(vertx);
        var working = new ArrayBlockingQueue<RoutingContext>(1);
        filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
        router.route("/house/q/*").handler(context -> context.end("well"));
        router.route().handler(working::add);
        try (var client = HttpClient.newHttpClient()) {
            var server = vertx.createHttpServer()
                    .requestHandler(router)
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            var house = URI.create("http://127.0.0.1:" + server.actualPort() + "/house/");
            var first = client.sendAsync(HttpRequest.newBuilder(house).build(), BodyHandlers.ofString());
            var guest = working.poll(10, TimeUnit.SECONDS);

            var second = get(client, house);
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
            assertThat(second.body()).contains("\"code\":\"TEMPORARILY_AWAY\"", "系统暂时不可用");
            assertThat(get(client, house.resolve("q/health")).statusCode()).isEqualTo(200);

            guest.end("done");
            assertThat(first.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
            var third = client.sendAsync(HttpRequest.newBuilder(house).build(), BodyHandlers.ofString());
            working.poll(10, TimeUnit.SECONDS).end("done");
            assertThat(third.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
