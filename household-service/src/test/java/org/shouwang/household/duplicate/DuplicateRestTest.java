package org.shouwang.household.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** A number that somebody asks for elsewhere is refused there, and the village of its holder hears of it. */
@QuarkusTest
@WithTestResource(Servers.class)
class DuplicateRestTest {

    private UUID household;
    private Map<String, Object> spouse;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = UUID.randomUUID();
        spouse = member(spouse(household), "10", "钱乙", LocalDate.of(1972, 3, 4), false);
        as("town-operator")
                .body(household(
                        QINGGANGPING,
                        List.of(member(head(household), "02", "赵甲", LocalDate.of(1970, 1, 2), true), spouse)))
                .put("/household/households/" + household)
                .then()
                .statusCode(201);
    }

    @Test
    void what_is_read_is_what_this_service_promises() throws IOException {
        EventShapes.assertPromised(List.of(new DuplicateConsumer(null, null)), "household-service");
    }

    @Test
    void the_holders_village_is_told_and_says_that_the_member_stays() {
        items("true").body("items.memberId", not(hasItem(spouse(household).toString())));
        askedElsewhere();
        askedElsewhere();
        items("true")
                .body(item("memberName"), is("钱乙"))
                .body(item("householdId"), is(household.toString()))
                .body(item("county"), is("610727000000"))
                .body(item("countyName"), is("略阳县"))
                .body(item("stays"), nullValue());
        as("other-town")
                .get("/household/duplicates?area=" + QINGGANGPING)
                .then()
                .statusCode(403)
                .body("code", is("AREA_OUT_OF_SCOPE"));

        refuse("other-town", "本人在村", null).statusCode(404);
        refuse("info-officer", " ", null).statusCode(422).body("code", is("REASON_REQUIRED"));
        refuse("info-officer", "本人在村", "2021-01-01").statusCode(422).body("code", is("DATE_OUT_OF_ORDER"));
        refuse("info-officer", "钱乙本人在村", null).statusCode(204);
        refuse("info-officer", "其他原因", null).statusCode(409).body("code", is("DUPLICATE_RESOLVED"));
        as("info-officer")
                .body(Map.of("reason", "本人在村"))
                .put("/household/duplicates/" + UUID.randomUUID() + "/refusal")
                .then()
                .statusCode(404)
                .body("code", is("DUPLICATE_UNKNOWN"));
        items("true").body("items.memberId", not(hasItem(spouse(household).toString())));
        items("false").body(item("stays"), is(true)).body(item("statement"), is("钱乙本人在村"));

        ReadModels.settle();
        var published = Topics.all("household.events").stream()
                .filter(record ->
                        String.valueOf(Topics.header(record, "ce_type")).startsWith("DuplicateId"))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .filter(text -> text.contains(household.toString()))
                .toList();
        assertThat(published).hasSize(2).allSatisfy(text -> assertThat(text)
                .doesNotContain("钱乙", "在村", String.valueOf(number(spouse))));
    }

    @Test
    void a_member_that_is_removed_settles_it_and_is_registered_elsewhere() {
        askedElsewhere();
        as("town-operator")
                .delete("/household/households/" + household + "/members/" + spouse(household)
                        + "?reason=MOVED_OUT&on=2021-06-01")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> items("false").body(item("stays"), is(false)).body(item("memberName"), nullValue()));
        asked(UUID.randomUUID()).statusCode(201);
    }

    @Test
    void a_household_that_ends_settles_what_was_asked_of_it() {
        askedElsewhere();
        as("town-operator")
                .body(Map.of("reason", "MOVED_OUT", "on", "2021-06-01"))
                .put("/household/households/" + household + "/deactivation")
                .then()
                .statusCode(204);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> items("false").body(item("stays"), is(false)));
    }

    private void askedElsewhere() {
        asked(UUID.randomUUID())
                .statusCode(409)
                .body("code", is("ID_DUPLICATE"))
                .body("details", hasItem("略阳县"))
                .body("details", not(hasItem(household.toString())));
    }

    /** The same number as that of the spouse, as a household of its own in another town. */
    private ValidatableResponse asked(UUID other) {
        var again = new LinkedHashMap<>(spouse);
        again.put("memberId", head(other));
        again.put("relation", "02");
        return as("other-town")
                .body(household(OTHER_TOWN, List.of(again)))
                .put("/household/households/" + other)
                .then();
    }

    private ValidatableResponse items(String open) {
        return as("info-officer")
                .get("/household/duplicates?limit=200&area=" + QINGGANGPING + "&open=" + open)
                .then()
                .statusCode(200);
    }

    private String item(String field) {
        return "items.find { it.memberId == '" + spouse(household) + "' }." + field;
    }

    private ValidatableResponse refuse(String user, String reason, String on) {
        var body = new LinkedHashMap<String, Object>();
        body.put("reason", reason);
        body.put("on", on);
        return as(user).body(body)
                .put("/household/duplicates/" + Duplicates.id(spouse(household)) + "/refusal")
                .then();
    }

    private static Object number(Map<String, Object> member) {
        return ((Map<?, ?>) member.get("person")).get("idNo");
    }
}
