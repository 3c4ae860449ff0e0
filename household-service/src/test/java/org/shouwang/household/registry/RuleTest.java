package org.shouwang.household.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.registry.Fixtures.*;
import static org.shouwang.household.registry.Limits.picture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.registry.HouseholdEvent.HousingGradeAppraised;
import org.shouwang.household.registry.HouseholdEvent.InsuranceStatusRecorded;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Picture.Checked;

/** Every rule finds what it is there for, and nothing in a household that is right. */
class RuleTest {

    private static final Member HE = insured(Fixtures.HE);
    private static final Member SHE = insured(Fixtures.SHE);
    private static final Member CHILD = insured(Fixtures.CHILD);
    private static final Picture RIGHT = picture(DAY, HE, SHE, CHILD);
    private static final UUID STATEMENT = new UUID(7, 7);

    private static final Map<Rule, Picture> WRONG = new EnumMap<>(Map.ofEntries(
            Map.entry(Rule.AREA_NOT_A_VILLAGE, at("610727105000", null, null)),
            Map.entry(Rule.GROUP_CODE, at(AREA, "610727105207-Z01", null)),
            Map.entry(Rule.GRID_CODE, at(AREA, null, AREA + "-W1")),
            Map.entry(Rule.GEO_RANGE, details(d -> d.put("longitude", 33.3).put("latitude", 106.1))),
            Map.entry(Rule.MEMBERS_EMPTY, picture(DAY)),
            Map.entry(Rule.MEMBER_TWICE, picture(DAY, HE, HE)),
            Map.entry(Rule.HEAD_COUNT, picture(DAY, HE, member(WIFE, "02", "钱乙", "999999196808252020"))),
            Map.entry(Rule.SPOUSE_COUNT, picture(DAY, HE, SHE, member(STRANGER, "12", "孙丁", "999999194912310025"))),
            Map.entry(Rule.NAME_EMPTY, he(m -> person(m).put("name", " "))),
            Map.entry(Rule.ID_EMPTY, he(m -> person(m).put("idNo", ""))),
            Map.entry(Rule.ID_LENGTH, he(m -> person(m).put("idNo", "99999919650312101"))),
            Map.entry(Rule.ID_DATE, he(m -> person(m).put("idNo", "999999196502311011"))),
            Map.entry(Rule.ID_CHECKSUM, he(m -> person(m).put("idNo", "999999196503121012"))),
            Map.entry(Rule.ID_DUPLICATE, picture(DAY, HE, member(WIFE, "10", "钱乙", "999999196503121011"))),
            Map.entry(Rule.BIRTH_MISMATCH, he(m -> person(m).put("birthDate", "1965-03-13"))),
            Map.entry(Rule.SEX_UNKNOWN, he(m -> person(m).put("sex", "3"))),
            Map.entry(Rule.ETHNIC_UNKNOWN, he(m -> person(m).put("ethnic", "57"))),
            Map.entry(Rule.RELATION_UNKNOWN, picture(DAY, HE, bent(SHE, m -> m.put("relation", "03")))),
            Map.entry(Rule.EDUCATION_UNKNOWN, he(m -> m.put("education", "05"))),
            Map.entry(Rule.EDUCATION_XOR_STUDENT, he(m -> m.put("student", "PRIMARY"))),
            Map.entry(Rule.LABOUR_EMPTY, he(m -> m.remove("labour"))),
            Map.entry(Rule.HEALTH_EMPTY, he(m -> person(m).putArray("health"))),
            Map.entry(
                    Rule.HEALTH_CONTRADICTION,
                    he(m -> person(m).putArray("health").add("HEALTHY").add("CHRONIC"))),
            Map.entry(Rule.WORK_INCOMPLETE, he(m -> m.put("workMonths", 3))),
            Map.entry(Rule.WORK_MONTHS, he(m -> {
                m.put("workMonths", 13);
                person(m).put("workPlace", "某市");
            })),
            Map.entry(Rule.POST_INCOMPLETE, he(m -> m.put("postType", "护林员"))),
            Map.entry(
                    Rule.INSURANCE_CHOICE,
                    he(m -> m.putArray("insurances").add("RESIDENT_MEDICAL").add("EMPLOYEE_MEDICAL"))),
            Map.entry(Rule.INSURANCE_UNKNOWN, picture(DAY, Fixtures.HE)),
            Map.entry(Rule.DISABILITY_NUMBER, he(m -> person(m).put("disability", "99999919650312101182"))),
            Map.entry(Rule.NO_LABOUR_UNMARKED, beside(Beside.marked(false), unable(HE), unable(SHE))),
            Map.entry(Rule.PHONE_LENGTH, details(d -> d.put("contactPhone", "0916-12345"))),
            Map.entry(Rule.SEX_MISMATCH, he(m -> person(m).put("sex", "2"))),
            Map.entry(Rule.SPOUSE_SEX, picture(DAY, HE, member(WIFE, "10", "孙丁", "999999194505174011"))),
            Map.entry(Rule.LABOUR_DOUBTFUL, picture(DAY, unable(HE), SHE)),
            Map.entry(Rule.PUPIL_AGE, he(m -> m.put("student", "PRIMARY").remove("education"))),
            Map.entry(
                    Rule.DISABLED_WITHOUT_CARD,
                    he(m -> person(m).putArray("health").add("DISABLED"))),
            Map.entry(Rule.CARD_WITHOUT_DISABLED, he(m -> person(m).put("disability", "99999919650312101141"))),
            Map.entry(Rule.COLLECTOR_MISSING, collected(true, d -> d.put("infoCollector", "李四"))),
            Map.entry(Rule.EDUCATION_PASSED, checked("EDUCATION", Records.NONE, dropout("80"))),
            Map.entry(Rule.MEDICAL_PASSED, checked("MEDICAL", insured(2021, false), HE)),
            Map.entry(Rule.HOUSING_PASSED, checked("HOUSING", appraised(HousingGrade.D), HE)),
            Map.entry(
                    Rule.WAGE_DOUBTFUL,
                    beside(
                            new Beside(Set.of(), null, Map.of(STATEMENT, new BigDecimal("99.99")), false, Checked.NONE),
                            HE,
                            SHE))));

    @ParameterizedTest
    @EnumSource(value = Rule.class, mode = EnumSource.Mode.EXCLUDE, names = "STATED_TOTAL")
    void a_rule_finds_what_is_wrong(Rule rule) {
        assertThat(WRONG).containsKey(rule);
        var found = Rules.check(WRONG.get(rule));
        assertThat(found).extracting(Finding::rule).contains(rule);
        assertThat(found).filteredOn(f -> f.rule() == rule).allSatisfy(f -> assertThat(rule.fields())
                .containsAll(f.fields()));
        assertThat(Rules.errors(WRONG.get(rule)).stream().anyMatch(f -> f.rule() == rule))
                .as("only errors stop a command")
                .isEqualTo(rule.error());
    }

    @Test
    void no_rule_finds_anything_in_a_household_that_is_right() {
        assertThat(Rules.check(RIGHT)).isEmpty();
        assertThat(Rules.check(beside(Beside.marked(true), unable(CHILD))))
                .extracting(Finding::rule)
                .doesNotContain(Rule.NO_LABOUR_UNMARKED);
        assertThat(Rules.check(beside(Beside.marked(false), HE, SHE, CHILD))).isEmpty();
        for (var enough : List.of("0", "100", "32000"))
            assertThat(Rules.check(STATEMENT, new BigDecimal(enough), Limits.USUAL))
                    .isEmpty();
        assertThat(Rules.check(STATEMENT, null, Limits.USUAL)).isEmpty();
    }

    @Test
    void only_of_a_monitored_household_it_is_asked_who_collects_its_data() {
        assertThat(Rules.check(collected(false, d -> d))).isEmpty();
        assertThat(Rules.check(collected(true, d -> d.put("infoCollectorPhone", "13900000000"))))
                .containsExactly(new Finding(
                        Rule.COLLECTOR_MISSING,
                        null,
                        null,
                        List.of("details.infoCollector", "details.infoCollectorPhone")));
        assertThat(Rules.check(
                        collected(true, d -> d.put("infoCollector", "李四").put("infoCollectorPhone", "13900000000"))))
                .isEmpty();
    }

    @Test
    void a_check_lets_nothing_pass_against_what_is_recorded() {
        var reason = bent(CHILD, m -> {
            m.put("education", "70").remove("student");
            person(m).put("dropoutReason", "厌学");
        });
        for (var child : List.of(dropout("80"), dropout("72"), reason))
            assertThat(Rules.check(checked("EDUCATION", Records.NONE, HE, child)))
                    .containsExactly(new Finding(
                            Rule.EDUCATION_PASSED,
                            DAUGHTER,
                            null,
                            List.of("student", "person.dropoutReason", "education")));
        for (var child : List.of(CHILD, dropout("71")))
            assertThat(Rules.check(checked("EDUCATION", Records.NONE, HE, SHE, child)))
                    .isEmpty();
        assertThat(Rules.check(checked("MEDICAL", Records.NONE, HE))).isEmpty();
        assertThat(Rules.check(checked("MEDICAL", insured(2020, false), HE))).isEmpty();
        assertThat(Rules.check(checked("MEDICAL", insured(2021, true), HE))).isEmpty();
        var employed = bent(HE, m -> m.putArray("insurances").add("EMPLOYEE_MEDICAL"));
        assertThat(Rules.check(checked("MEDICAL", insured(2021, false), employed)))
                .isEmpty();
        var resident = bent(HE, m -> m.putArray("insurances").add("RESIDENT_MEDICAL"));
        assertThat(Rules.check(checked("MEDICAL", Records.NONE, resident))).isEmpty();
        assertThat(Rules.check(checked("MEDICAL", insured(2021, false), resident)))
                .containsExactly(new Finding(Rule.MEDICAL_PASSED, HEAD, null, List.of("insurances")));
        assertThat(Rules.check(checked("HOUSING", Records.NONE, HE))).isEmpty();
        assertThat(Rules.check(checked("HOUSING", appraised(HousingGrade.B), HE)))
                .isEmpty();
        var all = Records.NONE.with(appraisal(HousingGrade.C)).with(insurance(2021, false));
        assertThat(Rules.check(checked("FOOD", all, HE, dropout("80")))).isEmpty();
    }

    @Test
    void it_is_known_whether_a_medical_insurance_holds_once_anybody_said_so() {
        assertThat(Rules.check(picture(DAY, Fixtures.HE)))
                .containsExactly(new Finding(Rule.INSURANCE_UNKNOWN, HEAD, null, List.of("insurances")));
        assertThat(Rules.check(checked("FOOD", insured(2021, false), Fixtures.HE)))
                .isEmpty();
        assertThat(Rules.check(picture(DAY, HE))).isEmpty();
    }

    @Test
    void a_number_that_is_held_elsewhere_is_a_duplicate_too() {
        var found = Rules.check(beside(new Beside(Set.of(WIFE), null, Map.of(), false, Checked.NONE), HE, SHE));
        assertThat(found).containsExactly(new Finding(Rule.ID_DUPLICATE, WIFE, null, List.of("person.idNo")));
    }

    @Test
    void a_finding_of_wages_names_the_statement() {
        assertThat(Rules.check(STATEMENT, new BigDecimal("0.01"), Limits.USUAL))
                .containsExactly(new Finding(Rule.WAGE_DOUBTFUL, null, STATEMENT, List.of("wage", "lines")));
    }

    @Test
    void rules_have_a_place_in_the_list_and_both_languages() {
        assertThat(Rule.values()).allSatisfy(rule -> {
            assertThat(rule.code()).matches("DQ-[0-9]{2}");
            assertThat(rule.zh()).matches("(?s).*\\p{IsHan}.*");
            assertThat(rule.en()).isNotBlank();
        });
        assertThat(List.of(Rule.values()).stream().map(Rule::code).distinct())
                .containsExactlyInAnyOrder(
                        "DQ-00", "DQ-01", "DQ-02", "DQ-03", "DQ-04", "DQ-05", "DQ-06", "DQ-07", "DQ-08", "DQ-09",
                        "DQ-10", "DQ-11", "DQ-12", "DQ-13", "DQ-18", "DQ-25", "DQ-27");
    }

    private static Picture at(String area, String group, String grid) {
        return new Picture(area, group, grid, Details.NONE, List.of(HE), Beside.NOTHING, DAY, Limits.USUAL);
    }

    private static Picture beside(Beside beside, Member... members) {
        return new Picture(AREA, null, null, Details.NONE, List.of(members), beside, DAY, Limits.USUAL);
    }

    private static Picture details(UnaryOperator<ObjectNode> how) {
        return collected(false, how);
    }

    private static Picture collected(boolean watched, UnaryOperator<ObjectNode> how) {
        var details = read(how.apply(Json.MAPPER.createObjectNode()), Details.class);
        return new Picture(AREA, null, null, details, List.of(HE), Beside.watched(watched), DAY, Limits.USUAL);
    }

    /** Looked at on DAY, and this alone passed. */
    private static Picture checked(String passed, Records records, Member... members) {
        var beside = new Beside(Set.of(), null, Map.of(), false, new Checked(DAY, Set.of(passed)));
        return new Picture(AREA, null, null, Details.NONE, List.of(members), records, beside, DAY, Limits.USUAL);
    }

    private static Member dropout(String education) {
        return bent(CHILD, m -> m.put("education", education).remove("student"));
    }

    private static InsuranceStatusRecorded insurance(int year, boolean insured) {
        return new InsuranceStatusRecorded(HEAD, Insurance.RESIDENT_MEDICAL, year, insured, null, DAY);
    }

    private static Records insured(int year, boolean insured) {
        return Records.NONE.with(insurance(year, insured));
    }

    private static HousingGradeAppraised appraisal(HousingGrade grade) {
        return new HousingGradeAppraised(grade, DAY, "住建局", null, DAY);
    }

    private static Records appraised(HousingGrade grade) {
        return Records.NONE.with(appraisal(grade));
    }

    private static Picture he(Consumer<ObjectNode> how) {
        return picture(DAY, bent(HE, how));
    }

    private static Member insured(Member member) {
        return bent(member, m -> m.putArray("insurances").add("RESIDENT_MEDICAL"));
    }

    private static Member unable(Member member) {
        return bent(member, m -> m.put("labour", "NONE"));
    }

    private static ObjectNode person(ObjectNode member) {
        return (ObjectNode) member.get("person");
    }

    private static Member bent(Member member, Consumer<ObjectNode> how) {
        ObjectNode tree = Json.MAPPER.valueToTree(member);
        how.accept(tree);
        return read(tree, Member.class);
    }

    private static <T> T read(ObjectNode tree, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
