package org.shouwang.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.shouwang.bench.Driver.Limit;
import org.shouwang.bench.NoteEvent.IncomeNoted;
import org.shouwang.stack.Ports;

/** Clients of the command's endpoint, each with a connection that it keeps, waiting for each answer. */
final class HttpClients implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int port;
    private final String token;
    private final Supplier<Meter> meters;
    private final Buffer body;

    /** @param meters of the processes that take part */
    HttpClients(int clients, int port, String token, Supplier<Meter> meters) {
        this.client = vertx.createHttpClient(new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(clients));
        this.port = port;
        this.token = token;
        this.meters = meters;
        try {
            body = Buffer.buffer(new ObjectMapper().writeValueAsBytes(IncomeNoted.of(1)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param streams that were prepared in that round; every client has its own */
    Measured run(int clients, double seconds, int round, long streams) throws InterruptedException {
        Executor inLoop = task -> vertx.runOnContext(_ -> task.run());
        var each = streams / clients;
        return new Driver(() -> inLoop, meters).run(clients, Limit.seconds(seconds), (caller, turn) -> {
            var stream = Worker.numbered(round, caller * each + turn % each);
            return client.request(HttpMethod.PUT, port, Ports.HOST, "/bench/notes/" + stream)
                    .compose(request -> request.putHeader("Authorization", "Bearer " + token)
                            .putHeader("Content-Type", "application/json")
                            .send(body))
                    .compose(response -> response.body().map(text -> {
                        if (response.statusCode() != 204)
                            throw new IllegalStateException(response.statusCode() + " " + text);
                        return 1;
                    }))
                    .toCompletionStage();
        });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
