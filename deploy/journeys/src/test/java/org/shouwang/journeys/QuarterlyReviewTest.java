package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** A village without monitored households that skips October's quarterly review is told so until it hands it in. */
class QuarterlyReviewTest {

    private static final String VILLAGE = "610727105207";
    private static final String DUE = "items.findAll { it.duty == 'QUARTERLY_REVIEW' }";

    private final Running stack = Running.stack();
    private final Family papers = Family.registered(stack, "LIFTED", 1);
    private final Family neighbours = Family.registered(stack, "LIFTED", 1);

    @Test
    void october_is_missed_until_its_minutes_are_handed_in() {
        papers.put("town-operator", "/household/households/" + neighbours.id + "/area", """
                {"areaCode":"%s","on":"2020-06-01"}""".formatted(VILLAGE))
                .statusCode(204);
        held("2021-04", "2021-04-12");
        held("2021-06", "2021-06-20");
        check("2021-10-31").body("applies", is(true)).body("findings", empty());
        await().ignoreExceptions().untilAsserted(() -> due("2021-10-11")
                .body(DUE + ".step", contains("2021-10"))
                .body(DUE + ".dueOn", contains("2021-10-31")));
        check("2021-11-30")
                .body("applies", is(true), "objects", is(0), "minutes", is(2), "minMinutes", is(3))
                .body("months.heldOn", contains("2021-04-12", "2021-06-20", null))
                .body("findings.code", contains("QUARTERLY_REVIEW_MISSING", "QUARTERLY_MINUTES_TOO_FEW"))
                .body("findings[0].month", is("2021-10"), "findings[0].zh", is("缺季度排查会议记录"));
        held("2021-10", "2021-10-15");
        check("2021-11-30").body("minutes", is(3)).body("findings", empty());
        due("2021-10-16").body(DUE, empty());
    }

    private void held(String month, String on) {
        papers.soon("town-operator", "/monitoring/quarterly-reviews/" + VILLAGE + "/" + month, """
                {"minutes":{"heldOn":"%s","place":"村委会","host":"village-secretary","recorder":"info-officer",
                  "attendees":["village-secretary","village-head","info-officer"],"signedIn":3},
                 "counts":[{"category":"LIFTED","households":3},{"category":"GENERAL","households":51}],
                 "householdsChecked":54,"householdsWithoutRisk":54,"documents":[%s]}""".formatted(
                                on, papers.document("DOC_MEETING_MINUTES")))
                .statusCode(201);
    }

    private ValidatableResponse check(String date) {
        return papers.get("town-operator", "/monitoring/quarterly-reviews/check?area=" + VILLAGE + "&date=" + date)
                .statusCode(200);
    }

    private ValidatableResponse due(String date) {
        return papers.get(
                        "town-operator",
                        "/monitoring/worklist?level=VILLAGE&area=" + VILLAGE + "&limit=200&date=" + date)
                .statusCode(200);
    }
}
