package org.shouwang.household.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.roster.RosterFile;

/** A county's delivery against a county's members: {@code -Drows=200000 -Dmembers=700000} for the full size. */
@QuarkusTest
@WithTestResource(Servers.class)
class LargeDeliveryTest {

    private static final Logger LOG = Logger.getLogger(LargeDeliveryTest.class);
    private static final int ROWS = Integer.getInteger("rows", 4_000);
    private static final int MEMBERS = Integer.getInteger("members", 10_000);
    private static final int AT_ONCE = 5_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    @TempDir
    Path folder;

    @Inject
    DataSource database;

    @Inject
    IdHash hash;

    /** Of ten rows, seven are members' numbers, two are strangers', one has a name and a village only. */
    @Test
    void a_countys_list_is_matched_behind_the_request() throws IOException, SQLException {
        Village.areas();
        members();
        var file = folder.resolve("list.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("证件号码,姓名,村,数值\n");
            for (var i = 0; i < ROWS; i++) {
                var person = (int) ((i * 7919L) % MEMBERS);
                out.write(
                        switch (i % 10) {
                            case 9 -> ",大" + person + ",青岗坪村," + i % 30_000;
                            case 7, 8 -> number(MEMBERS + i) + ",路人,," + i % 30_000;
                            default -> number(person) + ",大" + person + ",," + i % 30_000;
                        });
                out.newLine();
            }
        }
        var begin = System.nanoTime();
        String id = as("county-operator")
                .contentType("text/csv")
                .body(file.toFile())
                .post("/household/deliveries?dept=MEDINS&period=2021-09&item=INPATIENT_SELF_PAID")
                .then()
                .statusCode(201)
                .body("rows", is(ROWS))
                .body("faulty", is(0))
                .extract()
                .path("id");
        var received = System.nanoTime();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(9))
                .until(() -> as("county-operator")
                        .get("/household/deliveries/" + id)
                        .path("state")
                        .equals("MATCHED"));
        var matched = System.nanoTime();
        as("county-operator")
                .get("/household/deliveries/" + id)
                .then()
                .body("matched", is(ROWS / 10 * 7))
                .body("unmatched", is(ROWS / 10 * 2))
                .body("toConfirm", is(ROWS / 10));
        LOG.infof(
                "%d rows against %d members: received in %d ms, matched in %d ms",
                ROWS, MEMBERS, (received - begin) / 1_000_000, (matched - received) / 1_000_000);
    }

    @Test
    void a_list_that_is_too_long_is_refused_and_nothing_of_it_is_kept() throws SQLException {
        var before = rows();
        as("county-operator")
                .contentType("text/csv")
                .body(("证件号码\n" + "1\n".repeat(RosterFile.MOST_ROWS + 1)).getBytes(StandardCharsets.UTF_8))
                .post("/household/deliveries?dept=MEDINS&period=2021-09&item=INPATIENT_SELF_PAID")
                .then()
                .statusCode(422)
                .body("code", is("TOO_MANY_ROWS"), "details", contains("200000"));
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from screening_row")) {
            found.next();
            return found.getLong(1);
        }
    }

    /** They came from no event, so that no read model made anew would have them. */
    @AfterEach
    void gone() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from active_id where household::text like '00000000-0000-0007-%'");
            statement.execute("delete from household_person where household::text like '00000000-0000-0007-%'");
            statement.execute("delete from household_overview where id::text like '00000000-0000-0007-%'");
        }
    }

    /** Four to a household, straight into the tables that rows are matched with. */
    private void members() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var ids = connection.prepareStatement(
                            "insert into active_id (id_hash, household, member) values (?, ?, ?)");
                    var persons = connection.prepareStatement(
                            "insert into household_person (household, member, name, relation, labour, resident) values (?, ?, ?, '02', 'NORMAL', true)");
                    var homes = connection.prepareStatement(
                            "insert into household_overview (id, area_code, registered_type, resident, relocated) values (?, '610727105208', ?, true, false)")) {
                for (var i = 0; i < MEMBERS; i++) {
                    var household = new UUID(7, i / 4);
                    var member = new UUID(8, i);
                    ids.setString(1, hash.of(number(i)));
                    ids.setObject(2, household);
                    ids.setObject(3, member);
                    ids.addBatch();
                    persons.setObject(1, household);
                    persons.setObject(2, member);
                    persons.setString(3, "大" + i);
                    persons.addBatch();
                    if (i % 4 == 0) {
                        homes.setObject(1, household);
                        homes.setString(2, i % 12 == 0 ? "LIFTED" : "GENERAL");
                        homes.addBatch();
                    }
                    if (i % AT_ONCE == AT_ONCE - 1 || i == MEMBERS - 1) {
                        homes.executeBatch();
                        ids.executeBatch();
                        persons.executeBatch();
                    }
                }
            }
            connection.commit();
            connection.createStatement().execute("analyze active_id, household_person, household_overview");
            connection.commit();
        }
    }

    private static String number(int i) {
        var born = FIRST.plusDays(i % 36_000);
        var first = "999999%04d%02d%02d%03d"
                .formatted(born.getYear(), born.getMonthValue(), born.getDayOfMonth(), 700 + i / 36_000);
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var at = 0; at < weights.length; at++) sum += (first.charAt(at) - '0') * weights[at];
        return first + "10X98765432".charAt(sum % 11);
    }
}
