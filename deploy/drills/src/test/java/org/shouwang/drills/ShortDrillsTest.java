package org.shouwang.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The short form of the drills, on the services as they were built; and that what they look for would be found. */
@TestMethodOrder(OrderAnnotation.class)
class ShortDrillsTest {

    private static final Set<Integer> SHORT = Set.of(1, 2, 3, 8);

    private static Drills drills;
    private static Stand stand;

    @BeforeAll
    static void start() {
        drills = new Drills(Path.of("../..").toAbsolutePath().normalize(), new Drill.Scale(true, 4));
        stand = drills.stand(Stand.Shape.USUAL);
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void nothing_is_lost_doubled_or_out_of_order() {
        var outcomes = drills.together(SHORT, stand);
        outcomes.forEach(outcome -> Progress.say("%s", outcome.result().line()));
        assertThat(outcomes).hasSize(4).allMatch(Drills.Outcome::nothing);
    }

    @Test
    @Order(2)
    void what_is_taken_away_doubled_or_changed_is_found() throws SQLException {
        execute(
                "household",
                "delete from event where id in (select id from event where kind = 'income' and version = (select max(version) from event l where l.kind = event.kind and l.stream = event.stream) limit 1)");
        execute(
                "household",
                "update event set data = data || ' ' where type = 'HouseholdRegistered' and stream = (select max(stream::text)::uuid from event where type = 'HouseholdRegistered')");
        execute(
                "archive",
                "delete from archived_event where id = (select max(id::text)::uuid from archived_event where kind = 'household')");
        execute("assistance", "delete from inbox where message = (select min(message::text)::uuid from inbox)");
        execute("monitoring", "delete from clue where id = (select min(id::text)::uuid from clue)");
        var twice = UUID.fromString(
                text("household", "select min(causation::text) from event where type = 'HouseholdRegistered'"));
        execute("household", """
                create temp table twice as select * from event where type = 'HouseholdRegistered' and causation = '%s';
                update twice set id = gen_random_uuid(), version = 1000, position = -1;
                insert into event overriding system value select * from twice""".formatted(twice));
        var ledger = new Ledger();
        var never = Command.put("town-operator", "/household/households/never", "{}");
        ledger.sent(never);
        ledger.sent(new Command("household", twice, "town-operator", "PUT", "/household/households/twice", "{}"));
        ledger.answered(new Ledger.Answer(never, 0, 1, 201, "201", 1, false, false));
        var found = new Found();

        new Audit(stand, found, service -> Drill.ALL.stream()
                        .flatMap(drill -> drill.sent(service).stream())
                        .toList())
                .of(ledger, true);

        found.examples().forEach(example -> Progress.say("%s", example));
        assertThat(found.examples())
                .anyMatch(e -> e.startsWith("lost: PUT /household/households/never was acknowledged"))
                .anyMatch(
                        e -> e.startsWith("lost: topic household.events holds") && e.endsWith("which no journal does"))
                .anyMatch(e -> e.startsWith("lost: the archive's log holds") && e.endsWith("which no journal does"))
                .anyMatch(e -> e.startsWith("lost: the archive's log lacks"))
                .anyMatch(e -> e.matches("lost: assistance's .* lacks .*"))
                .anyMatch(e -> e.startsWith("doubled: household household"))
                .anyMatch(e -> e.startsWith("disordered: journal of household") && e.endsWith("is not what was hashed"))
                .anyMatch(e -> e.startsWith("disordered: topic household.events")
                        && e.endsWith("is not what the journal holds"))
                .anyMatch(e -> e.startsWith("disordered: table clue of monitoring differs from its rebuild"));
    }

    private static String text(String service, String sql) throws SQLException {
        try (var connection = stand.database(service);
                var row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void execute(String service, String sql) throws SQLException {
        try (var connection = stand.database(service);
                var statement = connection.createStatement()) {
            assertThat(statement.execute(sql)).isFalse();
        }
    }
}
