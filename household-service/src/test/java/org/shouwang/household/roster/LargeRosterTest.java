package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.eventsourcing.testing.Servers;

/** Rosters of a whole county: read in little memory, applied in the background. {@code -Drows=100000} for the full size. */
@QuarkusTest
@WithTestResource(Servers.class)
class LargeRosterTest {

    private static final Logger LOG = Logger.getLogger(LargeRosterTest.class);
    private static final int FULL = 100_000;
    private static final int ROWS = Integer.getInteger("rows", 8_000);

    /** Households that are looked at when somebody asks for figures of their quality. */
    private static final int LOOKED_AT = 3_000;

    @TempDir
    Path folder;

    @Test
    void a_hundred_thousand_lines_are_read_with_64_megabytes() throws IOException, InterruptedException {
        var file = folder.resolve("large.xlsx");
        try (var out = Files.newOutputStream(file)) {
            LargeRoster.write(FULL, out);
        }
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classes,
                        LargeRoster.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(new String(reader.getInputStream().readAllBytes()).strip()).isEqualTo(Integer.toString(FULL + 1));
        assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reader.exitValue()).isZero();
    }

    @Test
    void many_households_come_in_whole() throws IOException {
        as("sys-admin")
                .contentType("text/csv")
                .body(Files.readAllBytes(Path.of("../deploy/sample/areas-610727.csv")))
                .post("/areas/imports")
                .then()
                .statusCode(200);
        var file = folder.resolve("large.xlsx");
        try (var out = Files.newOutputStream(file)) {
            LargeRoster.write(ROWS, out);
        }
        var begin = System.nanoTime();
        var preview = as("county-operator")
                .contentType("application/octet-stream")
                .body(file.toFile())
                .post("/imports?area=610727115207&on=2021-09-07")
                .then()
                .statusCode(201)
                .body("households", is(ROWS / 4), "accepted", is(ROWS / 4), "fresh", is(ROWS / 4), "errorCount", is(0));
        var checked = System.nanoTime();
        var path = "/imports/" + preview.extract().<String>path("id") + "/application";
        var last = new Response[1];
        Awaitility.await().ignoreExceptions().atMost(Duration.ofMinutes(10)).until(() -> {
            last[0] = as("county-operator").put(path);
            return last[0].statusCode() == 200;
        });
        var applied = System.nanoTime();
        last[0].then().body("state", is("APPLIED"), "fresh", is(ROWS / 4), "done", is(ROWS / 4), "refused", is(0));
        as("county-operator")
                .get("/quality/figures?area=610727115207")
                .then()
                .statusCode(200)
                .body("households", is(ROWS / 4), "waiting", is(Math.max(0, ROWS / 4 - LOOKED_AT)), "errors", is(0));
        var looked = System.nanoTime();
        var before = Runtime.getRuntime();
        LOG.infof(
                "%d lines: checked in %d ms, applied in %d ms, looked at in %d ms, heap %d MB",
                ROWS,
                (checked - begin) / 1_000_000,
                (applied - checked) / 1_000_000,
                (looked - applied) / 1_000_000,
                (before.totalMemory() - before.freeMemory()) >> 20);
    }

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Servers.token(user));
    }
}
