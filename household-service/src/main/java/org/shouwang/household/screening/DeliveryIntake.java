package org.shouwang.household.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Streams.Outcome;
import org.shouwang.household.Waiting;
import org.shouwang.household.area.Villages;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.roster.ImportLocks;
import org.shouwang.household.roster.RosterFile;
import org.shouwang.household.roster.RosterProblem;
import org.shouwang.household.roster.RosterRule;
import org.shouwang.household.roster.Upload;
import org.shouwang.household.screening.DeliveryCommand.Receive;
import org.shouwang.household.screening.DeliveryEvent.Format;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;
import org.shouwang.household.screening.DeliveryStore.Staged;

/**
 * Takes a delivery in, page by page; it counts as received once all its rows are there. What breaks off before that is sent again and
 * begins anew. Runs on a thread that may wait.
 */
@Singleton
class DeliveryIntake {

    /** Rows that are staged, matched and published together. */
    static final int PAGE = 500;

    /** @param areaCode in which households are matched @param item of rows that name none; may be null */
    record Terms(String dept, String areaCode, String period, String item) {}

    /** @param created false: it was received before */
    record Taken(UUID id, boolean created) {}

    private final Journal journal;
    private final Deliveries deliveries;
    private final IdHash hash;
    private final ImportLocks locks;
    private final Matching matching;
    private final long mostBytes;
    private final Duration kept;

    /** @param kept how long rows keep the names and hashes that the department wrote */
    DeliveryIntake(
            Journal journal,
            Deliveries deliveries,
            IdHash hash,
            ImportLocks locks,
            Matching matching,
            @ConfigProperty(name = "shouwang.roster.max-bytes", defaultValue = "67108864") long mostBytes,
            @ConfigProperty(name = "shouwang.screening.kept", defaultValue = "P180D") Duration kept) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.hash = hash;
        this.locks = locks;
        this.matching = matching;
        this.mostBytes = mostBytes;
        this.kept = kept;
    }

    /** The same file again is the same delivery. */
    Taken file(InputStream body, Terms terms, Integer statedTotal, Cause cause) {
        try (var upload = Upload.receive(body, mostBytes)) {
            var kind = RosterFile.kind(upload.file());
            var id = UUID.nameUUIDFromBytes(
                    ("delivery:" + terms + ":" + upload.sha256()).getBytes(StandardCharsets.UTF_8));
            var format = Format.valueOf(kind.name());
            return take(id, terms, statedTotal, format, upload.sha256(), cause, rows -> {
                var lines = new DeliveryFile(rows);
                kind.read(upload.file(), lines);
                lines.end();
            });
        } catch (RosterProblem e) {
            throw e.refused();
        }
    }

    Taken rows(UUID id, List<DeliveredRow> rows, Terms terms, Integer statedTotal, Cause cause) {
        return take(id, terms, statedTotal, Format.JSON, sha256(rows), cause, rows::forEach);
    }

    private Taken take(
            UUID id,
            Terms terms,
            Integer statedTotal,
            Format format,
            String sha256,
            Cause cause,
            Consumer<Consumer<DeliveredRow>> rows) {
        locks.take(id);
        try {
            var known = Waiting.on(() -> journal.read(session -> deliveries.load(session, id)))
                    .state()
                    .received();
            if (known != null) {
                if (!known.sha256().equals(sha256)
                        || !terms.equals(terms(known))
                        || !Objects.equals(statedTotal, known.statedTotal()))
                    throw new Refused(Delivery.Refusal.DELIVERY_ALREADY_RECEIVED);
                return new Taken(id, false);
            }
            clear(id, cause);
            var scope = org.shouwang.eventsourcing.Actor.scope(terms.areaCode());
            var villages = Waiting.on(() -> journal.read(session -> Villages.within(session, scope)));
            var stage = new Stage(id, terms, villages, cause);
            try {
                rows.accept(stage);
                stage.end();
            } catch (RosterProblem e) {
                clear(id, cause);
                throw e;
            }
            var received = new ScreeningBatchReceived(
                    terms.dept(),
                    terms.areaCode(),
                    terms.period(),
                    terms.item(),
                    format,
                    sha256,
                    stage.rows,
                    stage.faulty,
                    statedTotal);
            Outcome done = Waiting.on(() -> deliveries.handle(id, new Receive(received), cause, OptionalLong.empty()));
            matching.wake();
            return new Taken(id, done.created());
        } finally {
            locks.release(id);
        }
    }

    /** What is there of a delivery that broke off, or that cannot be taken. */
    private void clear(UUID id, Cause cause) {
        Waiting.on(() -> journal.once(
                session -> DeliveryStore.clear(session, id, cause.recordedAt().minus(kept))));
    }

    private static Terms terms(ScreeningBatchReceived e) {
        return new Terms(e.dept(), e.areaCode(), e.period(), e.item());
    }

    private static String sha256(List<DeliveredRow> rows) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Json.MAPPER.writeValueAsBytes(rows)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Stage implements Consumer<DeliveredRow> {

        private final UUID id;
        private final Terms terms;
        private final Villages villages;
        private final Cause cause;
        private final List<Staged> waiting = new ArrayList<>(PAGE);
        private int rows;
        private int faulty;

        Stage(UUID id, Terms terms, Villages villages, Cause cause) {
            this.id = id;
            this.terms = terms;
            this.villages = villages;
            this.cause = cause;
        }

        @Override
        public void accept(DeliveredRow row) {
            if (rows == RosterFile.MOST_ROWS)
                throw new RosterProblem(RosterRule.TOO_MANY_ROWS, Integer.toString(RosterFile.MOST_ROWS));
            waiting.add(staged(row, rows++ / PAGE));
            if (waiting.size() == PAGE) write();
        }

        private Staged staged(DeliveredRow row, int page) {
            var village = villages.code(row.village());
            var fault = row.fault(terms.item(), village);
            if (fault != null) {
                faulty++;
                return new Staged(
                        row.row(), page, null, null, IdNumber.masked(row.number()), village, null, null, fault);
            }
            return new Staged(
                    row.row(),
                    page,
                    row.name(),
                    hash.of(row.number()),
                    IdNumber.masked(row.number()),
                    village,
                    row.item() == null ? terms.item() : row.item(),
                    row.amount(),
                    null);
        }

        private void write() {
            if (waiting.isEmpty()) return;
            Waiting.on(() -> journal.once(session -> DeliveryStore.stage(session, id, waiting, cause.recordedAt())));
            waiting.clear();
        }

        void end() {
            write();
            if (rows == 0) throw new RosterProblem(RosterRule.NO_ROWS);
        }
    }
}
