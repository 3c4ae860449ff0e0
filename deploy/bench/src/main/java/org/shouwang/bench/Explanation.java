package org.shouwang.bench;

/** What the report says about each row: what is measured, how it was warmed up, and why a row has no peers. */
final class Explanation {

    private Explanation() {}

    static String of(Sizes sizes) {
        return TEXT.formatted(
                sizes.warm().words(),
                sizes.warmHttp().words(),
                sizes.warmPaced().words(),
                Row.HASTE,
                sizes.warm().once().words(),
                WarmUp.HARDLY,
                Fill.streams(Sizes.FULL.all()),
                sizes.warmLarge().words());
    }

    private static final String TEXT = """
            ## How to read them

            A figure is the median of the rounds: what is counted per second, and in parentheses p50 / p99 of one call in microseconds. Subjects take turns
            within each round, each in a process of its own with the same heap and 32 connections; client and server share the machine. Absolute
            figures move from run to run; compare ratios.

            - **append**: a new stream with one event, of about 500 bytes of JSON. raw: one autocommitted statement with bytes made before. Axon: the JDBC
              storage engine in a transaction. Pekko: the journal's data access, tagged. ours: `Streams.handle` with the command that begins a stream and
              expects version 0, of a kind without a read model, as three of the services' kinds are. Each knows the sequence number that it
              appends at. **append-explicit**: raw with begin, insert, commit; a figure of raw alone, because the others always append in a transaction.
            - **append-batch**: the same with 100 events, raw as one multi-row insert.
            - **load-n**: a random one of the prepared streams, read whole; decoded into events but for raw.
            - **command**: bring a stream of 20 to about 30 events up to date, decide, append one, project it into a read model (ours); the others read and
              append. ours remembers what its last 100,000 events added up to (decision 0010): all streams of this row and of **http** are remembered, so that
              it reads only what is new of them, where the others read the stream. **command-unread** takes streams of 25 to about 30 events in turn out of
              %7$,d (800 in a quick run), so that no stream is remembered when it comes again: ours reads it too. They were filled in by copying.
            - **read-all**: everything in order (1,000,000 events; 20,000 and what was appended in a quick run), decoded but for raw; a subject that needs
              longer than its time is stopped, its rate counts.
            - **rebuild**: a read model with a row for each stream made anew from those events, 25 to a stream and streams interleaved; **rebuild-each**:
              one with a row for each event. **rebuild-household**: over HTTP, HouseholdOverview of household-service after the imports, which has rows
              for the household and each of its members: two events for each household here, its registration with four members and a grant of 低保 to one.
            - **feed**: from the commit of 200,000 events (10,000 in a quick run) to their acknowledgement by Kafka. **feed-lag**: at 2,000 commands/s, from a
              command's beginning until a reader of the topic has its event: the median / the longest.
            - **visible-idle**, **visible-100**: at 10 and at 100 commands/s, from a command's beginning until a client finds its effect in the
              database of another service, through Kafka. It asks every millisecond.
            - **http**: `command` over HTTP with a bearer token, by 32 clients of one process.
            - **import**: a roster of 100,000 persons (2,000 in a quick run), four to a household: sent in, checked and applied by household-service; cut off
              after a minute (5 s in a quick run).
            - **start**: household-service, from the start of its process until `/q/health/ready` says so, on a database that is migrated, with an AOT cache.
            - **append-10m**, **append-100k**: append with 10,000,000 and with 100,000 events in a table that was filled by copying. raw and ours take turns, and
              after them Axon and Pekko: all four at once would need more connections than PostgreSQL has here.

            Rows without peers have none for these reasons:

            - **rebuild**, **rebuild-each**, **rebuild-household**: a table of raw has no read models, and those of Axon and Pekko belong to event processors and projections,
              which would have to be written and run here around the storage that is compared.
            - **feed**, **feed-lag**: none of the three stores publishes to Kafka; a publisher for each would have to be written here, and would be what is measured.
            - **visible-idle**, **visible-100**: they take a publisher and a second service that listens, which the others have not without both being written here.
            - **http**: none of the others answers HTTP; a server around each would have to be written here.
            - **import**: the rules by which household-service checks and applies a roster are its own, and a server that has them would have to be written for each.
            - **start**: the others are libraries; there is nothing to start until a server around them is written.

            A checkpoint goes before each measurement, and before a warm-up. Round 0 warms up and does not count, each row and subject by itself:

            - appends, loads and commands: %1$s each;
            - append-100k, append-10m: %8$s each;
            - http: %2$s, each begun, as every measurement, with new clients that call for as long before their calls count;
            - feed-lag, visible-idle, visible-100: %3$s, the visible ones at %4$d times their pace, because a few calls a second are compiled
              only after minutes;
            - read-all: %5$s; feed: once as measured; start: once.

            Where several parts are possible, a warm-up ends before the most of them with the first that is less than %6$d %% faster than the one before it (by
            the second; by its median where the pace is given). rebuild, rebuild-each, rebuild-household and import are not warmed up, because each is one long call.

            Processor time is that of all threads of a process, by `/proc`, for each event or command (cells of 2 s, counted in hundredths of a second).
            Where the subject calls itself, its own client is in its time. What is not busy of two cores waits: for the disk, or for an answer.

            While appends, loads and commands are measured, ours has no Kafka to publish to, because the others publish nothing either.
            For rows that are one long call, p50 and p99 are that call's time.
            """;
}
