package org.shouwang.monitoring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.policy.SamplePolicies;

/** A county's delivery in one go, in a county of its own, one row in ten a hit: {@code -Drows=200000} for the full size. */
@QuarkusTest
@WithTestResource(Servers.class)
class LargeScreeningTest {

    private static final Logger LOG = Logger.getLogger(LargeScreeningTest.class);
    private static final int ROWS = Integer.getInteger("rows", 4_000);
    private static final int PAGE = 500;
    private static final String COUNTY = "610732000000";
    private static final String ELSEWHERE = "610732101201";

    @Inject
    DataSource database;

    @Test
    void all_of_it_is_judged_and_each_hit_has_its_clue() throws Exception {
        put(
                        "sys-admin",
                        "/policies/POL-LARGE/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("\"policyId\":\"POL-2021\",", "")
                                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"610732\""))
                .statusCode(201);
        put(
                        "sys-admin",
                        "/screening-rules/LARGE-TEST/versions/1",
                        Map.of("areaPrefix", "610732", "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(201);
        var delivery = UUID.randomUUID();
        var before = clues();
        var begin = System.nanoTime();
        for (var page = 0; page < ROWS / PAGE; page++) send(delivery, page);
        var sent = System.nanoTime();
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(9))
                .until(() -> count("select count(*) from event where type = 'ScreeningRowsJudged' and data like '%"
                                + delivery + "%'")
                        == ROWS / PAGE);
        var judged = System.nanoTime();
        assertThat(clues() - before).isEqualTo(ROWS / 10);
        LOG.infof(
                "%d rows: sent in %d ms, judged %d ms later, %d clues",
                ROWS, (sent - begin) / 1_000_000, (judged - sent) / 1_000_000, ROWS / 10);
    }

    private static void send(UUID delivery, int page) {
        var id = UUID.randomUUID();
        var rows = IntStream.range(0, PAGE)
                .mapToObj(i -> Map.of(
                        "row",
                        page * PAGE + i + 1,
                        "household",
                        UUID.randomUUID(),
                        "areaCode",
                        ELSEWHERE,
                        "registeredType",
                        "LIFTED",
                        "item",
                        "INPATIENT_SELF_PAID",
                        "value",
                        new BigDecimal(i % 10 == 0 ? "5000.00" : "4000.00")))
                .toList();
        Topics.publish(
                "household.events",
                "match",
                id,
                id,
                1,
                "ScreeningRowsMatched",
                COUNTY,
                LocalDate.of(2021, 10, 5),
                Map.of(
                        "deliveryId",
                        delivery,
                        "areaCode",
                        COUNTY,
                        "dept",
                        "MEDINS",
                        "period",
                        "2021-09",
                        "rows",
                        List.copyOf(rows)));
    }

    private int clues() throws Exception {
        return count("select count(*) from clue where source = 'DEPT_SCREENING'");
    }

    private int count(String sql) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
