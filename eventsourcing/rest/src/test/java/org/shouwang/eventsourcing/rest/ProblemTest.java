package org.shouwang.eventsourcing.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class ProblemTest {

    private static final String OPENING = "{\"area\":\"610727105208\",\"on\":\"2026-01-01\"}";

    private final String note = "/notes/" + UUID.randomUUID();

    @Test
    void a_command_answers_with_the_streams_version() {
        as("town-operator").body(OPENING).put(note).then().statusCode(201).header("ETag", "\"1\"");
        as("town-operator").body(OPENING).put(note).then().statusCode(204).header("ETag", "\"1\"");
        as("town-operator")
                .body("{\"text\":\"a\"}")
                .header("If-Match", "\"1\"")
                .put(note + "/line")
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        problem(
                as("town-operator").body("{\"text\":\"a\"}").header("If-Match", "\"1\""),
                note + "/line",
                412,
                "STALE_SEQUENCE");
        problem(
                as("town-operator").body("{\"text\":\"a\"}").header("If-Match", "x"),
                note + "/line",
                400,
                "BAD_REQUEST");
    }

    @Test
    void a_repeat_with_the_same_key_does_nothing_more() {
        var key = UUID.randomUUID().toString();
        as("town-operator").body(OPENING).put(note).then().statusCode(201);
        for (var i = 0; i < 2; i++)
            as("town-operator")
                    .header("Idempotency-Key", key)
                    .body("{\"text\":\"a\"}")
                    .put(note + "/line")
                    .then()
                    .statusCode(204)
                    .header("ETag", "\"2\"");
        problem(
                as("town-operator").header("Idempotency-Key", "x").body("{\"text\":\"a\"}"),
                note + "/line",
                400,
                "BAD_REQUEST");
    }

    @Test
    void who_may_not_is_told_without_a_hint() {
        problem(RestAssured.given().contentType(ContentType.JSON).body(OPENING), note, 401, "NO_TOKEN");
        problem(
                RestAssured.given()
                        .contentType(ContentType.JSON)
                        .auth()
                        .oauth2("rubbish")
                        .body(OPENING),
                note,
                401,
                "NO_TOKEN");
        problem(as("inspector").body(OPENING), note, 403, "ROLE_NOT_ALLOWED");
        problem(as("other-town").body(OPENING), note, 403, "AREA_OUT_OF_SCOPE");
        as("town-operator").body(OPENING).put(note).then().statusCode(201);
        problem(as("other-town").body("{\"text\":\"a\"}"), note + "/line", 404, "NOT_FOUND");
        problem(as("sys-admin").body("{}"), note + "/unannotated", 403, "ROLE_NOT_ALLOWED");
    }

    @Test
    void what_cannot_be_read_is_named() {
        as("town-operator")
                .body("{\"text\":\"a\",\"tone\":\"SHRILL\"}")
                .put(note + "/line")
                .then()
                .statusCode(400)
                .body("fields.field", contains("tone"), "fields[0].message", endsWith(": PLAIN, LOUD"));
        problem(as("town-operator").body("{\"area\":"), note, 400, "UNREADABLE");
        problem(as("town-operator").body("{\"area\":\"1\",\"shoe\":3}"), note, 400, "UNKNOWN_FIELD");
        as("town-operator")
                .body("{\"area\":\"1\",\"on\":\"gestern\"}")
                .put(note)
                .then()
                .statusCode(400)
                .body("code", is("UNREADABLE"), "fields.field", hasItem("on"));
        as("town-operator")
                .body("{\"area\":\" \"}")
                .put(note)
                .then()
                .statusCode(400)
                .body("code", is("INVALID_FIELDS"), "fields.field", hasItem("area"));
        problem(
                as("town-operator").body("{\"area\":\"610727105208\",\"on\":\"2999-01-01\"}"),
                note,
                422,
                "DATE_IN_FUTURE");
        problem(as("town-operator").body(OPENING), "/notes/no-uuid", 400, "BAD_REQUEST");
        problem(as("town-operator").contentType(ContentType.TEXT).body("x"), note, 415, "MEDIA_TYPE");
        as("town-operator").body(OPENING).delete(note).then().statusCode(405).body("code", is("METHOD_NOT_ALLOWED"));
    }

    @Inject
    DataSource database;

    @Test
    void a_full_disk_is_told_as_such() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create function no_space() returns trigger language plpgsql as
                    $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$""");
            statement.execute("""
                    create trigger no_space before insert on event for each row when (new.area = '610727105999')
                    execute function no_space()""");
            as("town-operator")
                    .body("{\"area\":\"610727105999\",\"on\":\"2026-01-01\"}")
                    .put(note)
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .header("Retry-After", notNullValue())
                    .body("code", is("STORAGE_FULL"), "detail", notNullValue());
            statement.execute("drop function no_space cascade");
        }
        as("town-operator").body(OPENING).put(note).then().statusCode(201);
    }

    @Test
    void nothing_is_guessed_from_what_was_sent() {
        var body = "{\"area\":\"610727105208\",\"on\":%s}";
        problem(as("town-operator").body(body.formatted("-1")), note, 400, "UNREADABLE");
        problem(as("town-operator").body("{\"area\":610727105208,\"on\":\"2026-01-01\"}"), note, 400, "UNREADABLE");
        problem(as("town-operator").body("{\"area\":\"6107\\u000027\"}"), note, 400, "UNREADABLE");
        problem(as("town-operator").body(OPENING).urlEncodingEnabled(false), note + "?x=a%00b", 400, "BAD_REQUEST");
        as("town-operator")
                .body("{\"area\":\" \"}")
                .put(note)
                .then()
                .statusCode(400)
                .body("fields.message", hasItem("不能为空"));
        as("town-operator")
                .header("Accept-Language", "en")
                .body("{\"area\":\" \"}")
                .put(note)
                .then()
                .body("fields.message", hasItem("must not be blank"));
    }

    @Test
    void the_sentence_is_chinese_unless_english_is_asked_for() {
        as("inspector")
                .body(OPENING)
                .put(note)
                .then()
                .header("Content-Language", "zh-CN")
                .body("detail", equalTo("您的角色无权进行此操作"));
        as("inspector")
                .header("Accept-Language", "en")
                .body(OPENING)
                .put(note)
                .then()
                .body("detail", equalTo("Your role may not do this"));
    }

    @Test
    void the_events_are_described_without_what_is_personal() {
        RestAssured.get("/asyncapi")
                .then()
                .statusCode(200)
                .body("channels.events.address", is("sample.events"))
                .body("components.schemas.LineWritten.properties.text.type", is("string"))
                .body("components.schemas.NoteOpened.properties.area", notNullValue())
                .body("components.schemas.NoteOpened.properties.owner", is((Object) null));
    }

    private static void problem(RequestSpecification request, String path, int status, String code) {
        request.put(path)
                .then()
                .statusCode(status)
                .body("code", is(code))
                .contentType(Problem.MEDIA_TYPE)
                .body("status", is(status), "detail", notNullValue());
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().contentType(ContentType.JSON).auth().oauth2(Servers.token(user));
    }
}
