package org.shouwang.monitoring.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;

/** A county of 100,000 households is simulated within half a minute, whatever the policy asks of each, and each page of its list as well. */
@QuarkusTest
@WithTestResource(Servers.class)
class SimulationLoadTest {

    private static final Logger LOG = Logger.getLogger(SimulationLoadTest.class);
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final int PAGE = 200;
    private static final List<String> TABLES =
            List.of("income_fact", "safeguard_fact", "case_findings", "monitored_object");

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

    /** The same households under a plan that grades: their incomes are estimates of 2020, they were looked at in April, and every twentieth is monitored in its colour, all of them lifted. */
    private static final List<String> GRADED = List.of("""
            update income_fact set from_month = '2020-01', to_month = '2020-12', basis = 'ESTIMATED_YEAR'
            where household in (select id from household_fact where area_code like '610727196%')""", """
            update safeguard_fact set checked_on = date '2020-04-02'
            where household in (select id from household_fact where area_code like '610727196%')""", """
            update case_findings set found_on = date '2020-04-02'
            where household in (select id from household_fact where area_code like '610727196%')""", """
            insert into monitored_object (household, area_code, episode, case_id, type, grade, state, entry, risks, per_capita, line, included_on, version)
            select f.id, f.area_code, 1, f.id, case when i.per_capita < 5000 then 'UNSTABLE' end,
              case when i.per_capita < 5000 then 'RED' when i.per_capita < 10000 then 'YELLOW' else 'GREEN' end,
              'ACTIVE', 'NOT_ENTERED', '01', i.per_capita, 5000, date '2020-04-10', 1
            from household_fact f join income_fact i on i.household = f.id
            where f.area_code like '610727196%' and right(f.id::text, 12)::bigint % 20 = 0""");

    /** The plan of 2020, in this town. */
    private static final String PLAN = SamplePolicies.document("pol-2020-town")
            .replace("\"policyId\":\"POL-2020-TOWN\",", "")
            .replace("\"areaPrefix\":\"610727105\"", "\"areaPrefix\":\"610727196\"");

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

    /**
     * Of 10,000 incomes one after the other ten households each have one, the even ones lifted: the forty from 5,000 on become red, lifted or not, and
     * of the forty up to 9,999 the lifted ones green.
     */
    @Test
    void a_hundred_thousand_households_in_colours_with_thousands_monitored_to_the_end_of_the_list() {
        put("sys-admin", "/policies/POL-2020-LOAD/versions/1", PLAN).statusCode(anyOf(is(201), is(204)));
        GRADED.forEach(this::run);
        ReadModels.settle();
        var before = events();
        var draft = PLAN.replace("\"version\":1,", "")
                .replace("\"redBelow\":5000,\"yellowBelow\":10000", "\"redBelow\":5040,\"yellowBelow\":9960");
        var seen = new ArrayList<String>();
        var monitored = new ArrayList<String>();
        String after = null;
        do {
            var began = System.nanoTime();
            var page = simulated(draft, after);
            var took = Duration.ofNanos(System.nanoTime() - began);
            LOG.infof("100,000 graded households simulated in %d ms, %d changes told", took.toMillis(), seen.size());
            assertThat(took).isLessThan(MOST);
            seen.addAll(page.<List<String>>path("changes.householdId"));
            monitored.addAll(page.<List<String>>path("changes.findAll { it.monitored != null }.monitored.grade"));
            after = page.path("next");
            assertThat(seen.size() % PAGE == 0 || after == null).isTrue();
        } while (after != null);
        assertThat(seen).hasSize(600).isSorted().doesNotHaveDuplicates();
        assertThat(monitored).hasSize(40).containsOnly("YELLOW");
        assertThat(events()).isEqualTo(before);
        assertThat(Bench.rows(journal, "select count(*) from monitored_object where area_code like '610727196%'")
                        .getFirst()[0])
                .isEqualTo(5_000L);
    }

    private static ExtractableResponse<Response> simulated(String draft, String after) {
        return given().auth()
                .oauth2(Servers.token("county-operator"))
                .contentType(ContentType.JSON)
                .body(draft)
                .post("/policies/POL-2020-LOAD/simulations?area=610727196000&on=2020-06-01&limit=" + PAGE
                        + (after == null ? "" : "&after=" + after))
                .then()
                .statusCode(200)
                .body("version", is(2))
                .body("all.households", is(100_000))
                .body("all.persons", is(500_000))
                .body("changed.households", is(600))
                .body("changed.persons", is(3_000))
                .body("shifts.households.sum()", is(100_000))
                .body("shifts.findAll { it.changed }.households", contains(200, 200, 200))
                .body("grades.code", contains("GREEN", "NONE", "RED", "YELLOW"))
                .body("grades.today.households", contains(15_000, 40_000, 20_000, 25_000))
                .body("grades.draft.households", contains(15_200, 39_800, 20_400, 24_600))
                .body("types.code", contains("EDGE", "NONE", "UNSTABLE"))
                .body("types.today.households", contains(10_000, 80_000, 10_000))
                .body("types.draft.households", contains(10_200, 79_600, 10_200))
                .body("unsaid", empty())
                .body("sizeLimit.monitored", is(102_000))
                .body("sizeLimit.exceeded", is(true))
                .extract();
    }

    private long events() {
        return (Long) Bench.rows(journal, "select count(*) from event").getFirst()[0];
    }

    private void run(String sql) {
        Bench.await(() -> journal.once(session -> Sql.update(session, sql)));
    }
}
