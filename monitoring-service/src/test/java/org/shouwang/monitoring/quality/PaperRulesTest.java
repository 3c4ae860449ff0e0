package org.shouwang.monitoring.quality;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** Every rule about minutes, counts and the course of a case or a removal; what no command lets in is written into the tables, which are made anew. */
@QuarkusTest
@WithTestResource(Servers.class)
class PaperRulesTest {

    private static final String AFTERWARDS = "2022-07-15";
    private static final Set<Rule> FOUND = EnumSet.noneOf(Rule.class);
    private static int villages = 830;

    @AfterAll
    static void every_rule_found_something() {
        assertThat(FOUND).isEqualTo(about(MINUTES, MEETING, QUARTERLY, CASE, REMOVAL));
    }

    @Test
    void minutes_are_whole_tell_of_each_household_and_add_up() {
        Household.policies();
        var village = village();
        var day = "2021-12-31";
        put("town-operator", "/meetings/" + village + "/2021-W48", Map.of("minutes", minutes("2021-12-01")))
                .statusCode(201);
        put("town-operator", "/quarterly-reviews/" + village + "/2021-10", quarterly())
                .statusCode(201);
        none(village, day);

        sql(
                "update judgement_meeting set minutes = jsonb_set(minutes::jsonb, '{host}', '\" \"')::text where area_code = $1",
                village);
        finds(village, day, MINUTES_INCOMPLETE, null, "host");
        recordedBy("town-operator", village, day, MINUTES_INCOMPLETE);
        none(village, "2022-12-31");
        sql(
                "update judgement_meeting set minutes = jsonb_set(minutes::jsonb, '{attendees}', 'null')::text where area_code = $1",
                village);
        finds(village, day, MINUTES_INCOMPLETE, null, "host", "attendees");
        rebuilt("MeetingTable");
        none(village, day);

        sql(
                "update quarterly_review set minutes = jsonb_set(minutes::jsonb, '{recorder}', 'null')::text where area_code = $1",
                village);
        finds(village, day, MINUTES_INCOMPLETE, null, "recorder");
        recordedBy("town-operator", village, day, MINUTES_INCOMPLETE);
        rebuilt("QuarterlyTable");
        sql("update quarterly_review set checked = 10 where area_code = $1", village);
        finds(village, day, COUNTS_DISAGREE, null, "counts", "householdsChecked");
        recordedBy("town-operator", village, day, COUNTS_DISAGREE);
        assertThat(list(village, day).getString("items[0].subjectId")).isEqualTo("2021-10");
        sql("update quarterly_review set checked = 9, without_risk = 10 where area_code = $1", village);
        finds(village, day, COUNTS_DISAGREE, null, "householdsChecked", "householdsWithoutRisk");
        rebuilt("QuarterlyTable");
        none(village, day);

        var i = Included.in2021().helped().movedTo(village, "2021-11-28");
        finds(village, day, MINUTES_NOT_PER_HOUSEHOLD, i.id(), "items");
        recordedBy("town-operator", village, day, MINUTES_NOT_PER_HOUSEHOLD);
        var item = Map.of("householdId", i.id(), "situation", "家庭收入稳定，子女正常就学，住房和饮水安全", "conclusion", "继续监测");
        put(
                        "town-operator",
                        "/meetings/" + village + "/2021-W49",
                        Map.of("minutes", minutes("2021-12-08"), "items", List.of(item)))
                .statusCode(201);
        assertThat(list(village, day, MINUTES_NOT_PER_HOUSEHOLD).getList("items.subjectId"))
                .containsExactly("2021-W48");
        none(village, "2021-11-28");
    }

    @Test
    void minutes_about_one_household_are_whole() {
        var i = letGo(Included.in2021().helped());
        sql("update case_meeting set recorder = null where household = $1", i.id());
        sql("update removal_meeting set present = 0 where household = $1", i.id());
        finds(VILLAGE, "2021-12-31", MINUTES_INCOMPLETE, i.id(), "recorder");
        finds(VILLAGE, "2022-06-30", MINUTES_INCOMPLETE, i.id(), "attendees");
        recordedBy("village-committee", VILLAGE, "2021-12-31", MINUTES_INCOMPLETE);
        recordedBy("village-committee", VILLAGE, "2022-06-30", MINUTES_INCOMPLETE);
        assertThat(list(VILLAGE, "2022-06-30", MINUTES_INCOMPLETE).getString("items[0].subjectId"))
                .isEqualTo(i.removalId.toString());
        rebuilt("CaseMeetings");
        rebuilt("RemovalMeetings");
        assertThat(list(VILLAGE, "2021-12-31", MINUTES_INCOMPLETE).getList("items"))
                .isEmpty();
        assertThat(list(VILLAGE, "2022-06-30", MINUTES_INCOMPLETE).getList("items"))
                .isEmpty();
    }

    @Test
    void steps_are_in_order_and_notices_stay_as_long_as_the_policy_wants() {
        var village = village();
        var i = letGo(Included.in2021().helped()).movedTo(village, "2022-06-25");
        none(village, AFTERWARDS);
        var inCase = new Course(i, village, CASE, "case_course", i.household.caseId, "CaseCourses");
        inCase.finds("visited_on = '2021-10-31'", DATES_OUT_OF_ORDER, "visitedOn", "grid-member");
        inCase.finds("consented_on = '2021-10-31'", DATES_OUT_OF_ORDER, "consentedOn", "info-officer");
        inCase.finds("compared_on = '2021-11-02'", DATES_OUT_OF_ORDER, "comparedOn", "town-operator");
        inCase.finds("reviewed_on = '2021-11-02'", DATES_OUT_OF_ORDER, "reviewedOn", "village-committee");
        inCase.finds("posted_on = '2021-11-04'", DATES_OUT_OF_ORDER, "postedOn", "village-committee");
        inCase.finds("compared_on = '2021-11-12'", DATES_OUT_OF_ORDER, "townOn", "town-reviewer");
        inCase.finds("county_on = '2021-11-10'", DATES_OUT_OF_ORDER, "countyOn", "county-approver");
        inCase.finds("entered_on = '2021-11-14'", DATES_OUT_OF_ORDER, "enteredOn", null);
        inCase.finds("posted_on = null, ends_on = null", PUBLICITY_SHORT, "postedOn", null);
        inCase.finds("ends_on = '2021-11-09'", PUBLICITY_SHORT, "endsOn", "village-committee");
        inCase.finds("ended_on = '2021-11-09'", PUBLICITY_SHORT, "endedOn", "village-committee");
        inCase.finds("town_on = '2021-11-10'", PUBLICITY_SHORT, "townOn", "town-reviewer");
        var inRemoval = new Course(i, village, REMOVAL, "removal_course", i.removalId, "RemovalCourses");
        inRemoval.finds("visited_on = '2022-05-31'", DATES_OUT_OF_ORDER, "visitedOn", "grid-member");
        inRemoval.finds("reviewed_on = '2022-06-02'", DATES_OUT_OF_ORDER, "reviewedOn", "village-committee");
        inRemoval.finds("consented_on = '2022-06-05'", DATES_OUT_OF_ORDER, "consentedOn", "info-officer");
        inRemoval.finds("posted_on = '2022-06-06'", DATES_OUT_OF_ORDER, "postedOn", "info-officer");
        inRemoval.finds("town_on = '2022-06-07'", DATES_OUT_OF_ORDER, "townOn", "town-reviewer");
        inRemoval.finds("county_on = '2022-06-13'", DATES_OUT_OF_ORDER, "countyOn", "county-approver");
        inRemoval.finds("marked_on = '2022-06-17'", DATES_OUT_OF_ORDER, "markedOn", "info-officer");
        inRemoval.finds("posted_on = null, ends_on = null", PUBLICITY_SHORT, "postedOn", null);
        inRemoval.finds("ends_on = '2022-06-12'", PUBLICITY_SHORT, "endsOn", "info-officer");
        inRemoval.finds("ended_on = '2022-06-12'", PUBLICITY_SHORT, "endedOn", "info-officer");
        inRemoval.finds("town_on = '2022-06-13'", PUBLICITY_SHORT, "townOn", "town-reviewer");
    }

    /** The days of a case or a removal, changed one at a time and made anew. */
    private record Course(Included of, String village, Subject subject, String table, UUID id, String readModel) {

        /** @param by who recorded the field; null: nobody did */
        void finds(String change, Rule rule, String field, String by) {
            sql("update " + table + " set " + change + " where household = $1", of.id());
            PaperRulesTest.finds(village, AFTERWARDS, rule, of.id(), field);
            var found = list(village, AFTERWARDS, rule);
            assertThat(found.getString("items[0].subject")).isEqualTo(subject.name());
            assertThat(found.getString("items[0].subjectId")).isEqualTo(id.toString());
            recordedBy(by, village, AFTERWARDS, rule);
            rebuilt(readModel);
            none(village, AFTERWARDS);
        }
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
