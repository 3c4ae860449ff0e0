package org.shouwang.household.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.registry.Fixtures.*;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.*;

class HouseholdDeciderTest {

    private static final DocumentRef PROOF = new DocumentRef("DOC_VISIT_FORM", "a".repeat(64));
    private static final SecurityTagGranted DIBAO = new SecurityTagGranted(
            SecurityTag.DIBAO, "B", List.of(HEAD, WIFE, DAUGHTER), LocalDate.of(2021, 4, 1), "1号");

    private final Spec<HouseholdCommand, Household, HouseholdEvent> household = Spec.of(new HouseholdDecider());

    @Test
    void a_household_is_registered_with_its_tags() {
        household.given().when(register(HE, SHE, CHILD)).then(registered(HE, SHE, CHILD));
        var tagged = new Register(
                AREA,
                null,
                null,
                RegisteredType.LIFTED,
                true,
                false,
                List.of(HE, SHE, CHILD),
                Details.NONE,
                List.of(DIBAO),
                DAY);
        household.given().when(tagged).then(registered(HE, SHE, CHILD), DIBAO);
        household.given(registered(HE, SHE, CHILD), DIBAO).when(tagged).thenNothing();
        household.given(registered(HE, SHE, CHILD)).when(tagged).thenRefused(ALREADY_REGISTERED);
    }

    @Test
    void the_same_registration_changes_nothing_even_when_the_household_moved_on() {
        household
                .given(registered(HE, SHE), new MemberRemoved(WIFE, Leaving.DEATH, DAY, null))
                .when(register(HE, SHE))
                .thenNothing();
        household.given(registered(HE, SHE)).when(register(HE)).thenRefused(ALREADY_REGISTERED);
    }

    @Test
    void one_head_at_most_one_spouse() {
        household.given().when(register()).thenRefusedFor(Rule.MEMBERS_EMPTY);
        household.given().when(register(SHE)).thenRefused(Rule.HEAD_COUNT, "HEAD_COUNT members");
        household.given().when(register(HE, SHE.as("02"))).thenRefusedFor(Rule.HEAD_COUNT);
        household.given().when(register(HE, SHE, CHILD.as("12"))).thenRefusedFor(Rule.SPOUSE_COUNT);
    }

    @Test
    void nobody_stands_twice_in_a_household() {
        var twin = new Member(
                DAUGHTER,
                "30",
                Labour.NORMAL,
                null,
                "70",
                null,
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                SHE.person());
        household
                .given()
                .when(register(HE, SHE, twin))
                .thenRefused(Rule.ID_DUPLICATE, "ID_DUPLICATE " + DAUGHTER + " person.idNo");
        household.given().when(register(HE, HE.as("20"))).thenRefusedFor(Rule.MEMBER_TWICE);
    }

    @Test
    void it_lives_in_a_village_its_groups_and_grids_are_of_that_village() {
        household.given().when(at("610727105000", null, null)).thenRefusedFor(Rule.AREA_NOT_A_VILLAGE);
        household.given().when(at(AREA, AREA + "-Z1", null)).thenRefusedFor(Rule.GROUP_CODE);
        household.given().when(at(AREA, "610727105207-Z01", null)).thenRefusedFor(Rule.GROUP_CODE);
        household.given().when(at(AREA, AREA + "-Z01", AREA + "-W01")).thenRefusedFor(Rule.GRID_CODE);
        assertThat(household
                        .given()
                        .when(at(AREA, AREA + "-Z01", AREA + "-W001"))
                        .events())
                .hasSize(1);
    }

    @Test
    void tags_at_registration_are_right_and_of_its_members() {
        var wrong = new SecurityTagGranted(SecurityTag.TEKUN, "A", List.of(HEAD), DAY, null);
        household.given().when(tagged(wrong)).thenRefused(TAG_CLASS, "TEKUN");
        household
                .given()
                .when(tagged(new SecurityTagGranted(SecurityTag.DIBAO, "A", List.of(STRANGER), DAY, null)))
                .thenRefused(MEMBER_UNKNOWN, "DIBAO");
    }

    @Test
    void details_change_for_a_reason() {
        var details = new Details("1", "某组2号", null, "13900000001", null, null, null, 3, null, null, null);
        household
                .given(registered(HE))
                .when(new ChangeDetails(true, false, details, "搬家", DAY))
                .then(new DetailsChanged(true, false, details, "搬家", DAY));
        household
                .given(registered(HE))
                .when(new ChangeDetails(true, false, details, " ", DAY))
                .thenRefused(REASON_REQUIRED);
        household
                .given(registered(HE), new DetailsChanged(true, false, details, "搬家", DAY))
                .when(new ChangeDetails(true, false, details, "再", DAY))
                .thenNothing();
        var far = new Details(
                null,
                null,
                null,
                null,
                new java.math.BigDecimal("73"),
                new java.math.BigDecimal("54.01"),
                null,
                null,
                null,
                null,
                null);
        household
                .given(registered(HE))
                .when(new ChangeDetails(true, false, far, "采集位置", DAY))
                .thenRefusedFor(Rule.GEO_RANGE);
    }

    @Test
    void a_member_comes() {
        household
                .given(registered(HE))
                .when(new AddMember(SHE, Joining.MARRIAGE_IN, DAY))
                .then(new MemberAdded(SHE, Joining.MARRIAGE_IN, DAY));
        household
                .given(registered(HE, SHE))
                .when(new AddMember(SHE, Joining.MARRIAGE_IN, DAY))
                .thenNothing();
        household
                .given(registered(HE, SHE))
                .when(new AddMember(SHE.as("97"), Joining.MARRIAGE_IN, DAY))
                .thenRefused(MEMBER_EXISTS);
        household
                .given(registered(HE))
                .when(new AddMember(SHE.as("02"), Joining.MOVED_IN, DAY))
                .thenRefused(HEAD_BY_CHANGE);
        household
                .given(registered(HE, SHE))
                .when(new AddMember(CHILD.as("10"), Joining.MOVED_IN, DAY))
                .thenRefusedFor(Rule.SPOUSE_COUNT);
    }

    @Test
    void who_left_comes_back_only_by_moving_in_or_correction() {
        var left = new MemberRemoved(WIFE, Leaving.MOVED_OUT, DAY, null);
        household
                .given(registered(HE, SHE), left)
                .when(new AddMember(SHE, Joining.BIRTH, DAY))
                .thenRefused(MEMBER_LEFT);
        household
                .given(registered(HE, SHE), left)
                .when(new AddMember(SHE, Joining.CORRECTION, DAY))
                .then(new MemberAdded(SHE, Joining.CORRECTION, DAY));
    }

    @Test
    void a_member_changes() {
        var grown = new Member(
                DAUGHTER,
                "30",
                Labour.NONE,
                StudentStatus.GRADE_7,
                null,
                CHILD.born(),
                true,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                CHILD.person());
        household
                .given(registered(HE, CHILD))
                .when(new UpdateMember(DAUGHTER, change(null, StudentStatus.GRADE_7, null, null), "升学", DAY))
                .then(new MemberUpdated(DAUGHTER, grown, "升学", DAY));
        household
                .given(registered(HE, CHILD))
                .when(new UpdateMember(DAUGHTER, change(null, StudentStatus.PRIMARY, null, null), null, DAY))
                .thenNothing();
        household
                .given(registered(HE, CHILD))
                .when(new UpdateMember(DAUGHTER, change(null, StudentStatus.GRADE_7, null, null), " ", DAY))
                .thenRefused(REASON_REQUIRED);
        household
                .given(registered(HE))
                .when(new UpdateMember(WIFE, change(null, null, "60", null), "x", DAY))
                .thenRefused(MEMBER_UNKNOWN, WIFE.toString());
        household
                .given(registered(HE))
                .when(new UpdateMember(HEAD, change(null, null, null, 8), "务工", DAY))
                .thenRefusedFor(Rule.WORK_INCOMPLETE);
    }

    @Test
    void naming_an_education_ends_school_and_the_other_way_round() {
        var member = ((MemberUpdated) household
                        .given(registered(HE, CHILD))
                        .when(new UpdateMember(DAUGHTER, change(Labour.NORMAL, null, "80", null), "辍学", DAY))
                        .events()
                        .getFirst())
                .member();
        assertThat(member.student()).isNull();
        assertThat(member.education()).isEqualTo("80");
    }

    @Test
    void who_is_head_changes_only_by_a_change_of_head() {
        var asHead = new MemberChange("02", null, null, null, null, null, null, null, null, null, null, null);
        var asWife = new MemberChange("10", null, null, null, null, null, null, null, null, null, null, null);
        household
                .given(registered(HE, SHE))
                .when(new UpdateMember(WIFE, asHead, "x", DAY))
                .thenRefused(HEAD_BY_CHANGE);
        household
                .given(registered(HE, SHE))
                .when(new UpdateMember(HEAD, asWife, "x", DAY))
                .thenRefused(HEAD_BY_CHANGE);
    }

    @Test
    void what_a_clerk_says_happened_lies_behind_the_registration() {
        var child = new AddMember(CHILD, Joining.BIRTH, DAY.minusDays(1));
        household
                .given(registered(HE, SHE))
                .when(new Happened(child, DAY.minusDays(1)))
                .thenRefused(BEFORE_REGISTRATION, DAY.toString());
        var added = new MemberAdded(CHILD, Joining.BIRTH, DAY.minusDays(1));
        household.given(registered(HE, SHE)).when(new Happened(child, DAY)).then(added);
        household.given(registered(HE, SHE)).when(child).then(added);
        household.given().when(new Happened(child, DAY)).thenRefused(HOUSEHOLD_UNKNOWN);
        var undated = new HouseholdRegistered(
                AREA, null, null, RegisteredType.LIFTED, true, false, List.of(HE), Details.NONE, null);
        household.given(undated).when(new Happened(child, DAY.minusDays(1))).then(added);
        household.given(undated).when(register(HE)).thenNothing();
    }

    @Test
    void nothing_is_recorded_of_what_changed_on_a_later_day() {
        var late = DAY.plusMonths(2);
        var early = DAY.plusMonths(1);
        var known = registered(HE, SHE, CHILD);
        var home = new HouseholdMoved(AREA, "610727105207", null, null, late, null);
        var general = new RegisteredTypeChanged(RegisteredType.LIFTED, RegisteredType.GENERAL, null, late);
        var details = new DetailsChanged(false, false, Details.NONE, "外出", late);
        var head = new HeadChanged(HEAD, WIFE, "外出", List.of(new Relation(HEAD, "10")), late);
        var left = new MemberRemoved(DAUGHTER, Leaving.MOVED_OUT, late, null);
        var granted = new SecurityTagGranted(SecurityTag.TEKUN, null, List.of(WIFE), early, null);
        var ended = new SecurityTagEnded(SecurityTag.TEKUN, List.of(WIFE), late);
        var living = new LivingConditionsRecorded(2021, living("6.5", "B"), late);
        var recorded = household.given(known, home, general, details, head, left, granted, ended, living);

        var work = change(Labour.SKILLED, null, null, null);
        for (var command : List.<HouseholdCommand>of(
                new Move(AREA, null, null, early),
                new ChangeRegisteredType(RegisteredType.LIFTED, null, early),
                new ChangeDetails(true, false, Details.NONE, "回乡", early),
                new ChangeHead(HEAD, List.of(new Relation(WIFE, "10")), "回乡", early),
                new UpdateMember(WIFE, work, "培训", early),
                new AddMember(CHILD, Joining.MOVED_IN, early),
                new GrantTag(SecurityTag.TEKUN, null, List.of(WIFE), early, null),
                new RecordLivingConditions(2021, living("7", "B"), early),
                new Deactivate(Ending.MOVED_OUT, null, early)))
            recorded.when(new Happened(command, early)).thenRefused(DATE_OUT_OF_ORDER, late.toString());

        recorded.when(new Move("610727105207", null, null, early)).thenNothing();
        recorded.when(new ChangeRegisteredType(RegisteredType.GENERAL, null, early))
                .thenNothing();
        assertThat(recorded.when(new GrantTag(SecurityTag.TEKUN, null, List.of(HEAD), early, null))
                        .events())
                .hasSize(1);
        assertThat(recorded.when(new RecordLivingConditions(2020, living("7", "B"), early))
                        .events())
                .hasSize(1);
        assertThat(recorded.when(new ChangeRegisteredType(RegisteredType.LIFTED, null, late))
                        .events())
                .hasSize(1);
        household
                .given(known, new MemberUpdated(DAUGHTER, CHILD, "核实", late))
                .when(new UpdateMember(WIFE, work, "培训", early))
                .then(new MemberUpdated(WIFE, work.to(SHE), "培训", early));
    }

    @Test
    void what_was_recorded_before_its_day_was_kept_holds_nothing_back() {
        household
                .given(
                        registered(HE),
                        new RegisteredTypeChanged(RegisteredType.LIFTED, RegisteredType.GENERAL, null, null))
                .when(new ChangeRegisteredType(RegisteredType.LIFTED, null, DAY))
                .then(new RegisteredTypeChanged(RegisteredType.GENERAL, RegisteredType.LIFTED, null, DAY));
    }

    @Test
    void living_conditions_are_recorded_by_year_and_replaced() {
        var conditions = living("6.5", "B");
        var recorded = new LivingConditionsRecorded(2021, conditions, DAY);
        var record = new RecordLivingConditions(2021, living("6.50", "B"), DAY);
        household.given(registered(HE)).when(record).then(recorded);
        household.given(registered(HE), recorded).when(record).thenNothing();
        household
                .given(registered(HE), recorded)
                .when(new RecordLivingConditions(2021, living("7", "B"), DAY))
                .then(new LivingConditionsRecorded(2021, living("7", "B"), DAY));
        household
                .given(registered(HE), recorded)
                .when(new RecordLivingConditions(2020, conditions, DAY))
                .then(new LivingConditionsRecorded(2020, conditions, DAY));
        household
                .given(registered(HE))
                .when(new RecordLivingConditions(2022, conditions, DAY))
                .thenRefused(YEAR_WRONG, "2022");
        household
                .given(registered(HE))
                .when(new RecordLivingConditions(2021, living("-1", "E"), DAY))
                .thenRefused(LIVING_CONDITIONS_INVALID, "farmland", "housingGrade");
    }

    private static LivingConditions living(String farmland, String grade) {
        return new LivingConditions(
                new BigDecimal(farmland),
                null,
                null,
                null,
                null,
                null,
                "水泥路",
                null,
                null,
                grade,
                null,
                true,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void a_new_number_brings_its_birth_date_and_sex() {
        var person = new MemberChange.PersonChange(
                null,
                null,
                null,
                "999999199001013030",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        var change = new MemberChange(null, null, null, null, null, null, null, null, null, null, null, person);
        var member = ((MemberUpdated) household
                        .given(registered(HE))
                        .when(new UpdateMember(HEAD, change, "更正", DAY))
                        .events()
                        .getFirst())
                .member();
        assertThat(member.person().birthDate()).isEqualTo(LocalDate.of(1990, 1, 1));
        assertThat(member.person().name()).isEqualTo("赵甲");
        assertThat(member.born()).isEqualTo(java.time.YearMonth.of(1990, 1));
    }

    @Test
    void a_member_goes_and_gives_up_its_tags_first() {
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new RemoveMember(WIFE, Leaving.DEATH, DAY, PROOF))
                .then(
                        new SecurityTagEnded(SecurityTag.DIBAO, List.of(WIFE), DAY),
                        new MemberRemoved(WIFE, Leaving.DEATH, DAY, PROOF));
        household
                .given(registered(HE, SHE), new MemberRemoved(WIFE, Leaving.DEATH, DAY, PROOF))
                .when(new RemoveMember(WIFE, Leaving.DEATH, DAY, PROOF))
                .thenNothing();
        household
                .given(registered(HE, SHE))
                .when(new RemoveMember(WIFE, Leaving.DEATH, DAY, new DocumentRef("x", "y")))
                .thenRefused(PROOF_INVALID);
        household
                .given(registered(HE, SHE))
                .when(new RemoveMember(STRANGER, Leaving.DEATH, DAY, null))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
        household
                .given(registered(HE, SHE))
                .when(new RemoveMember(HEAD, Leaving.DEATH, DAY, null))
                .thenRefused(HEAD_STAYS);
    }

    @Test
    void with_its_last_member_a_household_ends() {
        var gone = new MemberRemoved(HEAD, Leaving.DEATH, DAY, null);
        var ended = new HouseholdDeactivated(Ending.EXTINCT, null, DAY);
        household
                .given(registered(HE))
                .when(new RemoveMember(HEAD, Leaving.DEATH, DAY, null))
                .then(gone, ended);
        household
                .given(registered(HE), gone, ended)
                .when(new RemoveMember(HEAD, Leaving.DEATH, DAY, null))
                .thenNothing();
        household
                .given(registered(HE), gone, ended)
                .when(new AddMember(SHE, Joining.MOVED_IN, DAY))
                .thenRefused(HOUSEHOLD_INACTIVE);
        household
                .given(registered(HE))
                .when(new RemoveMember(HEAD, Leaving.MOVED_OUT, DAY, null))
                .then(
                        new MemberRemoved(HEAD, Leaving.MOVED_OUT, DAY, null),
                        new HouseholdDeactivated(Ending.MOVED_OUT, null, DAY));
    }

    @Test
    void another_becomes_head() {
        var swap = List.of(new Relation(HEAD, "10"), new Relation(DAUGHTER, "30"));
        var changed = new HeadChanged(HEAD, WIFE, "外出", swap, DAY);
        household
                .given(registered(HE, SHE, CHILD))
                .when(new ChangeHead(WIFE, swap, "外出", DAY))
                .then(changed);
        household
                .given(registered(HE, SHE, CHILD), changed)
                .when(new ChangeHead(WIFE, swap, "外出", DAY))
                .thenNothing();
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(WIFE, List.of(), "外出", DAY))
                .thenRefused(RELATION_REQUIRED, HEAD.toString());
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(WIFE, List.of(new Relation(HEAD, "02")), "外出", DAY))
                .thenRefused(Rule.HEAD_COUNT);
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(WIFE, List.of(new Relation(HEAD, "03")), "外出", DAY))
                .thenRefusedFor(Rule.RELATION_UNKNOWN);
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(WIFE, List.of(new Relation(HEAD, "10"), new Relation(STRANGER, "20")), "外出", DAY))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(STRANGER, swap, "外出", DAY))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
        household
                .given(registered(HE, SHE))
                .when(new ChangeHead(WIFE, swap, "", DAY))
                .thenRefused(REASON_REQUIRED);
    }

    @Test
    void after_a_change_of_head_there_is_one_head_with_the_right_relations() {
        var decider = new HouseholdDecider();
        var after = (Active) decider.replay(
                decider.initial(),
                List.of(registered(HE, SHE), new HeadChanged(HEAD, WIFE, "x", List.of(new Relation(HEAD, "10")), DAY)));
        assertThat(after.head().orElseThrow().memberId()).isEqualTo(WIFE);
        assertThat(after.members().get(HEAD).spouse()).isTrue();
    }

    @Test
    void a_household_moves() {
        household
                .given(registered(HE))
                .when(new Move("610727105207", "610727105207-Z02", null, DAY))
                .then(new HouseholdMoved(AREA, "610727105207", "610727105207-Z02", null, DAY, null));
        household.given(registered(HE)).when(new Move(AREA, null, null, DAY)).thenNothing();
        household
                .given(registered(HE))
                .when(new Move("610727105207", AREA + "-Z01", null, DAY))
                .thenRefusedFor(Rule.GROUP_CODE);
    }

    @Test
    void its_registered_type_changes() {
        household
                .given(registered(HE))
                .when(new ChangeRegisteredType(RegisteredType.GENERAL, PROOF, DAY))
                .then(new RegisteredTypeChanged(RegisteredType.LIFTED, RegisteredType.GENERAL, PROOF, DAY));
        household
                .given(registered(HE))
                .when(new ChangeRegisteredType(RegisteredType.LIFTED, null, DAY))
                .thenNothing();
        household
                .given(registered(HE))
                .when(new ChangeRegisteredType(RegisteredType.GENERAL, new DocumentRef("DOC_X", "A".repeat(64)), DAY))
                .thenRefused(PROOF_INVALID);
    }

    @Test
    void tags_are_granted_to_those_who_do_not_hold_them() {
        household
                .given(registered(HE, SHE, CHILD))
                .when(new GrantTag(SecurityTag.DIBAO, "B", null, LocalDate.of(2021, 4, 1), "1号"))
                .then(DIBAO);
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new GrantTag(SecurityTag.DIBAO, "B", List.of(HEAD), DAY, "2号"))
                .thenNothing();
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new GrantTag(SecurityTag.DIBAO, "A", List.of(HEAD, HEAD), DAY, "2号"))
                .then(new SecurityTagGranted(SecurityTag.DIBAO, "A", List.of(HEAD), DAY, "2号"));
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new GrantTag(SecurityTag.DIBAO, "A", List.of(HEAD), LocalDate.of(2021, 3, 31), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-04-01");
        household
                .given(registered(HE))
                .when(new GrantTag(SecurityTag.DIBAO, "D", null, DAY, null))
                .thenRefused(TAG_CLASS);
        household
                .given(registered(HE))
                .when(new GrantTag(SecurityTag.DISABLED, "A", null, DAY, null))
                .thenRefused(TAG_CLASS);
        household
                .given(registered(HE))
                .when(new GrantTag(SecurityTag.TEKUN, null, List.of(WIFE), DAY, null))
                .thenRefused(MEMBER_UNKNOWN, WIFE.toString());
    }

    @Test
    void tags_end() {
        var all = new SecurityTagEnded(SecurityTag.DIBAO, List.of(HEAD, WIFE, DAUGHTER), DAY);
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new EndTag(SecurityTag.DIBAO, null, DAY))
                .then(all);
        household
                .given(registered(HE, SHE, CHILD), DIBAO, all)
                .when(new EndTag(SecurityTag.DIBAO, null, DAY))
                .thenNothing();
        household
                .given(registered(HE, SHE, CHILD), DIBAO, all)
                .when(new EndTag(SecurityTag.DIBAO, null, DAY.plusDays(1)))
                .thenRefused(TAG_NOT_HELD, "DIBAO");
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new EndTag(SecurityTag.DIBAO, List.of(HEAD, STRANGER), DAY))
                .thenRefused(TAG_NOT_HELD, STRANGER.toString());
        household
                .given(registered(HE, SHE, CHILD), DIBAO)
                .when(new EndTag(SecurityTag.DIBAO, null, LocalDate.of(2021, 3, 31)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-04-01");
        household
                .given(registered(HE))
                .when(new EndTag(SecurityTag.TEKUN, null, DAY))
                .thenRefused(TAG_NOT_HELD, "TEKUN");
    }

    @Test
    void a_household_is_no_longer_kept() {
        var merged = new HouseholdDeactivated(Ending.MERGED, STRANGER, DAY);
        household
                .given(registered(HE))
                .when(new Deactivate(Ending.MERGED, STRANGER, DAY))
                .then(merged);
        household
                .given(registered(HE))
                .when(new Deactivate(Ending.MERGED, null, DAY))
                .thenRefused(INTO_REQUIRED);
        household
                .given(registered(HE), merged)
                .when(new Deactivate(Ending.MERGED, STRANGER, DAY))
                .thenNothing();
        household
                .given(registered(HE), merged)
                .when(new Deactivate(Ending.MERGED, HE.memberId(), DAY))
                .thenRefused(HOUSEHOLD_INACTIVE);
        household
                .given(registered(HE), merged)
                .when(new Deactivate(Ending.EXTINCT, null, DAY))
                .thenRefused(HOUSEHOLD_INACTIVE);
        household.given(registered(HE), merged).when(register(HE)).thenRefused(HOUSEHOLD_INACTIVE);
    }

    @Test
    void nothing_happens_to_an_unknown_household() {
        household.given().when(new AddMember(SHE, Joining.BIRTH, DAY)).thenRefused(HOUSEHOLD_UNKNOWN);
        household.given().when(new Deactivate(Ending.EXTINCT, null, DAY)).thenRefused(HOUSEHOLD_UNKNOWN);
    }

    @Test
    void warnings_stop_nothing() {
        var idle = Member.of(
                HEAD, "02", Labour.NONE, null, "70", Person.of("赵甲", "999999196503121011", List.of(Health.HEALTHY)));
        assertThat(Rules.check(Limits.picture(LocalDate.of(2021, 1, 1), idle)))
                .extracting(Finding::rule)
                .containsExactly(Rule.INSURANCE_UNKNOWN, Rule.LABOUR_DOUBTFUL);
        household.given().when(register(idle)).then(registered(idle));
        assertThat(HouseholdRules.noLabour(List.of(idle))).isTrue();
        assertThat(HouseholdRules.noLabour(List.of(HE, idle))).isFalse();
        assertThat(HouseholdRules.noLabour(List.of())).isFalse();
    }

    @Test
    void head_and_spouse_of_one_sex_are_a_warning() {
        assertThat(Rules.check(Limits.picture(DAY, HE, member(WIFE, "10", "孙丁", "999999194505174011"))))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.SPOUSE_SEX, Rule.INSURANCE_UNKNOWN, Rule.INSURANCE_UNKNOWN);
    }

    private static Register at(String area, String group, String grid) {
        return new Register(
                area, group, grid, RegisteredType.LIFTED, true, false, List.of(HE), Details.NONE, List.of(), DAY);
    }

    private static Register tagged(SecurityTagGranted tag) {
        return new Register(
                AREA, null, null, RegisteredType.LIFTED, true, false, List.of(HE), Details.NONE, List.of(tag), DAY);
    }
}
