package org.shouwang.household.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

/** A department's list that states how long it is. */
@QuarkusTest
@WithTestResource(Servers.class)
class StatedTotalTest {

    private final UUID id = UUID.randomUUID();
    private final String number = number(LocalDate.of(1971, 3, 4), true);
    private final String name = "试" + Integer.toString(id.hashCode() & 0xffff, 36);

    @BeforeEach
    void a_person() {
        Village.areas();
        var household = UUID.randomUUID();
        var member = member(head(household), "02", name, LocalDate.of(1971, 3, 4), true);
        member.put("person", person(name, number));
        as("town-operator")
                .body(Village.household(QINGGANGPING, List.of(member)))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void a_stated_total_is_held_against_the_rows_and_explained_before_the_list_is_closed() {
        deliver(2)
                .statusCode(201)
                .body("statedTotal", is(2), "rows", is(3))
                .body("findings.rule", contains("DQ-27"), "findings.severity", contains("ERROR"))
                .body("findings[0].zh", is("名单写明共2，实际列出3行，相差1"));
        deliver(3).statusCode(409).body("code", is("DELIVERY_ALREADY_RECEIVED"));
        matched(id).body("matched", is(2), "toConfirm", is(1));
        close("county-operator", "{}").statusCode(409).body("code", is("ROWS_OPEN"), "details", contains("1"));
        as("town-operator")
                .put("/household/deliveries/" + id + "/rows/3/refusal")
                .then()
                .statusCode(201);

        close("department-user", "{}")
                .statusCode(422)
                .body("code", is("TOTAL_DISAGREES"), "details", contains("statedTotal=2", "rows=3"));
        close("department-user", "{\"reason\":\"LISTED_TWICE\",\"repeated\":[4]}")
                .statusCode(422)
                .body("code", is("TOTAL_REASON_UNFIT"));
        assertThat(table()).startsWith("\ufeffDQ-27,").contains("相差1,待说明", "行号");
        var wrong = "{\"reason\":\"NUMBER_WRONG\"}";
        close("other-county", wrong).statusCode(404);
        close("town-operator", wrong).statusCode(403);
        var twice = "{\"reason\":\"LISTED_TWICE\",\"repeated\":[2]}";
        close("department-user", twice).statusCode(204);
        close("department-user", twice).statusCode(204);
        close("department-user", wrong).statusCode(409).body("code", is("DELIVERY_CLOSED"));

        report(id)
                .body("state", is("CLOSED"))
                .body("findings.reason", contains("LISTED_TWICE"), "findings[0].repeated", contains(2));
        as("department-user")
                .get("/household/deliveries?limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.findings.rule", contains("DQ-27"));
        assertThat(table()).contains("相差1,同一户列了两次");
    }

    @Test
    void a_file_may_come_with_the_total_that_it_states() {
        send("-1").statusCode(400);
        String sent = send("2")
                .statusCode(201)
                .body("statedTotal", is(2), "findings", empty())
                .extract()
                .path("id");
        send("2").statusCode(200).body("id", is(sent));
        matched(UUID.fromString(sent));
        as("county-operator")
                .body("{}")
                .put("/household/deliveries/" + sent + "/closure")
                .then()
                .statusCode(204);
        report(UUID.fromString(sent)).body("state", is("CLOSED"));
    }

    private ValidatableResponse deliver(int statedTotal) {
        var rows =
                List.of(Map.of("idNo", number), Map.of("idNo", number), Map.of("name", name, "village", QINGGANGPING));
        return as("department-user")
                .body(Map.of(
                        "period", "2021-09", "item", "SOCIAL_ASSISTANCE", "statedTotal", statedTotal, "rows", rows))
                .put("/household/deliveries/" + id)
                .then();
    }

    private ValidatableResponse send(String statedTotal) {
        return as("county-operator")
                .contentType("text/csv")
                .body(("证件号码,数值\n" + number + ",1\n" + number + ",2\n").getBytes(StandardCharsets.UTF_8))
                .post("/household/deliveries?period=2021-09&dept=HOUSING&item=W-HOU-1&statedTotal=" + statedTotal)
                .then();
    }

    private ValidatableResponse close(String user, String body) {
        return as(user).body(body)
                .put("/household/deliveries/" + id + "/closure")
                .then();
    }

    private static ValidatableResponse report(UUID id) {
        return as("county-operator").get("/household/deliveries/" + id).then().statusCode(200);
    }

    private static ValidatableResponse matched(UUID id) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> report(id)
                .body("state", not(is("RECEIVED"))));
        return report(id);
    }

    private String table() {
        return as("department-user")
                .get("/household/deliveries/" + id + "/rows.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
