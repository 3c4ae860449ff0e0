package org.shouwang.household.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** A delivery that is broken off in the midst goes on where it stood, and no row is told twice. */
@QuarkusTest
@WithTestResource(Servers.class)
class ResumeTest {

    private static final int ROWS = 1_600;

    @Inject
    Matching matching;

    @Inject
    DataSource database;

    @AfterEach
    void go_on() throws InterruptedException {
        matching.stop();
        matching.start();
    }

    @Test
    void a_lost_connection_and_a_restart_in_the_midst_cost_nothing_and_double_nothing() throws Exception {
        Village.areas();
        var household = UUID.randomUUID();
        var number = number(LocalDate.of(1970, 1, 2), true);
        var member = member(head(household), "02", "赵甲", LocalDate.of(1970, 1, 2), true);
        member.put("person", person("赵甲", number));
        as("town-operator")
                .body(Village.household(QINGGANGPING, List.of(member)))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
        var rows =
                IntStream.range(0, ROWS).mapToObj(_ -> Map.of("idNo", number)).toList();
        var id = UUID.randomUUID();

        matching.stop();
        as("department-user")
                .body(Map.of("period", "2021-09", "item", "SOCIAL_ASSISTANCE", "rows", rows))
                .put("/household/deliveries/" + id)
                .then()
                .statusCode(201);
        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            try (var hold =
                    other.prepareStatement("select 1 from screening_row where delivery = ? and page = 2 for update")) {
                hold.setObject(1, id);
                hold.executeQuery();
            }
            matching.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> done(id) == 2 * DeliveryIntake.PAGE && blocked() > 0);
            terminateBlocked();
            assertThat(done(id)).isEqualTo(2 * DeliveryIntake.PAGE);
            assertThat(state(id)).isEqualTo("RECEIVED");
            matching.stop();
            other.rollback();
        }
        matching.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("MATCHED"));

        assertThat(as("department-user")
                        .get("/household/deliveries/" + id)
                        .then()
                        .extract()
                        .<Integer>path("matched"))
                .isEqualTo(ROWS);
        await().untilAsserted(() -> assertThat(told(id))
                .isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList()));
    }

    /** The rows that were published, those told twice twice. */
    private static List<Integer> told(UUID id) throws Exception {
        var found = new ArrayList<Integer>();
        for (var record : Topics.all("household.events"))
            if ("ScreeningRowsMatched".equals(Topics.header(record, "ce_type"))) {
                var event = Json.MAPPER.readTree(new String(record.value(), StandardCharsets.UTF_8));
                if (id.toString().equals(event.path("deliveryId").asText()))
                    event.path("rows").forEach(row -> found.add(row.path("row").asInt()));
            }
        return found.stream().sorted().collect(Collectors.toList());
    }

    private static int done(UUID id) {
        return as("department-user")
                .get("/household/deliveries/" + id)
                .then()
                .extract()
                .path("done");
    }

    private static String state(UUID id) {
        return as("department-user")
                .get("/household/deliveries/" + id)
                .then()
                .extract()
                .path("state");
    }

    private int blocked() throws SQLException {
        return count(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%screening_row%'");
    }

    private void terminateBlocked() throws SQLException {
        count(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where wait_event_type = 'Lock' and query like '%screening_row%'");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
