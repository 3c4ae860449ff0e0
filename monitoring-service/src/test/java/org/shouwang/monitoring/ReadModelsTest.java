package org.shouwang.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.testing.Servers;

/** Each read model of policies, clues and cases can be dropped and made anew, and comes back equal. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadModelsTest {

    @BeforeEach
    void something_in_each() {
        Household.policies();
        var h = Household.registered("LIFTED")
                .income("31000", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03")
                .opened("2021-11-01");
        var visit = Map.of(
                "visitedOn",
                "2021-11-03",
                "visitors",
                java.util.List.of("grid-member"),
                "signatures",
                java.util.List.of("COLLECTOR", "HOUSEHOLDER"),
                "documents",
                Household.docs("DOC_VISIT_FORM"),
                "incomeStatementId",
                h.statementId,
                "safeguardCheckId",
                h.checkId);
        Household.known(() -> h.step("grid-member", "/visit", visit)).statusCode(204);
        h.step(
                        "village-committee",
                        "/non-inclusion",
                        Map.of("reasonCode", "NO_RISK", "reason", "工资收入稳定，人均6200元，没有风险", "decidedOn", "2021-11-05"))
                .statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "PolicyTable, /policies",
        "LineTable, /lines",
        "ClueTable, /clues?limit=200",
        "CaseTable, /cases?limit=200",
        "WatchList, /watch-list?limit=200"
    })
    void a_rebuilt_read_model_answers_as_before(String readModel, String path) {
        var before =
                Household.get("county-operator", path).statusCode(200).extract().asString();
        given().auth()
                .oauth2(Servers.token("sys-admin"))
                .post("/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(200)
                .body("events", greaterThan(0));
        assertThat(Household.get("county-operator", path)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(before);
    }
}
