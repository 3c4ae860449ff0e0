package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * The stock that the 2020 plan begins with: 52 lifted households and 82 others that the national system lists since 2019 are red, 1,618
 * lifted ones are still to be graded. Listed ones go through their case like all others: a roster brings no monitored household.
 */
class StartStockTest {

    private static final int LISTED_LIFTED = 52;
    private static final int LISTED_GENERAL = 82;
    private static final int LIFTED = 1_618;
    private static final int AT_ONCE = 16;
    private static final String ROSTER = "area=" + Family.VILLAGE + "&on=2020-03-20";
    private static final String APRIL = "?area=" + Family.VILLAGE + "&date=2020-04-30";

    private final Running stack = Running.stack();
    private final Map<String, String> papers = new ConcurrentHashMap<>();

    @Test
    void the_listed_are_red_at_once_and_the_others_are_still_to_be_graded() throws Exception {
        var before = standing();
        var households = imported();
        awaitStanding(before.plus(new Standing(1_670, 0, 0, 0, 0, 0, 1_752)));

        try (var clerks = Executors.newFixedThreadPool(AT_ONCE)) {
            var listed = households.subList(0, LISTED_LIFTED + LISTED_GENERAL).stream()
                    .map(id -> Family.imported(stack, id, papers))
                    .map(family -> clerks.submit(
                            () -> family.keptIn2020("12000.00", "\"risks\":[\"06\"],\"listedBefore\":true")))
                    .toList();
            for (var household : listed) household.get();
        }
        awaitStanding(before.plus(new Standing(1_670, 52, 82, 134, 0, 0, 1_618)));

        graded(households.get(134), "4999.99");
        graded(households.get(135), "5000.00");
        graded(households.get(136), "9999.99");
        graded(households.get(137), "10000.00");
        awaitStanding(before.plus(new Standing(1_670, 53, 82, 134 + 1, 2, 1, 1_618 - 4)));
    }

    private void graded(UUID household, String income) {
        Family.imported(stack, household, papers).keptIn2020(income, "\"risks\":[\"06\"]");
    }

    /**
     * Households. Of those in a colour only the red ones have a type.
     *
     * @param lifted registered as lifted from poverty
     * @param unstable red, lifted
     * @param edge red, not registered
     * @param open for which nothing can be recommended yet, as their income is not known
     */
    private record Standing(int lifted, int unstable, int edge, int red, int yellow, int green, int open) {

        Standing plus(Standing more) {
            return new Standing(
                    lifted + more.lifted,
                    unstable + more.unstable,
                    edge + more.edge,
                    red + more.red,
                    yellow + more.yellow,
                    green + more.green,
                    open + more.open);
        }
    }

    private void awaitStanding(Standing expected) {
        await().ignoreExceptions()
                .untilAsserted(() -> Assertions.assertThat(standing()).isEqualTo(expected));
    }

    private Standing standing() throws IOException {
        var monitored = households("/monitoring/figures" + APRIL);
        return new Standing(
                households("/household/figures" + APRIL).get("I03"),
                monitored.get("I09"),
                monitored.get("I10"),
                monitored.get("RED"),
                monitored.get("YELLOW"),
                monitored.get("GREEN"),
                open());
    }

    private Map<String, Integer> households(String path) {
        List<Map<String, Object>> figures = stack.as("town-operator")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("figures");
        var counts = new ConcurrentHashMap<String, Integer>();
        figures.stream()
                .filter(f -> f.get("households") != null)
                .forEach(f -> counts.put((String) f.get("code"), (Integer) f.get("households")));
        return counts;
    }

    /** The plan tried on the village says of how many households it can say nothing. */
    private int open() throws IOException {
        Integer households = stack.as("county-operator")
                .body(Files.readAllBytes(Running.home().resolve("deploy/sample/policies/POL-2020-TOWN.json")))
                .post("/monitoring/policies/POL-2020-TOWN/simulations?limit=1&on=2020-04-30&area=" + Family.VILLAGE)
                .then()
                .statusCode(200)
                .extract()
                .path("unsaid.find { it.missing == 'INCOME' }.households");
        return Objects.requireNonNullElse(households, 0);
    }

    /** The ids of the roster's households, in its order. */
    private List<UUID> imported() {
        String id = stack.as("town-operator")
                .contentType("text/csv")
                .body(roster().getBytes(StandardCharsets.UTF_8))
                .post("/household/imports?" + ROSTER)
                .then()
                .statusCode(201)
                .body("households", is(1_752), "accepted", is(1_752), "errorCount", is(0))
                .extract()
                .path("id");
        await().until(
                        () -> stack.as("town-operator")
                                .put("/household/imports/" + id + "/application")
                                .statusCode(),
                        is(200));
        var households = new ArrayList<UUID>();
        for (String after = "0"; after != null; ) {
            var page = stack.as("town-operator")
                    .contentType(ContentType.JSON)
                    .get("/household/imports/" + id + "/households?limit=200&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.householdId", String.class).forEach(h -> households.add(UUID.fromString(h)));
            after = page.getString("next");
        }
        return households;
    }

    /** One person each: the listed first, lifted ones before the others; under numbers that a run before it has not given. */
    private static String roster() {
        var run = ThreadLocalRandom.current().nextInt(1_000, 10_000);
        var text = new StringBuilder("户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,组,家庭住址\n");
        for (var i = 0; i < LISTED_LIFTED + LISTED_GENERAL + LIFTED; i++) {
            var general = i >= LISTED_LIFTED && i < LISTED_LIFTED + LISTED_GENERAL;
            text.append("%d%06d,试%d,%s,户主,健康,普通劳动力,初中,,%s,1,试验路%d号\n"
                    .formatted(run, i, i, Numbers.next(), general ? "一般户" : "脱贫户", i));
        }
        return text.toString();
    }
}
