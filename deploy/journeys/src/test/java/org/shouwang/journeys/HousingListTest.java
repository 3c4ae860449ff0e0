package org.shouwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * A county's list of unsafe houses of November 2021 that states 37 and holds 38: four people of three villages whom it names without their
 * numbers, and the "other 34". Who confirms whom it means, what is said of the difference, what the cases of the four lack, and one of the
 * others that is not included.
 */
@TestInstance(Lifecycle.PER_CLASS)
class HousingListTest {

    private static final int STATED = 37;
    private static final int OTHERS = 34;

    /** Two people of one village, one each of two others. */
    private static final List<Named> NAMED = List.of(
            new Named("柏长林", "青岗坪村", Family.VILLAGE, "info-officer"),
            new Named("桐永年", "青岗坪村", Family.VILLAGE, "info-officer"),
            new Named("梅有福", "街口村", "610727105207", "town-operator"),
            new Named("楠守业", "朱儿坝村", "610727105206", "town-operator"));

    private static final String REASON = "逐项核实五类收入，住房已由亲属解决，无返贫致贫风险";

    /** @param knower who can say whom the list means */
    private record Named(String name, String village, String code, String knower) {}

    private final Running stack = Running.stack();

    private List<Family> named;
    private Family other;
    private String delivery;
    private Map<UUID, UUID> clues;

    @BeforeAll
    void the_list_is_delivered() {
        named = NAMED.stream()
                .map(n -> Family.named(stack, n.code(), "GENERAL", n.name()))
                .toList();
        var list = new StringBuilder("证件号码,姓名,村\n");
        NAMED.forEach(n -> list.append(",%s,%s\n".formatted(n.name(), n.village())));
        var roster = new Roster();
        for (var i = 0; i < OTHERS - 1; i++)
            list.append(roster.add(i % 2 == 0 ? "脱贫户" : "一般户")).append(",,\n");
        roster.imported(stack, "2021-10-20");
        other = Family.registered(stack, "LIFTED", 5);
        list.append(other.number).append(",,\n");
        delivery = stack.as("county-operator")
                .contentType("text/csv")
                .body(list.toString().getBytes(StandardCharsets.UTF_8))
                .post("/household/deliveries?dept=HOUSING&item=UNSAFE_HOUSING&period=2021&on=2021-11-01&statedTotal="
                        + STATED)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await().ignoreExceptions().untilAsserted(() -> report(delivery)
                .body("state", is("JUDGED"), "matched", is(OTHERS), "hits", is(OTHERS))
                .body("toConfirm", is(NAMED.size()), "unmatched", is(0)));
        closed(delivery, "{\"reason\":\"NUMBER_WRONG\"}")
                .statusCode(409)
                .body("code", is("ROWS_OPEN"), "details", contains("4"));
        var foreign = NAMED.getLast();
        match("info-officer", delivery, row(foreign, delivery), named.getLast(), 0)
                .statusCode(404)
                .body("code", is("SUGGESTION_UNKNOWN"));
        for (var i = 0; i < NAMED.size(); i++) confirm(NAMED.get(i), delivery, named.get(i), 0);
        await().ignoreExceptions().untilAsserted(() -> report(delivery)
                .body("state", is("JUDGED"), "confirmed", is(NAMED.size()), "toConfirm", is(0))
                .body("matched", is(OTHERS), "hits", is(NAMED.size() + OTHERS)));
        var rows = stack.as("county-operator")
                .get("/household/deliveries/" + delivery + "/rows?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var households = rows.getList("items.householdId", String.class);
        clues = IntStream.range(0, households.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> UUID.fromString(households.get(i)),
                        i -> rows.getUUID("items[%d].clueIds[0]".formatted(i))));
    }

    @Test
    void the_total_that_it_states_is_a_finding_until_somebody_says_what_is_wrong() {
        report(delivery)
                .body("statedTotal", is(STATED), "rows", is(NAMED.size() + OTHERS))
                .body("findings.rule", contains("DQ-27"), "findings.severity", contains("ERROR"))
                .body("findings[0].zh", is("名单写明共37，实际列出38行，相差1"));
        closed(delivery, "{}")
                .statusCode(422)
                .body("code", is("TOTAL_DISAGREES"), "details", contains("statedTotal=37", "rows=38"));
        report(delivery).body("state", is("JUDGED"));
        closed(delivery, "{\"reason\":\"NUMBER_WRONG\"}").statusCode(204);
        report(delivery).body("state", is("CLOSED"), "findings.reason", contains("NUMBER_WRONG"));
    }

    /** The other thing that may be wrong: two of the names are one household. */
    @Test
    void a_household_that_a_list_names_twice_is_said_so_before_it_is_closed() {
        var list = UUID.randomUUID().toString();
        var village = NAMED.getLast().village();
        var code = NAMED.getLast().code();
        var family = Family.named(stack, code, "GENERAL", "枫大川", "枫小川");
        stack.as("county-operator")
                .body("""
                        {"dept":"HOUSING","period":"2021","item":"UNSAFE_HOUSING","on":"2021-11-02","statedTotal":1,
                         "rows":[{"name":"枫大川","village":"%s"},{"name":"枫小川","village":"%s"}]}""".formatted(village, village))
                .put("/household/deliveries/" + list)
                .then()
                .statusCode(201)
                .body("findings.rule", contains("DQ-27"));
        await().ignoreExceptions().untilAsserted(() -> report(list).body("state", is("JUDGED"), "toConfirm", is(2)));
        confirm(new Named("枫大川", village, code, "town-operator"), list, family, 0);
        confirm(new Named("枫小川", village, code, "town-operator"), list, family, 1);
        await().ignoreExceptions()
                .untilAsserted(() -> report(list).body("state", is("JUDGED"), "confirmed", is(2), "hits", is(2)));
        stack.as("county-operator")
                .get("/household/deliveries/" + list + "/rows")
                .then()
                .body("items.householdId", contains(family.id.toString(), family.id.toString()));

        closed(list, "{}").statusCode(422).body("code", is("TOTAL_DISAGREES"));
        closed(list, "{\"reason\":\"LISTED_TWICE\",\"repeated\":[3]}")
                .statusCode(422)
                .body("code", is("TOTAL_REASON_UNFIT"));
        closed(list, "{\"reason\":\"LISTED_TWICE\",\"repeated\":[2]}").statusCode(204);
        report(list)
                .body("state", is("CLOSED"), "findings.reason", contains("LISTED_TWICE"))
                .body("findings[0].repeated", contains(2));
    }

    private void confirm(Named named, String list, Family family, int member) {
        match(named.knower(), list, row(named, list), family, member).statusCode(201);
    }

    private int row(Named named, String list) {
        return stack.as(named.knower())
                .get("/household/deliveries/suggestions?limit=200&area=" + named.code())
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.deliveryId == '" + list + "' && it.name == '" + named.name() + "' }.row");
    }

    private ValidatableResponse match(String user, String list, int row, Family family, int member) {
        return stack.as(user)
                .body("""
                        {"householdId":"%s","memberId":"%s","on":"2021-11-02"}""".formatted(family.id, family.members.get(member)))
                .put("/household/deliveries/" + list + "/rows/" + row + "/match")
                .then();
    }

    @Test
    void a_case_that_is_opened_says_which_papers_it_lacks() {
        for (var family : named) {
            family.put(
                            "town-operator",
                            "/monitoring/cases/" + family.caseId,
                            Papers.opening(family.id, clues.get(family.id), "DEPT_SCREENING", "2021-11-02", ""))
                    .statusCode(201);
            family.get("town-operator", "/monitoring/cases/" + family.caseId)
                    .statusCode(200)
                    .body("state", is("OPENED"), "clueOn", is("2021-11-02"))
                    .body(lacks("CLUE"), contains("DOC_APPLICATION"))
                    .body(lacks("VISIT"), contains("DOC_VISIT_FORM", "DOC_PHOTO"))
                    .body(lacks("REVIEW"), contains("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
        }
    }

    @Test
    void who_is_not_included_has_the_income_of_the_twelve_months_before_and_a_reason_in_the_ledger() {
        var family = other;
        var early = family.income("2020-10", "2021-09", "2021-10-15", 18_000, 6_000, 4_800, 4_500);
        family.opens(
                        clues.get(family.id),
                        "DEPT_SCREENING",
                        "2021-11-01",
                        ",\"greenChannel\":true,\"greenReason\":\"房屋受损，先行走访\",\"documents\":[%s]"
                                .formatted(family.document("DOC_APPLICATION")))
                .statusCode(201);
        family.soon("grid-member", "/monitoring/cases/" + family.caseId + "/visit", """
                {"visitedOn":"2021-11-02","visitors":["grid-member"],"signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s],"risks":[]}""".formatted(
                                family.documents("DOC_VISIT_FORM", "DOC_PHOTO")))
                .statusCode(204);
        family.reject("2021-11-02", "NO_RISK", REASON).statusCode(422).body("code", is("INCOME_DETAIL_REQUIRED"));
        rejected(family, early)
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"), "details", hasItem("2020-11..2021-10"));

        var statement = family.income("2020-11", "2021-10", "2021-11-03", 18_000, 6_000, 4_800, 4_500);
        var check = family.safeguards("2021-11-03");
        family.visit("2021-11-03", early, check, ",\"risks\":[]")
                .statusCode(422)
                .body("code", is("INCOME_WINDOW_MISMATCH"));
        family.visit("2021-11-03", statement, check, ",\"risks\":[]").statusCode(204);
        family.linkConsent("2021-11-03", family.consents("2021-11-03")).statusCode(204);
        family.review("2021-11-05", "NOT_INCLUDED", ",\"reason\":\"" + REASON + "\"")
                .statusCode(204);
        family.reject("2021-11-05", "NO_RISK", "无风险").statusCode(422).body("code", is("REASON_REQUIRED"));
        family.reject("2021-11-05", "NO_RISK", REASON).statusCode(204);

        family.get("town-operator", "/monitoring/cases/" + family.caseId)
                .body("state", is("NOT_INCLUDED"), "outcome.perCapita", is(4860.00f));
        String ledger = stack.as("town-operator")
                .accept("text/csv")
                .get("/monitoring/ledgers/NON_INCLUSIONS.csv?from=2021-11-01&to=2021-11-30&area=" + Family.VILLAGE)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(ledger.lines().filter(row -> row.contains(family.id.toString())))
                .singleElement()
                .satisfies(row -> assertThat(List.of(row.split(",")))
                        .contains("2020-11至2021-10", "4860.00", "2021-11-05", "不纳入", REASON));
    }

    private static String lacks(String step) {
        return "missingDocuments.find { it.step == '" + step + "' }.documents";
    }

    private static ValidatableResponse rejected(Family family, UUID statement) {
        return family.put("village-committee", "/monitoring/cases/" + family.caseId + "/non-inclusion", """
                {"decidedOn":"2021-11-02","reasonCode":"NO_RISK","reason":"%s","incomeStatementId":"%s"}""".formatted(
                        REASON, statement));
    }

    private ValidatableResponse closed(String list, String body) {
        return stack.as("county-operator")
                .body(body)
                .put("/household/deliveries/" + list + "/closure")
                .then();
    }

    private ValidatableResponse report(String list) {
        return stack.as("county-operator")
                .get("/household/deliveries/" + list)
                .then()
                .statusCode(200);
    }
}
