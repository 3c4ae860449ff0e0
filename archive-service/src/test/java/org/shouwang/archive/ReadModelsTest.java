package org.shouwang.archive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.shouwang.eventsourcing.testing.Servers.token;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;

/** The archive comes back from the topics as it was, and goes on. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReadModelsTest {

    private static final String ONE_INSTANT = "2021-11-06T02:00:00Z";

    @Test
    void the_archive_comes_back_as_it_was_and_goes_on() {
        var county = new Story().in("610727000000");
        county.tell(
                "household",
                "area",
                county.household,
                "AreaUnitsRegistered",
                "2021-01-01",
                "{\"units\":[{\"code\":\"610727105208\",\"name\":\"青岗坪村委会\"}]}");
        var story = new Story();
        var home = story.household;
        story.tell("household", "household", home, "HouseholdRegistered", "2021-11-01", "{\"members\":[]}");
        for (var service : List.of("monitoring", "household", "assistance"))
            story.recordedAt(ONE_INSTANT)
                    .tell(service, "story", UUID.randomUUID(), "Told", "2021-11-02", """
                            {"documents":[{"kind":"DOC_PHOTO","sha256":"%s"}]}""".formatted("e".repeat(64)));
        given().auth()
                .oauth2(token("town-operator"))
                .contentType("application/octet-stream")
                .body("公示 %s".formatted(home).getBytes(StandardCharsets.UTF_8))
                .post("/documents?kind=DOC_NOTICE&on=2021-11-05&household=" + home)
                .then()
                .statusCode(201);
        ReadModels.settle();
        var pages = List.of(
                "/households/" + home + "/documents",
                "/households/" + home + "/proof",
                "/households/" + home + "/history",
                "/households/" + home + "/history?knownAt=2021-11-06",
                "/households/" + home + "/history?asOf=2021-11-02&limit=2");
        var before = pages.stream().map(ReadModelsTest::page).toList();
        String next = get(pages.getLast()).extract().path("next");

        ReadModels.comeBack(Map.of());

        assertThat(pages.stream().map(ReadModelsTest::page).toList()).isEqualTo(before);
        var behind = "/households/" + home + "/history?lang=en&asOf=2021-11-02&after=" + next;
        get(behind).body("items.service", contains("household", "monitoring"));
        story.tell("household", "household", home, "DetailsChanged", "2021-11-02", "{}");
        ReadModels.settle();
        get(behind).body("items.type", contains("Told", "Told", "DetailsChanged"));
        assertThat(page("/households/" + home + "/proof")).contains("\"whole\":true");
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(token("auditor")).get(path).then().statusCode(200);
    }

    private static String page(String path) {
        return get(path).extract().asString();
    }
}
