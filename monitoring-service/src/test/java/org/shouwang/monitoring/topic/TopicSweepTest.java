package org.shouwang.monitoring.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.removal.Included;

/** The epidemic's list: who came home, who works, how the farm goes; asked of every monitored household. */
@QuarkusTest
@WithTestResource(Servers.class)
class TopicSweepTest {

    private static final String REASON = "春节未返乡，已电话核实";

    private final UUID id = UUID.randomUUID();

    @Test
    void every_object_answers_the_list_and_who_has_not_is_told() {
        var i = Included.in2021();
        start("county-operator").statusCode(201);
        start("county-operator").statusCode(204);
        put("county-operator", "/topic-sweeps/" + id, sweep("另一个主题"))
                .statusCode(409)
                .body("code", is("SWEEP_ALREADY_STARTED"));
        household(false).body("items.householdId", hasItem(i.id().toString()));
        get("county-operator", "/topic-sweeps?limit=200")
                .body("items.find { it.id == '" + id + "' }", not(hasKey("atClosing")));

        answer(i.id(), "RETURNED", "无人返乡")
                .statusCode(422)
                .body("code", is("ANSWERS_INCOMPLETE"))
                .body("details", contains("WORK"));
        answer(i.id(), "RETURNED", "无人返乡", "WORK", "两人在外务工").statusCode(201);
        answer(i.id(), "RETURNED", "无人返乡", "WORK", "两人在外务工").statusCode(204);
        answer(i.id(), "RETURNED", "一人返乡", "WORK", "一人在外务工").statusCode(204);
        household(true)
                .body("items.find { it.householdId == '" + i.id() + "' }.answers.text", contains("一人返乡", "一人在外务工"));
        household(false).body("items.householdId", not(hasItem(i.id().toString())));

        var other = Household.registered("LIFTED");
        known(() -> answer(other.id, "RETURNED", "无", "WORK", "无"))
                .statusCode(409)
                .body("code", is("NOT_AN_OBJECT"));
        answer(i.id(), "RETURNED", "来电13800138000", "WORK", "无").statusCode(422).body("code", is("SENSITIVE_TEXT"));

        Included.in2021();
        var closing = "/topic-sweeps/" + id + "/closing";
        put("county-operator", closing, Map.of("on", "2022-02-10"))
                .statusCode(422)
                .body("code", is("UNCHECKED_LEFT"), "details", hasSize(1));
        put("county-operator", closing, Map.of("on", "2022-02-10", "reason", "来电13800138000"))
                .statusCode(422)
                .body("code", is("SENSITIVE_TEXT"));
        put("county-operator", closing, Map.of("on", "2022-02-10", "reason", REASON))
                .statusCode(204);
        put("county-operator", closing, Map.of("on", "2022-02-10", "reason", REASON))
                .statusCode(204);
        put("county-operator", closing, Map.of("on", "2022-02-11", "reason", REASON))
                .statusCode(409)
                .body("code", is("SWEEP_CLOSED"));
        ReadModels.settle();
        get("county-operator", "/topic-sweeps?limit=200")
                .body("items.find { it.id == '" + id + "' }.closedOn", is("2022-02-10"))
                .body("items.find { it.id == '" + id + "' }.reason", is(REASON))
                .body("items.find { it.id == '" + id + "' }.answered", is(1))
                .body("items.find { it.id == '" + id + "' }.persons.answered", is(6))
                .body("items.find { it.id == '" + id + "' }.persons.objects", greaterThanOrEqualTo(6))
                .body("items.find { it.id == '" + id + "' }.atClosing.answered", is(1))
                .body("items.find { it.id == '" + id + "' }.atClosing.persons.answered", is(6))
                .body("items.find { it.id == '" + id + "' }.atClosing.persons.objects", greaterThanOrEqualTo(6));
        answer(i.id(), "RETURNED", "无", "WORK", "无").statusCode(409).body("code", is("SWEEP_CLOSED"));
    }

    @Test
    void a_sweep_that_is_over_stays_as_it_was_on_its_last_day() {
        var answering = Included.yellowIn2020();
        var silent = Included.yellowIn2020();
        ReadModels.settle();
        put("county-operator", "/topic-sweeps/" + id, sweep("入冬用水排查", "2021-11-01", "2021-11-12"))
                .statusCode(201);
        answerOn("2021-11-05", answering.id(), "RETURNED", "无人返乡", "WORK", "一人务工")
                .statusCode(201);
        put("county-operator", "/topic-sweeps/" + id + "/closing", Map.of("on", "2021-11-14", "reason", REASON))
                .statusCode(204);
        ReadModels.settle();
        var before = row();
        assertThat(before).containsEntry("answered", 1);

        var later = Included.in2021();
        voided(answering);
        voided(silent);
        answering.household.publish(
                "household",
                answering.id(),
                "MemberAdded",
                LocalDate.parse("2021-12-02"),
                Map.of(
                        "member",
                        Map.of(
                                "memberId",
                                UUID.randomUUID(),
                                "relation",
                                "20",
                                "labour",
                                "NONE",
                                "born",
                                "1980-05",
                                "working",
                                false)));
        ReadModels.settle();
        assertThat(row()).isEqualTo(before);
        household(true).body("items.householdId", contains(answering.id().toString()));
        household(false)
                .body("items.householdId", hasItem(silent.id().toString()))
                .body("items.householdId", not(hasItem(later.id().toString())));
    }

    private Map<String, Object> row() {
        return get("county-operator", "/topic-sweeps?limit=200")
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '" + id + "' }");
    }

    private static void voided(Included i) {
        put(
                        "county-approver",
                        "/objects/" + i.id() + "/void",
                        Map.of(
                                "reason",
                                "复核发现识别有误，撤销纳入",
                                "decision",
                                docs("DOC_COUNTY_DECISION").getFirst(),
                                "on",
                                "2021-12-01"))
                .statusCode(204);
    }

    @Test
    void a_sweep_without_questions_that_differ_is_refused_and_so_is_an_area_outside() {
        var twice = new java.util.HashMap<>(sweep("疫情专项排查"));
        twice.put("questions", List.of(question("WORK"), question("WORK")));
        put("county-operator", "/topic-sweeps/" + id, twice).statusCode(422).body("code", is("SWEEP_INCOMPLETE"));
        put("other-county", "/topic-sweeps/" + id, sweep("疫情专项排查")).statusCode(anyOf(is(403), is(404)));
        get("county-operator", "/topic-sweeps/" + id + "/households").statusCode(404);
    }

    private io.restassured.response.ValidatableResponse start(String user) {
        return put(user, "/topic-sweeps/" + id, sweep("疫情专项排查"));
    }

    private static Map<String, Object> sweep(String title) {
        return sweep(title, "2022-01-20", "2022-02-10");
    }

    private static Map<String, Object> sweep(String title, String from, String to) {
        return Map.of(
                "areaCode",
                "610727000000",
                "title",
                title,
                "questions",
                List.of(question("RETURNED"), question("WORK")),
                "from",
                from,
                "to",
                to);
    }

    private static Map<String, String> question(String code) {
        return Map.of("code", code, "text", "中高风险地区人员归乡、务工情况");
    }

    private io.restassured.response.ValidatableResponse answer(UUID household, String... answers) {
        return answerOn("2022-01-25", household, answers);
    }

    private io.restassured.response.ValidatableResponse answerOn(String on, UUID household, String... answers) {
        var list = new java.util.ArrayList<Map<String, String>>();
        for (var at = 0; at < answers.length; at += 2) list.add(Map.of("code", answers[at], "text", answers[at + 1]));
        return put(
                "info-officer",
                "/topic-sweeps/" + id + "/households/" + household,
                Map.of("answers", list, "visitor", "info-officer", "visitedOn", on));
    }

    private io.restassured.response.ValidatableResponse household(boolean answered) {
        return get("county-operator", "/topic-sweeps/" + id + "/households?limit=200&answered=" + answered)
                .statusCode(200);
    }
}
