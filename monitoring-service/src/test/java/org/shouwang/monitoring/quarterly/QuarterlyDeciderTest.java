package org.shouwang.monitoring.quarterly;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.quarterly.HouseholdCategory.*;
import static org.shouwang.monitoring.quarterly.QuarterlyRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.*;
import org.shouwang.monitoring.quarterly.QuarterlyEvent.*;

class QuarterlyDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final YearMonth APRIL = YearMonth.of(2021, 4);
    private static final LocalDate DAY = LocalDate.of(2021, 4, 12);

    private final Spec<QuarterlyCommand, QuarterlyReview, QuarterlyEvent> review = Spec.of(new QuarterlyDecider());

    /** A review, changed from the good one for one test. */
    private Minutes minutes = minutes(DAY, "村部会议室", "village-secretary");

    private List<CategoryCount> counts = List.of(new CategoryCount(LIFTED, 3), new CategoryCount(GENERAL, 51));
    private int checked = 54;
    private int withoutRisk = 54;
    private List<DocumentRef> documents = List.of(new DocumentRef("DOC_MEETING_MINUTES", "ab".repeat(32)));

    @Test
    void a_month_has_one_review() {
        review.given().when(review()).then(recorded());
        review.given(recorded()).when(review()).thenNothing();
        var first = recorded();
        withoutRisk = 53;
        review.given(first).when(review()).thenRefused(DUPLICATE_MEETING);
    }

    /** 3 + 21 + 7 + 2 + 51 = 84 in the lists, 83 checked, 84 without risk. */
    @Test
    void the_sub_lists_add_up_to_what_was_checked() {
        counts = List.of(
                new CategoryCount(LIFTED, 3),
                new CategoryCount(DIBAO, 21),
                new CategoryCount(DISABLED, 7),
                new CategoryCount(TEKUN, 2),
                new CategoryCount(GENERAL, 51));
        checked = 83;
        withoutRisk = 84;
        review.given()
                .when(review())
                .thenRefused(COUNTS_DISAGREE, "counts=84", "householdsChecked=83", "householdsWithoutRisk=84");
        withoutRisk = 83;
        review.given().when(review()).thenRefusedFor(COUNTS_DISAGREE);
        checked = 84;
        withoutRisk = 85;
        review.given().when(review()).thenRefusedFor(COUNTS_DISAGREE);
        withoutRisk = 84;
        review.given().when(review()).then(recorded());
    }

    @Test
    void a_household_at_risk_may_be_found() {
        withoutRisk = 53;
        review.given().when(review()).then(recorded());
    }

    @Test
    void large_counts_are_added_without_turning_over() {
        counts = List.of(new CategoryCount(LIFTED, Integer.MAX_VALUE), new CategoryCount(GENERAL, 2));
        checked = Integer.MIN_VALUE + 1;
        withoutRisk = checked;
        review.given().when(review()).thenRefusedFor(COUNTS_DISAGREE);
    }

    @Test
    void a_category_is_counted_once() {
        counts = List.of(new CategoryCount(GENERAL, 3), new CategoryCount(GENERAL, 51));
        review.given().when(review()).thenRefused(CATEGORY_TWICE, "GENERAL");
    }

    @Test
    void the_day_lies_in_the_month() {
        for (var day : List.of(LocalDate.of(2021, 3, 31), LocalDate.of(2021, 5, 1))) {
            minutes = minutes(day, "村部", "a");
            review.given().when(review()).thenRefused(HELD_OUTSIDE_MONTH, "2021-04");
        }
        for (var day : List.of(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 4, 30))) {
            minutes = minutes(day, "村部", "a");
            review.given().when(review()).then(recorded());
        }
    }

    @Test
    void minutes_say_when_where_and_who_and_name_nobody() {
        minutes = new Minutes(null, null, " ", null, null, null);
        review.given()
                .when(review())
                .thenRefused(MINUTES_INCOMPLETE, "heldOn", "place", "host", "recorder", "attendees");
        minutes = minutes(DAY, "村部", "闵某");
        review.given().when(review()).thenRefused(PERSON_CODE, "host", "recorder", "attendees");
        minutes = minutes(DAY, "村部13912345678", "a");
        review.given().when(review()).thenRefused(SENSITIVE_TEXT, "place");
    }

    @Test
    void the_minutes_themselves_are_cited() {
        documents = List.of(new DocumentRef("DOC_PHOTO", "ab".repeat(32)));
        review.given().when(review()).thenRefused(EVIDENCE_MISSING, "DOC_MEETING_MINUTES");
        documents = List.of(new DocumentRef("DOC_PHOTO", "ab"));
        review.given().when(review()).thenRefused(DOCUMENT_INVALID, "DOC_PHOTO");
    }

    private Review review() {
        return new Review(
                VILLAGE, APRIL, minutes, counts, checked, withoutRisk, documents, List.of("DOC_MEETING_MINUTES"));
    }

    private QuarterlyReviewRecorded recorded() {
        return new QuarterlyReviewRecorded(VILLAGE, APRIL, minutes, counts, checked, withoutRisk, documents);
    }

    private static Minutes minutes(LocalDate day, String place, String host) {
        return new Minutes(day, place, host, "info-officer", List.of("village-secretary", "info-officer"), 2);
    }
}
