package org.shouwang.eventsourcing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.sample.Notes;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

@QuarkusTest
@WithTestResource(Servers.class)
class OperationsTest {

    @Inject
    Notes notes;

    @Inject
    Journal journal;

    @Test
    void a_message_that_cannot_be_applied_is_shown_and_refused_again_with_its_reason() {
        Topics.sendPoison("peer.events", "{not even json");
        Awaitility.await().ignoreExceptions().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as("sys-admin")
                .get("/dead-letters")
                .then()
                .statusCode(200)
                .body("topic", hasItem("peer.events"))
                .body("reason", everyItem(org.hamcrest.Matchers.containsString("ce_id"))));
        String letter = as("sys-admin").get("/dead-letters").then().extract().path("[0].id");
        as("sys-admin")
                .post("/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(409)
                .body("code", is("STILL_NOT_APPLICABLE"));
        as("sys-admin")
                .post("/dead-letters/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void a_read_model_is_rebuilt_on_demand() {
        Bench.opened(notes);
        as("sys-admin").get("/read-models").then().statusCode(200).body("$", contains("NoteLines", "EchoConsumer"));
        as("sys-admin")
                .post("/read-models/NoteLines/rebuild")
                .then()
                .statusCode(200)
                .body("readModel", is("NoteLines"))
                .body("events", greaterThanOrEqualTo(1));
        as("sys-admin").post("/read-models/Unknown/rebuild").then().statusCode(404);
    }

    @Test
    void only_an_administrator_operates() {
        as("town-operator").get("/dead-letters").then().statusCode(403);
        as("town-operator").post("/read-models/NoteLines/rebuild").then().statusCode(403);
    }

    @Test
    void who_has_several_roles_acts_in_the_one_that_is_asked_for() {
        var id = UUID.randomUUID();
        as("town-seconded")
                .contentType(ContentType.JSON)
                .body("{\"area\":\"610727105208\"}")
                .put("/notes/" + id)
                .then()
                .statusCode(201);
        assertThat(Bench.rows(journal, "select role from event where stream = $1", id)
                        .getFirst()[0])
                .isEqualTo("TOWN_OPERATOR");
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Servers.token(user));
    }
}
