package org.shouwang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.shouwang.bench.NoteEvent.IncomeNoted;

/**
 * An event store as one subject of the comparison: the few things that every row is made of. A call that blocks answers with a stage that is
 * complete already, so that blocking and reactive stores run under the same driver, each in its own manner.
 */
public interface Store extends AutoCloseable {

    /** Where one more caller begins. A blocking store's caller is a thread. */
    default Executor caller() {
        return task -> Thread.ofPlatform().daemon().start(task);
    }

    /** Begins a stream with these events, in one transaction; the stream is known to be new. The answer: how many events. */
    CompletionStage<Integer> begin(UUID stream, List<IncomeNoted> events);

    /** The same for a stream that commands will lengthen. */
    default CompletionStage<Integer> beginForCommands(UUID stream, List<IncomeNoted> events) {
        return begin(stream, events);
    }

    /** Reads a stream in order, decoded as far as the subject decodes at all. The answer: how many events. */
    CompletionStage<Integer> load(UUID stream);

    /** Reads the stream and adds one event behind its last; ours also decides and projects. The answer: 1. */
    CompletionStage<Integer> command(UUID stream, IncomeNoted event);

    /** Reads everything in order, from the beginning, until the end or the deadline ({@link System#nanoTime()}). The answer: how many events. */
    long readAll(long deadline) throws Exception;

    /**
     * Adds {@code events} by copying the one event of {@code template} inside the server: {@link Fill#STREAM_LENGTH} to a stream, streams
     * interleaved, so that a reader of everything meets another stream with every event.
     */
    void fill(Connection connection, UUID template, long events) throws SQLException;

    @Override
    void close();
}
