package org.shouwang.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.testing.OldDatabase;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.SamplePolicies;

/** What stood in the tables before a migration stands in them as today's code writes it. */
class MigrationsTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate DAY = LocalDate.of(2021, 11, 30);
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2021-11-30T08:00:00Z");
    private static final UUID FINISHED = new UUID(0, 1);
    private static final UUID RUNNING = new UUID(0, 2);
    private static final UUID CLOSED = new UUID(0, 3);
    private static final UUID OPEN = new UUID(0, 4);
    private static final UUID HELD = new UUID(0, 5);

    private static OldDatabase database;

    @BeforeAll
    static void filled() throws SQLException, JsonProcessingException {
        database = new OldDatabase("1601");
        policy("POL-2021", text(SamplePolicies.county2021()), "\"meetings\":\"WEEKLY\"", "\"weeklyMeeting\":true");
        policy("POL-2020-TOWN", text(SamplePolicies.town2020()), "\"meetings\":\"NONE\"", "\"weeklyMeeting\":false");
        database.update(
                "insert into judgement_meeting (area_code, week, missed, households, items, documents, version)"
                        + " values (?, '2021-W47', true, 0, '[]', '[]', 1)",
                VILLAGE);
        database.update(
                "insert into duty_meeting (area_code, week, settled_on) values (?, '2021-W47', ?)", VILLAGE, DAY);

        database.migrate("1700");
        database.update(
                "insert into mobilisation (id, area_code, held) values (?, ?, '{\"minutes\":{\"heldOn\":\"2021-03-05\"}}')",
                HELD,
                VILLAGE);

        database.migrate("1710");
        sweep(FINISHED, DAY);
        database.event("sweep", FINISHED, 1, "SweepStarted", THEN, "{\"areaCode\":\"" + VILLAGE + "\"}");
        database.event(
                "sweep",
                FINISHED,
                2,
                "SweepFinished",
                THEN,
                "{\"on\":\"2021-11-30\",\"unchecked\":3,\"reason\":\"长期外出，已电话核实\"}");
        sweep(RUNNING, null);
        topic(CLOSED, DAY);
        database.event(
                "topic-sweep",
                CLOSED,
                2,
                "TopicSweepClosed",
                THEN,
                "{\"on\":\"2021-11-30\",\"objects\":5,\"answered\":4}");
        topic(OPEN, null);
        database.update(
                "insert into grid_month (grid, month, area_code, households, reached, missed, version) values (?, '2021-11', ?, 36, 35, '[]', 1)",
                VILLAGE + "-W001",
                VILLAGE);
        lateClue(new UUID(0, 6), "DISPATCHED", "VERIFY", "VILLAGE");
        lateClue(new UUID(0, 7), "HANDED_OVER", "OVERDUE", "TOWN");
        lateClue(new UUID(0, 8), "RECEIVED", "OVERDUE", "TOWN");
        database.migrate("latest");
    }

    @AfterAll
    static void closed() throws SQLException {
        database.close();
    }

    @Test
    void a_policy_that_said_whether_villages_meet_weekly_says_how_often() throws SQLException, JsonProcessingException {
        assertThat(database.rows("select terms from policy order by policy_id"))
                .containsExactly(
                        Arrays.asList(text(SamplePolicies.town2020())),
                        Arrays.asList(text(SamplePolicies.county2021())));
    }

    @Test
    void a_meeting_of_a_week_is_one_of_a_period() throws SQLException {
        assertThat(database.rows("select area_code, period, missed from judgement_meeting"))
                .containsExactly(Arrays.asList(VILLAGE, "2021-W47", "t"));
        assertThat(database.rows("select area_code, period, settled_on from duty_meeting"))
                .containsExactly(Arrays.asList(VILLAGE, "2021-W47", "2021-11-30"));
    }

    @Test
    void a_mobilisation_has_the_day_of_its_minutes() throws SQLException {
        assertThat(database.rows("select held_on from mobilisation where id = ?", HELD))
                .containsExactly(Arrays.asList("2021-03-05"));
    }

    @Test
    void what_was_closed_before_persons_were_counted_keeps_its_households() throws SQLException {
        assertThat(database.rows("select finished_on, unchecked, unchecked_persons from sweep order by id"))
                .containsExactly(Arrays.asList("2021-11-30", "3", null), Arrays.asList(null, null, null));
        assertThat(
                        database.rows(
                                "select closed_on, objects, answered, object_persons, answered_persons from topic_sweep order by id"))
                .containsExactly(
                        Arrays.asList("2021-11-30", "5", "4", null, null), Arrays.asList(null, null, null, null, null));
        assertThat(database.rows(
                        "select households, reached, persons, reached_persons, missed_persons from grid_month"))
                .containsExactly(Arrays.asList("36", "35", null, null, null));
    }

    @Test
    void a_late_clue_is_above_whoever_had_it() throws SQLException {
        assertThat(database.rows("select level from duty_clue order by id"))
                .containsExactly(Arrays.asList("TOWN"), Arrays.asList("COUNTY"), Arrays.asList("TOWN"));
    }

    private static void lateClue(UUID id, String stage, String step, String level) throws SQLException {
        database.update(
                "insert into clue (id, area_code, source, text, received_on, due_on, overdue, stage) values (?, ?, 'PETITION', '支出增加', ?, ?, true, ?)",
                id,
                VILLAGE,
                DAY,
                DAY,
                stage);
        database.update(
                "insert into duty_clue (id, duty, area_code, level, step, due_on, since, from_on, overdue) values (?, 'CLUE_ANSWER', ?, ?, ?, ?, ?, ?, true)",
                id,
                VILLAGE,
                level,
                step,
                DAY,
                DAY,
                DAY);
    }

    private static String text(PolicyTerms terms) throws JsonProcessingException {
        return Json.MAPPER.writeValueAsString(terms);
    }

    /** In the words of before. */
    private static void policy(String id, String terms, String now, String before) throws SQLException {
        assertThat(terms).contains(now);
        database.update(
                "insert into policy (policy_id, version, area_prefix, effective_from, terms) values (?, 1, '610727', ?, ?)",
                id,
                LocalDate.of(2021, 1, 1),
                terms.replace(now, before));
    }

    private static void sweep(UUID id, LocalDate finishedOn) throws SQLException {
        database.update("""
                insert into sweep (id, area_code, scope, name, from_on, to_on, focus_groups, finished_on, version)
                values (?, ?, ?, '集中排查', ?, ?, '', cast(? as date), 1)""", id, VILLAGE, VILLAGE, DAY, DAY, finishedOn);
    }

    private static void topic(UUID id, LocalDate closedOn) throws SQLException {
        database.update(
                "insert into topic_sweep (id, area_code, prefix, title, from_on, to_on, closed_on) values (?, ?, ?, '疫情', ?, ?, cast(? as date))",
                id,
                VILLAGE,
                VILLAGE,
                DAY,
                DAY,
                closedOn);
    }
}
