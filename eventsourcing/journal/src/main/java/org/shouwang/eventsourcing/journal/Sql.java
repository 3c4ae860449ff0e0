package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.ReactiveConnection;

/** Statements of the journal and of read models, on the connection and in the transaction of the session given. Parameters are {@code $1…}. */
public final class Sql {

    /** SQL states that pass: connection lost, resources short, shutting down, serialisation and deadlock. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40");

    private Sql() {}

    public static Uni<List<Object[]>> rows(StatelessSession session, String sql, Object... parameters) {
        return Uni.createFrom()
                .completionStage(() -> connection(session).select(sql, parameters))
                .map(result -> {
                    var rows = new ArrayList<Object[]>(result.size());
                    result.forEachRemaining(rows::add);
                    return rows;
                });
    }

    public static Uni<Integer> update(StatelessSession session, String sql, Object... parameters) {
        return Uni.createFrom().completionStage(() -> connection(session).update(sql, parameters));
    }

    /** A statement without parameters or result: the beginning and the end of transactions. */
    static Uni<Void> run(StatelessSession session, String sql) {
        return Uni.createFrom().completionStage(() -> connection(session).executeUnprepared(sql));
    }

    /** True where the same statement may well succeed a moment later. */
    public static boolean passing(Throwable failure) {
        return causes(failure).anyMatch(cause -> {
            var state = state(cause);
            return state != null
                    ? PASSING.contains(state.substring(0, 2))
                    : cause instanceof java.io.IOException
                                    && !(cause instanceof com.fasterxml.jackson.core.JacksonException)
                            || cause instanceof java.util.concurrent.TimeoutException
                            || cause instanceof io.vertx.core.VertxException
                            // that a connection was closed a moment ago is told without an exception's name
                            || cause instanceof io.vertx.core.impl.NoStackTraceThrowable;
        });
    }

    /** True where the database has no space left to write to. */
    public static boolean full(Throwable failure) {
        return states(failure).anyMatch("53100"::equals);
    }

    /** True where the database cannot be reached or cannot serve just now, whatever the statement. */
    static boolean away(Throwable failure) {
        return passing(failure) && !clash(failure);
    }

    /** True where the database undid the transaction for the sake of another. */
    static boolean clash(Throwable failure) {
        return states(failure).anyMatch(s -> s.startsWith("40"));
    }

    public static boolean violates(Throwable failure, String constraint) {
        return causes(failure)
                .anyMatch(cause -> "23505".equals(state(cause))
                        && cause.getMessage() != null
                        && cause.getMessage().contains(constraint));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static Stream<String> states(Throwable failure) {
        return causes(failure).map(Sql::state).filter(Objects::nonNull);
    }

    private static String state(Throwable cause) {
        return switch (cause) {
            case PgException e -> e.getSqlState();
            case SQLException e -> e.getSQLState();
            default -> null;
        };
    }

    private static ReactiveConnection connection(StatelessSession session) {
        return ((MutinyStatelessSessionImpl) session).getReactiveConnection();
    }
}
