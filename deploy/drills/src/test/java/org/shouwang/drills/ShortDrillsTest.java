package org.shouwang.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
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
    void what_is_taken_away_doubled_or_changed_is_found() throws Exception {
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
        var another = command("min", "info-officer", "another");
        ledger.sent(another);
        ledger.answered(acknowledged(another));
        var falsified = command("max", "info-officer", "/household/households/%s");
        execute("household", "update event set actor = 'nobody' where causation = '%s'".formatted(falsified.key()));
        ledger.sent(falsified);
        ledger.answered(acknowledged(falsified));
        var document = document();
        ledger.sent(document);
        ledger.answered(acknowledged(document));
        var hash = HexFormat.of().formatHex(Event.sha256(document.body()));
        overwrite(hash);
        execute("archive", "delete from document where sha256 = (select min(sha256) from document)");
        execute(
                "archive",
                "delete from archived_mention where position = (select min(position) from archived_mention)");
        execute("household", "delete from inbox where consumer = 'RosterAssistanceConsumer'");
        execute(
                "assistance",
                "delete from known_household where id = (select min(id::text)::uuid from known_household)");
        execute("monitoring", "update household_fact set area_code = '610727105299'");
        var found = new Found(10_000);

        new Audit(stand, found, service -> Drill.ALL.stream()
                        .flatMap(drill -> drill.sent(service).stream())
                        .toList())
                .of(ledger, true);

        assertThat(found.examples())
                .anyMatch(e -> e.startsWith("disordered: another of info-officer is recorded as"))
                .anyMatch(e -> e.startsWith("disordered: " + falsified.path() + " of info-officer is recorded as")
                        && e.endsWith(" of nobody"))
                .anyMatch(e -> e.contains(": document " + hash))
                .anyMatch(e -> e.startsWith("lost: table document of archive lacks"))
                .anyMatch(e -> e.startsWith("disordered: table archived_mention of archive differs from its rebuild"))
                .anyMatch(e -> e.startsWith("lost: household's RosterAssistanceConsumer lacks"))
                .anyMatch(e -> e.startsWith("lost: table known_household of assistance lacks"))
                .anyMatch(e -> e.startsWith("lost: table household_fact of monitoring lacks"))
                .anyMatch(
                        e -> e.matches("disordered: table household_fact of monitoring holds .* which no journal says"))
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

    /** As if this had brought about the first or last household. */
    private static Command command(String which, String user, String path) throws SQLException {
        var cause = text(
                "household",
                "select %s(causation::text) from event where type = 'HouseholdRegistered' and version = 1"
                        .formatted(which));
        var stream = text("household", "select stream from event where causation = '%s'".formatted(cause));
        return new Command("household", UUID.fromString(cause), user, "PUT", path.formatted(stream), "{}");
    }

    /** One that was received. */
    private static Command document() throws SQLException {
        var row = text(
                        "archive",
                        "select causation || ' ' || (data::jsonb ->> 'householdId') from event where type = 'DocumentReceived' order by id limit 1")
                .split(" ");
        return new Command(
                "archive", UUID.fromString(row[0]), "info-officer", "POST", "/archive/documents", "入户表 " + row[1]);
    }

    private static Ledger.Answer acknowledged(Command command) {
        return new Ledger.Answer(command, 0, 1, 200, "200", 0, false, false);
    }

    private static void overwrite(String document) throws IOException {
        try (var files = Files.walk(stand.documents())) {
            var file = files.filter(f -> f.getFileName().toString().contains(document))
                    .findFirst()
                    .orElseThrow();
            Files.delete(file);
            Files.writeString(file, "another");
        }
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
