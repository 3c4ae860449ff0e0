package org.shouwang.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Households of a list of unsafe houses that a county sends to its villages in November 2021: what their cases lack, and one that is not included. */
class HousingListTest {

    private static final String REASON = "逐项核实五类收入，住房已由亲属解决，无返贫致贫风险";

    private final Running stack = Running.stack();

    @Test
    void a_case_that_is_opened_says_which_papers_it_lacks() {
        for (var family : Stream.generate(() -> Family.registered(stack, "LIFTED", 1))
                .limit(4)
                .toList()) {
            opened(family, "");
            family.get("town-operator", "/monitoring/cases/" + family.caseId)
                    .statusCode(200)
                    .body("state", is("OPENED"), "clueOn", is("2021-11-01"))
                    .body(lacks("CLUE"), contains("DOC_APPLICATION"))
                    .body(lacks("VISIT"), contains("DOC_VISIT_FORM"))
                    .body(lacks("REVIEW"), contains("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
        }
    }

    @Test
    void who_is_not_included_has_the_income_of_the_twelve_months_before_and_a_reason_in_the_ledger() {
        var family = Family.registered(stack, "LIFTED", 5);
        var early = family.income("2020-10", "2021-09", "2021-10-15", 18_000, 6_000, 4_800, 4_500);
        opened(
                family,
                ",\"greenChannel\":true,\"greenReason\":\"房屋受损，先行走访\",\"documents\":[%s]"
                        .formatted(family.document("DOC_APPLICATION")));
        family.soon("grid-member", "/monitoring/cases/" + family.caseId + "/visit", """
                {"visitedOn":"2021-11-02","visitors":["grid-member"],"signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s],"risks":[]}""".formatted(
                                family.document("DOC_VISIT_FORM")))
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

    private static io.restassured.response.ValidatableResponse rejected(Family family, UUID statement) {
        return family.put("village-committee", "/monitoring/cases/" + family.caseId + "/non-inclusion", """
                {"decidedOn":"2021-11-02","reasonCode":"NO_RISK","reason":"%s","incomeStatementId":"%s"}""".formatted(
                        REASON, statement));
    }

    private static void opened(Family family, String more) {
        var clue = UUID.randomUUID();
        family.soon("info-officer", "/monitoring/clues/" + clue, """
                {"householdId":"%s","source":"HIGHER_FEEDBACK","text":"列入2021年危改名单","receivedOn":"2021-11-01"}""".formatted(family.id))
                .statusCode(201);
        family.put("info-officer", "/monitoring/cases/" + family.caseId, """
                {"householdId":"%s","clueIds":["%s"],"channel":"HIGHER_FEEDBACK","openedOn":"2021-11-01"%s}""".formatted(family.id, clue, more))
                .statusCode(201);
    }
}
