package org.shouwang.archive.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.eventsourcing.testing.Servers.token;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.Story;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

@QuarkusTest
@WithTestResource(Servers.class)
class DocumentTest {

    private static final String REGISTERED = "{\"areaCode\":\"610727105208\",\"members\":[]}";

    private static RequestSpecification as(String user) {
        return given().auth().oauth2(token(user));
    }

    private static Response upload(String user, String query, byte[] content) {
        var binary = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("image/png", ContentType.BINARY));
        return as(user).config(binary).contentType("image/png").body(content).post("/documents?" + query);
    }

    private static byte[] content() {
        return ("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Story household() {
        var story = new Story();
        story.tell("household", "household", story.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("auditor")
                .get("/households/" + story.household + "/documents")
                .then()
                .statusCode(200));
        return story;
    }

    @Test
    void a_document_comes_out_as_it_went_in() {
        var content = content();
        var sha256 = sha256(content);
        upload("village-committee", "kind=DOC_VISIT_FORM", content)
                .then()
                .statusCode(201)
                .header("Location", endsWith("/archive/documents/" + sha256))
                .body("sha256", is(sha256))
                .body("kind", is("DOC_VISIT_FORM"))
                .body("size", is(content.length))
                .body("mediaType", is("application/pdf"));
        var out = as("town-operator")
                .get("/documents/" + sha256 + "/content")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", startsWith("attachment"))
                .extract()
                .asByteArray();
        assertThat(out).isEqualTo(content);
        as("auditor")
                .get("/documents/" + sha256)
                .then()
                .statusCode(200)
                .body("held", is(true))
                .body("headings[0].zh", is("入户走访表"))
                .body("headings[0].retention", is("Y30"))
                .body("headings[0].area", is(Story.VILLAGE));
        as("auditor")
                .get("/documents/" + sha256 + "/proof")
                .then()
                .statusCode(200)
                .body("whole", is(true));
    }

    @Test
    void the_same_upload_again_changes_nothing_and_another_heading_is_added() {
        var content = content();
        upload("village-committee", "kind=DOC_PHOTO", content)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        upload("village-committee", "kind=DOC_PHOTO", content)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");
        upload("village-committee", "kind=DOC_NOTICE_PHOTO", content)
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"");
        as("auditor")
                .get("/documents/" + sha256(content))
                .then()
                .body("headings.kind", containsInAnyOrder("DOC_PHOTO", "DOC_NOTICE_PHOTO"));
    }

    @Test
    void the_same_content_from_many_at_once_is_one_document() throws Exception {
        var content = content();
        var token = token("village-committee");
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var codes = IntStream.range(0, 8)
                    .mapToObj(_ -> pool.submit(() -> given().auth()
                            .oauth2(token)
                            .contentType("application/pdf")
                            .body(content)
                            .post("/documents?kind=DOC_PHOTO")
                            .statusCode()))
                    .toList();
            for (var code : codes) assertThat(code.get()).isEqualTo(201);
        }
        as("auditor").get("/documents/" + sha256(content)).then().body("headings", hasSize(1));
    }

    @Test
    void what_is_not_archived_is_refused_in_words() {
        upload("village-committee", "kind=DOC_HOROSCOPE", content())
                .then()
                .statusCode(422)
                .body("code", is("DOCUMENT_KIND_UNKNOWN"));
        upload("village-committee", "x=1", content()).then().statusCode(422).body("code", is("DOCUMENT_KIND_UNKNOWN"));
        upload("village-committee", "kind=DOC_PHOTO", new byte[0])
                .then()
                .statusCode(422)
                .body("code", is("DOCUMENT_EMPTY"));
        upload("village-committee", "kind=DOC_PHOTO", "#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII))
                .then()
                .statusCode(422)
                .body("code", is("DOCUMENT_TYPE_REFUSED"))
                .body("detail", containsString("程序"));
        upload("village-committee", "kind=DOC_PHOTO&on=2999-01-01", content())
                .then()
                .statusCode(422)
                .body("code", is("DATE_IN_FUTURE"));
        upload("village-committee", "kind=DOC_PHOTO&on=soon", content()).then().statusCode(400);
        upload("village-committee", "kind=DOC_PHOTO&area=610727101000", content())
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));
    }

    @Test
    void fifty_megabytes_pass_and_one_byte_more_does_not() throws Exception {
        assertThat(sent(Shelf.MAX_SIZE, true).statusCode()).isEqualTo(201);
        assertThat(sent(Shelf.MAX_SIZE, false).statusCode()).isEqualTo(201);
        var declared = sent(Shelf.MAX_SIZE + 1, true);
        assertThat(declared.statusCode()).isEqualTo(422);
        assertThat(declared.body()).contains("DOCUMENT_TOO_LARGE");
        var streamed = sent(Shelf.MAX_SIZE + 1, false);
        assertThat(streamed.statusCode()).isEqualTo(422);
        assertThat(streamed.body()).contains("DOCUMENT_TOO_LARGE");
    }

    /** @param declared with a Content-Length; else in chunks */
    private static HttpResponse<String> sent(long size, boolean declared) throws Exception {
        var publisher = HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(size));
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/archive/documents?kind=DOC_PHOTO"))
                .header("Authorization", "Bearer " + token("village-committee"))
                .POST(declared ? HttpRequest.BodyPublishers.fromPublisher(publisher, size) : publisher)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left <= 0) return -1;
            var n = (int) Math.min(length, left);
            java.util.Arrays.fill(into, from, from + n, (byte) 0);
            left -= n;
            return n;
        }
    }

    @Test
    void a_better_scan_takes_the_place_of_a_worse_one() {
        var worse = content();
        var better = content();
        var path = "/documents/" + sha256(worse) + "/successor";
        var body = "{\"successor\":\"" + sha256(better) + "\",\"reason\":\"原件模糊\"}";
        upload("town-operator", "kind=DOC_TOWN_OPINION", worse).then().statusCode(201);
        as("town-operator")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(409)
                .body("code", is("SUCCESSOR_NOT_HELD"));
        upload("town-operator", "kind=DOC_TOWN_OPINION", better).then().statusCode(201);
        as("town-operator")
                .contentType(ContentType.JSON)
                .body(body)
                .header("If-Match", "\"7\"")
                .put(path)
                .then()
                .statusCode(412);
        as("town-operator")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        as("town-operator")
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(204)
                .header("ETag", "\"2\"");
        as("town-operator").get("/documents/" + sha256(worse)).then().body("successors[0].sha256", is(sha256(better)));
        as("town-operator")
                .get("/documents/" + sha256(worse) + "/content")
                .then()
                .statusCode(200);
        as("town-operator")
                .contentType(ContentType.JSON)
                .body("{\"successor\":\"" + sha256(worse) + "\",\"reason\":\"x\"}")
                .put("/documents/" + sha256(better) + "/successor")
                .then()
                .statusCode(409)
                .body("code", is("SUCCESSOR_LEADS_BACK"));
        as("town-operator")
                .contentType(ContentType.JSON)
                .body("{}")
                .put(path)
                .then()
                .statusCode(400)
                .body("fields[0].field", is("successor"));
    }

    @Test
    void a_document_in_several_areas_is_replaced_in_the_one_that_is_named() {
        var form = content();
        var newer = content();
        for (var user : new String[] {"town-operator", "other-town"}) {
            upload(user, "kind=DOC_NOTICE", form).then().statusCode(201);
            upload(user, "kind=DOC_NOTICE", newer).then().statusCode(201);
        }
        var path = "/documents/" + sha256(form) + "/successor";
        var start = "{\"successor\":\"" + sha256(newer) + "\",\"reason\":\"换版\"";
        as("county-operator")
                .contentType(ContentType.JSON)
                .body(start + "}")
                .put(path)
                .then()
                .statusCode(422)
                .body("code", is("AREA_REQUIRED"))
                .body("details", hasSize(2));
        as("county-operator")
                .contentType(ContentType.JSON)
                .body(start + ",\"area\":\"610727101000\"}")
                .put(path)
                .then()
                .statusCode(204);
        as("county-operator")
                .get("/documents/" + sha256(form))
                .then()
                .body("successors.area", contains("610727101000"));
    }

    @Test
    void a_document_is_read_only_where_it_belongs() {
        var content = content();
        var path = "/documents/" + sha256(content);
        upload("town-operator", "kind=DOC_TOWN_OPINION", content).then().statusCode(201);
        given().get(path + "/content").then().statusCode(401);
        as("other-town").get(path).then().statusCode(404).body("code", is("DOCUMENT_NOT_FOUND"));
        as("other-county").get(path + "/content").then().statusCode(404);
        as("viewer-city").get(path + "/content").then().statusCode(403);
        as("auditor").get(path + "/content").then().statusCode(200);
        upload("auditor", "kind=DOC_PHOTO", content).then().statusCode(403);
        as("auditor").get("/documents/" + "0".repeat(64)).then().statusCode(404);
        as("auditor").get("/documents/nonsense").then().statusCode(404);
    }

    @Test
    void a_household_s_document_belongs_to_its_village() {
        var story = household();
        var content = content();
        upload("town-operator", "kind=DOC_CONSENT&household=" + story.household, content)
                .then()
                .statusCode(201);
        as("village-committee")
                .get("/documents/" + sha256(content))
                .then()
                .statusCode(200)
                .body("headings[0].area", is(Story.VILLAGE))
                .body("headings[0].householdId", is(story.household.toString()));
        upload("other-town", "kind=DOC_CONSENT&household=" + story.household, content())
                .then()
                .statusCode(404);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("auditor")
                .get("/households/" + story.household + "/history")
                .then()
                .body("items.type", hasItem("DocumentReceived"))
                .body("items.zh", hasItem(containsString("收存材料：监测对象申请及承诺授权查询书"))));
        as("auditor")
                .get("/households/" + story.household + "/proof")
                .then()
                .body("whole", is(true))
                .body("streams.service", hasItem("archive"));
    }

    @Test
    void what_events_name_as_evidence_is_held_or_missing() {
        var story = household();
        var held = content();
        upload("town-operator", "kind=DOC_VISIT_FORM&household=" + story.household, held)
                .then()
                .statusCode(201);
        story.tell("monitoring", "case", UUID.randomUUID(), "HomeVisited", "2021-11-03", """
                {"documents":[{"kind":"DOC_VISIT_FORM","sha256":"%s"},{"kind":"DOC_PHOTO","sha256":"%s"}],"file":{"sha256":"%s"}}""".formatted(
                        sha256(held), "a".repeat(64), "b".repeat(64)));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as("village-committee")
                .get("/households/" + story.household + "/documents")
                .then()
                .statusCode(200)
                .body("cited", is(2))
                .body("missing", is(1))
                .body("items", hasSize(2))
                .body("items.find { it.kind == 'DOC_VISIT_FORM' }.held", is(true))
                .body("items.find { it.kind == 'DOC_VISIT_FORM' }.filed", is(true))
                .body("items.find { it.kind == 'DOC_VISIT_FORM' }.citedBy[0].type", is("HomeVisited"))
                .body("items.find { it.kind == 'DOC_PHOTO' }.held", is(false))
                .body("items.find { it.kind == 'DOC_PHOTO' }.zh", is("相片")));
        as("other-town")
                .get("/households/" + story.household + "/documents")
                .then()
                .statusCode(404);
    }

    @Test
    void what_this_service_records_is_published_like_everything_else() {
        var content = content();
        upload("town-operator", "kind=DOC_ANNOUNCEMENT", content).then().statusCode(201);
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).until(() -> Topics.all("archive.events").stream()
                .anyMatch(message -> new String(message.value(), StandardCharsets.UTF_8).contains(sha256(content))
                        && "DocumentReceived".equals(Topics.header(message, "ce_type"))));
    }

    @Test
    void the_kinds_are_told_to_everybody_who_is_signed_in() {
        given().get("/document-kinds").then().statusCode(401);
        as("householder")
                .get("/document-kinds")
                .then()
                .statusCode(200)
                .body("find { it.code == 'DOC_SIGN_IN' }.zh", is("签到表"));
    }
}
