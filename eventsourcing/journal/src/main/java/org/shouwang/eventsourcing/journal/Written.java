package org.shouwang.eventsourcing.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;

/**
 * Who wrote something down, and when, so that every list can say it without keeping it: the envelopes of the events know.
 *
 * @param on when it happened, Asia/Shanghai @param at when it was written down @param by the user @param role in which the user did
 */
public record Written(LocalDate on, Instant at, String by, String role) {

    public static Written of(Envelope e) {
        return new Written(
                e.occurredOn(), e.recordedAt(), e.actor().user(), e.actor().role());
    }

    /** @param events of one stream, in order; null where there are none */
    public static Written first(List<? extends Recorded<?>> events) {
        return events.isEmpty() ? null : of(events.getFirst().envelope());
    }

    /** @param events of one stream, in order; null where there are none */
    public static Written last(List<? extends Recorded<?>> events) {
        return events.isEmpty() ? null : of(events.getLast().envelope());
    }

    /**
     * The last two columns of a select: the first and the last event of each row's stream, each found by one step down the index of the lock.
     *
     * @param stream of the row, as SQL; a column with its table before it, because an event has an {@code id} and a {@code version} too
     */
    public static String columns(String kind, String stream) {
        return columns(kind, stream, "true");
    }

    /** @param only which events of the stream count, as SQL over {@code ev} */
    public static String columns(String kind, String stream, String only) {
        return ", " + column(literal(kind), stream, only, "") + ", " + last(kind, stream, only) + " ";
    }

    /** The last of them alone, as one column for {@link #read}. */
    public static String last(String kind, String stream, String only) {
        return column(literal(kind), stream, only, " desc");
    }

    /** The same where rows are of several kinds. @param kind as SQL too; no events where it is null */
    public static String lastOfKind(String kind, String stream, String only) {
        return column(kind, stream, only, " desc");
    }

    private static String literal(String kind) {
        return "'" + kind + "'";
    }

    private static String column(String kind, String stream, String only, String direction) {
        return "(select json_build_object('on', ev.occurred_on, 'at', ev.recorded_at, 'by', ev.actor, 'role', ev.role)::text from event ev where ev.kind = "
                + kind + " and ev.stream = " + stream + " and " + only + " order by ev.version" + direction
                + " limit 1)";
    }

    /** The first of the last two columns; null where nothing was written. */
    public static Written recorded(Object[] row) {
        return read(row[row.length - 2]);
    }

    /** The last column; null where nothing was written. */
    public static Written changed(Object[] row) {
        return read(row[row.length - 1]);
    }

    public static Written read(Object column) {
        try {
            return column == null ? null : Json.MAPPER.readValue((String) column, Written.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
