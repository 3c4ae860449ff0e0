package org.shouwang.archive.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.StoredEvent;

class SealTest {

    private static final UUID ID = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final String DATA = "{\"note\":\"入户走访\"}";

    private static StoredEvent event(long version, String personal, byte[] previous) {
        return StoredEvent.chained(envelope(version, null, null), DATA, personal, previous);
    }

    private static Envelope envelope(long version, String dept, PolicyRef policy) {
        return new Envelope(
                ID,
                "case",
                ID,
                version,
                "HomeVisited",
                1,
                LocalDate.of(2021, 11, 3),
                Instant.parse("2021-11-04T01:02:03.450Z"),
                new Actor("grid-member", "GRID_MEMBER", "610727105208", dept),
                "610727105208",
                ID,
                policy,
                ID,
                ID);
    }

    private static Seal.Head head(StoredEvent event) {
        return new Seal.Head(event.envelope().version(), event.hash());
    }

    @Property(tries = 200)
    void reads_the_rules_of_hashing_as_the_journal_does(
            @ForAll @LongRange(min = 1) long version,
            @ForAll String data,
            @ForAll String personal,
            @ForAll boolean more,
            @ForAll byte seed) {
        var previous = new byte[32];
        java.util.Arrays.fill(previous, seed);
        var envelope = envelope(version, more ? "CIVIL" : null, more ? new PolicyRef("POL", 2) : null);
        var event = StoredEvent.chained(envelope, data, more ? personal : null, previous);
        assertThat(Seal.hash(event)).isEqualTo(event.hash());
    }

    @Test
    void an_unbroken_stream_has_no_fault() {
        var first = event(1, null, StoredEvent.START);
        var second = event(2, "{}", first.hash());
        assertThat(Seal.fault(first, Seal.Head.NONE)).isNull();
        assertThat(Seal.fault(second, head(first))).isNull();
    }

    @Test
    void changed_content_is_found() {
        var event = event(1, null, StoredEvent.START);
        var changed = new StoredEvent(event.envelope(), DATA.replace("访", "谈"), null, event.previous(), event.hash());
        assertThat(Seal.fault(changed, Seal.Head.NONE)).isEqualTo(Fault.HASH);
    }

    @Test
    void an_exchanged_predecessor_is_found() {
        var first = event(1, null, StoredEvent.START);
        var other = event(1, "{\"salt\":\"1\"}", StoredEvent.START);
        assertThat(Seal.fault(event(2, null, other.hash()), head(first))).isEqualTo(Fault.LINK);
    }

    @Test
    void a_dropped_event_is_found() {
        assertThat(Seal.fault(event(2, null, StoredEvent.START), Seal.Head.NONE))
                .isEqualTo(Fault.GAP);
    }

    @Test
    void an_added_event_is_found() {
        var first = event(1, null, StoredEvent.START);
        assertThat(Seal.fault(event(1, null, StoredEvent.START), head(first))).isEqualTo(Fault.TWICE);
    }
}
