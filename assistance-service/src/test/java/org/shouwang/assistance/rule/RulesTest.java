package org.shouwang.assistance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouwang.assistance.facts.Labour;
import org.shouwang.assistance.facts.Person;
import org.shouwang.assistance.measure.MeasureCode;
import org.shouwang.assistance.measure.MeasureItem;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.measure.MeasureState;
import org.shouwang.assistance.rule.Dossier.Circumstances;
import org.shouwang.assistance.rule.Dossier.Developmental;
import org.shouwang.assistance.rule.Dossier.Words;

class RulesTest {

    private static final LocalDate INCLUDED = LocalDate.of(2021, 11, 15);
    private static final AssistancePolicy POLICY = policy();

    private static AssistancePolicy policy() {
        try {
            return PolicyProducer.policy();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Person person(int n, Labour labour, String student, String born, boolean working, String... tags) {
        return new Person(
                new UUID(0, n), labour, student, born == null ? null : YearMonth.parse(born), working, Set.of(tags));
    }

    private static MeasureRow measure(MeasureCode code, MeasureItem item, LocalDate implementedOn, Person... members) {
        return new MeasureRow(
                new UUID(1, code.ordinal()),
                new UUID(9, 9),
                1,
                "610727105208",
                code,
                item,
                "01",
                Arrays.stream(members).map(Person::id).toList(),
                null,
                null,
                "CIVIL",
                null,
                null,
                null,
                null,
                null,
                implementedOn == null ? MeasureState.PLANNED : MeasureState.IMPLEMENTED,
                false,
                INCLUDED,
                null,
                null,
                implementedOn,
                null,
                null,
                null,
                null,
                null);
    }

    /** A household that keeps every rule, to be made worse one by one. */
    private static final class Case {
        List<Person> members = new ArrayList<>(List.of(person(1, Labour.NORMAL, null, "1980-01", true)));
        List<MeasureRow> measures = new ArrayList<>(List.of(
                measure(MeasureCode.M07, null, INCLUDED.plusDays(5)),
                measure(MeasureCode.M01, null, INCLUDED.plusDays(5))));
        List<String> risks = List.of("01");
        LocalDate date = INCLUDED.plusDays(10);
        LocalDate approvedOn = INCLUDED.plusDays(9);
        Boolean noLabour = false;
        Developmental developmental = Developmental.IMPLEMENTED;
        String helper = "helper-1";
        String grade;
        LocalDate removedOn;
        BigDecimal wage;
        BigDecimal transfer;

        List<Finding> check() {
            return Rules.check(
                    new Dossier(
                            date,
                            new Words(
                                    risks,
                                    INCLUDED,
                                    INCLUDED.plusDays(10),
                                    INCLUDED.plusDays(30),
                                    approvedOn,
                                    noLabour,
                                    developmental),
                            new Circumstances(members, measures, helper, grade, removedOn, wage, transfer)),
                    POLICY);
        }

        void finds(String... names) {
            assertThat(check()).extracting(Finding::name).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void a_household_helped_as_it_should_be_breaks_no_rule() {
        new Case().finds();
    }

    @Test
    void the_sample_village_s_household_keeps_a1_to_a6() {
        var c = new Case();
        c.risks = List.of("03", "04");
        c.members = new ArrayList<>(Stream.concat(
                        Stream.of(
                                person(1, Labour.NORMAL, null, "1975-03", false, "DIBAO"),
                                person(2, Labour.WEAK, null, "1978-06", false, "DIBAO")),
                        Stream.iterate(3, n -> n + 1)
                                .limit(6)
                                .map(n -> person(n, Labour.NONE, null, "1950-01", false, "DIBAO", "DISABLED")))
                .toList());
        c.measures = List.of(
                measure(MeasureCode.M10, MeasureItem.DIBAO, INCLUDED),
                measure(MeasureCode.M10, MeasureItem.DISABILITY_SUBSIDY, INCLUDED),
                measure(MeasureCode.M04, MeasureItem.PUBLIC_POST, INCLUDED, c.members.getFirst()));
        assertThat(c.members).hasSize(8);
        c.finds();
    }

    @Test
    void a1_the_due_day_is_whole() {
        var c = new Case();
        c.approvedOn = null;
        c.date = INCLUDED.plusDays(10);
        c.finds();
        c.date = INCLUDED.plusDays(11);
        c.finds("PLAN_IN_TIME");
        c.approvedOn = INCLUDED.plusDays(11);
        c.finds("PLAN_IN_TIME");

        c = new Case();
        c.measures = List.of(measure(MeasureCode.M07, null, null), measure(MeasureCode.M01, null, null));
        c.date = INCLUDED.plusDays(30);
        c.finds();
        c.date = INCLUDED.plusDays(31);
        c.finds("HELPED_IN_TIME");
    }

    @Test
    void every_risk_asks_for_a_measure_of_its_own() {
        var c = new Case();
        c.risks = List.of("01", "0201", "11");
        assertThat(c.check()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("A-0");
            assertThat(f.details()).containsExactly("0201: M05/M10/M11/M13", "11: M06");
        });
    }

    @Test
    void lack_of_labour_is_answered_by_aid_or_dividends_only() {
        var c = new Case();
        c.risks = List.of("04");
        c.finds("RISK_ANSWERED");
        c.measures = List.of(measure(MeasureCode.M01, MeasureItem.DIVIDEND, INCLUDED));
        c.finds();
    }

    @Test
    void every_risk_of_the_form_has_its_row() {
        assertThat(POLICY.requirements())
                .extracting(AssistancePolicy.Requirement::risk)
                .containsExactly("01", "02", "03", "04", "05", "06", "07", "09", "10", "11", "12", "13", "99");
    }

    @Test
    void a2_labour_must_develop_after_six_months() {
        var c = new Case();
        c.measures = List.of(measure(MeasureCode.M07, null, INCLUDED));
        c.date = INCLUDED.plusMonths(6);
        c.approvedOn = INCLUDED;
        c.finds("LABOUR_SHOULD_DEVELOP");
        c.date = INCLUDED.plusMonths(6).plusDays(1);
        c.finds("LABOUR_DEVELOPS");
    }

    @Test
    void a3_only_aid_for_full_labour_is_doubtful_and_for_weak_labour_is_not() {
        var c = new Case();
        c.measures = List.of(measure(MeasureCode.M10, MeasureItem.TEMPORARY_RELIEF, INCLUDED));
        c.finds("LABOUR_SHOULD_DEVELOP", "NOT_ONLY_AID");
        c.members = List.of(person(1, Labour.WEAK, null, "1980-01", true));
        c.finds("LABOUR_SHOULD_DEVELOP");
    }

    @Test
    void a4_the_state_of_developmental_help_is_stated() {
        var c = new Case();
        c.developmental = null;
        c.finds("DEVELOPMENTAL_STATED");
        c.developmental = Developmental.NOT_IMPLEMENTED;
        c.finds("DEVELOPMENTAL_STATED");
    }

    @Test
    void a5_a_household_without_labour_says_so_and_is_aided() {
        var c = new Case();
        c.members =
                List.of(person(1, Labour.NONE, null, "1950-01", false), person(2, Labour.LOST, null, "1952-01", false));
        c.measures = List.of(measure(MeasureCode.M07, null, INCLUDED));
        c.finds("NO_LABOUR_STATED", "NO_LABOUR_AIDED");
        c.noLabour = true;
        c.measures = List.of(measure(MeasureCode.M10, MeasureItem.PENSION, INCLUDED));
        c.finds();
        c.members = List.of(person(1, Labour.WEAK, null, "1950-01", false));
        c.finds("NO_LABOUR_MISSTATED", "LABOUR_SHOULD_DEVELOP");
    }

    @Test
    void a6_aid_fits_who_receives_it() {
        var c = new Case();
        c.measures.add(measure(MeasureCode.M10, MeasureItem.DIBAO, INCLUDED));
        c.measures.add(measure(MeasureCode.M10, MeasureItem.TEKUN, INCLUDED));
        c.measures.add(measure(MeasureCode.M10, MeasureItem.DISABILITY_SUBSIDY, INCLUDED));
        c.finds("AID_FITS_DIBAO", "AID_FITS_TEKUN", "SUBSIDY_FITS_DISABLED");
        c.members.add(person(2, Labour.NONE, null, "1950-01", false, "DIBAO", "TEKUN", "DISABLED"));
        c.finds();
        c.measures.removeLast();
        c.measures.removeLast();
        c.measures.removeLast();
        c.finds("DIBAO_IS_PLANNED");
    }

    @Test
    void a7_work_needs_a_worker_and_income_after_removal() {
        var c = new Case();
        c.measures.add(measure(MeasureCode.M02, null, INCLUDED));
        c.members = new ArrayList<>(List.of(person(1, Labour.NORMAL, null, "1980-01", false, "DISABLED")));
        c.finds("WORK_HAS_WORKER");
        c.measures.add(measure(MeasureCode.M10, MeasureItem.DISABILITY_SUBSIDY, INCLUDED));
        c.removedOn = c.date;
        c.wage = BigDecimal.ZERO;
        c.finds("WORK_HAS_WORKER", "WAGE_AFTER_REMOVAL", "TRANSFER_AFTER_REMOVAL");
        c.wage = new BigDecimal("0.01");
        c.transfer = new BigDecimal("0.01");
        c.finds("WORK_HAS_WORKER");
    }

    @Test
    void a7_who_holds_a_public_welfare_post_works() {
        var c = new Case();
        var holder = person(2, Labour.WEAK, null, "1980-01", false);
        c.members = new ArrayList<>(List.of(person(1, Labour.NORMAL, null, "1980-01", false), holder));
        c.measures.add(measure(MeasureCode.M04, MeasureItem.PUBLIC_POST, INCLUDED, holder));
        c.finds();
        c.members.remove(holder);
        c.finds("WORK_HAS_WORKER");
    }

    @Test
    void a8_children_hold_no_post_and_who_cannot_work_does_not() {
        var c = new Case();
        var child = person(2, Labour.NONE, null, "2005-12", false);
        c.members.add(child);
        c.measures.add(measure(MeasureCode.M04, null, INCLUDED, child));
        c.finds("POST_OF_AGE");
        c.date = LocalDate.of(2021, 12, 1);
        c.finds();

        c = new Case();
        c.members.add(person(2, Labour.NORMAL, "SENIOR_3", "2004-01", true));
        c.members.add(person(3, Labour.NORMAL, null, "1970-01", true, "TEKUN"));
        c.members.add(person(4, Labour.LOST, null, "1970-01", true));
        c.members.add(person(5, Labour.NORMAL, "COLLEGE_1", "2003-01", true));
        c.finds("STUDENT_NOT_WORKING", "TEKUN_NOT_WORKING", "ABLE_TO_WORK");
    }

    @Test
    void a9_a_helper_is_named() {
        var c = new Case();
        c.helper = null;
        c.finds("HELPER_NAMED");
    }

    @Test
    void green_households_have_no_compulsory_measure() {
        var c = new Case();
        c.grade = "GREEN";
        c.measures = List.of(measure(MeasureCode.M11, null, INCLUDED));
        c.finds();
        c.grade = "YELLOW";
        c.finds("RISK_ANSWERED", "LABOUR_SHOULD_DEVELOP");
    }

    @Property(tries = 200)
    void the_doubt_and_the_error_of_a2_never_meet(@ForAll @IntRange(max = 800) int days, @ForAll Labour labour) {
        var c = new Case();
        c.members = List.of(person(1, labour, null, "1980-01", false));
        c.measures = List.of(measure(MeasureCode.M07, null, INCLUDED));
        c.date = INCLUDED.plusDays(days);
        var about = c.check().stream().filter(f -> f.rule().equals("A-2")).toList();
        assertThat(about).hasSize(labour.able() ? 1 : 0);
    }

    @Property(tries = 200)
    void a_measure_more_never_leaves_a_risk_unanswered_that_was_answered(
            @ForAll MeasureCode first, @ForAll MeasureCode second, @ForAll @IntRange(max = 12) int risk) {
        var c = new Case();
        c.risks = List.of(POLICY.requirements().get(risk).risk());
        c.measures = List.of(measure(first, null, INCLUDED));
        var before = c.check().stream().anyMatch(f -> f.rule().equals("A-0"));
        c.measures = List.of(measure(first, null, INCLUDED), measure(second, null, INCLUDED));
        assertThat(!before && c.check().stream().anyMatch(f -> f.rule().equals("A-0")))
                .isFalse();
    }
}
