package org.shouwang.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.Village.NEIGHBOUR;
import static org.shouwang.household.Village.QINGGANGPING;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;
import org.shouwang.household.registry.Workplace;

/** Read models take many events at once, those of an import or of a rebuild: the rows are those that one event after another makes. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadModelsTogetherTest {

    private static final LocalDate ON = LocalDate.of(2021, 3, 1);
    private static final UUID HEAD = new UUID(0, 1);
    private static final UUID SPOUSE = new UUID(0, 2);
    private static final UUID CHILD = new UUID(0, 3);
    private static final UUID GRANDMOTHER = new UUID(0, 4);

    @Inject
    Journal journal;

    @Inject
    @All
    List<Projection<HouseholdEvent>> readModels;

    private final Map<UUID, Long> versions = new HashMap<>();
    private final List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @Test
    void however_many_events_are_taken_together_the_rows_are_the_same() {
        var events = story();
        for (var readModel : readModels) {
            var oneByOne = rows(readModel, events, 1);
            assertThat(oneByOne).as(readModel.name()).isNotEmpty();
            for (var together = 2; together <= events.size(); together++)
                assertThat(rows(readModel, events, together))
                        .as("%s, %d events at a time", readModel.name(), together)
                        .isEqualTo(oneByOne);
        }
    }

    /** What lies in the tables of a read model once these events were given to it, so many at a time; it is taken out again. */
    private List<Object> rows(
            Projection<HouseholdEvent> readModel, List<Recorded<HouseholdEvent>> events, int together) {
        return Bench.await(() -> journal.once(session -> {
            var all = Uni.createFrom().voidItem();
            for (var from = 0; from < events.size(); from += together) {
                var some = events.subList(from, Math.min(from + together, events.size()));
                all = all.chain(() -> readModel.projectAll(session, some));
            }
            Uni<List<Object>> rows = all.map(_ -> new ArrayList<>());
            for (var table : readModel.tables()) rows = rows.chain(found -> takenOut(session, table, found));
            return rows;
        }));
    }

    private Uni<List<Object>> takenOut(StatelessSession session, String table, List<Object> found) {
        var key = table.equals("household_overview") ? "id" : "household";
        var taken =
                "with taken as (delete from %s where %s = any($1) returning *) select to_jsonb(t)::text from taken t"
                        + " order by 1";
        return Sql.rows(session, taken.formatted(table, key), (Object) ids.toArray(UUID[]::new))
                .map(rows -> {
                    rows.forEach(row -> found.add(row[0]));
                    return found;
                });
    }

    /** All that can happen to a household, to two of them in turn; a third one stays as it was registered. */
    private List<Recorded<HouseholdEvent>> story() {
        var told = new ArrayList<Recorded<HouseholdEvent>>();
        told.add(recorded(ids.getLast(), life(ids.getLast()).getFirst()));
        var first = life(ids.get(0));
        var second = life(ids.get(1));
        for (var i = 0; i < first.size(); i++) {
            told.add(recorded(ids.get(0), first.get(i)));
            told.add(recorded(ids.get(1), second.get(i)));
        }
        told.add(recorded(ids.getFirst(), new HouseholdDeactivated(Ending.MOVED_OUT, null, ON.plusDays(7))));
        return told;
    }

    private static List<HouseholdEvent> life(UUID id) {
        return List.of(
                new HouseholdRegistered(
                        QINGGANGPING,
                        QINGGANGPING + "-Z01",
                        null,
                        RegisteredType.LIFTED,
                        true,
                        false,
                        List.of(member(HEAD, "02", Labour.NORMAL), member(SPOUSE, "10", Labour.WEAK)),
                        details("A-" + id),
                        ON),
                new SecurityTagGranted(SecurityTag.TEKUN, null, List.of(HEAD, SPOUSE), ON, null),
                new SecurityTagGranted(SecurityTag.DIBAO, "B", List.of(HEAD), ON, null),
                new MemberAdded(member(CHILD, "20", Labour.NONE), Joining.BIRTH, ON.plusDays(1)),
                new MemberAdded(member(GRANDMOTHER, "52", Labour.LOST), Joining.MOVED_IN, ON.plusDays(1)),
                new SecurityTagGranted(SecurityTag.TEKUN, null, List.of(HEAD, GRANDMOTHER), ON.plusDays(2), null),
                job(null, ON.plusDays(2)),
                job(ON.plusDays(3), ON.plusDays(3)),
                new HousingGradeAppraised(HousingGrade.D, ON, "住建局", null, ON.plusDays(3)),
                new HousingGradeAppraised(HousingGrade.C, ON.minusDays(1), "住建局", null, ON.plusDays(3)),
                new HeadChanged(HEAD, SPOUSE, "外出", List.of(new Relation(HEAD, "10")), ON.plusDays(3)),
                new MemberUpdated(HEAD, member(HEAD, "11", Labour.LOST), "更正", ON.plusDays(3)),
                new MemberUpdated(SPOUSE, member(SPOUSE, "02", Labour.NONE), "更正", ON.plusDays(3)),
                new HouseholdMoved(QINGGANGPING, NEIGHBOUR, null, NEIGHBOUR + "-W001", ON.plusDays(4), true),
                new MemberRemoved(CHILD, Leaving.MOVED_OUT, ON.plusDays(5), null),
                new SecurityTagEnded(SecurityTag.DIBAO, List.of(HEAD), ON.plusDays(5)),
                new RegisteredTypeChanged(RegisteredType.LIFTED, RegisteredType.GENERAL, null, ON.plusDays(6)),
                new DetailsChanged(false, true, details("B-" + id), "更正", ON.plusDays(6)));
    }

    private static EmploymentRecorded job(LocalDate to, LocalDate on) {
        var at = new Workplace("某市", null, null, null);
        return new EmploymentRecorded(HEAD, ON, to, 1, null, null, false, null, at, on);
    }

    private static Member member(UUID id, String relation, Labour labour) {
        var number = Village.number(LocalDate.of(1960, 1, 1), id.equals(HEAD));
        return Member.of(id, relation, labour, null, "70", Person.of("试" + id, number, List.of(Health.HEALTHY)));
    }

    private static Details details(String householdNo) {
        return new Details(householdNo, null, null, null, null, null, null, null, null, null, null);
    }

    private Recorded<HouseholdEvent> recorded(UUID id, HouseholdEvent event) {
        return new Recorded<>(
                event,
                new Envelope(
                        UUID.randomUUID(),
                        "household",
                        id,
                        versions.merge(id, 1L, Long::sum),
                        event.getClass().getSimpleName(),
                        1,
                        event.on(),
                        Instant.parse("2021-12-01T00:00:00Z"),
                        new Actor("town-operator", "TOWN_OPERATOR", "610727105000", null),
                        QINGGANGPING,
                        id,
                        null,
                        id,
                        UUID.randomUUID()));
    }
}
