package org.shouwang.monitoring.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.removal.Included;

/** The read models of monitored households, visits, warnings, removals and duties come back from the journal as they were. */
@QuarkusTest
@WithTestResource(Servers.class)
class RebuildTest {

    private static final List<String> READ_MODELS = List.of(
            "ObjectTable",
            "CheckTable",
            "WarningTable",
            "RemovalTable",
            "ClueDuties",
            "CaseDuties",
            "RemovalDuties",
            "WarningDuties",
            "ObjectDuties",
            "CheckDuties");

    private static final List<String> PAGES = List.of(
            "/objects?area=610727&limit=200",
            "/warnings?area=610727&limit=200",
            "/removals?area=610727&limit=200",
            "/worklist?area=610727&date=2022-06-30&limit=200",
            "/worklist?area=610727&date=2021-11-08&limit=200",
            "/figures?area=610727&date=2022-06-30");

    @Test
    void read_models_come_back_as_they_were() {
        var i = Included.in2021();
        put(
                        "info-officer",
                        "/warnings/" + UUID.randomUUID(),
                        Map.of(
                                "householdId",
                                i.id(),
                                "item",
                                "INCOME",
                                "level",
                                "NORMAL",
                                "source",
                                "MEETING",
                                "raisedOn",
                                "2021-12-01"))
                .statusCode(201);
        var checks = "/objects/" + i.id() + "/checks";
        var before = PAGES.stream().map(RebuildTest::page).toList();
        var visits = page(checks);
        for (var name : READ_MODELS)
            RestAssured.given()
                    .auth()
                    .oauth2(Servers.token("sys-admin"))
                    .post("/read-models/" + name + "/rebuild")
                    .then()
                    .statusCode(200)
                    .body("readModel", is(name));
        assertThat(PAGES.stream().map(RebuildTest::page).toList()).isEqualTo(before);
        assertThat(page(checks)).isEqualTo(visits);
        assertThat(before.get(3)).contains("WARNING").contains(i.id().toString());
    }

    private static String page(String path) {
        return get("county-operator", path).statusCode(200).extract().asString();
    }
}
