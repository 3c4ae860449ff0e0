package org.shouwang.eventsourcing.journal;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/**
 * Empty copies of a read model's tables in a schema of their own, to be filled while the service goes on and then put in the place of
 * the tables. Who writes these tables waits for that last transaction, who reads them for its commit.
 */
public final class Shadow {

    private final List<String> tables;
    private final String schema;

    public Shadow(String readModel, List<String> tables) {
        this.tables = tables;
        this.schema = "rebuild_" + readModel.toLowerCase(Locale.ROOT);
    }

    public Uni<Void> create(StatelessSession session) {
        return Sql.run(session, "drop schema if exists %1$s cascade; create schema %1$s".formatted(schema))
                .chain(() -> each(session, "create table %2$s.%1$s (like public.%1$s including all)"));
    }

    /** An empty copy of another table that helps while the copies are filled and goes away with them. */
    public Uni<Void> beside(StatelessSession session, String table) {
        return Sql.run(session, "create table %2$s.%1$s (like public.%1$s including all)".formatted(table, schema));
    }

    /** Until the transaction ends, the read model's tables are the copies. */
    public Uni<Void> use(StatelessSession session) {
        return Sql.run(session, "set local search_path = %s, public".formatted(schema));
    }

    /** @param rest adds what came in meanwhile: the tables are locked, so nothing more comes in */
    public Uni<Void> swap(StatelessSession session, Function<StatelessSession, Uni<Void>> rest) {
        return each(session, "lock table public.%1$s in access exclusive mode")
                .chain(() -> use(session))
                .chain(() -> rest.apply(session))
                .chain(() -> Sql.run(session, "set local search_path = public"))
                .chain(() -> each(session, "drop table public.%1$s; alter table %2$s.%1$s set schema public"))
                .chain(() -> Sql.run(session, "drop schema %s cascade".formatted(schema)));
    }

    private Uni<Void> each(StatelessSession session, String statement) {
        var statements =
                tables.stream().map(table -> statement.formatted(table, schema)).toList();
        return Sql.run(session, String.join(";", statements));
    }
}
