package org.shouwang.eventsourcing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
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

    @Inject
    HangUps hangUps;

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
    void a_rebuild_goes_on_when_its_caller_hangs_up() throws IOException {
        Bench.opened(notes);
        var before = table();
        var reading = new CompletableFuture<Void>();
        var read = new CompletableFuture<Void>();
        Thread.startVirtualThread(() -> Bench.await(
                () -> journal.once(session -> Sql.update(session, "lock table note_line in access exclusive mode")
                        .invoke(_ -> reading.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(read)))));
        try {
            reading.join();
            try (var caller = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                caller.getOutputStream()
                        .write(
                                ("POST /sample/read-models/NoteLines/rebuild HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                                                + "Authorization: Bearer " + Servers.token("sys-admin") + "\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                Awaitility.await().until(() -> !Bench.rows(
                                journal,
                                "select 1 from pg_locks where relation = 'note_line'::regclass and not granted")
                        .isEmpty());
            }
            Awaitility.await().until(() -> hangUps.seen.get() == 1);
        } finally {
            read.complete(null);
        }
        Awaitility.await().until(() -> !table().equals(before));
    }

    private Object table() {
        return Bench.rows(journal, "select 'note_line'::regclass::oid::bigint").getFirst()[0];
    }

    /** Callers that were gone before their answer. */
    @Singleton
    static class HangUps {

        final AtomicInteger seen = new AtomicInteger();

        void watch(@Observes Filters filters) {
            filters.register(
                    context -> {
                        context.addEndHandler(ended -> {
                            if (ended.failed()) seen.incrementAndGet();
                        });
                        context.next();
                    },
                    10);
        }
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
