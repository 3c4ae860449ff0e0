package org.shouwang.archive.history;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.eventsourcing.testing.Servers.token;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.Story;
import org.shouwang.eventsourcing.feed.Message;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;

@QuarkusTest
@WithTestResource(Servers.class)
class HistoryTest {

    private static final String HEAD = "00000000-0000-0000-0000-00000000000a";
    private static final String SPOUSE = "00000000-0000-0000-0000-00000000000b";
    private static final String REGISTERED = "{\"areaCode\":\"610727105208\",\"registeredType\":\"LIFTED\","
            + "\"resident\":true,\"relocated\":false,\"members\":["
            + "{\"memberId\":\"" + HEAD + "\",\"relation\":\"02\"},"
            + "{\"memberId\":\"" + SPOUSE + "\",\"relation\":\"10\"}]}";

    private static ValidatableResponse get(String user, String path) {
        return given().auth().oauth2(token(user)).get(path).then();
    }

    private static String history(Story story) {
        return "/households/" + story.household + "/history";
    }

    private static void arrived(Story story, int events) {
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(
                        () -> get("auditor", history(story)).statusCode(200).body("items", hasSize(events)));
    }

    /** Registered on 1 November and visited on 3 November, typed in on the 10th; a member dies on the 5th. */
    private static Story life() {
        var story = new Story();
        var home = story.household;
        var aCase = UUID.randomUUID();
        story.recordedAt("2021-11-01T02:00:00Z")
                .tell("household", "household", home, "HouseholdRegistered", "2021-11-01", REGISTERED);
        story.recordedAt("2021-11-06T02:00:00Z")
                .tell(
                        "household",
                        "household",
                        home,
                        "MemberRemoved",
                        "2021-11-05",
                        "{\"memberId\":\"" + SPOUSE + "\",\"reason\":\"DEATH\",\"on\":\"2021-11-05\"}");
        story.recordedAt("2021-11-10T02:00:00Z")
                .tell(
                        "monitoring",
                        "case",
                        aCase,
                        "HomeVisited",
                        "2021-11-03",
                        "{\"visitedOn\":\"2021-11-03\",\"income\":{\"perCapita\":4860.00},\"findings\":{\"risks\":[\"01\"]},\"documents\":[],\"greenChannel\":false}");
        return story;
    }

    @Test
    void a_household_is_told_across_services_in_the_order_of_what_happened() {
        var story = life();
        arrived(story, 3);
        String registered = get("auditor", history(story)).extract().path("items[0].hash");
        get("auditor", history(story))
                .body("householdId", is(story.household.toString()))
                .body("area", is(Story.VILLAGE))
                .body("next", nullValue())
                .body("items.type", contains("HouseholdRegistered", "HomeVisited", "MemberRemoved"))
                .body("items[0].zh", is("2021年11月1日，本户登记在册：脱贫户，共2人。"))
                .body(
                        "items[0].en",
                        is("2021-11-01: the household was registered: household lifted out of poverty, 2 persons."))
                .body("items[1].zh", is("2021年11月3日，入户核查，人均纯收入4860.00元，发现风险：因病。"))
                .body("items[1].policy", is("POL-2021@1"))
                .body("items[2].zh", is("2021年11月5日，成员2离开本户，原因：死亡。"))
                .body("items[2].en", is("2021-11-05: member 2 left the household: death."))
                .body("items.hash", everyItem(matchesPattern("[0-9a-f]{64}")))
                .body("items[2].previous", is(registered));
    }

    @Test
    void what_was_true_then_is_not_what_was_known_then() {
        var story = life();
        arrived(story, 3);
        get("auditor", history(story) + "?asOf=2021-11-03")
                .body("items.type", contains("HouseholdRegistered", "HomeVisited"));
        get("auditor", history(story) + "?asOf=2021-10-31").body("items", empty());
        get("auditor", history(story) + "?knownAt=2021-11-06")
                .body("items.type", contains("HouseholdRegistered", "MemberRemoved"));
        get("auditor", history(story) + "?knownAt=2021-11-01T02:00:00Z").body("items", empty());
        for (var plus : List.of("+", "%20", "%2B"))
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(token("auditor"))
                    .get(history(story) + "?knownAt=2021-11-07T00:00:00" + plus + "08:00")
                    .then()
                    .statusCode(200)
                    .body("knownAt", is("2021-11-06T16:00:00Z"))
                    .body("items.type", contains("HouseholdRegistered", "MemberRemoved"));
        get("auditor", history(story) + "?asOf=2021-11-04&knownAt=2021-11-09")
                .body("items.type", contains("HouseholdRegistered"));
    }

    @Test
    void a_history_says_how_the_household_stood_then() {
        var story = life();
        story.recordedAt("2021-11-16T00:00:00Z")
                .tell(
                        "monitoring",
                        "object",
                        story.household,
                        "ObjectIncluded",
                        "2021-11-15",
                        "{\"episode\":1,\"type\":\"UNSTABLE\",\"risks\":[\"01\"]}");
        story.tell("assistance", "plan", story.household, "PlanOpened", "2021-11-15", "{\"episode\":1}");
        arrived(story, 5);
        get("auditor", history(story) + "?asOf=2021-11-04&limit=1")
                .body("standing.persons", is(2))
                .body("standing.identification", is("VISITED"))
                .body("standing.monitored", nullValue());
        get("auditor", history(story))
                .body("standing.persons", is(1))
                .body("standing.monitored.state", is("MONITORED"))
                .body("standing.monitored.risks", contains("01"))
                .body("standing.monitored.since", is("2021-11-15"))
                .body("standing.plan", is("OPENED"));
    }

    @Test
    void a_group_is_called_by_its_number_and_its_village() {
        var county = new Story().in("610727000000");
        county.tell(
                "household",
                "area",
                county.household,
                "AreaUnitsRegistered",
                "2021-01-01",
                "{\"units\":[{\"code\":\"610727105211\",\"name\":\"石门村\"}]}");
        var story = new Story().in("610727105211");
        story.tell(
                "household",
                "household",
                story.household,
                "HouseholdRegistered",
                "2021-11-01",
                "{\"registeredType\":\"LIFTED\",\"resident\":true,\"members\":[],\"groupCode\":\"610727105211-Z04\"}");
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get("auditor", history(story))
                .body("items[0].zh", endsWith("石门村村民小组Z04。"))
                .body("items[0].en", containsString("group Z04 of "))
                .body("items[0].en", endsWith("石门村.")));
    }

    @Test
    void a_story_comes_in_one_language_and_in_pieces_where_asked() {
        var story = life();
        arrived(story, 3);
        get("auditor", history(story) + "?lang=zh")
                .body("items[0].zh", notNullValue())
                .body("items[0].en", nullValue());
        get("auditor", history(story) + "?lang=en")
                .body("items[0].zh", nullValue())
                .body("items[0].en", notNullValue());
        String next = get("auditor", history(story) + "?limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        get("auditor", history(story) + "?limit=2&after=" + next)
                .body("items.type", contains("MemberRemoved"))
                .body("next", nullValue());
    }

    @Test
    void a_wish_that_cannot_be_read_is_named() {
        var path = "/households/" + UUID.randomUUID() + "/history";
        get("auditor", path + "?asOf=yesterday").statusCode(400).body("fields[0].field", is("asOf"));
        get("auditor", path + "?knownAt=soon").statusCode(400).body("fields[0].field", is("knownAt"));
        get("auditor", path + "?lang=fr").statusCode(400).body("fields[0].field", is("lang"));
        get("auditor", path + "?limit=0").statusCode(400).body("fields[0].field", is("limit"));
        get("auditor", path + "?after=xx").statusCode(400).body("fields[0].field", is("after"));
    }

    @Test
    void the_same_message_three_times_is_told_once() {
        var story = new Story();
        var message =
                story.tell("household", "household", story.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        Story.publish(message);
        Story.publish(message);
        story.tell(
                "household",
                "household",
                story.household,
                "RegisteredTypeChanged",
                "2021-11-02",
                "{\"from\":\"LIFTED\",\"to\":\"GENERAL\"}");
        arrived(story, 2);
        get("auditor", "/events?household=" + story.household).body("items", hasSize(2));
        get("auditor", "/households/" + story.household + "/proof")
                .body("whole", is(true))
                .body("streams[0].events", is(2));
    }

    @Test
    void an_event_of_an_unknown_type_or_later_revision_is_told_plainly() {
        var story = new Story();
        story.tell("household", "household", story.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        story.tell("assistance", "harvest", story.household, "HarvestSold", "2021-11-02", "{\"tons\":3}");
        story.tell(
                "monitoring",
                "object",
                story.household,
                "RiskAdded",
                "2021-11-03",
                "{\"risks\":[\"01\"],\"renamed\":true}");
        arrived(story, 3);
        get("auditor", history(story))
                .body("items[1].zh", is("2021年11月2日，帮扶记录了一件事（HarvestSold）。"))
                .body("items[1].en", is("2021-11-02: the assistance service recorded HarvestSold."))
                .body("items[1].data.tons", is(3))
                .body("items[2].zh", is("2021年11月3日，新增风险：（未填）。"));
    }

    @Test
    void an_event_about_several_households_is_told_to_each() {
        var one = new Story();
        var other = new Story();
        one.tell("household", "household", one.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        other.tell("household", "household", other.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        one.tell(
                "monitoring",
                "meeting",
                UUID.randomUUID(),
                "MeetingHeld",
                "2021-11-04",
                "{\"results\":[{\"householdId\":\"%s\"},{\"householdId\":\"%s\"}]}"
                        .formatted(one.household, other.household));
        arrived(one, 2);
        arrived(other, 2);
    }

    @Test
    void changed_dropped_and_added_events_are_kept_and_shown() {
        var changed = new Story();
        var message = changed.next(
                "household", "household", changed.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        var event = message.event();
        Story.publish(new Message(
                message.source(),
                new StoredEvent(
                        event.envelope(),
                        REGISTERED.replace("LIFTED", "GENERAL"),
                        event.personalHash(),
                        event.previous(),
                        event.hash())));
        arrived(changed, 1);
        get("auditor", history(changed)).body("items[0].fault", is("HASH"));
        get("auditor", "/households/" + changed.household + "/proof")
                .body("whole", is(false))
                .body("streams[0].faultVersion", is(1))
                .body("streams[0].fault", containsString("is not what was hashed"));

        var dropped = new Story();
        dropped.tell("household", "household", dropped.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        dropped.next("household", "household", dropped.household, "MemberAdded", "2021-11-02", "{}");
        dropped.tell("household", "household", dropped.household, "DetailsChanged", "2021-11-03", "{}");
        arrived(dropped, 2);
        get("auditor", "/households/" + dropped.household + "/proof")
                .body("whole", is(false))
                .body("streams[0].faultVersion", is(2))
                .body("streams[0].fault", containsString("missing"));

        var added = new Story();
        var first =
                added.tell("household", "household", added.household, "HouseholdRegistered", "2021-11-01", REGISTERED);
        var twin = new Story();
        var forged = twin.next(
                "household",
                "household",
                added.household,
                "HouseholdRegistered",
                "2021-11-01",
                REGISTERED.replace("LIFTED", "GENERAL"));
        Story.publish(new Message(first.source(), forged.event()));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(
                        "auditor", "/households/" + added.household + "/proof")
                .statusCode(200)
                .body("whole", is(false))
                .body("streams[0].events", is(2)));
        get("auditor", "/events?faulty=true&stream=" + added.household).body("items.fault", contains("TWICE"));
    }

    @Test
    void what_is_no_event_stops_nothing() {
        Topics.sendPoison("monitoring.events", "not an event");
        var story = life();
        arrived(story, 3);
    }

    @Test
    void an_unbroken_household_is_proved_whole() {
        var story = life();
        arrived(story, 3);
        get("auditor", "/households/" + story.household + "/proof")
                .statusCode(200)
                .body("whole", is(true))
                .body("streams.kind", contains("household", "case"))
                .body("streams.events", contains(2, 1))
                .body("streams.whole", everyItem(is(true)))
                .body("streams.fault", everyItem(nullValue()));
    }

    @Test
    void events_are_found_by_what_they_are() {
        var story = life();
        arrived(story, 3);
        var path = "/events?household=" + story.household;
        get("auditor", path + "&service=monitoring").body("items.type", contains("HomeVisited"));
        get("auditor", path + "&kind=household&type=MemberRemoved")
                .body("items", hasSize(1))
                .body("items[0].data", containsString("DEATH"));
        get("auditor", path + "&from=2021-11-02&to=2021-11-04").body("items.type", contains("HomeVisited"));
        get("auditor", path + "&area=610727105208").body("items", hasSize(3));
        String next = get("auditor", path + "&limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        get("auditor", path + "&limit=2&after=" + next)
                .body("items", hasSize(1))
                .body("next", nullValue());
        get("auditor", path + "&area=620826").statusCode(403).body("code", is("AREA_OUT_OF_SCOPE"));
        get("other-county", path).body("items", empty());
    }

    @Test
    void only_whoever_watches_over_the_area_reads() {
        var story = life();
        arrived(story, 3);
        given().get(history(story)).then().statusCode(401);
        get("householder", history(story)).statusCode(403);
        get("viewer-province", history(story)).statusCode(403);
        get("other-county", history(story)).statusCode(404).body("code", is("NOT_FOUND"));
        get("other-town", history(story)).statusCode(404);
        get("other-county", "/households/" + story.household + "/proof").statusCode(404);
        get("town-operator", history(story)).statusCode(200);
        get("auditor", "/households/" + UUID.randomUUID() + "/history").statusCode(404);
    }

    @Test
    void a_household_that_moves_is_read_where_it_lives_now() {
        var county = new Story().in("610727000000");
        county.tell(
                "household",
                "area",
                county.household,
                "AreaUnitsRegistered",
                "2021-01-01",
                "{\"units\":["
                        + "{\"code\":\"610727105000\",\"name\":\"徐家坪镇\"},{\"code\":\"610727105208\",\"name\":\"青岗坪村委会\"}]}");
        arrived(county, 1);
        var story = life();
        arrived(story, 3);
        story.in("610727101201")
                .tell(
                        "household",
                        "household",
                        story.household,
                        "HouseholdMoved",
                        "2021-11-20",
                        "{\"fromArea\":\"610727105208\",\"toArea\":\"610727101201\",\"on\":\"2021-11-20\"}");
        arrived(story, 4);
        get("other-town", history(story)).body("items[3].zh", is("2021年11月20日，本户由徐家坪镇青岗坪村委会迁至610727101201。"));
        get("other-town", history(story)).statusCode(200).body("items", hasSize(4));
        get("town-operator", history(story)).statusCode(404);
    }
}
