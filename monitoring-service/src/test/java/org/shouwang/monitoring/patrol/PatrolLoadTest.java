package org.shouwang.monitoring.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.get;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** The coverage of a county of 100,000 households in 2,000 grids, and its work list, are told while somebody waits. */
@QuarkusTest
@WithTestResource(Servers.class)
class PatrolLoadTest {

    private static final Logger LOG = Logger.getLogger(PatrolLoadTest.class);
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final String TOWN = "610727195";

    /** 200 villages of ten grids with fifty households each; all are seen in November but for the first grid of each village. */
    private static final List<String> LOAD = List.of("""
            insert into household_fact (id, area_code, registered_type, members, tags)
            select ('00000000-0000-4000-b000-' || lpad(n::text, 12, '0'))::uuid, 'TOWN' || lpad((n % 200 + 200)::text, 3, '0'), 'GENERAL', '[]', '[]'
            from generate_series(1, 100000) n""", """
            insert into grid_place (household, area_code, group_code, resident, from_on)
            select id, area_code, area_code || '-Z' || lpad((right(id::text, 12)::bigint / 200 % 10)::text, 2, '0'), true, date '0001-01-01'
            from household_fact where area_code like 'TOWN%'""", """
            insert into grid_group (grid, group_code, from_on)
            select distinct replace(group_code, '-Z', '-W0'), group_code, date '2021-10-01' from grid_place where area_code like 'TOWN%'""", """
            insert into patrol (id, household, area_code, grid, visited_on, visitor, method, findings, version)
            select household, household, area_code, replace(group_code, '-Z', '-W0'), date '2021-11-05', 'gm', 'ON_SITE', '[]', 1
            from grid_place where area_code like 'TOWN%' and group_code not like '%-Z00'""", "analyze");

    private static final List<String> CLEAR = List.of(
            "delete from patrol where area_code like 'TOWN%'",
            "delete from grid_group where grid like 'TOWN%'",
            "delete from grid_place where area_code like 'TOWN%'",
            "delete from household_fact where area_code like 'TOWN%'");

    @Inject
    Journal journal;

    @BeforeEach
    void load() {
        Household.policies();
        LOAD.forEach(this::run);
    }

    @AfterEach
    void clear() {
        CLEAR.forEach(this::run);
    }

    @Test
    void a_hundred_thousand_households() {
        timed("coverage by village", () -> get(
                        "county-operator",
                        "/patrols/coverage?level=VILLAGE&month=2021-11&date=2021-12-01&limit=200&area=" + TOWN + "000")
                .statusCode(200)
                .body("items", hasSize(200))
                .body("items.households", everyItem(is(500)))
                .body("items.reached", everyItem(is(450)))
                .body("items.missed", everyItem(is(50))));
        timed("work list", () -> get(
                        "county-operator", "/worklist?level=VILLAGE&date=2021-11-20&limit=200&area=" + TOWN + "000")
                .statusCode(200)
                .body("items", hasSize(200)));
    }

    private static void timed(String what, Supplier<?> request) {
        var began = System.nanoTime();
        request.get();
        var took = Duration.ofNanos(System.nanoTime() - began);
        LOG.infof("%s of 100,000 households in %d ms", what, took.toMillis());
        assertThat(took).as(what).isLessThan(MOST);
    }

    private void run(String sql) {
        Bench.await(() -> journal.once(session -> Sql.update(session, sql.replace("TOWN", TOWN))));
    }
}
