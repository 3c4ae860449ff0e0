package org.shouwang.monitoring.villagereview;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.villagereview.VillageReviewRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.villagereview.VillageReviewCommand.Hold;
import org.shouwang.monitoring.villagereview.VillageReviewEvent.VillageReviewHeld;

class VillageReviewDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final List<String> PRESENT = List.of("village-head", "info-officer");
    private static final Minutes MINUTES =
            new Minutes(LocalDate.of(2022, 6, 6), "村部", "village-head", "info-officer", PRESENT, 2);
    private static final List<DocumentRef> PAPERS = List.of(new DocumentRef("DOC_REVIEW_MINUTES", "a".repeat(64)));

    private final Spec<VillageReviewCommand, VillageReview, VillageReviewEvent> review =
            Spec.of(new VillageReviewDecider());

    @Test
    void a_meeting_is_held_once() {
        var results = List.of(result(ONE, ReviewTopic.INCLUSION, null), result(TWO, ReviewTopic.REMOVAL, "收入稳定"));
        var held = new VillageReviewHeld(VILLAGE, MINUTES, 3, results, PAPERS);
        review.given().when(hold(MINUTES, 3, results)).then(held);
        review.given(held).when(hold(MINUTES, 3, results)).thenNothing();
        review.given(held).when(hold(MINUTES, 2, results)).thenRefused(DUPLICATE_MEETING);
    }

    @Test
    void its_minutes_must_count() {
        var results = List.of(result(ONE, ReviewTopic.INCLUSION, null));
        var unsigned = new Minutes(MINUTES.heldOn(), "", MINUTES.host(), MINUTES.recorder(), MINUTES.attendees(), 1);
        review.given().when(hold(unsigned, null, results)).thenRefused(MINUTES_INCOMPLETE, "place", "signedIn");
        review.given().when(hold(MINUTES, 1, results)).thenRefused(MINUTES_INCOMPLETE, "shouldAttend");
        review.given().when(hold(MINUTES, 2, results)).events();
        review.given().when(hold(MINUTES, 2, List.of(kept(new Votes(0, 1, 1))))).events();
        review.given()
                .when(hold(MINUTES, 2, List.of(kept(new Votes(0, 2, 1)))))
                .thenRefused(MINUTES_INCOMPLETE, "votes");
        var named = new Minutes(MINUTES.heldOn(), "村部", "王某", "info-officer", PRESENT, 2);
        review.given().when(hold(named, null, results)).thenRefused(PERSON_CODE, "host", "recorder", "attendees");
        review.given()
                .when(new Hold(VILLAGE, MINUTES, null, results, List.of(new DocumentRef("DOC_PHOTO", "x")), List.of()))
                .thenRefused(DOCUMENT_INVALID, "DOC_PHOTO");
    }

    @Test
    void it_tells_of_households_of_its_village_once_and_of_nobodys_number() {
        review.given().when(hold(MINUTES, null, List.of())).thenRefused(HOUSEHOLDS_REQUIRED);
        review.given()
                .when(hold(
                        MINUTES,
                        null,
                        List.of(result(ONE, ReviewTopic.INCLUSION, null), result(ONE, ReviewTopic.REMOVAL, null))))
                .thenRefused(HOUSEHOLDS_REFUSED, ONE + ":ONCE");
        review.given()
                .when(new Hold(VILLAGE, MINUTES, null, List.of(), PAPERS, List.of(TWO + ":NOT_FOUND")))
                .thenRefused(HOUSEHOLDS_REFUSED, TWO + ":NOT_FOUND");
        review.given()
                .when(hold(MINUTES, null, List.of(result(ONE, ReviewTopic.REMOVAL, "电话13912345678"))))
                .thenRefused(SENSITIVE_TEXT, "PHONE");
    }

    private static ReviewResult result(UUID household, ReviewTopic topic, String reason) {
        return new ReviewResult(household, topic, new UUID(1, household.getLeastSignificantBits()), true, null, reason);
    }

    private static ReviewResult kept(Votes votes) {
        return new ReviewResult(ONE, ReviewTopic.REMOVAL, new UUID(1, 1), false, votes, "收入还不稳定，继续监测");
    }

    private static Hold hold(Minutes minutes, Integer shouldAttend, List<ReviewResult> results) {
        return new Hold(VILLAGE, minutes, shouldAttend, results, PAPERS, List.of());
    }
}
