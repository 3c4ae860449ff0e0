package org.shouwang.assistance.effect;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.effect.EffectDecider.Refusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.effect.EffectCommand.Review;
import org.shouwang.assistance.effect.EffectEvent.*;
import org.shouwang.eventsourcing.Spec;

class EffectDeciderTest {

    private static final UUID FAMILY = new UUID(0, 1);
    private static final UUID MEASURE = new UUID(0, 2);
    private static final LocalDate ON = LocalDate.of(2022, 6, 17);
    private static final Meeting MEETING =
            new Meeting("村委会", "village-secretary", "info-officer", List.of("a", "b"), 2);
    private static final List<DocumentRef> MINUTES = List.of(new DocumentRef("DOC_REVIEW_MINUTES", "a".repeat(64)));
    private static final EffectReviewed REVIEWED = new EffectReviewed(
            FAMILY,
            "610727105208",
            1,
            ON,
            Conclusion.EFFECTIVE,
            List.of(new Judgement(MEASURE, true, null)),
            List.of("01"),
            null,
            MEETING,
            MINUTES);

    private final Spec<EffectCommand, EffectDecider.Reviewed, EffectEvent> review = Spec.of(new EffectDecider());

    @Test
    void help_in_effect_is_found_effective_once() {
        review.given()
                .when(review(Conclusion.EFFECTIVE, 1, Set.of(MEASURE), MEETING, MINUTES, null))
                .then(REVIEWED);
        review.given(REVIEWED)
                .when(review(Conclusion.EFFECTIVE, 1, Set.of(MEASURE), MEETING, MINUTES, null))
                .thenNothing();
        review.given(REVIEWED)
                .when(review(Conclusion.INEFFECTIVE, 1, Set.of(MEASURE), MEETING, MINUTES, "收入仍不稳定"))
                .thenRefused(REVIEW_ALREADY_RECORDED);
    }

    @Test
    void the_same_review_is_a_repeat_wherever_the_household_is_by_now() {
        var review = review(Conclusion.EFFECTIVE, 2, Set.of(MEASURE), MEETING, MINUTES, null);
        this.review.given(REVIEWED).when(review).thenNothing();
        this.review
                .given(REVIEWED)
                .when(review(
                        Conclusion.EFFECTIVE,
                        1,
                        Set.of(MEASURE),
                        MEETING,
                        List.of(new DocumentRef("DOC_REVIEW_MINUTES", "b".repeat(64))),
                        null))
                .thenRefused(REVIEW_ALREADY_RECORDED);
    }

    @Test
    void without_a_measure_in_effect_it_is_not() {
        review.given()
                .when(review(Conclusion.EFFECTIVE, 1, Set.of(), MEETING, MINUTES, null))
                .thenRefused(MEASURE_REQUIRED);
        review.given()
                .when(review(Conclusion.INEFFECTIVE, 1, Set.of(), MEETING, MINUTES, "四个字的"))
                .thenRefused(REASON_REQUIRED);
        review.given()
                .when(review(Conclusion.INEFFECTIVE, 1, Set.of(), MEETING, MINUTES, "五个字的话"))
                .events();
    }

    @Test
    void help_of_which_no_measure_was_evaluated_as_effective_is_not_found_so() {
        review.given()
                .when(review(Conclusion.EFFECTIVE, 1, Set.of(MEASURE), Set.of(), MEETING, MINUTES, null))
                .thenRefused(MEASURE_NOT_EFFECTIVE);
        review.given()
                .when(review(Conclusion.INEFFECTIVE, 1, Set.of(MEASURE), Set.of(), MEETING, MINUTES, "收入仍不稳定"))
                .events();
    }

    @Test
    void the_minutes_are_whole() {
        review.given()
                .when(review(
                        Conclusion.EFFECTIVE,
                        1,
                        Set.of(MEASURE),
                        new Meeting(" ", null, "x", List.of("a"), 2),
                        MINUTES,
                        null))
                .thenRefused(MINUTES_INCOMPLETE, "PLACE", "HOST", "SIGN_IN");
        review.given()
                .when(review(Conclusion.EFFECTIVE, 1, Set.of(MEASURE), MEETING, List.of(), null))
                .thenRefused(EVIDENCE_MISSING, "DOC_REVIEW_MINUTES");
        review.given()
                .when(review(
                        Conclusion.EFFECTIVE, 1, Set.of(MEASURE), MEETING, List.of(new DocumentRef("X", "y")), null))
                .thenRefused(DOCUMENT_INVALID);
    }

    @Test
    void only_a_monitored_household_is_reviewed() {
        review.given()
                .when(review(Conclusion.EFFECTIVE, 0, Set.of(MEASURE), MEETING, MINUTES, null))
                .thenRefused(NOT_AN_OBJECT);
    }

    @Test
    void texts_hold_no_numbers_of_people() {
        review.given()
                .when(review(Conclusion.INEFFECTIVE, 1, Set.of(MEASURE), MEETING, MINUTES, "电话13900000000未接通"))
                .thenRefused(SENSITIVE_TEXT);
    }

    private static Review review(
            Conclusion conclusion,
            int episode,
            Set<UUID> inEffect,
            Meeting meeting,
            List<DocumentRef> documents,
            String reason) {
        return review(conclusion, episode, inEffect, inEffect, meeting, documents, reason);
    }

    private static Review review(
            Conclusion conclusion,
            int episode,
            Set<UUID> inEffect,
            Set<UUID> effective,
            Meeting meeting,
            List<DocumentRef> documents,
            String reason) {
        return new Review(
                FAMILY,
                "610727105208",
                episode,
                List.of("01"),
                Set.of(MEASURE),
                inEffect,
                effective,
                ON,
                conclusion,
                List.of(new Judgement(MEASURE, true, null)),
                List.of("01"),
                reason,
                meeting,
                documents);
    }
}
