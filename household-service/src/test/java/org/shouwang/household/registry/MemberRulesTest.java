package org.shouwang.household.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.registry.Fixtures.*;
import static org.shouwang.household.registry.Limits.picture;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;

class MemberRulesTest {

    /** The parts of a member that tests bend. */
    private record Parts(
            String name,
            String sex,
            IdType idType,
            String idNo,
            LocalDate born,
            String ethnic,
            List<Health> health,
            String disability,
            String phone,
            String workPlace,
            String relation,
            Labour labour,
            StudentStatus student,
            String education,
            Integer workMonths,
            String postType,
            Integer postMonths,
            List<Insurance> insurances) {

        Member member() {
            return Member.of(
                    new UUID(0, 1),
                    relation,
                    labour,
                    student,
                    education,
                    true,
                    workMonths,
                    null,
                    postType,
                    postMonths,
                    insurances,
                    null,
                    new Person(
                            name,
                            sex,
                            idType,
                            idNo,
                            born,
                            ethnic,
                            health,
                            null,
                            disability,
                            null,
                            phone,
                            workPlace,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null));
        }
    }

    private static final String NUMBER = "999999196503121011";

    @Test
    void a_right_member_has_no_findings() {
        assertThat(check(HE, DAY)).isEmpty();
        assertThat(check(CHILD, DAY)).isEmpty();
    }

    @Test
    void numbers() {
        assertThat(number(null)).containsExactly(Rule.ID_EMPTY);
        assertThat(number("")).containsExactly(Rule.ID_EMPTY);
        assertThat(number("110105491231002")).containsExactly(Rule.ID_LENGTH);
        assertThat(number("999999202302291013")).containsExactly(Rule.ID_DATE);
        assertThat(number("999999196503121012")).containsExactly(Rule.ID_CHECKSUM);
        assertThat(number("99999920211106101X")).containsExactly(Rule.ID_DATE);
        assertThat(number("99999919650312101143")).isEmpty();
    }

    @Test
    void another_document_is_not_measured_by_the_citizens_number() {
        assertThat(rules(with(p -> p, "1", IdType.OTHER, "G1234567", LocalDate.of(1990, 1, 1))))
                .isEmpty();
    }

    @Test
    void birth_date_and_sex_against_the_number() {
        assertThat(rules(with(p -> p, "1", null, NUMBER, LocalDate.of(1965, 3, 13))))
                .containsExactly(Rule.BIRTH_MISMATCH);
        assertThat(rules(with(p -> p, "2", null, NUMBER, null))).containsExactly(Rule.SEX_MISMATCH);
        assertThat(rules(with(p -> p, "3", null, NUMBER, null))).contains(Rule.SEX_UNKNOWN);
    }

    @Test
    void codes_outside_their_tables() {
        assertThat(bend("ethnic", "99")).containsExactly(Rule.ETHNIC_UNKNOWN);
        assertThat(bend("relation", "03")).containsExactly(Rule.RELATION_UNKNOWN);
        assertThat(bend("relation", null)).containsExactly(Rule.RELATION_UNKNOWN);
        assertThat(bend("education", "50")).containsExactly(Rule.EDUCATION_UNKNOWN);
    }

    @Test
    void education_or_school_but_not_both_nor_neither() {
        assertThat(bend("education", null)).containsExactly(Rule.EDUCATION_XOR_STUDENT);
        assertThat(school(StudentStatus.SENIOR_1, "70")).containsExactly(Rule.EDUCATION_XOR_STUDENT);
        assertThat(school(StudentStatus.SENIOR_1, null)).isEmpty();
    }

    @Test
    void health_is_said_and_does_not_contradict_itself() {
        assertThat(health()).containsExactly(Rule.HEALTH_EMPTY);
        assertThat(health(Health.HEALTHY, Health.CHRONIC)).containsExactly(Rule.HEALTH_CONTRADICTION);
        assertThat(health(Health.SERIOUS, Health.CHRONIC)).isEmpty();
        assertThat(health(Health.DISABLED)).containsExactly(Rule.DISABLED_WITHOUT_CARD);
    }

    @Test
    void work_place_and_months_come_together() {
        assertThat(work("西安市", null)).containsExactly(Rule.WORK_INCOMPLETE);
        assertThat(work(null, 8)).containsExactly(Rule.WORK_INCOMPLETE);
        assertThat(work("西安市", 8)).isEmpty();
        assertThat(work("西安市", 12)).isEmpty();
        assertThat(work("西安市", 13)).containsExactly(Rule.WORK_MONTHS);
        assertThat(work("西安市", -1)).containsExactly(Rule.WORK_MONTHS);
        assertThat(work(null, 0)).isEmpty();
    }

    @Test
    void posts_have_a_kind_and_months() {
        assertThat(post("保洁员", null)).containsExactly(Rule.POST_INCOMPLETE);
        assertThat(post(null, 6)).containsExactly(Rule.POST_INCOMPLETE);
        assertThat(post("保洁员", 13)).containsExactly(Rule.POST_INCOMPLETE);
        assertThat(post("保洁员", 12)).isEmpty();
    }

    @Test
    void exactly_one_medical_insurance_where_somebody_asked() {
        assertThat(insured(null)).isEmpty();
        assertThat(insured(List.of())).containsExactly(Rule.INSURANCE_CHOICE);
        assertThat(insured(List.of(Insurance.RESIDENT_MEDICAL, Insurance.EMPLOYEE_MEDICAL)))
                .containsExactly(Rule.INSURANCE_CHOICE);
        assertThat(insured(List.of(Insurance.RESIDENT_MEDICAL, Insurance.CRITICAL_ILLNESS)))
                .isEmpty();
        assertThat(insured(List.of(Insurance.EMPLOYEE_MEDICAL))).isEmpty();
    }

    @Test
    void disability_cards() {
        assertThat(card(NUMBER + "43")).isEmpty();
        assertThat(card(NUMBER + "43B1")).isEmpty();
        assertThat(card(NUMBER)).isEmpty();
        assertThat(card(NUMBER.substring(1))).containsExactly(Rule.DISABILITY_NUMBER);
        assertThat(card(NUMBER + "4")).containsExactly(Rule.DISABILITY_NUMBER);
        assertThat(card(NUMBER + "43B")).containsExactly(Rule.DISABILITY_NUMBER);
        assertThat(card(NUMBER + "43B12")).containsExactly(Rule.DISABILITY_NUMBER);
        assertThat(card(NUMBER + "83")).containsExactly(Rule.DISABILITY_NUMBER);
        assertThat(card(NUMBER + "45")).containsExactly(Rule.DISABILITY_NUMBER);
    }

    @Test
    void phones_have_eleven_digits() {
        assertThat(phone("13900000000")).isEmpty();
        assertThat(phone("")).isEmpty();
        assertThat(phone("1390000000")).containsExactly(Rule.PHONE_LENGTH);
        assertThat(phone("1390000000a")).containsExactly(Rule.PHONE_LENGTH);
        assertThat(Rule.PHONE_LENGTH.error()).isFalse();
    }

    @Test
    void healthy_at_working_age_and_yet_without_labour() {
        var born = LocalDate.of(1965, 3, 12);
        assertThat(labour(Labour.NONE, born.plusYears(16))).contains(Rule.LABOUR_DOUBTFUL);
        assertThat(labour(Labour.WEAK, born.plusYears(60).minusDays(1))).contains(Rule.LABOUR_DOUBTFUL);
        assertThat(labour(Labour.NONE, born.plusYears(16).minusDays(1))).doesNotContain(Rule.LABOUR_DOUBTFUL);
        assertThat(labour(Labour.NONE, born.plusYears(60))).doesNotContain(Rule.LABOUR_DOUBTFUL);
        assertThat(labour(Labour.LOST, born.plusYears(30))).doesNotContain(Rule.LABOUR_DOUBTFUL);
    }

    @Test
    void pupils_are_six_to_fourteen() {
        var born = LocalDate.of(2012, 6, 15);
        assertThat(MemberRules.pupilAge(CHILD, picture(born.plusYears(6)))).isFalse();
        assertThat(MemberRules.pupilAge(CHILD, picture(born.plusYears(6).minusDays(1))))
                .isTrue();
        assertThat(MemberRules.pupilAge(CHILD, picture(born.plusYears(15).minusDays(1))))
                .isFalse();
        assertThat(MemberRules.pupilAge(CHILD, picture(born.plusYears(15)))).isTrue();
    }

    @Test
    void a_person_without_a_name() {
        assertThat(rules(new Parts(
                        " ",
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        List.of(Health.HEALTHY),
                        null,
                        null,
                        null,
                        "02",
                        Labour.NORMAL,
                        null,
                        "70",
                        null,
                        null,
                        null,
                        null)))
                .containsExactly(Rule.NAME_EMPTY);
        assertThat(check(Member.of(new UUID(0, 1), null, null, null, null, null), DAY))
                .extracting(Finding::rule)
                .containsExactly(
                        Rule.NAME_EMPTY,
                        Rule.ID_EMPTY,
                        Rule.RELATION_UNKNOWN,
                        Rule.EDUCATION_XOR_STUDENT,
                        Rule.LABOUR_EMPTY,
                        Rule.HEALTH_EMPTY);
    }

    @Test
    void a_finding_names_the_rule_the_member_and_the_field_but_no_value() {
        assertThat(new Finding(Rule.ID_CHECKSUM, HEAD, null, List.of("person.idNo")).text())
                .isEqualTo("ID_CHECKSUM " + HEAD + " person.idNo");
        assertThat(new Finding(Rule.HEAD_COUNT, null, null, List.of("members")).text())
                .isEqualTo("HEAD_COUNT members");
    }

    private static List<Rule> number(String number) {
        return rules(with(p -> p, "1", null, number, null));
    }

    private static Parts with(UnaryOperator<Parts> bend, String sex, IdType type, String number, LocalDate born) {
        return bend.apply(new Parts(
                "赵甲",
                sex,
                type,
                number,
                born,
                "01",
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                null,
                null,
                null));
    }

    private static List<Rule> bend(String field, String value) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                field.equals("ethnic") ? value : "01",
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                field.equals("relation") ? value : "02",
                Labour.NORMAL,
                null,
                field.equals("education") ? value : "70",
                null,
                null,
                null,
                null));
    }

    private static List<Rule> school(StudentStatus student, String education) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                "02",
                Labour.NORMAL,
                student,
                education,
                null,
                null,
                null,
                null));
    }

    private static List<Rule> health(Health... health) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(health),
                null,
                null,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                null,
                null,
                null));
    }

    private static List<Rule> work(String place, Integer months) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                null,
                place,
                "02",
                Labour.NORMAL,
                null,
                "70",
                months,
                null,
                null,
                null));
    }

    private static List<Rule> post(String type, Integer months) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                type,
                months,
                null));
    }

    private static List<Rule> insured(List<Insurance> insurances) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                null,
                null,
                insurances));
    }

    private static List<Rule> card(String number) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.DISABLED),
                number,
                null,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                null,
                null,
                null));
    }

    private static List<Rule> phone(String phone) {
        return rules(new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                phone,
                null,
                "02",
                Labour.NORMAL,
                null,
                "70",
                null,
                null,
                null,
                null));
    }

    private static List<Rule> labour(Labour labour, LocalDate on) {
        var parts = new Parts(
                "赵甲",
                null,
                null,
                NUMBER,
                null,
                null,
                List.of(Health.HEALTHY),
                null,
                null,
                null,
                "02",
                labour,
                null,
                "70",
                null,
                null,
                null,
                null);
        return check(parts.member(), on).stream().map(Finding::rule).toList();
    }

    private static List<Rule> rules(Parts parts) {
        return check(parts.member(), DAY).stream().map(Finding::rule).toList();
    }

    private static List<Finding> check(Member member, LocalDate on) {
        return Rules.check(picture(on, member)).stream()
                .filter(f -> f.memberId() != null && f.rule() != Rule.INSURANCE_UNKNOWN)
                .toList();
    }
}
