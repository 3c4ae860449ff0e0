package org.shouwang.monitoring.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A county of 100,000 households is simulated within half a minute. */
@QuarkusTest
@WithTestResource(Servers.class)
class SimulationLoadTest {

    private static final Logger LOG = Logger.getLogger(SimulationLoadTest.class);
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final List<String> TABLES = List.of("income_fact", "safeguard_fact", "case_findings");

    /** 200 villages of a town of their own, five members each, every third at risk, incomes from 3,000 to 12,999. */
    private static final List<String> LOAD = List.of("""
            insert into household_fact (id, area_code, registered_type, members, tags)
            select ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid, '610727196' || lpad((n % 200 + 200)::text, 3, '0'),
              case when n % 2 = 0 then 'LIFTED' else 'GENERAL' end, '[{},{},{},{},{}]', '[]' from generate_series(1, 100000) n""", """
            insert into income_fact (id, household, from_month, to_month, basis, net, population, per_capita, per_capita_reference, state)
            select id, id, '2020-11', '2021-10', 'ACTUAL_12M', 0, 5, 3000 + right(id::text, 12)::bigint % 10000, 0, 'SIGNED'
            from household_fact where area_code like '610727196%'""", """
            insert into safeguard_fact (id, household, checked_on, items)
            select id, id, date '2021-11-03', '[{"indicator":"FOOD","result":"PASS"},{"indicator":"CLOTHES","result":"PASS"},'
              || '{"indicator":"EDUCATION","result":"PASS"},{"indicator":"MEDICAL","result":"PASS"},'
              || '{"indicator":"HOUSING","result":"PASS"},{"indicator":"WATER","result":"PASS"}]'
            from household_fact where area_code like '610727196%'""", """
            insert into case_findings (case_id, household, found_on, risks, sudden, severe, hardship, listed, assets)
            select id, id, date '2021-11-03', '01', false, false, false, false, '' from household_fact
            where area_code like '610727196%' and right(id::text, 12)::bigint % 3 = 0""");

    private static final String DRAFT = """
            {"areaPrefix": "610727", "effectiveFrom": "2021-01-01", "regime": "R2021", "objectTypes": ["UNSTABLE", "EDGE", "SUDDEN"],
             "incomeMeasure": "NET", "incomeBasis": "ACTUAL_12M", "line": {"source": "FIXED", "amount": 7000, "inclusive": false},
             "publicity": {"required": false, "days": 0}, "procedure": "SIX_STEP"}""";

    @Inject
    Journal journal;

    @BeforeEach
    void load() {
        Household.policies();
        LOAD.forEach(this::run);
    }

    @AfterEach
    void clear() {
        TABLES.forEach(table -> run("delete from " + table
                + " where household in (select id from household_fact where area_code like '610727196%')"));
        run("delete from household_fact where area_code like '610727196%'");
    }

    @Test
    void a_hundred_thousand_households() {
        var began = System.nanoTime();
        given().auth()
                .oauth2(Servers.token("county-operator"))
                .contentType(ContentType.JSON)
                .body(DRAFT)
                .post("/policies/POL-2021/simulations?area=610727196000&on=2021-12-01&limit=200")
                .then()
                .statusCode(200)
                .body("all.households", is(100_000))
                .body("all.persons", is(500_000))
                // of 10,000 incomes one after the other, the thousand from 6,000 on; every third household at risk
                .body("changed.households", is(3_334))
                .body("shifts.findAll { it.changed }.households.sum()", is(3_334))
                .body("changes.size()", is(200));
        var took = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("100,000 households simulated in %d ms", took.toMillis());
        assertThat(took).isLessThan(MOST);
    }

    private void run(String sql) {
        Bench.await(() -> journal.once(session -> Sql.update(session, sql)));
    }
}
