package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shouwang.stack.Ports;
import org.shouwang.stack.Postgres;

class PrimaryPoolTest {

    private record Addresses(Vertx vertx, PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {}

    @Test
    void of_several_servers_the_one_that_takes_writes_is_found() throws Exception {
        var vertx = Vertx.vertx();
        try (var postgres = Postgres.start(null, 0)) {
            assertThat(port(vertx, Ports.free(), postgres.port())).isEqualTo(postgres.port());
            assertThat(port(vertx, postgres.port(), Ports.free())).isEqualTo(postgres.port());
            var none = catchThrowable(() -> port(vertx, Ports.free(), Ports.free()));
            assertThat(none).isInstanceOf(ExecutionException.class);
            assertThat(Sql.passing(none)).isTrue();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static int port(Vertx vertx, Integer... ports) throws Exception {
        var addresses = List.of(ports).stream()
                .map(port -> PgConnectOptions.fromUri("postgresql://postgres@127.0.0.1:" + port + "/postgres"))
                .toList();
        Pool pool = new PrimaryPool().create(new Addresses(vertx, new PoolOptions(), addresses));
        return pool.query("select inet_server_port()")
                .execute()
                .map(rows -> rows.iterator().next().getInteger(0))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }
}
