package org.shouwang.bench;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Fills an event table inside the server by copying one row, whatever its columns are. */
public final class Fill {

    /** Events of a stream. */
    static final int STREAM_LENGTH = 25;

    /** Rows of one statement. */
    private static final long STEP = 1_000_000;

    private Fill() {}

    /**
     * Copies the one row of the template. The expressions of the columns that differ know {@code g} (from 0), and by name: {@code :stream}
     * (a uuid, {@link #stream}), {@code :version} (from 1) and {@code :events} (how many in all).
     *
     * @param key the column that has the template's id
     */
    public static void copy(
            Connection connection,
            String table,
            String key,
            UUID template,
            long events,
            Map<String, String> expressions)
            throws SQLException {
        var streams = streams(events);
        var columns = columns(connection, table, expressions);
        try (var statement = connection.createStatement()) {
            // A table of its own: the one that is filled would be searched for the row with each step.
            statement.execute("drop table if exists pg_temp.template");
            statement.execute("create temporary table template as select * from %s t where t.%s = '%s'"
                    .formatted(table, key, template));
            for (var from = 0L; from < events; from += STEP) {
                var to = Math.min(events, from + STEP);
                // One row beside a series is a nested loop: the series' order stays, and nothing need be sorted.
                statement.execute("insert into %s (%s) select %s from template t, generate_series(%d, %d) g"
                        .formatted(
                                table,
                                String.join(", ", columns.keySet()),
                                String.join(", ", columns.values()),
                                from,
                                to - 1)
                        .replace(":stream", "md5('%s' || (g %% %d)::text)::uuid".formatted(template, streams))
                        .replace(":version", "(g / " + streams + " + 1)")
                        .replace(":events", Long.toString(events)));
            }
        }
    }

    /** The same for a great many: {@link #withoutKeys}. */
    public static void much(
            Connection connection,
            String table,
            String key,
            UUID template,
            long events,
            Map<String, String> expressions)
            throws SQLException {
        withoutKeys(connection, List.of(table), () -> copy(connection, table, key, template, events, expressions));
    }

    /** How many streams so many events become. */
    static long streams(long events) {
        return Math.max(1, events / STREAM_LENGTH);
    }

    /** A stream's id as the server makes it of the template's and of a number below {@link #streams}. */
    static UUID stream(UUID template, long number) {
        try {
            var bytes = ByteBuffer.wrap(MessageDigest.getInstance("MD5")
                    .digest((template.toString() + number).getBytes(StandardCharsets.US_ASCII)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What adds rows. */
    @FunctionalInterface
    interface Filling {
        void run() throws SQLException;
    }

    /** Fills these tables while they have no keys, which are made anew at the end: it takes a fraction of the time. */
    static void withoutKeys(Connection connection, List<String> tables, Filling filling) throws SQLException {
        try (var statement = connection.createStatement()) {
            var drop = new ArrayList<String>();
            var add = new ArrayList<String>();
            // what points to a key stands before it, and comes back after it
            try (var rows = statement.executeQuery(
                    """
                    select conrelid::regclass, conname, pg_get_constraintdef(oid) from pg_constraint
                    where contype in ('p', 'u', 'f') and conrelid = any (array[%s]::regclass[]) order by contype <> 'f', oid
                    """.formatted(tables.stream().map(t -> "'" + t + "'").collect(joining(", "))))) {
                while (rows.next()) {
                    var alter = "alter table " + rows.getString(1);
                    drop.add(alter + " drop constraint " + rows.getString(2));
                    add.addFirst(alter + " add constraint " + rows.getString(2) + " " + rows.getString(3));
                }
            }
            for (var sql : drop) statement.execute(sql);
            filling.run();
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var sql : add) statement.execute(sql);
        }
    }

    /** All columns with an expression, and all others but those that the server fills in. */
    private static Map<String, String> columns(Connection connection, String table, Map<String, String> expressions)
            throws SQLException {
        var columns = new LinkedHashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select column_name, is_identity = 'NO' and column_default is null from information_schema.columns
                        where table_schema = 'public' and table_name = '%s' order by ordinal_position
                        """.formatted(table))) {
            while (rows.next()) {
                var name = rows.getString(1);
                if (expressions.containsKey(name)) columns.put(name, expressions.get(name));
                else if (rows.getBoolean(2)) columns.put(name, "t." + name);
            }
        }
        if (!columns.keySet().containsAll(expressions.keySet()))
            throw new IllegalStateException("no such columns in " + table + ": "
                    + expressions.keySet().stream().collect(joining(", ")));
        return columns;
    }

    /** A filled table that nobody analysed is planned for as if it were empty. */
    public static void analyse(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
