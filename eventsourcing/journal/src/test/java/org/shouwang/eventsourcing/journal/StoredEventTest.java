package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;

/** The chain finds whatever was done to a stream. */
class StoredEventTest {

    private static final UUID STREAM = new UUID(0, 7);

    @Test
    void an_untouched_chain_is_whole() {
        var chain = chain(5);
        assertThat(StoredEvent.firstFault(
                        chain, new StoredEvent.Head(5, chain.getLast().hash())))
                .isEmpty();
        assertThat(StoredEvent.firstFault(List.of(), null)).isEmpty();
    }

    @Test
    void any_field_that_changes_shows() {
        var changes = Stream.<UnaryOperator<StoredEvent>>of(
                e -> with(e, new UUID(9, 9), null, null, null, null, null),
                e -> with(e, null, "other", null, null, null, null),
                e -> with(e, null, null, LocalDate.of(2020, 1, 1), null, null, null),
                e -> with(e, null, null, null, Instant.EPOCH, null, null),
                e -> with(e, null, null, null, null, new Actor("other", "R", "61", null), null),
                e -> with(e, null, null, null, null, new Actor("u", "R", "61", "CIVIL"), null),
                e -> with(e, null, null, null, null, null, "620000000000"),
                e -> new StoredEvent(e.envelope(), e.data() + " ", e.personalHash(), e.previous(), e.hash()),
                e -> new StoredEvent(e.envelope(), e.data(), new byte[32], e.previous(), e.hash()),
                e -> new StoredEvent(e.envelope(), e.data(), null, e.previous(), e.hash()),
                e -> new StoredEvent(e.envelope(), e.data(), e.personalHash(), new byte[32], e.hash()),
                e -> new StoredEvent(e.envelope(), e.data(), e.personalHash(), e.previous(), new byte[32]));
        changes.forEach(change -> {
            for (var i = 1; i < 4; i++) {
                var chain = new ArrayList<>(chain(5));
                chain.set(i, change.apply(chain.get(i)));
                assertThat(StoredEvent.firstFault(chain, null))
                        .map(StoredEvent.Fault::version)
                        .hasValue(i + 1L);
            }
        });
    }

    @Test
    void a_dropped_event_shows() {
        for (var i = 0; i < 4; i++) {
            var chain = new ArrayList<>(chain(5));
            chain.remove(i);
            assertThat(StoredEvent.firstFault(chain, null)).isPresent();
        }
    }

    @Test
    void a_cut_off_end_shows_against_a_copy() {
        var chain = chain(5);
        var known = new StoredEvent.Head(5, chain.getLast().hash());
        assertThat(StoredEvent.firstFault(chain.subList(0, 4), known)).hasValue(new StoredEvent.Fault(5, "cut off"));
    }

    @Test
    void an_added_event_shows() {
        for (var i = 0; i <= 4; i++) {
            var chain = new ArrayList<>(chain(5));
            chain.add(i, chain.get(i));
            assertThat(StoredEvent.firstFault(chain, null)).isPresent();
        }
        var longer = chain(6);
        assertThat(StoredEvent.firstFault(longer, new StoredEvent.Head(5, new byte[32])))
                .isPresent();
    }

    @Test
    void swapped_events_show() {
        for (var i = 0; i < 4; i++) {
            var chain = new ArrayList<>(chain(5));
            java.util.Collections.swap(chain, i, i + 1);
            assertThat(StoredEvent.firstFault(chain, null)).isPresent();
        }
    }

    @Test
    void a_chain_rewritten_from_one_event_on_shows_against_a_copy() {
        var known = new StoredEvent.Head(5, chain(5).getLast().hash());
        var other = new ArrayList<>(chain(2));
        for (var i = 2; i < 5; i++)
            other.add(StoredEvent.chained(
                    envelope(i + 1), "{\"forged\":true}", null, other.getLast().hash()));
        assertThat(StoredEvent.firstFault(other, null)).isEmpty();
        assertThat(StoredEvent.firstFault(other, known))
                .map(StoredEvent.Fault::version)
                .hasValue(5L);
    }

    @Test
    void a_rewritten_event_shows_even_where_the_link_behind_it_is_mended() {
        for (var i = 0; i < 4; i++) {
            var chain = new ArrayList<>(chain(5));
            var before = i == 0 ? StoredEvent.START : chain.get(i - 1).hash();
            var forged = StoredEvent.chained(envelope(i + 1), "{\"forged\":true}", null, before);
            var next = chain.get(i + 1);
            chain.set(i, forged);
            chain.set(
                    i + 1,
                    new StoredEvent(next.envelope(), next.data(), next.personalHash(), forged.hash(), next.hash()));
            assertThat(StoredEvent.firstFault(chain, null))
                    .map(StoredEvent.Fault::version)
                    .hasValue(i + 2L);
        }
    }

    @Test
    void the_bytes_are_those_of_the_description() {
        var expected = new java.io.ByteArrayOutputStream();
        expected.writeBytes("shouwang-event-1".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        expected.writeBytes(new byte[32]);
        for (var text : Arrays.asList(
                "00000000-0000-0001-0000-000000000001",
                "note",
                "00000000-0000-0000-0000-000000000007",
                "1",
                "Written",
                "1",
                "2021-11-03",
                "2021-11-03T01:02:03.000004Z",
                "u",
                "R",
                "61",
                null,
                "610727105208",
                "00000000-0000-0000-0000-000000000007",
                "P",
                "2",
                "00000000-0000-0002-0000-000000000001",
                "00000000-0000-0003-0000-000000000001",
                "{\"n\":\"一\"}")) {
            if (text == null) {
                expected.writeBytes(HexFormat.of().parseHex("ffffffff"));
                continue;
            }
            var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            expected.writeBytes(
                    java.nio.ByteBuffer.allocate(4).putInt(bytes.length).array());
            expected.writeBytes(bytes);
        }
        expected.writeBytes(HexFormat.of().parseHex("ffffffff"));
        var event = StoredEvent.chained(envelope(1), "{\"n\":\"一\"}", null, StoredEvent.START);
        assertThat(event.hash()).isEqualTo(sha256(expected.toByteArray()));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<StoredEvent> chain(int length) {
        var chain = new ArrayList<StoredEvent>();
        for (var i = 1; i <= length; i++)
            chain.add(StoredEvent.chained(
                    envelope(i),
                    "{\"n\":" + i + "}",
                    "{\"salt\":\"s\",\"/x\":" + i + "}",
                    chain.isEmpty() ? StoredEvent.START : chain.getLast().hash()));
        return chain;
    }

    private static Envelope envelope(long version) {
        return new Envelope(
                new UUID(1, version),
                "note",
                STREAM,
                version,
                "Written",
                1,
                LocalDate.of(2021, 11, 3),
                Instant.parse("2021-11-03T01:02:03.000004Z"),
                new Actor("u", "R", "61", null),
                "610727105208",
                STREAM,
                new PolicyRef("P", 2),
                new UUID(2, version),
                new UUID(3, version));
    }

    private static StoredEvent with(
            StoredEvent s, UUID id, String type, LocalDate on, Instant at, Actor actor, String area) {
        var e = s.envelope();
        var changed = new Envelope(
                id == null ? e.id() : id,
                e.kind(),
                e.stream(),
                e.version(),
                type == null ? e.type() : type,
                e.revision(),
                on == null ? e.occurredOn() : on,
                at == null ? e.recordedAt() : at,
                actor == null ? e.actor() : actor,
                area == null ? e.area() : area,
                e.subject(),
                e.policy(),
                e.correlation(),
                e.causation());
        return new StoredEvent(changed, s.data(), s.personalHash(), s.previous(), s.hash());
    }
}
