package org.shouwang.monitoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.testing.OpenApi;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class OpenApiTest {

    @Test
    void every_operation_is_described_and_shown_as_it_is() throws IOException {
        OpenApi.check();
    }

    @Test
    void every_list_and_every_detail_says_who_recorded_it_and_when() throws IOException {
        OpenApi.saysWhoRecorded(
                "/calendar",
                "/dead-letters",
                "/figures",
                "/figures/findings",
                "/figures/months",
                "/omissions",
                "/omissions/figures",
                "/patrols/coverage",
                "/patrols/unreached",
                "/quality/figures",
                "/quality/rules",
                "/quarterly-reviews/check",
                "/removal-candidates",
                "/sweeps/{id}/villages",
                "/worklist");
    }

    @Test
    void every_code_in_an_answer_has_its_word_beside_it() throws IOException {
        OpenApi.hasWords(
                "Audience",
                "Comparison",
                "Cycle",
                "DayType",
                "IncomeBasis",
                "IncomeMeasure",
                "MeetingCycle",
                "Procedure",
                "RedRule",
                "Regime",
                "Signatures");
    }

    @Test
    void where_a_text_leaves_room_an_operation_says_how_it_is_read() throws Exception {
        var document = given().basePath("/monitoring")
                .accept("application/json")
                .get("/openapi?format=json")
                .asString();
        var told = Json.MAPPER.readTree(document).path("paths").findValuesAsText("description");
        for (var reading : Readings.class.getFields())
            assertThat(told).as(reading.getName()).anyMatch(text -> text.contains(read(reading)));
    }

    private static String read(Field reading) {
        try {
            return (String) reading.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
