package org.shouwang.monitoring.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** Whom a sweep visits first is told by facts that are kept here, and by nothing else. */
@QuarkusTest
@WithTestResource(Servers.class)
class FocusGroupTest {

    private static final String MOVED = "2021-11-20";

    private final UUID sweep = UUID.randomUUID();

    @BeforeEach
    void policies() {
        Household.policies();
    }

    @Test
    void each_group_is_told_by_its_facts() {
        var village = "610727105551";
        var hit = Included.in2021();
        put("grid-member", "/objects/" + hit.id() + "/risks/0201", Map.of("on", "2021-11-16"))
                .statusCode(204);
        hit.movedTo(village, MOVED);
        var insured = tagged("DIBAO");
        var single = tagged("TEKUN");
        var disabled = tagged("DISABLED");
        var student = with(Map.of("student", "BACHELOR_1"));
        var pupil = with(Map.of("student", "PRIMARY"));
        var poor = Household.registered("GENERAL").income("24300", "2020-11", "2021-10", "ACTUAL_12M");
        var fallen = Household.registered("GENERAL").income("60000", "2019-11", "2020-10", "ACTUAL_12M");
        fallen.again().income("50000", "2020-11", "2021-10", "ACTUAL_12M");
        var home = with(Map.of("workedLastYear", true, "working", false))
                .income("50000", "2020-11", "2021-10", "ACTUAL_12M");
        var away = with(Map.of("workedLastYear", true, "working", true))
                .income("50000", "2020-11", "2021-10", "ACTUAL_12M");
        move(village, insured, single, disabled, student, pupil, poor, fallen, home, away);

        start(village, Stream.of(FocusGroup.values()).map(Enum::name).toList());
        group(FocusGroup.DIBAO).body("items.householdId", ids(insured));
        group(FocusGroup.SCATTERED_TEKUN).body("items.householdId", ids(single));
        group(FocusGroup.DISABILITY).body("items.householdId", ids(disabled));
        group(FocusGroup.STUDENTS).body("items.householdId", ids(student));
        group(FocusGroup.LOW_INCOME).body("items.householdId", ids(poor, fallen, hit.household));
        group(FocusGroup.UNSTABLE_WORK).body("items.householdId", ids(home));
        group(FocusGroup.ILLNESS).body("items.householdId", ids(hit.household));
        group(FocusGroup.HARDSHIP).body("items.householdId", ids(hit.household));
        get("town-operator", "/sweeps/" + sweep)
                .statusCode(200)
                .body("groups.group", hasSize(FocusGroup.values().length))
                .body("groups.find { it.group == 'LOW_INCOME' }.progress.households", is(3))
                .body("groups.find { it.group == 'LOW_INCOME' }.progress.persons.all", is(16))
                .body("groups.find { it.group == 'ILLNESS' }.facts", containsString("不存健康信息"));
    }

    @Test
    void a_low_income_is_below_the_line_that_the_policy_gives_by_the_end_of_the_sweep() {
        var village = "610727105554";
        put(
                        "sys-admin",
                        "/policies/POL-FOCUS/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("\"policyId\":\"POL-2021\",", "")
                                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"" + village + "\"")
                                .replace(
                                        "\"source\":\"MONITORING_LINE_TABLE\",\"inclusive\":false",
                                        "\"source\":\"FIXED\",\"amount\":7000,\"inclusive\":true,\"useReferenceIncome\":true"))
                .statusCode(201);
        var on = income("35000", "35000");
        var burdened = income("60000", "34000");
        var repaid = income("34000", "36000");
        var later = income("60000", "60000");
        later.again().income("20000", "2021-02", "2022-01", "ACTUAL_12M");
        var estimated = Household.registered("GENERAL").income("90000", "2020-01", "2020-12", "ESTIMATED_YEAR");
        estimated.again().income("60000", "2020-11", "2021-10", "ACTUAL_12M");
        move(village, on, burdened, repaid, later, estimated);
        start(village, List.of("LOW_INCOME", "DIBAO"));
        group(FocusGroup.LOW_INCOME).body("items.householdId", ids(on, burdened));
        get("town-operator", "/sweeps/" + sweep)
                .statusCode(200)
                .body("groups.group", contains("LOW_INCOME", "DIBAO"))
                .body("groups.progress.households", contains(2, 0))
                .body("groups.progress.unchecked", contains(2, 0))
                .body("groups.progress.persons.all", contains(10, 0));
    }

    private static Household income(String net, String reference) {
        return Household.registered("GENERAL").income(net, reference, "2020-11", "2021-10", "ACTUAL_12M");
    }

    @Test
    void whom_nobody_has_seen_comes_first_page_by_page() {
        var village = "610727105552";
        var three = Stream.generate(() -> tagged("DIBAO"))
                .limit(3)
                .sorted(Comparator.comparing(h -> h.id.toString()))
                .toList();
        var other = Household.registered("GENERAL");
        move(village, three.get(0), three.get(1), three.get(2), other);
        start(village, List.of("DIBAO"));
        found(three.get(0), Map.of("result", "NO_RISK", "checkedOn", "2021-11-22"));
        found(three.get(1), Map.of("result", "UNREACHED", "checkedOn", "2021-11-22", "note", "外出务工，电话未接"));
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = list("group=DIBAO&limit=1" + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .extract();
            seen.add(page.path("items[0].householdId"));
            after = page.path("next");
        } while (after != null && seen.size() < 4);
        assertThat(seen)
                .containsExactly(
                        three.get(2).id.toString(),
                        three.get(1).id.toString(),
                        three.get(0).id.toString());
        list("group=DIBAO&waiting=true")
                .body(
                        "items.householdId",
                        contains(three.get(2).id.toString(), three.get(1).id.toString()));
        list("group=DIBAO&result=NO_RISK").body("items.householdId", ids(three.get(0)));

        get("town-operator", "/sweeps/" + sweep)
                .statusCode(200)
                .body("progress.households", is(4), "progress.persons.all", is(20))
                .body("groups.group", contains("DIBAO"))
                .body("groups[0].zh", is("低保（新增和申请）"))
                .body("groups[0].progress.households", is(3))
                .body("groups[0].progress.noRisk", is(1))
                .body("groups[0].progress.unreached", is(1))
                .body("groups[0].progress.unchecked", is(1))
                .body("groups[0].progress.persons.all", is(15))
                .body("groups[0].progress.persons.noRisk", is(5));
        get("town-operator", "/sweeps/" + sweep + "/villages")
                .body("items[0].persons.all", is(20), "items[0].persons.unchecked", is(10));
    }

    @Test
    void only_the_groups_of_the_sweep_are_asked_for() {
        start("610727105553", List.of("DIBAO"));
        list("group=ILLNESS")
                .statusCode(422)
                .body("code", is("GROUP_NOT_OF_SWEEP"))
                .body("details", contains("ILLNESS"));
        list("group=DIBAO&after=610727105553~" + UUID.randomUUID())
                .statusCode(400)
                .body("fields.field", hasItem("after"));
        list("group=DIBAO").statusCode(200).body("items", empty());
        get("other-town", "/sweeps/" + sweep + "/households?group=DIBAO").statusCode(404);
    }

    private static Household tagged(String tag) {
        var h = Household.registered("GENERAL");
        h.publish("household", h.id, "SecurityTagGranted", Map.of("tag", tag, "memberIds", List.of()));
        return h;
    }

    /** With a sixth member. */
    private static Household with(Map<String, Object> member) {
        var h = Household.registered("GENERAL");
        var sixth = new HashMap<String, Object>(
                Map.of("memberId", UUID.randomUUID(), "relation", "20", "labour", "NORMAL", "born", "2001-03"));
        sixth.put("working", false);
        sixth.putAll(member);
        h.publish("household", h.id, "MemberAdded", Map.of("member", sixth));
        return h;
    }

    private static void move(String village, Household... households) {
        for (var h : households)
            h.publish(
                    "household",
                    h.id,
                    "HouseholdMoved",
                    LocalDate.parse(MOVED),
                    Map.of("fromArea", VILLAGE, "toArea", village, "on", MOVED));
        ReadModels.settle();
    }

    private void start(String village, List<String> groups) {
        put(
                        "town-operator",
                        "/sweeps/" + sweep,
                        Map.of(
                                "areaCode",
                                village,
                                "name",
                                "第四季度集中排查",
                                "from",
                                "2021-11-01",
                                "to",
                                "2021-11-30",
                                "focusGroups",
                                groups))
                .statusCode(201);
    }

    private void found(Household household, Map<String, Object> body) {
        put("town-operator", "/sweeps/" + sweep + "/households/" + household.id, body)
                .statusCode(201);
    }

    private ValidatableResponse group(FocusGroup group) {
        return list("group=" + group).statusCode(200);
    }

    private ValidatableResponse list(String query) {
        return get("town-operator", "/sweeps/" + sweep + "/households?" + query);
    }

    private static Matcher<Iterable<? extends String>> ids(Household... households) {
        return containsInAnyOrder(
                Stream.of(households).map(h -> h.id.toString()).toArray(String[]::new));
    }
}
