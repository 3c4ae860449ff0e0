package org.shouwang.monitoring.quarterly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.quarterly.HouseholdCategory.*;
import static org.shouwang.monitoring.quarterly.QuarterlyRefusal.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.EventCatalog;
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
    private List<Named> atRisk = List.of();
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
    void a_household_at_risk_is_named() {
        withoutRisk = 53;
        review.given().when(review()).thenRefused(AT_RISK_NOT_NAMED, "atRisk=1", "named=0");
        atRisk = List.of(named(1, VILLAGE, "04", "03"));
        review.given().when(review()).then(recorded());
        review.given(recorded()).when(review()).thenNothing();
        withoutRisk = 54;
        review.given().when(review()).thenRefused(AT_RISK_NOT_NAMED, "atRisk=0", "named=1");
        withoutRisk = 52;
        review.given().when(review()).thenRefused(AT_RISK_NOT_NAMED, "atRisk=2", "named=1");
        atRisk = List.of(named(1, VILLAGE, "04"), named(1, VILLAGE, "03"));
        review.given().when(review()).thenRefused(HOUSEHOLD_TWICE, new UUID(0, 1).toString());
        atRisk = List.of(named(1, VILLAGE, "04"), named(2, VILLAGE, "03"));
        review.given().when(review()).then(recorded());
    }

    @Test
    void who_is_named_lives_in_the_village_and_is_kept() {
        withoutRisk = 53;
        var id = new UUID(0, 1).toString();
        atRisk = List.of(named(1, "610727105207", "04"));
        review.given().when(review()).thenRefused(HOUSEHOLD_ELSEWHERE, id);
        var found = new AtRisk(new UUID(0, 1), List.of("04"), null);
        atRisk = List.of(new Named(found, VILLAGE, DAY));
        review.given().when(review()).thenRefused(HOUSEHOLD_ENDED, id);
        atRisk = List.of(new Named(found, VILLAGE, DAY.plusDays(1)));
        review.given().when(review()).then(recorded());
    }

    @Test
    void who_is_named_has_risks_of_the_form() {
        withoutRisk = 53;
        var id = new UUID(0, 1).toString();
        atRisk = List.of(named(1, VILLAGE));
        review.given().when(review()).thenRefused(RISK_REQUIRED, id);
        atRisk = List.of(named(1, VILLAGE, "04", "08"));
        review.given().when(review()).thenRefused(RISK_UNKNOWN, "08");
        atRisk = List.of(named(1, VILLAGE, "01", "03", "04", "05", "06", "07"));
        review.given().when(review()).thenRefused(TOO_MANY_RISKS, id);
        atRisk = List.of(named(1, VILLAGE, "99"));
        review.given().when(review()).thenRefused(RISK_NOTE_REQUIRED, id);
        atRisk = List.of(noted("99", "电话13912345678"));
        review.given().when(review()).thenRefused(SENSITIVE_TEXT, "atRisk");
        atRisk = List.of(noted("99", "长期独居无人照料"));
        review.given().when(review()).then(recorded());
    }

    @Property
    void as_many_are_named_as_are_not_without_risk(
            @ForAll @IntRange(max = 6) int checked,
            @ForAll @IntRange(max = 7) int well,
            @ForAll @IntRange(max = 7) int named) {
        counts = List.of(new CategoryCount(GENERAL, checked));
        this.checked = checked;
        withoutRisk = well;
        atRisk =
                IntStream.range(0, named).mapToObj(n -> named(n, VILLAGE, "04")).toList();
        var accepted = new QuarterlyDecider().decide(review(), new QuarterlyReview(null)) instanceof Decision.Accepted;
        assertThat(accepted).isEqualTo(well + named == checked);
    }

    @Test
    void a_review_from_before_households_were_named_still_reads() {
        var catalog = new EventCatalog<>(QuarterlyEvent.class);
        var written = catalog.encode(recorded());
        var old = new EventCatalog.Encoded(
                written.name(),
                written.revision(),
                written.data().replaceFirst(",?\"atRisk\":\\[]", ""),
                written.personal());
        assertThat(old.data()).doesNotContain("atRisk");
        assertThat(catalog.decode(old)).isEqualTo(recorded());
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
                VILLAGE,
                APRIL,
                minutes,
                counts,
                checked,
                withoutRisk,
                documents,
                atRisk,
                List.of("DOC_MEETING_MINUTES"));
    }

    private QuarterlyReviewRecorded recorded() {
        var found = atRisk.stream().map(Named::found).toList();
        return new QuarterlyReviewRecorded(VILLAGE, APRIL, minutes, counts, checked, withoutRisk, documents, found);
    }

    private static Named named(int household, String areaCode, String... risks) {
        return new Named(new AtRisk(new UUID(0, household), List.of(risks), null), areaCode, null);
    }

    private static Named noted(String risk, String note) {
        return new Named(new AtRisk(new UUID(0, 1), List.of(risk), note), VILLAGE, null);
    }

    private static Minutes minutes(LocalDate day, String place, String host) {
        return new Minutes(day, place, host, "info-officer", List.of("village-secretary", "info-officer"), 2);
    }
}
