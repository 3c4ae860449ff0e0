package org.shouwang.household.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.safeguard.SafeguardDecider.Refusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.income.Signature;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.safeguard.SafeguardCommand.*;
import org.shouwang.household.safeguard.SafeguardEvent.*;
import org.shouwang.household.safeguard.SafeguardItem.Result;

class SafeguardDeciderTest {

    private static final Water.Standard STANDARD = new Water.Standard(35, 20, 800, 80, 36);
    private static final LocalDate ON = LocalDate.of(2021, 11, 3);

    private List<Signature> signatures = List.of();
    private boolean asked;
    private List<String> proof = List.of();

    private final Spec<SafeguardCommand, SafeguardDecider.Checked, SafeguardEvent> check =
            Spec.of(new SafeguardDecider());

    @Test
    void a_check_is_written_down_once() {
        var checked = new SafeguardChecked(
                new UUID(0, 1), "610727105208", ON, Method.ON_SITE, all(Result.PASS), null, null, null);
        check.given().when(check(all(Result.PASS), null, null)).then(checked);
        check.given(checked).when(check(all(Result.PASS), null, null)).thenNothing();
        check.given(checked).when(check(all(Result.FAIL), null, null)).thenRefused(CHECK_ALREADY_RECORDED);

        var moved = new SafeguardCheckMoved(new UUID(0, 1), "610727105208", "610727101201", ON);
        check.given(checked).when(new Move("610727101201", ON)).then(moved);
        check.given(checked, moved).when(new Move("610727101201", ON)).thenNothing();
        check.given(checked, moved).when(check(all(Result.PASS), null, null)).thenNothing();
        check.given().when(new Move("610727101201", ON)).thenRefused(CHECK_UNKNOWN);
    }

    @Test
    void a_correction_names_what_it_corrects_and_why() {
        var first = new UUID(0, 8);
        var second = new UUID(0, 9);
        var checked = new SafeguardChecked(
                new UUID(0, 1), "610727105208", ON, Method.ON_SITE, all(Result.PASS), null, null, List.of());
        var failed = new SafeguardChecked(
                new UUID(0, 1), "610727105208", ON, Method.ON_SITE, all(Result.FAIL), null, null, List.of());
        var corrected = new SafeguardCheckCorrected(first, "误填", failed);
        var correct = new Correct(first, first, "误填", check(all(Result.FAIL), null, null));
        check.given().when(correct).thenRefused(CHECK_UNKNOWN);
        check.given(checked).when(correct).then(corrected);
        check.given(checked, corrected)
                .when(new Correct(first, second, "误填", check(all(Result.FAIL), null, null)))
                .thenNothing();
        check.given(checked, corrected)
                .when(new Correct(first, second, "又误", check(all(Result.FAIL), null, null)))
                .thenRefused(CORRECTION_OUTDATED, second.toString());
        check.given(checked, corrected)
                .when(new Correct(second, second, "又误", check(all(Result.PASS), null, null)))
                .then(new SafeguardCheckCorrected(second, "又误", checked));
        check.given(checked)
                .when(new Correct(first, first, " ", check(all(Result.FAIL), null, null)))
                .thenRefused(REASON_REQUIRED);
        check.given(checked)
                .when(new Correct(first, first, "误填", check(all(Result.PASS), null, null)))
                .thenNothing();
        check.given(checked)
                .when(new Correct(first, first, "误填", check(all(Result.FAIL), null, "E")))
                .thenRefused(HOUSING_GRADE_UNKNOWN, "E");
    }

    @Test
    void every_indicator_is_answered_once() {
        var items = new ArrayList<>(all(Result.PASS));
        items.removeLast();
        check.given().when(check(items, null, null)).thenRefused(INDICATOR_MISSING, "WATER");
        items.add(items.getFirst());
        check.given().when(check(items, null, null)).thenRefused(INDICATOR_MISSING, "FOOD", "WATER");
    }

    @Test
    void a_cited_document_is_named_by_kind_and_hash() {
        var items = new ArrayList<>(all(Result.PASS));
        items.set(
                4,
                new SafeguardItem(
                        Indicator.HOUSING, Result.PASS, null, List.of(new DocumentRef("DOC_HOUSING", "short"))));
        check.given().when(check(items, null, null)).thenRefused(DOCUMENT_INVALID);
        items.set(
                4,
                new SafeguardItem(
                        Indicator.HOUSING, Result.PASS, null, List.of(new DocumentRef("DOC_HOUSING", "0".repeat(64)))));
        check.given().when(check(items, null, null)).events();
    }

    @Test
    void water_does_not_pass_against_its_measurements() {
        check.given()
                .when(check(all(Result.PASS), water(34, true, 20, null, null, 36), null))
                .thenRefused(WATER_CONTRADICTS, "QUANTITY");
        check.given()
                .when(check(all(Result.PASS), water(35, true, 20, null, null, 36), null))
                .events();
        check.given()
                .when(check(all(Result.PASS), water(35, false, 21, 801, 81, 37), null))
                .thenRefused(WATER_CONTRADICTS, "QUALITY", "CONVENIENCE", "RELIABILITY");
        check.given()
                .when(check(all(Result.PASS), water(35, true, 21, 800, 81, 0), null))
                .events();
        check.given()
                .when(check(all(Result.FAIL), water(1, false, 99, null, null, 99), null))
                .events();
    }

    @Test
    void piped_water_is_convenient() {
        assertThat(new Water(40, true, true, 99, 9999, 999, 0).wanting(STANDARD))
                .isEmpty();
    }

    @Test
    void housing_agrees_with_its_grade() {
        check.given().when(check(all(Result.PASS), null, "B")).events();
        check.given().when(check(all(Result.PASS), null, "C")).thenRefused(HOUSING_CONTRADICTS, "C");
        check.given().when(check(all(Result.FAIL), null, "A")).thenRefused(HOUSING_CONTRADICTS, "A");
        check.given().when(check(all(Result.FAIL), null, "D")).events();
        check.given().when(check(all(Result.PASS), null, "E")).thenRefused(HOUSING_GRADE_UNKNOWN, "E");
    }

    @Test
    void safe_housing_is_shown_by_one_of_the_papers_where_they_are_asked_for() {
        proof = List.of("DOC_HOUSING_APPRAISAL", "DOC_HOUSING_CERTIFICATE");
        check.given()
                .when(check(all(Result.PASS), null, null))
                .thenRefused(EVIDENCE_MISSING, "DOC_HOUSING_APPRAISAL", "DOC_HOUSING_CERTIFICATE");
        check.given().when(check(all(Result.FAIL), null, null)).events();
        check.given()
                .when(check(citing("DOC_PHOTO"), null, null))
                .thenRefused(EVIDENCE_MISSING, proof.toArray(String[]::new));
        check.given().when(check(citing("DOC_HOUSING_CERTIFICATE"), null, null)).events();
        proof = List.of();
        check.given().when(check(all(Result.PASS), null, null)).events();
    }

    /** All passes, and the house by this paper. */
    private static List<SafeguardItem> citing(String kind) {
        var items = new ArrayList<>(all(Result.PASS));
        items.set(
                4,
                new SafeguardItem(
                        Indicator.HOUSING, Result.PASS, null, List.of(new DocumentRef(kind, "0".repeat(64)))));
        return items;
    }

    @Test
    void both_sign_where_it_is_asked_and_a_call_names_who_was_reached() {
        check.given().when(check(all(Result.PASS), null, null)).events();
        asked = true;
        check.given()
                .when(check(all(Result.PASS), null, null))
                .thenRefused(SIGNATURE_MISSING, "COLLECTOR", "HOUSEHOLDER");
        var official = new Signature(Signature.Party.COLLECTOR, Signature.Way.ON_PAPER, null);
        asked = false;
        signatures = List.of(official);
        check.given().when(check(all(Result.PASS), null, null)).thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        signatures = List.of(official, called("张某", " "));
        check.given().when(check(all(Result.PASS), null, null)).thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        signatures = List.of(official, called("张某", "13900000000"));
        asked = true;
        var checked = (SafeguardChecked)
                check.given().when(check(all(Result.PASS), null, null)).events().getFirst();
        assertThat(checked.signatures()).isEqualTo(signatures);
    }

    private static Signature called(String name, String phone) {
        return new Signature(Signature.Party.HOUSEHOLDER, Signature.Way.PHONE, new Signature.Reached(name, phone));
    }

    private static Water water(int litres, boolean good, Integer fetch, Integer metres, Integer height, Integer stops) {
        return new Water(litres, good, false, fetch, metres, height, stops);
    }

    private Check check(List<SafeguardItem> items, Water water, String grade) {
        return new Check(
                new UUID(0, 1),
                "610727105208",
                ON,
                Method.ON_SITE,
                items,
                water,
                STANDARD,
                grade,
                signatures,
                asked,
                proof);
    }

    private static List<SafeguardItem> all(Result result) {
        return Arrays.stream(Indicator.values())
                .map(i -> new SafeguardItem(i, result, null, null))
                .toList();
    }
}
