package org.shouwang.monitoring.removal;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;

/** A household taken through identification over HTTP, and what other services publish about it afterwards. */
public final class Included {

    public final Household household;
    public final UUID removalId = UUID.randomUUID();
    public final UUID effectId = UUID.randomUUID();
    public final UUID statementId = UUID.randomUUID();
    public final UUID checkId = UUID.randomUUID();
    public final UUID member = UUID.randomUUID();

    private Included(Household household) {
        this.household = household;
    }

    public UUID id() {
        return household.id;
    }

    /** Included on 2021-11-15 with risk 01 under the 2021 mechanism. */
    public static Included in2021() {
        Household.policies();
        put(
                "county-operator",
                "/lines/610727105208/2022",
                Map.of("amount", 6500, "effectiveFrom", "2022-05-15", "source", "2022年监测范围通知"));
        var h = Household.registered("LIFTED")
                .income("24300", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .consents("2021-11-03", "2022-05-03")
                .opened("2021-11-01", "DOC_APPLICATION");
        var included = new Included(h);
        h.publish(
                "household",
                h.id,
                "MemberAdded",
                Map.of(
                        "member",
                        Map.of(
                                "memberId",
                                included.member,
                                "relation",
                                "02",
                                "labour",
                                "NORMAL",
                                "born",
                                "1970-01",
                                "working",
                                true)));
        known(() -> h.step("grid-member", "/visit", visit(h, "2021-11-03", List.of("01"))))
                .statusCode(204);
        known(() -> h.step(
                        "info-officer",
                        "/consent",
                        Map.of("consentId", h.consentId, "linkedOn", "2021-11-03", "documents", docs("DOC_CONSENT"))))
                .statusCode(204);
        h.step(
                        "town-operator",
                        "/comparison",
                        Map.of(
                                "comparedOn",
                                "2021-11-05",
                                "departments",
                                List.of(Map.of("dept", "VEHICLE", "hit", false)),
                                "documents",
                                docs("DOC_COMPARE_RESULT")))
                .statusCode(204);
        known(() -> h.step(
                        "village-committee",
                        "/review",
                        review("2021-11-05", "DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO")))
                .statusCode(204);
        h.step(
                        "village-committee",
                        "/publicity",
                        Map.of(
                                "postedOn",
                                "2021-11-05",
                                "place",
                                "村务公开栏",
                                "text",
                                "拟纳入公示",
                                "documents",
                                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO")))
                .statusCode(204);
        h.step("village-committee", "/publicity/end", Map.of("endedOn", "2021-11-10"))
                .statusCode(204);
        h.step(
                        "town-reviewer",
                        "/town-review",
                        Map.of("reviewedOn", "2021-11-11", "opinion", "同意", "documents", docs("DOC_TOWN_OPINION")))
                .statusCode(204);
        h.step(
                        "county-approver",
                        "/county-decision",
                        Map.of(
                                "determinedOn",
                                "2021-11-15",
                                "decisionNo",
                                "略振〔2021〕1号",
                                "documents",
                                docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                .statusCode(204);
        return included;
    }

    /** A household in yellow under the 2020 plan, since 2020-04-10. */
    public static Included yellowIn2020() {
        return in2020("25000", List.of());
    }

    /** A household in red under the 2020 plan, included as unstable on 2020-04-10. */
    public static Included redIn2020() {
        return in2020("24000", List.of("06"));
    }

    private static Included in2020(String net, List<String> risks) {
        Household.policies();
        var h = Household.registered("LIFTED")
                .income(net, "2020-01", "2020-12", "ESTIMATED_YEAR")
                .safeguards("2020-04-02")
                .opened("2020-04-01");
        known(() -> h.step("grid-member", "/visit", visit(h, "2020-04-02", risks)))
                .statusCode(204);
        known(() -> h.step("village-committee", "/review", review("2020-04-08", "DOC_REVIEW_MINUTES")))
                .statusCode(204);
        h.step("town-reviewer", "/town-review", Map.of("reviewedOn", "2020-04-10"))
                .statusCode(204);
        return new Included(h);
    }

    /** Moved to another village of the county, as soon as that is known here. */
    public Included movedTo(String village, String on) {
        household.publish(
                "household",
                id(),
                "HouseholdMoved",
                LocalDate.parse(on),
                Map.of("fromArea", VILLAGE, "toArea", village, "on", on));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get("county-operator", "/objects/" + id()).body("areaCode", is(village)));
        return this;
    }

    private static Map<String, Object> visit(Household h, String on, List<String> risks) {
        return Map.of(
                "visitedOn",
                on,
                "visitors",
                List.of("grid-member"),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                risks,
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId);
    }

    private static Map<String, Object> review(String on, String... documents) {
        return Map.of(
                "heldOn",
                on,
                "place",
                "村委会会议室",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-head", "village-secretary", "info-officer"),
                "signInCount",
                3,
                "votes",
                Map.of("agree", 3, "disagree", 0, "abstain", 0),
                "decision",
                "INCLUDED",
                "documents",
                docs(documents));
    }

    /** The help that it got: measures M02 and M07 against risk 01, and the review of what they came to. */
    public Included helped() {
        for (var code : List.of("M02", "M07")) {
            var measure = UUID.randomUUID();
            assistance(
                    "measure",
                    measure,
                    "MeasurePlanned",
                    Map.of("householdId", id(), "episode", 1, "code", code, "risk", "01"));
            assistance(
                    "measure",
                    measure,
                    "MeasureImplemented",
                    Map.of("householdId", id(), "episode", 1, "code", code, "risk", "01", "on", "2021-12-10"));
        }
        assistance(
                "effect",
                effectId,
                "EffectReviewed",
                Map.of("householdId", id(), "episode", 1, "reviewedOn", "2022-06-06", "conclusion", "EFFECTIVE"));
        return this;
    }

    public void assistance(String kind, UUID stream, String type, Object event) {
        Topics.publish("assistance.events", kind, stream, id(), 1, type, VILLAGE, LocalDate.of(2022, 6, 6), event);
    }

    /** The statement and the safeguards that the visit before the removal cites. */
    public Included betterOff(String net) {
        var total = new BigDecimal(net);
        var perCapita = total.divide(BigDecimal.valueOf(6), 2, RoundingMode.HALF_UP);
        household.publish(
                "income",
                statementId,
                "IncomeStatementDrafted",
                new TreeMap<>(Map.ofEntries(
                        Map.entry("householdId", id()),
                        Map.entry("from", "2021-06"),
                        Map.entry("to", "2022-05"),
                        Map.entry("basis", "ACTUAL_12M"),
                        Map.entry("measure", "NET"),
                        Map.entry("wage", total),
                        Map.entry("operating", 0),
                        Map.entry("property", 0),
                        Map.entry("transfer", 0),
                        Map.entry("cost", 0),
                        Map.entry("net", total),
                        Map.entry("population", 6),
                        Map.entry("perCapita", perCapita),
                        Map.entry("perCapitaReference", perCapita))));
        household.publish(
                "income", statementId, "IncomeStatementConfirmed", Map.of("householdId", id(), "on", "2022-06-02"));
        var items = List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER").stream()
                .map(i -> Map.of("indicator", i, "result", "PASS", "evidence", List.of()))
                .toList();
        household.publish(
                "safeguard",
                checkId,
                "SafeguardChecked",
                Map.of("householdId", id(), "checkedOn", "2022-06-02", "method", "ON_SITE", "items", items));
        return this;
    }
}
