package org.shouwang.monitoring.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;

/** The judging of a delivery that is broken off between two of its pages goes on there: no clue is lost and none is raised twice. In a county of its own. */
@QuarkusTest
@WithTestResource(Servers.class)
class ResumeTest {

    private static final int PAGES = 4;
    private static final int PAGE = 50;
    private static final int HITS = PAGES * PAGE / 2;

    /** The page in which the judging is broken off; those before it are judged. */
    private static final int BROKEN = 2;

    /** While all that was polled is applied together, then its partition, then the page alone. */
    private static final int CRASHES = 3;

    private static final String COUNTY = "610733000000";
    private static final String ELSEWHERE = "610733101201";

    @Inject
    DataSource database;

    @Inject
    Journal journal;

    @BeforeEach
    void rules() {
        put(
                        "sys-admin",
                        "/policies/POL-RESUME/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("\"policyId\":\"POL-2021\",", "")
                                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"610733\""))
                .statusCode(anyOf(is(201), is(204)));
        put(
                        "sys-admin",
                        "/screening-rules/RESUME-TEST/versions/1",
                        Map.of("areaPrefix", "610733", "effectiveFrom", "2021-01-01", "source", "2021年预警监测通知"))
                .statusCode(anyOf(is(201), is(204)));
    }

    @Test
    void lost_connections_between_two_pages_and_their_coming_again_cost_no_clue_and_double_none() throws Exception {
        var held = Household.registered("LIFTED");
        held.publish(
                "household",
                held.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", ELSEWHERE, "on", "2021-01-02"));
        ReadModels.settle();
        var delivery = UUID.randomUUID();
        var pages = IntStream.range(0, PAGES)
                .mapToObj(page -> page(delivery, page, page == BROKEN ? held.id : UUID.randomUUID()))
                .toList();
        pages.subList(0, BROKEN).forEach(ResumeTest::send);
        await().atMost(Duration.ofSeconds(60)).until(() -> judged(delivery) == BROKEN);
        assertThat(clues(delivery)).isEqualTo(BROKEN * PAGE / 2);

        try (var other = database.getConnection()) {
            other.setAutoCommit(false);
            hold(other, held.id);
            pages.subList(BROKEN, PAGES).forEach(ResumeTest::send);
            var lost = new HashSet<Integer>();
            while (lost.size() < CRASHES) {
                await().atMost(Duration.ofSeconds(60)).until(() -> !lost.containsAll(waiting()));
                for (var pid : waiting())
                    if (lost.add(pid)) Bench.rows(journal, "select pg_terminate_backend($1)", pid);
            }
            assertThat(judgedPage(pages.get(BROKEN))).isFalse();
            other.rollback();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> judged(delivery) == PAGES);
        assertThat(clues(delivery)).isEqualTo(HITS);

        pages.forEach(ResumeTest::send);
        ReadModels.settle();
        assertThat(judged(delivery)).isEqualTo(PAGES);
        assertThat(clues(delivery)).isEqualTo(HITS);
        assertThat(Bench.rows(journal, "select count(*) from clue where area_code = $1", ELSEWHERE)
                        .getFirst()[0])
                .isEqualTo((long) HITS);
        var results = told(delivery);
        assertThat(results.stream().map(r -> r.path("row").asInt()).sorted().toList())
                .isEqualTo(IntStream.rangeClosed(1, PAGES * PAGE).boxed().toList());
        assertThat(results)
                .filteredOn(r -> r.path("outcome").asText().equals("HIT"))
                .hasSize(HITS)
                .allSatisfy(r -> assertThat(r.path("hits").path(0).path("fresh").asBoolean())
                        .isTrue());
        assertThat(Bench.rows(
                                journal,
                                "select household from clue where id = $1",
                                Judge.clue(held.id, "W-MED-1", "2021-09"))
                        .getFirst()[0])
                .isEqualTo(held.id);
    }

    /** Every second household paid 5,000 yuan; the others half of it, so that they would be hits as well if they were added up twice. */
    private static Message page(UUID delivery, int page, UUID first) {
        var id = UUID.randomUUID();
        var rows = IntStream.range(0, PAGE)
                .mapToObj(i -> Map.of(
                        "row",
                        page * PAGE + i + 1,
                        "household",
                        i == 0 ? first : UUID.randomUUID(),
                        "areaCode",
                        ELSEWHERE,
                        "registeredType",
                        "LIFTED",
                        "item",
                        "INPATIENT_SELF_PAID",
                        "value",
                        new BigDecimal(i % 2 == 0 ? "5000.00" : "2500.00")))
                .toList();
        return Topics.message(
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
                        rows));
    }

    private static void send(Message page) {
        Topics.send(page.toRecord("household.events"));
    }

    /** So that whoever judges a page of the household waits. */
    private static void hold(Connection connection, UUID household) throws SQLException {
        try (var lock = connection.prepareStatement("select 1 from household_fact where id = ? for update")) {
            lock.setObject(1, household);
            lock.executeQuery();
        }
    }

    private List<Integer> waiting() {
        return Bench.rows(
                        journal,
                        "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like '%household_fact%'")
                .stream()
                .map(r -> (Integer) r[0])
                .toList();
    }

    private long judged(UUID delivery) {
        return count("ScreeningRowsJudged", delivery);
    }

    /** Clues' events that name the delivery, each of a stream of its own. */
    private long clues(UUID delivery) {
        var streams = Bench.rows(
                        journal,
                        "select count(distinct stream) from event where type = 'ScreeningHitFound' and data like $1",
                        "%" + delivery + "%")
                .getFirst()[0];
        assertThat(count("ScreeningHitFound", delivery)).isEqualTo(streams);
        return (Long) streams;
    }

    private long count(String type, UUID delivery) {
        return (Long) Bench.rows(
                        journal,
                        "select count(*) from event where type = $1 and data like $2",
                        type,
                        "%" + delivery + "%")
                .getFirst()[0];
    }

    private boolean judgedPage(Message page) {
        return !Bench.rows(
                        journal,
                        "select 1 from event where type = 'ScreeningRowsJudged' and stream = $1",
                        page.event().envelope().stream())
                .isEmpty();
    }

    /** What was published of the rows, of those told twice twice. */
    private static List<JsonNode> told(UUID delivery) throws Exception {
        var found = new ArrayList<JsonNode>();
        for (var record : Topics.all("monitoring.events"))
            if ("ScreeningRowsJudged".equals(Topics.header(record, "ce_type"))) {
                var event = Json.MAPPER.readTree(new String(record.value(), StandardCharsets.UTF_8));
                if (delivery.toString().equals(event.path("deliveryId").asText()))
                    event.path("results").forEach(found::add);
            }
        return found;
    }
}
