package org.shouwang.assistance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

/** A household of two, told of by the other services through the broker: one who can work, one who is disabled and on dibao. */
public final class HelpedHousehold {

    public static final String VILLAGE = "610727105208";
    public static final LocalDate INCLUDED = LocalDate.of(2021, 11, 15);
    public static final PolicyRef MONITORING_POLICY = new PolicyRef("POL-2021", 3);
    public static final String PAPER = "{\"kind\":\"DOC_PHOTO\",\"sha256\":\"%s\"}".formatted("d".repeat(64));

    public final UUID id = UUID.randomUUID();
    public final UUID worker = UUID.randomUUID();
    public final UUID disabled = UUID.randomUUID();
    public final UUID caseId = UUID.randomUUID();
    private long householdVersion;
    private long objectVersion;

    public static HelpedHousehold registered() {
        var h = new HelpedHousehold();
        h.household(
                "HouseholdRegistered",
                Map.of(
                        "areaCode",
                        VILLAGE,
                        "registeredType",
                        "LIFTED",
                        "resident",
                        true,
                        "relocated",
                        false,
                        "members",
                        List.of(member(h.worker, "NORMAL", true), member(h.disabled, "NONE", false))));
        h.household(
                "SecurityTagGranted",
                Map.of("tag", "DIBAO", "tagClass", "B", "memberIds", List.of(h.disabled), "from", "2020-01-01"));
        h.household(
                "SecurityTagGranted",
                Map.of("tag", "DISABLED", "memberIds", List.of(h.disabled), "from", "2020-01-01"));
        return h;
    }

    public static HelpedHousehold included() {
        var h = registered();
        h.object("ObjectIncluded", h.inclusion(1, h.caseId));
        h.awaitPlan("DRAFT");
        return h;
    }

    public Map<String, Object> inclusion(int episode, UUID caseOf) {
        return Map.of(
                "episode",
                episode,
                "caseId",
                caseOf,
                "type",
                "UNSTABLE",
                "risks",
                List.of("01"),
                "includedOn",
                INCLUDED.toString(),
                "planDays",
                10,
                "measureDays",
                30,
                "areaCode",
                VILLAGE);
    }

    private static Map<String, Object> member(UUID id, String labour, boolean working) {
        return Map.of("memberId", id, "relation", "02", "labour", labour, "born", "1980-01", "working", working);
    }

    public void household(String type, Object event) {
        Topics.publish("household.events", "household", id, id, ++householdVersion, type, VILLAGE, INCLUDED, event);
    }

    /** As monitoring tells of it, under its policy. */
    public void object(String type, Object event) {
        var told = Topics.message(
                        "monitoring.events", "object", id, id, ++objectVersion, type, VILLAGE, INCLUDED, event)
                .event();
        var e = told.envelope();
        var under = new Envelope(
                e.id(),
                e.kind(),
                e.stream(),
                e.version(),
                e.type(),
                e.revision(),
                e.occurredOn(),
                e.recordedAt(),
                e.actor(),
                e.area(),
                e.subject(),
                MONITORING_POLICY,
                e.correlation(),
                e.causation());
        Topics.send(new Message("/monitoring", StoredEvent.chained(under, told.data(), null, StoredEvent.START))
                .toRecord("monitoring.events"));
    }

    /** An event of the household's identification case. */
    public void identification(String type, Object event) {
        Topics.publish("monitoring.events", "case", caseId, id, 1, type, VILLAGE, INCLUDED, event);
    }

    public void awaitPlan(String state) {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as("auditor").get("/plans/" + id).then().statusCode(200).body("state", is(state)));
    }

    /** Members are known: a measure can be planned. */
    public UUID planned(String code, String item, String risk, UUID... members) {
        var measure = UUID.randomUUID();
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> plan(measure, code, item, risk, members).statusCode(201));
        return measure;
    }

    public ValidatableResponse plan(UUID measure, String code, String item, String risk, UUID... members) {
        return put("info-officer", "/measures/" + measure, """
                {"householdId":"%s","code":"%s"%s%s,"memberIds":[%s],"detail":"按季度发放","amount":1200,"startOn":"2021-11-16",
                 "dueOn":"2021-12-10","plannedOn":"2021-11-16"}""".formatted(
                id,
                code,
                item == null ? "" : ",\"item\":\"" + item + "\"",
                risk == null ? "" : ",\"risk\":\"" + risk + "\"",
                String.join(
                        ",", List.of(members).stream().map(m -> "\"" + m + "\"").toList())));
    }

    /** Approved, started, put into effect. */
    public void carriedOut(UUID measure) {
        put("town-reviewer", "/measures/" + measure + "/approval", "{\"on\":\"2021-11-18\"}")
                .statusCode(204);
        put("helper", "/measures/" + measure + "/start", "{\"on\":\"2021-11-19\"}")
                .statusCode(204);
        put(
                        "helper",
                        "/measures/" + measure + "/implementation",
                        "{\"on\":\"2021-11-30\",\"evidence\":[" + PAPER + "]}")
                .statusCode(204);
    }

    public static void evaluated(UUID measure, String on, boolean effective) {
        put("town-operator", "/measures/" + measure + "/evaluation", """
                {"on":"%s","effective":%s,"note":"入户核实了成效"}""".formatted(on, effective))
                .statusCode(204);
    }

    public ValidatableResponse helped() {
        return put(
                "town-operator",
                "/helpers/" + id,
                "{\"helper\":\"cadre-1\",\"unit\":\"县教育局\",\"from\":\"2021-11-16\"}");
    }

    public ValidatableResponse drafted() {
        return put("info-officer", "/plans/" + id + "/draft", """
                {"draftedOn":"2021-11-17","goals":[{"risk":"01","goal":"看得起病，收入稳定"}],"measures":[],"department":"HEALTH","budget":3000,
                 "incomeEffect":2400,"startOn":"2021-11-18","dueOn":"2022-05-31","noLabour":false,"developmental":"IMPLEMENTED"}""");
    }

    public ValidatableResponse signed() {
        return put(
                "info-officer",
                "/plans/" + id + "/signature",
                "{\"signedOn\":\"2021-11-18\",\"signers\":[\"HOUSEHOLDER\"],\"document\":" + PAPER + "}");
    }

    public ValidatableResponse approved() {
        return put("town-reviewer", "/plans/" + id + "/approval", "{\"approvedOn\":\"2021-11-19\"}");
    }

    public static ValidatableResponse put(String user, String path, String body) {
        return as(user).body(body).put(path).then();
    }

    public static RequestSpecification as(String user) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + Servers.token(user));
    }
}
