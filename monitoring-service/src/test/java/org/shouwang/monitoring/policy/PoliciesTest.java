package org.shouwang.monitoring.policy;

import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.VILLAGE;
import static org.shouwang.monitoring.Household.get;
import static org.shouwang.monitoring.Household.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** Policies and lines over HTTP: effective-dated, by the longest prefix, never two at once, by those who may. */
@QuarkusTest
@WithTestResource(Servers.class)
class PoliciesTest {

    @Test
    void two_policies_never_hold_for_the_same_prefix_on_the_same_day() {
        put("sys-admin", "/policies/POL-A/versions/1", policy("610728", "2030-01-01", "2030-12-31"))
                .statusCode(201)
                .header("ETag", "\"1\"");
        put("sys-admin", "/policies/POL-A/versions/1", policy("610728", "2030-01-01", "2030-12-31"))
                .statusCode(204);
        put("sys-admin", "/policies/POL-B/versions/1", policy("610728", "2030-12-31", null))
                .statusCode(409)
                .body("code", is("POLICY_OVERLAP"))
                .body("details", contains("POL-A"));
        put("sys-admin", "/policies/POL-B/versions/1", policy("610728", "2031-01-01", null))
                .statusCode(201);
        put("sys-admin", "/policies/POL-C/versions/1", policy("610728101", "2030-06-01", null))
                .statusCode(201);
        put("sys-admin", "/policies/POL-A/versions/1", policy("610728", "2030-02-01", "2030-12-31"))
                .statusCode(409)
                .body("code", is("POLICY_VERSION_EXISTS"));
        get("sys-admin", "/policies?area=610728101200&on=2030-07-01")
                .statusCode(200)
                .body("policyId", hasItems("POL-A", "POL-C"));
    }

    @Test
    void one_area_is_written_in_one_way() {
        put("sys-admin", "/policies/POL-PAD/versions/1", policy("610728103000", "2030-01-01", null))
                .statusCode(201);
        get("sys-admin", "/policies?area=610728103201&on=2030-07-01")
                .statusCode(200)
                .body("find { it.policyId == 'POL-PAD' }.areaPrefix", is("610728103"));
        put("sys-admin", "/policies/POL-PAD-B/versions/1", policy("610728103", "2030-01-01", null))
                .statusCode(409)
                .body("code", is("POLICY_OVERLAP"))
                .body("details", contains("POL-PAD"));
        for (var half : List.of("6", "610", "61072", "6107281", "61072810320", "00", "000000000000"))
            put("sys-admin", "/policies/POL-PAD-C/versions/1", policy(half, "2030-01-01", null))
                    .statusCode(400)
                    .body("code", is("INVALID_FIELDS"));
        put(
                        "sys-admin",
                        "/screening-rules/PADDED/versions/1",
                        Map.of("areaPrefix", "610728104000", "effectiveFrom", "2030-01-01", "source", "某镇通知"))
                .statusCode(201);
        get("sys-admin", "/screening-rules?area=610728104201")
                .statusCode(200)
                .body("find { it.setId == 'PADDED' }.areaPrefix", is("610728104"));
    }

    @Test
    void a_new_version_ends_the_one_before_it() {
        put("sys-admin", "/policies/POL-D/versions/1", policy("610729", "2030-01-01", null))
                .statusCode(201);
        put("sys-admin", "/policies/POL-D/versions/2", policy("610729", "2030-07-01", "2030-12-31"))
                .statusCode(204)
                .header("ETag", "\"3\"");
        get("sys-admin", "/policies?area=610729")
                .statusCode(200)
                .body("find { it.policyId == 'POL-D' && it.version == 1 }.effectiveTo", is("2030-06-30"))
                .body("find { it.policyId == 'POL-D' && it.version == 2 }.effectiveTo", is("2030-12-31"));
        put("sys-admin", "/policies/POL-E/versions/1", policy("610729", "2031-01-01", null))
                .statusCode(201);
        put("sys-admin", "/policies/POL-D/versions/4", policy("610729", "2030-07-01", null))
                .statusCode(409)
                .body("code", is("POLICY_VERSION_OUT_OF_ORDER"))
                .body("details", contains("3"));
    }

    @Test
    void only_those_who_may_publish_and_only_in_their_area() {
        put("info-officer", "/policies/POL-F/versions/1", policy("610727", "2040-01-01", null))
                .statusCode(403)
                .body("code", is("ROLE_NOT_ALLOWED"));
        put("county-operator", "/policies/POL-F/versions/1", policy("6107", "2040-01-01", null))
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
        put("sys-admin", "/policies/pol/versions/1", policy("610727", "2040-01-01", null))
                .statusCode(400);
        put("sys-admin", "/policies/POL-F/versions/1", "{\"regime\": \"R2021\"}")
                .statusCode(400)
                .body("code", is("INVALID_FIELDS"));
        put(
                        "sys-admin",
                        "/policies/POL-F/versions/1",
                        policy("610727", "2040-01-01", null).replace("SIX_STEP", "TEN_STEP"))
                .statusCode(400);
    }

    @Test
    void a_clue_is_judged_by_the_policy_of_its_place_and_day() {
        put(
                        "county-operator",
                        "/clues/" + UUID.randomUUID(),
                        Map.of(
                                "areaCode",
                                "610727105208",
                                "source",
                                "PETITION",
                                "text",
                                "反映困难",
                                "receivedOn",
                                "2019-01-01"))
                .statusCode(409)
                .body("code", is("POLICY_NOT_FOUND"));
    }

    /** Two of one area and day never stand beside each other, so that there is always one that a case is opened under. */
    @Test
    void a_case_is_opened_under_the_longest_prefix_and_then_the_latest_version() {
        var town = "610727105";
        put("sys-admin", "/policies/POL-WIDE/versions/1", quiet(town, "2012-01-01"))
                .statusCode(201);
        var first = opened("2012-03-01");
        under(first).body("policy.id", is("POL-WIDE"), "policy.version", is(1));

        put("sys-admin", "/policies/POL-NARROW/versions/1", quiet(VILLAGE, "2012-01-01"))
                .statusCode(201);
        put("sys-admin", "/policies/POL-RIVAL/versions/1", quiet(VILLAGE, "2012-03-01"))
                .statusCode(409)
                .body("code", is("POLICY_OVERLAP"))
                .body("details", contains("POL-NARROW"));
        var narrow = opened("2012-03-01");
        under(narrow).body("policy.id", is("POL-NARROW"), "policy.version", is(1));

        put("sys-admin", "/policies/POL-NARROW/versions/2", quiet(VILLAGE, "2012-03-01"))
                .statusCode(204);
        put("sys-admin", "/policies/POL-WIDE/versions/2", quiet(town, "2012-02-01"))
                .statusCode(204);
        put("sys-admin", "/policies/POL-WIDE/versions/3", quiet(town, "2012-03-01"))
                .statusCode(204);
        var eve = opened("2012-02-29");
        under(eve).body("policy.id", is("POL-NARROW"), "policy.version", is(1));
        var latest = opened("2012-03-01");
        under(latest).body("policy.id", is("POL-NARROW"), "policy.version", is(2));
        under(first).body("policy.id", is("POL-WIDE"), "policy.version", is(1));

        for (var household : List.of(first, narrow, eve, latest))
            household
                    .step("info-officer", "/withdrawal", Map.of("withdrawnOn", "2012-03-02", "reason", "农户自愿撤回"))
                    .statusCode(204);
    }

    private static Household opened(String on) {
        return Household.registered("LIFTED").opened(on, "DOC_APPLICATION");
    }

    /** Of 2012, when no other policy holds here; it asks nothing of the villages. */
    private static String quiet(String prefix, String from) {
        return """
                {"areaPrefix": "%s", "effectiveFrom": "%s", "effectiveTo": "2012-12-31", "regime": "R2020",
                 "objectTypes": ["UNSTABLE", "EDGE", "SUDDEN"], "incomeMeasure": "NET", "incomeBasis": "ACTUAL_12M",
                 "line": {"source": "FIXED", "amount": 6000, "inclusive": false},
                 "publicity": {"required": true, "forbidden": false, "days": 5, "dayType": "CALENDAR"}, "procedure": "NINE_STEP",
                 "monitoring": {"cycle": "MONTHLY", "reportFrom": "2030-01", "meetings": "NONE"}}
                """.formatted(prefix, from);
    }

    private static ValidatableResponse under(Household household) {
        return get("county-operator", "/cases/" + household.caseId).statusCode(200);
    }

    @Test
    void a_line_is_set_by_area_and_year() {
        put("county-operator", "/lines/610727000000/2030", "{\"amount\": 9000, \"source\": \"2030年通知\"}")
                .statusCode(201);
        put("county-operator", "/lines/610727000000/2030", "{\"amount\": 9000, \"source\": \"2030年通知\"}")
                .statusCode(204);
        put("county-operator", "/lines/610727000000/2030", "{\"amount\": -1, \"source\": \"2030年通知\"}")
                .statusCode(422)
                .body("code", is("LINE_NOT_POSITIVE"));
        put("other-county", "/lines/610727000000/2030", "{\"amount\": 9100, \"source\": \"2030年通知\"}")
                .statusCode(404);
        put("info-officer", "/lines/610727000000/2030", "{\"amount\": 9000, \"source\": \"x\"}")
                .statusCode(403);
        get("info-officer", "/lines?year=2030")
                .statusCode(200)
                .body("amount", contains(9000.00f))
                .body("areaCode", contains("610727000000"));
    }

    private static String policy(String prefix, String from, String to) {
        return SamplePolicies.document("pol-2021")
                .replace("\"policyId\":\"POL-2021\",\"version\":1,", "")
                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"" + prefix + "\"")
                .replace(
                        "\"effectiveFrom\":\"2021-01-01\"",
                        "\"effectiveFrom\":\"" + from + "\"" + (to == null ? "" : ",\"effectiveTo\":\"" + to + "\""));
    }
}
