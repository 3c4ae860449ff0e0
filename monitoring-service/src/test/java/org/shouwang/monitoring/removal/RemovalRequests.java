package org.shouwang.monitoring.removal;

import static org.awaitility.Awaitility.await;
import static org.shouwang.monitoring.Household.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is asked in the removal of a household included in November 2021, step by step, and all of it at once. */
public final class RemovalRequests {

    private RemovalRequests() {}

    /** Let go on 2022-06-20, by help. */
    public static Included letGo(Included i) {
        var path = "/removals/" + i.removalId;
        i.betterOff("45000");
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> put(
                                        "info-officer",
                                        path,
                                        Map.of("householdId", i.id(), "method", "ASSISTED", "proposedOn", "2022-06-01"))
                                .extract()
                                .statusCode()
                        == 201);
        known(() -> put("grid-member", path + "/visit", visit(i))).statusCode(204);
        known(() -> put("village-committee", path + "/effect-review", review(i)))
                .statusCode(204);
        put("info-officer", path + "/consent", consent(i)).statusCode(204);
        put("info-officer", path + "/publicity", publicity("拟消除风险户公示")).statusCode(204);
        put("info-officer", path + "/publicity/end", Map.of("endedOn", "2022-06-13"))
                .statusCode(204);
        put("town-reviewer", path + "/town-review", town("2022-06-14")).statusCode(204);
        put("county-approver", path + "/county-decision", county("2022-06-18")).statusCode(204);
        put("info-officer", path + "/mark", Map.of("markedOn", "2022-06-20", "after", after()))
                .statusCode(204);
        return i;
    }

    static Map<String, Object> visit(Included i) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("visitors", List.of("grid-member")),
                Map.entry("visitedOn", "2022-06-03"),
                Map.entry("incomeStatementId", i.statementId),
                Map.entry("safeguardCheckId", i.checkId),
                Map.entry("incomeStable", true),
                Map.entry("spendingSolved", true),
                Map.entry("risksGone", List.of("01")),
                Map.entry("newRisks", List.of()),
                Map.entry("findings", "收入稳定，医疗支出已解决"),
                Map.entry("signatures", List.of("COLLECTOR", "HOUSEHOLDER")),
                Map.entry("documents", docs("DOC_VISIT_FORM", "DOC_PHOTO"))));
    }

    static Map<String, Object> minutes() {
        return Map.of(
                "heldOn",
                "2022-06-06",
                "place",
                "村委会会议室",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-head", "village-secretary", "info-officer"),
                "signedIn",
                3);
    }

    static Map<String, Object> review(Included i) {
        return Map.of(
                "reviewId",
                i.effectId,
                "minutes",
                minutes(),
                "shouldAttend",
                4,
                "votes",
                Map.of("agree", 2, "disagree", 1, "abstain", 0),
                "documents",
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    static Map<String, Object> consent(Included i) {
        return Map.of(
                "consentedOn",
                "2022-06-07",
                "signers",
                List.of(i.member),
                "document",
                docs("DOC_CONSENT").getFirst());
    }

    static Map<String, Object> publicity(String text) {
        return Map.of(
                "place",
                "村务公开栏",
                "text",
                text,
                "postedOn",
                "2022-06-08",
                "documents",
                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    static Map<String, Object> town(String on) {
        return Map.of("approved", true, "opinion", "同意", "reviewedOn", on, "documents", docs("DOC_TOWN_OPINION"));
    }

    static Map<String, Object> county(String on) {
        return Map.of(
                "approved",
                true,
                "decisionNo",
                "略振〔2022〕17号",
                "decidedOn",
                on,
                "documents",
                docs("DOC_COUNTY_DECISION"));
    }

    public static Map<String, Object> after() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("dropout", false),
                Map.entry("houseDamaged", false),
                Map.entry("uninsured", false),
                Map.entry("waterDamaged", false),
                Map.entry("wage", 30000),
                Map.entry("property", 0),
                Map.entry("transfer", 8000),
                Map.entry("operating", 9000),
                Map.entry("cost", 2000),
                Map.entry("net", 45000),
                Map.entry("perCapita", 7500),
                Map.entry("claims", 0),
                Map.entry("selfPaid", 500)));
    }
}
