package org.shouwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * One household from the first clue to its removal and the proof of its history, with its refusals on the way, while every service is
 * ended by force and started again in between. The dates are those of a case of November 2021 under the county mechanism of that year.
 */
class WholeWayTest {

    private static final String NOTICE = "试验组某户，家庭人口5人，拟纳入脱贫不稳定户，公示5天";

    private static final List<Object> ONCE = List.of(
            "HouseholdRegistered",
            "CaseOpened",
            "HomeVisited",
            "ConsentLinked",
            "ComparisonRequested",
            "ComparisonCompleted",
            "ReviewConcluded",
            "PublicityPosted",
            "TownReviewed",
            "CountyDetermined",
            "ObjectIncluded",
            "CaseEntered",
            "PlanOpened",
            "PlanApproved",
            "RemovalProposed",
            "RemovalVisited",
            "RemovalPublicized",
            "RemovalMarked",
            "RiskRemoved");

    private final Running stack = Running.stack();

    @Test
    void a_household_is_found_helped_let_go_and_proven() {
        var family = Family.registered(stack, "LIFTED", 5);
        included(family);
        var help = new HelpSteps(family);
        helped(family, help);
        removed(family, help);
        proven(family);
    }

    private void included(Family family) {
        var statement = family.income("2020-11", "2021-10", "2021-11-02", 18_000, 6_000, 4_800, 4_500);
        family.get("info-officer", "/household/households/" + family.id + "/incomes/" + statement)
                .statusCode(200)
                .body("net", is(24300.00f), "perCapita", is(4860.00f));
        var check = family.safeguards("2021-11-03");
        var consent = family.consents("2021-11-03");
        family.opens("2021-11-01", "2021-11-01").statusCode(201);
        family.visit("2021-11-03", statement, check, ",\"risks\":[\"01\"]").statusCode(204);
        family.get("town-operator", "/monitoring/cases/" + family.caseId)
                .statusCode(200)
                .body(
                        "recommendation.type",
                        is("UNSTABLE"),
                        "recommendation.income",
                        is(4860.00f),
                        "dueOn",
                        is("2021-11-16"));

        stack.kill("monitoring");
        family.compare("2021-11-05").statusCode(409).body("code", is("CONSENT_REQUIRED"));
        family.linkConsent("2021-11-03", consent).statusCode(204);
        family.asksDepartments("2021-11-04").statusCode(204);
        family.compare("2021-11-05").statusCode(204);
        stack.kill("household");
        family.review("2021-11-05", "INCLUDED", "").statusCode(204);
        family.publicize("2021-11-05", NOTICE + "，身份证号999999196503121011")
                .statusCode(422)
                .body("code", is("SENSITIVE_FIELD_IN_NOTICE"));
        family.publicize("2021-11-05", NOTICE).statusCode(204);
        family.town("2021-11-09").statusCode(409).body("code", is("PUBLICITY_NOT_FINISHED"));
        family.endPublicity("2021-11-10").statusCode(204);
        stack.kill("archive");
        family.town("2021-11-11").statusCode(204);
        family.county("2021-11-15").statusCode(204);
        family.enter("2021-11-15").statusCode(204);
        family.get("county-operator", "/monitoring/cases/" + family.caseId)
                .body("state", is("ENTERED"), "outcome.late", is(false));
        family.awaitObject("ACTIVE");
    }

    private void helped(Family family, HelpSteps help) {
        await().ignoreExceptions().untilAsserted(() -> family.get("town-operator", "/assistance/plans/" + family.id)
                .statusCode(200)
                .body("state", is("DRAFT"), "planDueOn", is("2021-11-25"), "measureDueOn", is("2021-12-15")));
        help.planned();
        stack.kill("assistance");
        help.carriedOut();
    }

    private void removed(Family family, HelpSteps help) {
        family.soon(
                "county-operator",
                "/monitoring/lines/610727000000/2022",
                "{\"amount\":6500,\"effectiveFrom\":\"2022-01-01\",\"source\":\"试验文件\"}");
        family.removal("info-officer", "", """
                {"householdId":"%s","method":"ASSISTED","proposedOn":"2022-04-20"}""".formatted(family.id))
                .statusCode(409)
                .body("code", is("REMOVAL_CRITERIA_FAILED"), "details", hasItem("C6"));
        var statement = family.income("2021-06", "2022-05", "2022-06-15", 60_000, 6_000, 4_800, 4_500);
        var check = family.safeguards("2022-06-16");
        family.removal("info-officer", "", """
                {"householdId":"%s","method":"ASSISTED","proposedOn":"2022-06-15"}""".formatted(family.id)).statusCode(201);
        family.removal("grid-member", "visit", """
                {"visitors":["grid-member"],"visitedOn":"2022-06-16","incomeStatementId":"%s","safeguardCheckId":"%s","incomeStable":true,"spendingSolved":true,
                 "risksGone":["01"],"newRisks":[],"findings":"病情稳定，务工收入增加","signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s]}""".formatted(
                                statement, check, family.documents("DOC_VISIT_FORM", "DOC_PHOTO")))
                .statusCode(204);
        var review = help.effectReviewed("2022-06-17");
        family.removal("village-committee", "effect-review", """
                {"reviewId":"%s","minutes":{"heldOn":"2022-06-17","place":"村委会","host":"village-secretary","recorder":"info-officer",
                 "attendees":["village-secretary","village-head","info-officer"],"signedIn":3},"documents":[%s]}""".formatted(
                                review, family.documents("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO")))
                .statusCode(204);
        family.removal("info-officer", "consent", """
                {"consentedOn":"2022-06-17","signers":["%s"],"document":%s}""".formatted(
                                family.members.getFirst(), family.document("DOC_CONSENT")))
                .statusCode(204);
        family.removal("village-committee", "publicity", """
                {"place":"村务公开栏","text":"试验组某户，家庭人口5人，拟消除风险，公示5天","postedOn":"2022-06-18","documents":[%s]}""".formatted(
                                family.documents("DOC_NOTICE", "DOC_NOTICE_PHOTO")))
                .statusCode(204);
        family.removal("town-reviewer", "town-review", town("2022-06-20", family))
                .statusCode(409)
                .body("code", is("PUBLICITY_NOT_FINISHED"));
        family.removal("village-committee", "publicity/end", "{\"endedOn\":\"2022-06-23\"}")
                .statusCode(204);
        family.removal("town-reviewer", "town-review", town("2022-06-24", family))
                .statusCode(204);
        family.removal("county-approver", "county-decision", """
                {"approved":true,"decisionNo":"试〔2022〕1号","decidedOn":"2022-06-27","documents":[%s]}""".formatted(
                                family.documents("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                .statusCode(204);
        family.removal("info-officer", "mark", """
                {"markedOn":"2022-06-28","after":{"dropout":false,"houseDamaged":false,"uninsured":false,"waterDamaged":false,"wage":60000,"property":0,
                 "transfer":4800,"operating":6000,"cost":4500,"net":66300,"perCapita":13260,"claims":0,"selfPaid":0}}""").statusCode(204);
        family.awaitObject("REMOVED");
    }

    private static String town(String on, Family family) {
        return "{\"approved\":true,\"opinion\":\"同意\",\"reviewedOn\":\"%s\",\"documents\":[%s]}"
                .formatted(on, family.document("DOC_TOWN_OPINION"));
    }

    private void proven(Family family) {
        var path = "/archive/households/" + family.id + "/history";
        await().ignoreExceptions().untilAsserted(() -> assertThat(types(family, path))
                .contains("HouseholdRegistered", "ObjectIncluded", "MeasureImplemented", "RiskRemoved"));
        var counts = java.util.stream.Stream.of("2020-12-31", "2021-11-04", "2021-11-15", "2022-06-19", "2022-06-28")
                .map(asOf -> types(family, path + "?asOf=" + asOf).size())
                .toList();
        assertThat(counts).isSorted().doesNotHaveDuplicates();
        assertThat(types(family, path + "?asOf=2020-12-31"))
                .contains("HouseholdRegistered")
                .doesNotContain("CaseOpened");
        assertThat(types(family, path + "?asOf=2021-11-04"))
                .contains("HomeVisited")
                .doesNotContain("ReviewConcluded", "ObjectIncluded");
        assertThat(types(family, path + "?asOf=2021-11-15"))
                .contains("ObjectIncluded")
                .doesNotContain("RemovalProposed");
        assertThat(types(family, path + "?asOf=2022-06-19"))
                .contains("RemovalProposed")
                .doesNotContain("RiskRemoved");
        assertThat(types(family, path + "?asOf=2022-06-28")).contains("RiskRemoved");

        List<Map<String, Object>> all = family.get("auditor", path).extract().path("items");
        var ids = new HashSet<>(all.stream().map(i -> i.get("id")).toList());
        assertThat(ids).as("no event twice").hasSize(all.size());
        assertThat(all.stream().map(i -> i.get("type")).filter(ONCE::contains))
                .as("nothing done twice")
                .containsExactlyInAnyOrderElementsOf(ONCE);
        assertThat(all).allSatisfy(i -> assertThat((String) i.get("zh")).isNotBlank());
        family.get("auditor", "/archive/households/" + family.id + "/proof")
                .statusCode(200)
                .body("whole", is(true), "streams.whole", everyItem(is(true)), "streams.size()", greaterThan(5));
        family.get("auditor", path + "?knownAt=2021-01-01T00:00:00Z")
                .statusCode(200)
                .body("items", empty());
    }

    private static List<String> types(Family family, String path) {
        return family.get("auditor", path).statusCode(200).extract().path("items.type");
    }
}
