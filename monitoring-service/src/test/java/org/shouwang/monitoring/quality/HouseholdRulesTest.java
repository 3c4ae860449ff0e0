package org.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;
import static org.shouwang.monitoring.quality.Findings.*;
import static org.shouwang.monitoring.quality.Rule.*;
import static org.shouwang.monitoring.quality.Subject.*;
import static org.shouwang.monitoring.removal.RemovalRequests.letGo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/**
 * Every rule about households, monitored, let go or neither: found where it is broken, with its fields, and gone once that is put right. What no command lets in is written
 * into the tables, which are made anew afterwards.
 */
@QuarkusTest
@WithTestResource(Servers.class)
class HouseholdRulesTest {

    private static final String MONTH_ON = "2021-12-15";
    private static final String AFTERWARDS = "2022-07-15";
    private static final Set<Rule> FOUND = EnumSet.noneOf(Rule.class);
    private static int villages = 800;

    @AfterAll
    static void every_rule_found_something() {
        assertThat(FOUND).isEqualTo(about(OBJECT, REMOVED, LIFTED));
    }

    @Test
    void risks_are_there_and_fit_the_household() {
        var village = village();
        var i = Included.in2021().helped().movedTo(village, "2021-11-20");
        none(village, MONTH_ON);

        risk(i, "03", Map.of("on", "2021-11-20"));
        finds(village, MONTH_ON, DISABLED_NOBODY, i.id(), "risks", "tags");
        recordedBy("town-operator", village, MONTH_ON, DISABLED_NOBODY);
        tag(i, "SecurityTagGranted", "DISABLED");
        none(village, MONTH_ON);

        risk(i, "04", Map.of("on", "2021-11-20"));
        none(village, MONTH_ON);
        members(i, village, "NORMAL", "WEAK");
        finds(village, MONTH_ON, LABOUR_NOT_LACKING, i.id(), "risks", "members.labour");
        put("town-operator", "/objects/" + i.id() + "/risks/09", Map.of("on", "2021-11-20"))
                .statusCode(422)
                .body("code", is("RISK_INCONSISTENT"))
                .body("details", contains("09"));
        risk(i, "07", Map.of("on", "2021-11-20"));
        members(i, village, "LOST", "NONE");
        finds(village, MONTH_ON, WORK_IMPOSSIBLE, i.id(), "risks", "members.labour");
        members(i, village, "NORMAL", "NONE");
        finds(village, MONTH_ON, WORK_UNRECORDED, i.id(), "risks", "members.working");
        members(i, village, 3, "NORMAL", "NONE", "NONE", "NONE");
        none(village, MONTH_ON);
        members(i, village, 3, "NORMAL", "SKILLED", "NONE", "NONE");
        finds(village, MONTH_ON, LABOUR_RARELY_LACKING, i.id(), "risks", "members.labour");
        members(i, village, 3, "NORMAL", "NONE");
        none(village, MONTH_ON);

        risk(i, "99", Map.of("on", "2021-11-20", "note", "户主被骗"));
        none(village, MONTH_ON);
        sql("update case_course set unexplained = true where household = $1", i.id());
        finds(village, MONTH_ON, RISK_UNEXPLAINED, i.id(), "risks", "riskNote");
        sql("update case_course set noted = true where household = $1", i.id());
        none(village, MONTH_ON);
        rebuilt("CaseCourses");

        for (var risk : List.of("01", "03", "04", "07", "99")) {
            none(village, MONTH_ON);
            put("town-operator", "/objects/" + i.id() + "/risks/" + risk + "/resolution", Map.of("on", "2021-12-01"))
                    .statusCode(204);
        }
        finds(village, MONTH_ON, RISKS_RESOLVED, i.id(), "risks");
        recordedBy("town-operator", village, MONTH_ON, RISKS_RESOLVED);
    }

    @Test
    void a_disaster_is_on_record_where_a_department_delivered_it() {
        var village = village();
        var i = Included.in2021().helped().movedTo(village, "2021-11-20");
        none(village, MONTH_ON);
        risk(i, "0201", Map.of("on", "2021-11-20"));
        finds(village, MONTH_ON, DISASTER_UNRECORDED, i.id(), "risks");
        struck(i, village, "2021-11-21");
        none(village, MONTH_ON);
        finds(village, "2021-11-20", DISASTER_UNRECORDED, i.id(), "risks");
    }

    @Test
    void a_household_that_comes_to_be_entered_needs_a_risk() {
        var village = village();
        var i = Included.yellowIn2020().movedTo(village, "2020-04-20");
        none(village, "2020-05-01");
        put(
                        "town-operator",
                        "/objects/" + i.id() + "/national-entry",
                        Map.of("entryNo", "N-1", "enteredOn", "2020-04-21"))
                .statusCode(204);
        finds(village, "2020-05-01", RISK_EMPTY, i.id(), "risks");
    }

    @Test
    void help_comes_within_a_month_and_fits_the_household() {
        var village = village();
        var i = Included.in2021().movedTo(village, "2021-11-20");
        none(village, "2021-12-14");
        finds(village, MONTH_ON, UNHELPED, i.id(), "measures");

        var dibao = planned(i, "M10", "DIBAO");
        found(village, "2021-12-01", Set.of(ONLY_AID, DIBAO_WITHOUT_HOLDER));
        finds(village, "2021-12-01", ONLY_AID, i.id(), "measures.code", "members.labour");
        finds(village, "2021-12-01", DIBAO_WITHOUT_HOLDER, i.id(), "measures.item", "tags");
        tag(i, "SecurityTagGranted", "DIBAO");
        found(village, "2021-12-01", Set.of(ONLY_AID));
        members(i, village, "WEAK", "NONE");
        none(village, "2021-12-01");

        cancelled(i, dibao);
        finds(village, "2021-12-01", HOLDER_WITHOUT_DIBAO, i.id(), "measures.item", "tags");
        tag(i, "SecurityTagEnded", "DIBAO");
        none(village, "2021-12-01");
        planned(i, "M10", "DISABILITY_SUBSIDY");
        finds(village, "2021-12-01", SUBSIDY_WITHOUT_DISABLED, i.id(), "measures.item", "tags");
        tag(i, "SecurityTagGranted", "DISABLED");
        none(village, "2021-12-01");

        finds(village, MONTH_ON, UNHELPED, i.id(), "measures");
        i.helped();
        none(village, MONTH_ON);
    }

    @Test
    void who_was_removed_is_above_the_line_was_helped_and_is_still_safe() {
        var village = village();
        var i = letGo(Included.in2021().helped()).movedTo(village, "2022-06-25");
        none(village, AFTERWARDS);

        sql(
                "update removal_course set after_removal = (after_removal::jsonb - 'claims')::text where household = $1",
                i.id());
        finds(village, AFTERWARDS, AFTER_REMOVAL_EMPTY, i.id(), "after.claims");
        recordedBy("info-officer", village, AFTERWARDS, AFTER_REMOVAL_EMPTY);
        sql("update removal_course set after_removal = null where household = $1", i.id());
        assertThat(list(village, AFTERWARDS, AFTER_REMOVAL_EMPTY).getList("items[0].fields"))
                .hasSize(13);
        rebuilt("RemovalCourses");
        none(village, AFTERWARDS);

        sql("update monitored_object set included_on = '2022-04-30' where household = $1", i.id());
        none(village, AFTERWARDS);
        sql("update monitored_object set included_on = '2022-05-01' where household = $1", i.id());
        finds(village, AFTERWARDS, REMOVED_EARLY, i.id(), "includedOn", "removedOn");
        recordedBy("info-officer", village, AFTERWARDS, REMOVED_EARLY);
        rebuilt("ObjectTable");
        none(village, AFTERWARDS);

        line(village, 7500);
        none(village, AFTERWARDS);
        line(village, 7501);
        found(village, AFTERWARDS, Set.of(REMOVED_BELOW_LINE, BELOW_LINE_UNWATCHED));
        finds(village, AFTERWARDS, REMOVED_BELOW_LINE, i.id(), "after.perCapita");
        recordedBy("info-officer", village, AFTERWARDS, REMOVED_BELOW_LINE);
        recordedBy(null, village, AFTERWARDS, BELOW_LINE_UNWATCHED);
        line(village, 7000);
        none(village, AFTERWARDS);
        line(village, "2022-01-01", 7501);
        none(village, AFTERWARDS);
        line(village, "2022-01-01", 7000);
        line(village, 7501);
        finds(village, AFTERWARDS, REMOVED_BELOW_LINE, i.id(), "after.perCapita");
        line(village, 7000);
        none(village, AFTERWARDS);

        checked(i, "2022-07-02", "AT_RISK");
        checked(i, "2022-07-03", "FAIL");
        finds(village, AFTERWARDS, REMOVED_UNSAFE, i.id(), "safeguards.WATER");
        recordedBy(null, village, AFTERWARDS, REMOVED_UNSAFE);
        none(village, "2022-07-02");
        checked(i, "2022-07-04", "PASS");
        none(village, AFTERWARDS);
        sql("""
                update removal_course set after_removal = jsonb_set(after_removal::jsonb, '{houseDamaged}', 'true')::text
                where household = $1""", i.id());
        finds(village, AFTERWARDS, REMOVED_UNSAFE, i.id(), "after.houseDamaged");
        rebuilt("RemovalCourses");
        none(village, AFTERWARDS);

        for (var id : Bench.rows(journal(), "select id from measure_fact where household = $1", i.id()))
            cancelled(i, (UUID) id[0]);
        finds(village, AFTERWARDS, REMOVED_UNHELPED, i.id(), "measures");
    }

    @Test
    void who_left_poverty_and_is_below_the_line_is_looked_at() {
        Household.policies();
        var village = village();
        var poor =
                moved(Household.registered("LIFTED").income("29999.95", "2020-11", "2021-10", "ACTUAL_12M"), village);
        moved(Household.registered("LIFTED").income("30000.00", "2020-11", "2021-10", "ACTUAL_12M"), village);
        moved(Household.registered("GENERAL").income("20000.00", "2020-11", "2021-10", "ACTUAL_12M"), village);
        var gone =
                moved(Household.registered("LIFTED").income("20000.00", "2020-11", "2021-10", "ACTUAL_12M"), village);
        gone.publish("household", gone.id, "HouseholdDeactivated", Map.of("reason", "x", "on", "2021-11-03"));
        ReadModels.settle();
        finds(village, "2021-12-01", BELOW_LINE_UNWATCHED, poor.id, "perCapita");
        assertThat(list(village, "2021-12-01").getList("items")).hasSize(1);
    }

    /** A village of its own for each test, so that its findings are the test's alone. */
    private static String village() {
        return "610727105" + ++villages;
    }

    private static void finds(String village, String date, Rule rule, UUID household, String... fields) {
        found(village, date, rule, household, fields);
        FOUND.add(rule);
    }
}
