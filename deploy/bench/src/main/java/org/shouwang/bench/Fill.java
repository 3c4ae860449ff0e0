package org.shouwang.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fills an event table inside the server by copying one row, whatever its columns are. */
public final class Fill {

    /** Events of a stream. */
    static final int STREAM_LENGTH = 25;

    /** Rows of one statement. */
    private static final long STEP = 1_000_000;

    private Fill() {}

    /**
     * Copies the row that {@code where} finds. The expressions of the columns that differ know {@code g} (from 0), and by name: {@code :stream}
     * (a uuid), {@code :version} (from 1) and {@code :events} (how many in all).
     */
    public static void copy(
            Connection connection, String table, String where, long events, Map<String, String> expressions)
            throws SQLException {
        var streams = Math.max(1, events / STREAM_LENGTH);
        var run = Long.toHexString(System.nanoTime());
        var columns = columns(connection, table, expressions);
        for (var from = 0L; from < events; from += STEP) {
            var to = Math.min(events, from + STEP);
            var sql = "insert into %s (%s) select %s from %s t, generate_series(%d, %d) g where %s order by g"
                    .formatted(
                            table,
                            String.join(", ", columns.keySet()),
                            String.join(", ", columns.values()),
                            table,
                            from,
                            to - 1,
                            where)
                    .replace(":stream", "md5('" + run + "' || (g %% %d)::text)::uuid".formatted(streams))
                    .replace(":version", "(g / " + streams + " + 1)")
                    .replace(":events", Long.toString(events));
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** The same for a great many: the table's keys are made anew at the end, which takes a fraction of the time. */
    public static void much(
            Connection connection, String table, String where, long events, Map<String, String> expressions)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            var keys = new LinkedHashMap<String, String>();
            try (var rows = statement.executeQuery(
                    "select conname, pg_get_constraintdef(oid) from pg_constraint where contype in ('p', 'u') and conrelid = '"
                            + table + "'::regclass order by oid")) {
                while (rows.next()) keys.put(rows.getString(1), rows.getString(2));
            }
            for (var key : keys.keySet()) statement.execute("alter table " + table + " drop constraint " + key);
            copy(connection, table, where, events, expressions);
            statement.execute("set maintenance_work_mem = '256MB'");
            for (var key : keys.entrySet())
                statement.execute("alter table " + table + " add constraint " + key.getKey() + " " + key.getValue());
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
