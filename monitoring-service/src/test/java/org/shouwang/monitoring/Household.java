package org.shouwang.monitoring;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.policy.SamplePolicies;

/** A household as the other services publish it, and requests about it; for tests against the running service. */
public final class Household {

    public static final String VILLAGE = "610727105208";
    private static final String HOUSEHOLDS = "household.events";
    private static final Map<String, String> TOKENS = new TreeMap<>();

    public final UUID id;
    public final UUID caseId = UUID.randomUUID();
    public final UUID clueId = UUID.randomUUID();
    public final UUID statementId = UUID.randomUUID();
    public final UUID checkId = UUID.randomUUID();
    public final UUID consentId = UUID.randomUUID();

    private Household(UUID id) {
        this.id = id;
    }

    /** The same household with new papers and a new case. */
    public Household again() {
        return new Household(id);
    }

    /** Registers it with five members, two of whom can work. */
    public static Household registered(String type) {
        var household = new Household(UUID.randomUUID());
        var members = List.of("NORMAL", "WEAK", "LOST", "NONE", "NONE").stream()
                .map(labour -> Map.of(
                        "memberId",
                        UUID.randomUUID(),
                        "relation",
                        "20",
                        "labour",
                        labour,
                        "born",
                        "1965-03",
                        "working",
                        labour.equals("NORMAL")))
                .toList();
        household.publish(
                "household",
                household.id,
                "HouseholdRegistered",
                Map.of(
                        "areaCode",
                        VILLAGE,
                        "registeredType",
                        type,
                        "resident",
                        true,
                        "relocated",
                        false,
                        "members",
                        members));
        return household;
    }

    public Household income(String net, String from, String to, String basis) {
        return income(net, net, from, to, basis);
    }

    /** @param reference of the household, with claims and own payments */
    public Household income(String net, String reference, String from, String to, String basis) {
        var total = new BigDecimal(net);
        publish(
                "income",
                statementId,
                "IncomeStatementDrafted",
                new TreeMap<>(Map.ofEntries(
                        Map.entry("householdId", id),
                        Map.entry("from", from),
                        Map.entry("to", to),
                        Map.entry("basis", basis),
                        Map.entry("measure", "NET"),
                        Map.entry("wage", total),
                        Map.entry("operating", 0),
                        Map.entry("property", 0),
                        Map.entry("transfer", 0),
                        Map.entry("cost", 0),
                        Map.entry("net", total),
                        Map.entry("population", 5),
                        Map.entry("perCapita", perCapita(total)),
                        Map.entry("perCapitaReference", perCapita(new BigDecimal(reference))))));
        publish("income", statementId, "IncomeStatementSigned", Map.of("householdId", id, "on", "2021-11-03"));
        return this;
    }

    private static BigDecimal perCapita(BigDecimal total) {
        return total.divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
    }

    /** All six items pass, but for those named: {@code "WATER", "AT_RISK"}. */
    public Household safeguards(String on, String... exceptions) {
        var results = new TreeMap<String, String>();
        List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER").forEach(i -> results.put(i, "PASS"));
        for (var i = 0; i < exceptions.length; i += 2) results.put(exceptions[i], exceptions[i + 1]);
        var items = results.entrySet().stream()
                .map(e -> Map.of("indicator", e.getKey(), "result", e.getValue(), "evidence", List.of()))
                .toList();
        publish(
                "safeguard",
                checkId,
                "SafeguardChecked",
                Map.of("householdId", id, "checkedOn", on, "method", "ON_SITE", "items", items));
        return this;
    }

    public Household consents(String grantedOn, String validTo) {
        publish(
                "consent",
                consentId,
                "ConsentGranted",
                Map.of(
                        "householdId",
                        id,
                        "scope",
                        List.of("VEHICLE", "PROPERTY"),
                        "signers",
                        List.of(),
                        "grantedOn",
                        grantedOn,
                        "validTo",
                        validTo));
        return this;
    }

    public void publish(String kind, UUID stream, String type, Object event) {
        publish(kind, stream, type, LocalDate.of(2021, 11, 1), event);
    }

    public void publish(String kind, UUID stream, String type, LocalDate on, Object event) {
        Topics.publish(HOUSEHOLDS, kind, stream, id, 1, type, VILLAGE, on, event);
    }

    /** Publishes both sample policies and the line of 2021 where they are not there yet. */
    public static void policies() {
        put("sys-admin", "/policies/POL-2020-TOWN/versions/1", SamplePolicies.document("pol-2020-town"));
        put("sys-admin", "/policies/POL-2021/versions/1", SamplePolicies.document("pol-2021"));
        put("county-operator", "/lines/610727000000/2021", "{\"amount\": 6000, \"source\": \"2021年监测范围通知\"}");
    }

    public ValidatableResponse step(String user, String step, Object body) {
        return put(user, "/cases/" + caseId + step, body);
    }

    /** Receives the clue, as soon as the household is known here. */
    public Household heard(String on) {
        known(() -> put(
                        "info-officer",
                        "/clues/" + clueId,
                        Map.of("householdId", id, "source", "CADRE_SWEEP", "text", "走访发现收入下降", "receivedOn", on)))
                .statusCode(201);
        return this;
    }

    /** Receives the clue and opens the case. */
    public Household opened(String on, String... documents) {
        heard(on);
        step(
                        "info-officer",
                        "",
                        Map.of(
                                "householdId",
                                id,
                                "clueIds",
                                List.of(clueId),
                                "channel",
                                "CADRE_SWEEP",
                                "openedOn",
                                on,
                                "documents",
                                docs(documents)))
                .statusCode(201);
        return this;
    }

    /** Looked at in November 2021 and not included. @param net of the household, yuan */
    public static Household notIncluded(String net, String reasonCode, String reason, String decidedOn) {
        var h = registered("LIFTED")
                .income(net, "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .consents("2021-11-03", "2022-05-03")
                .opened("2021-11-01", "DOC_APPLICATION");
        var visit = Map.of(
                "visitedOn",
                "2021-11-03",
                "visitors",
                List.of("grid-member"),
                "signatures",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                "risks",
                List.of("01"),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId);
        known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        ReadModels.settle();
        h.step(
                        "village-committee",
                        "/non-inclusion",
                        Map.of("reasonCode", reasonCode, "reason", reason, "decidedOn", decidedOn))
                .statusCode(204);
        return h;
    }

    /** Repeats a request while what it cites has not arrived, as a client does. */
    public static ValidatableResponse known(java.util.function.Supplier<ValidatableResponse> request) {
        var last = new ValidatableResponse[1];
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    last[0] = request.get();
                    var answer = last[0].extract();
                    return answer.statusCode() != 409 || !"NOT_YET_KNOWN".equals(answer.path("code"));
                });
        return last[0];
    }

    public static ValidatableResponse put(String user, String path, Object body) {
        return given().auth()
                .oauth2(token(user))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse get(String user, String path) {
        return given().auth().oauth2(token(user)).get(path).then();
    }

    /** Of a meeting in the village's office, without flaws. */
    public static Map<String, Object> minutes(String heldOn) {
        return Map.of(
                "heldOn",
                heldOn,
                "place",
                "村部会议室",
                "host",
                "village-secretary",
                "recorder",
                "info-officer",
                "attendees",
                List.of("village-secretary", "info-officer", "grid-member"),
                "signedIn",
                3);
    }

    public static List<Map<String, String>> docs(String... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> Map.of("kind", kind, "sha256", "ab".repeat(32)))
                .toList();
    }

    private static String token(String user) {
        return TOKENS.computeIfAbsent(user, Servers::token);
    }
}
