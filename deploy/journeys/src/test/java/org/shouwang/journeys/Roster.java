package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A roster of households of one person each, under numbers that a run before it has not given. */
final class Roster {

    private final int run = ThreadLocalRandom.current().nextInt(10_000, 100_000);
    private final StringBuilder text = new StringBuilder("户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,组,家庭住址\n");
    private int households;

    /** @param type 脱贫户 or 一般户 @return the person's number */
    String add(String type) {
        var number = Numbers.next();
        text.append("%d%06d,试%d,%s,户主,健康,普通劳动力,初中,,%s,1,试验路%d号\n"
                .formatted(run, households, households, number, type, households));
        households++;
        return number;
    }

    /** The ids of its households, in its order. */
    List<UUID> imported(Running stack, String on) {
        String id = stack.as("town-operator")
                .contentType("text/csv")
                .body(text.toString().getBytes(StandardCharsets.UTF_8))
                .post("/household/imports?area=" + Family.VILLAGE + "&on=" + on)
                .then()
                .statusCode(201)
                .body("households", is(households), "accepted", is(households), "errorCount", is(0))
                .extract()
                .path("id");
        await().until(
                        () -> stack.as("town-operator")
                                .put("/household/imports/" + id + "/application")
                                .statusCode(),
                        is(200));
        var ids = new ArrayList<UUID>();
        for (String after = "0"; after != null; ) {
            var page = stack.as("town-operator")
                    .contentType(ContentType.JSON)
                    .get("/household/imports/" + id + "/households?limit=200&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.householdId", String.class).forEach(h -> ids.add(UUID.fromString(h)));
            after = page.getString("next");
        }
        return ids;
    }
}
