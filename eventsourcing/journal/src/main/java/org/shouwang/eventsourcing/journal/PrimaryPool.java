package org.shouwang.eventsourcing.journal;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where {@code quarkus.datasource.reactive.url} names several servers, connections go to the one that takes writes: all are asked before
 * each new connection, because after a failover it is another one. The client itself would take turns.
 */
@Singleton
class PrimaryPool implements PgPoolCreator {

    private static final int ASKING_MS = 5_000;

    @Override
    public Pool create(Input input) {
        var servers = input.pgConnectOptionsList();
        var pool = PgBuilder.pool().with(input.poolOptions()).using(input.vertx());
        return servers.size() == 1
                ? pool.connectingTo(servers.getFirst()).build()
                : pool.connectingTo(() -> primary(input.vertx(), servers)).build();
    }

    private static Future<SqlConnectOptions> primary(Vertx vertx, List<PgConnectOptions> servers) {
        var asked = servers.stream().map(server -> asked(vertx, server)).toList();
        return Future.any(asked)
                .map(first -> (SqlConnectOptions) servers.get(IntStream.range(0, servers.size())
                        .filter(first::succeeded)
                        .findFirst()
                        .orElseThrow()))
                .recover(_ -> Future.failedFuture(new ConnectException("no server takes writes")));
    }

    private static Future<Void> asked(Vertx vertx, PgConnectOptions server) {
        var briefly = new PgConnectOptions(server).setConnectTimeout(ASKING_MS).setReconnectAttempts(0);
        return PgConnection.connect(vertx, briefly)
                .compose(connection -> connection
                        .query("select pg_is_in_recovery()")
                        .execute()
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .onComplete(_ -> connection.close()))
                .compose(standby ->
                        standby ? Future.<Void>failedFuture("takes no writes") : Future.<Void>succeededFuture());
    }
}
