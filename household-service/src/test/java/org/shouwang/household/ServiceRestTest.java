package org.shouwang.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.testing.Servers;

/** What holds for the whole service: its read models come back. */
@QuarkusTest
@WithTestResource(Servers.class)
class ServiceRestTest {

    @BeforeEach
    void something_of_everything() {
        Village.areas();
        var id = couple(QINGGANGPING);
        as("town-operator")
                .body(Map.of("tagClass", "B", "from", "2021-04-01"))
                .put("/household/households/" + id + "/tags/DIBAO")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of(
                        "memberId",
                        spouse(id),
                        "relations",
                        List.of(Map.of("memberId", head(id), "relation", "10")),
                        "reason",
                        "外出",
                        "on",
                        "2021-05-01"))
                .put("/household/households/" + id + "/head")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("areaCode", NEIGHBOUR, "on", "2021-06-01"))
                .put("/household/households/" + id + "/area")
                .then()
                .statusCode(204);
    }

    @ParameterizedTest
    @CsvSource({
        "AreaTable, /areas?prefix=610727&limit=200",
        "HouseholdOverview, /households?area=610727105207&limit=200"
    })
    void a_rebuilt_read_model_answers_as_before(String readModel, String path) {
        var before = as("county-operator")
                .get("/household" + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        as("sys-admin")
                .post("/household/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(200)
                .body("events", greaterThan(0));
        assertThat(as("county-operator")
                        .get("/household" + path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(before);
    }

    @Test
    void numbers_stay_taken_after_a_rebuild() {
        var first = UUID.randomUUID();
        var person = member(head(first), "02", "冯辛", LocalDate.of(1985, 1, 2), true);
        as("town-operator")
                .body(household(QINGGANGPING, List.of(person)))
                .put("/household/households/" + first)
                .then()
                .statusCode(201);
        as("sys-admin")
                .post("/household/read-models/ActiveNumbers/rebuild")
                .then()
                .statusCode(200);
        as("town-operator")
                .body(household(NEIGHBOUR, List.of(person)))
                .put("/household/households/" + UUID.randomUUID())
                .then()
                .statusCode(409);
    }
}
