package org.shouwang.household.roster;

import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.Waiting;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.roster.Import.Applied;
import org.shouwang.household.roster.Import.Rejected;
import org.shouwang.household.roster.ImportCommand.Check;
import org.shouwang.household.roster.ImportEvent.Format;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportStore.Keyed;
import org.shouwang.household.roster.RosterCheck.Terms;
import org.shouwang.household.roster.RosterFile.Line;

/**
 * Takes a file in: to a temporary file, from there line by line to the working tables, and from there household by household through the
 * check. Never more than a few hundred lines are in memory. Runs on a thread that may wait.
 */
@Singleton
class RosterIntake {

    /** Lines that change what the database knows of its table. */
    private static final int MANY = 1_000;

    private static final int LINES_AT_ONCE = 500;
    private static final int HOUSEHOLDS_AT_ONCE = 150;

    /** @param created false: the same file was sent before */
    record Taken(UUID id, boolean created) {}

    private final Journal journal;
    private final Imports imports;
    private final RosterCheck check;
    private final IdHash hash;
    private final long mostBytes;
    private final Duration kept;
    private final ImportLocks locks;

    /**
     * @param mostBytes that a file may have
     * @param kept how long the lines of a file that nobody applies are kept
     */
    RosterIntake(
            Journal journal,
            Imports imports,
            RosterCheck check,
            IdHash hash,
            ImportLocks locks,
            @ConfigProperty(name = "shouwang.roster.max-bytes", defaultValue = "67108864") long mostBytes,
            @ConfigProperty(name = "shouwang.roster.kept", defaultValue = "P7D") Duration kept) {
        this.journal = journal;
        this.imports = imports;
        this.check = check;
        this.hash = hash;
        this.locks = locks;
        this.mostBytes = mostBytes;
        this.kept = kept;
    }

    /**
     * @param village of lines that name none; may be null
     * @param on the day that the roster speaks of
     */
    Taken take(InputStream body, String village, LocalDate on, Cause cause) {
        try (var received = Upload.receive(body, mostBytes)) {
            var area = village == null ? cause.actor().area() : village;
            var id = UUID.nameUUIDFromBytes(
                    ("import:" + area + ":" + on + ":" + received.sha256()).getBytes(StandardCharsets.UTF_8));
            locks.take(id);
            try {
                return take(received, new Terms(id, village, on, cause.actor()), area, cause);
            } finally {
                locks.release(id);
            }
        } catch (RosterProblem e) {
            throw e.refused();
        }
    }

    private Taken take(Upload received, Terms terms, String area, Cause cause) {
        var known = Waiting.on(() -> journal.read(session -> imports.load(session, terms.id())));
        if (known.state() instanceof Applied || known.state() instanceof Rejected) return new Taken(terms.id(), false);
        var kind = RosterFile.kind(received.file());
        Waiting.on(() -> journal.once(session ->
                ImportStore.clear(session, terms.id(), cause.recordedAt().minus(kept))));
        var stage = new Stage(terms, cause);
        kind.read(received.file(), stage::line);
        var rows = stage.finish();
        var sum = new Sum();
        while (sum.next(terms)) sum.add(terms);
        if (rows > MANY) Waiting.on(() -> journal.once(ImportStore::grown));
        var outcome = new RosterChecked(
                area,
                Format.valueOf(kind.name()),
                received.sha256(),
                received.bytes(),
                terms.on(),
                rows,
                sum.households,
                sum.persons,
                sum.accepted,
                sum.errors,
                sum.warnings + stage.unknownColumns);
        Outcome done = Waiting.on(() -> imports.handle(terms.id(), new Check(outcome), cause, OptionalLong.empty()));
        return new Taken(terms.id(), done.created());
    }

    /** Brings the lines below the header to the working tables. */
    private final class Stage {

        private final Terms terms;
        private final Cause cause;
        private final Keys keys;
        private final List<Keyed> waiting = new ArrayList<>();
        private Header header;
        private int searched;
        private int rows;
        private int unknownColumns;

        Stage(Terms terms, Cause cause) {
            this.terms = terms;
            this.cause = cause;
            this.keys = new Keys(terms.village());
        }

        void line(Line line) {
            if (header == null) header(line);
            else
                header.read(line).ifPresent(row -> {
                    if (++rows > RosterFile.MOST_ROWS)
                        throw new RosterProblem(RosterRule.TOO_MANY_ROWS, Integer.toString(RosterFile.MOST_ROWS));
                    waiting.add(new Keyed(
                            row,
                            keys.of(row).orElse(Keys.NONE + row.row()),
                            row.left() ? null : hash.of(new Cells(row, new ArrayList<>()).number(Column.ID_NO))));
                    if (waiting.size() == LINES_AT_ONCE) write();
                });
        }

        private void header(Line line) {
            if (Header.isHeader(line)) {
                header = Header.of(line, terms.village() != null);
                unknownColumns = header.issues().size();
                Waiting.on(() -> journal.once(session -> ImportStore.issues(session, terms.id(), header.issues())));
            } else if (++searched > Header.SEARCHED) throw new RosterProblem(RosterRule.HEADER_MISSING);
        }

        private void write() {
            if (waiting.isEmpty()) return;
            Waiting.on(
                    () -> journal.once(session -> ImportStore.lines(session, terms.id(), waiting, cause.recordedAt())));
            waiting.clear();
        }

        int finish() {
            if (header == null) throw new RosterProblem(RosterRule.HEADER_MISSING);
            write();
            if (rows == 0) throw new RosterProblem(RosterRule.NO_ROWS);
            if (rows > MANY) Waiting.on(() -> journal.once(ImportStore::grown));
            return rows;
        }
    }

    /** What the check came to so far. */
    private final class Sum {

        private SequencedMap<String, List<RosterRow>> lines;
        private int after;
        private int households;
        private int persons;
        private int accepted;
        private int errors;
        private int warnings;

        boolean next(Terms terms) {
            lines = Waiting.on(
                    () -> journal.read(session -> ImportStore.next(session, terms.id(), after, HOUSEHOLDS_AT_ONCE)));
            return !lines.isEmpty();
        }

        void add(Terms terms) {
            var outcome = Waiting.on(() -> journal.once(session -> check.check(session, terms, lines)
                    .call(found -> ImportStore.checked(session, terms.id(), found.households(), found.issues()))));
            for (var household : outcome.households()) {
                households++;
                persons += household.persons();
                if (!household.outcome().equals(RosterCheck.REJECTED)) accepted++;
                after = household.row();
            }
            for (var issue : outcome.issues())
                if (issue.error()) errors++;
                else warnings++;
        }
    }
}
