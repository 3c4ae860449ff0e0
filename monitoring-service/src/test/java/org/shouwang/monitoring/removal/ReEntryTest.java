package org.shouwang.monitoring.removal;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A risk that comes again after a removal: found by the visit, looked into as a new case, a second episode. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReEntryTest {

    @Test
    void a_risk_that_comes_again_is_a_new_case_and_a_new_episode() {
        var i = RemovalRequests.letGo(Included.in2021().helped());
        put("grid-member", "/objects/" + i.id() + "/revisits/2022-07", visit("2022-08-10", "FAIL"))
                .statusCode(201);
        String clue = get("info-officer", "/objects/" + i.id() + "/revisits")
                .body("[0].wanting", contains("WATER"))
                .extract()
                .path("[0].clueId");

        var again = i.household
                .again()
                .income("24300", "2021-08", "2022-07", "ACTUAL_12M")
                .safeguards("2022-08-10", "WATER", "FAIL")
                .consents("2022-08-11", "2023-02-11");
        again.step(
                        "info-officer",
                        "",
                        Map.of(
                                "householdId",
                                again.id,
                                "clueIds",
                                List.of(clue),
                                "channel",
                                "LOOK_BACK",
                                "openedOn",
                                "2022-08-11",
                                "documents",
                                docs("DOC_APPLICATION")))
                .statusCode(201);
        get("info-officer", "/cases/" + again.caseId).body("reEntryOf", is(1)).body("dueOn", is("2022-08-25"));
        throughTheProcedure(again);

        get("info-officer", "/objects/" + i.id())
                .body("state", is("ACTIVE"))
                .body("episode", is(2))
                .body("caseId", is(again.caseId.toString()))
                .body("removedOn", nullValue())
                .body("episodes.includedOn", contains("2021-11-15", "2022-08-22"))
                .body("episodes[0].endedOn", is("2022-06-20"))
                .body("episodes[0].method", is("ASSISTED"))
                .body("episodes[1].endedOn", nullValue());
        put("grid-member", "/objects/" + i.id() + "/revisits/2022-10", visit("2022-10-08", "PASS"))
                .statusCode(409)
                .body("code", is("REVISIT_NOT_OWED"));
        put(
                        "county-approver",
                        "/objects/" + i.id() + "/removal/revocation",
                        Map.of("reason", "复核发现收入不稳定，原标注有误", "on", "2022-09-01"))
                .statusCode(409)
                .body("code", is("NOT_REMOVED"));
    }

    private static void throughTheProcedure(Household h) {
        known(() -> h.step(
                        "grid-member",
                        "/visit",
                        Map.of(
                                "visitedOn",
                                "2022-08-12",
                                "visitors",
                                List.of("grid-member"),
                                "signatures",
                                List.of("COLLECTOR", "HOUSEHOLDER"),
                                "documents",
                                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                                "risks",
                                List.of("11"),
                                "incomeStatementId",
                                h.statementId,
                                "safeguardCheckId",
                                h.checkId)))
                .statusCode(204);
        known(() -> h.step(
                        "info-officer",
                        "/consent",
                        Map.of("consentId", h.consentId, "linkedOn", "2022-08-12", "documents", docs("DOC_CONSENT"))))
                .statusCode(204);
        h.step(
                        "town-operator",
                        "/comparison",
                        Map.of(
                                "comparedOn",
                                "2022-08-13",
                                "departments",
                                List.of(Map.of("dept", "VEHICLE", "hit", false)),
                                "documents",
                                docs("DOC_COMPARE_RESULT")))
                .statusCode(204);
        known(() -> put(
                        "village-committee",
                        "/village-reviews/" + h.caseId,
                        Map.of(
                                "areaCode",
                                VILLAGE,
                                "minutes",
                                minutes("2022-08-14"),
                                "inclusions",
                                List.of(Map.of("caseId", h.caseId, "agreed", true)),
                                "documents",
                                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"))))
                .statusCode(201);
        h.step(
                        "village-committee",
                        "/publicity",
                        Map.of(
                                "postedOn",
                                "2022-08-14",
                                "place",
                                "村务公开栏",
                                "text",
                                "拟纳入公示",
                                "documents",
                                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO")))
                .statusCode(204);
        h.step("village-committee", "/publicity/end", Map.of("endedOn", "2022-08-19"))
                .statusCode(204);
        h.step(
                        "town-reviewer",
                        "/town-review",
                        Map.of("reviewedOn", "2022-08-20", "opinion", "同意", "documents", docs("DOC_TOWN_OPINION")))
                .statusCode(204);
        h.step(
                        "county-approver",
                        "/county-decision",
                        Map.of(
                                "determinedOn",
                                "2022-08-22",
                                "decisionNo",
                                "略振〔2022〕21号",
                                "documents",
                                docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")))
                .statusCode(204);
    }

    private static Map<String, Object> visit(String on, String water) {
        return Map.of(
                "visitor",
                "grid-member",
                "visitedOn",
                on,
                "method",
                "ON_SITE",
                "items",
                Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                        .map(item -> Map.of("indicator", item, "result", item.equals("WATER") ? water : "PASS"))
                        .toList(),
                "income",
                "SAME",
                "householderSigned",
                true);
    }
}
