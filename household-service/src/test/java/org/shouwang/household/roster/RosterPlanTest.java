package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.HouseholdDecider;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.Limits;

/** What a second file changes, and what it leaves alone. */
class RosterPlanTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate ON = LocalDate.of(2021, 9, 7);
    private static final LocalDate LATER = LocalDate.of(2022, 9, 7);
    private static final String HEAD = "999999196503121011";
    private static final String WIFE = "999999196808252020";
    private static final String SON = "999999199001013030";

    private final HouseholdDecider decider = new HouseholdDecider();

    @Test
    void the_same_again_changes_nothing() {
        var file = file(ON, person(HEAD, "户主"), person(WIFE, "配偶"));
        var state = after(decider.initial(), RosterPlan.of(decider.initial(), file, ON));
        assertThat(RosterTrial.of(decider.initial(), RosterPlan.of(decider.initial(), file, ON)))
                .isEqualTo(new RosterTrial.Works(RosterTrial.Kind.NEW, state));
        assertThat(RosterTrial.of(state, RosterPlan.of(state, file, ON)))
                .isEqualTo(new RosterTrial.Works(RosterTrial.Kind.SAME, state));
    }

    @Test
    void a_place_and_medical_aid_are_taken_once() {
        var head = with(with(person(HEAD, "户主"), Column.LOCATION, "106.156,33.327"), Column.MEDICAL_AID, "是");
        var state = known(head);
        assertThat(state.home().details().longitude()).isEqualByComparingTo("106.156");
        assertThat(state.home().details().latitude()).isEqualByComparingTo("33.327");
        assertThat(state.head().orElseThrow().person().medicalAid()).isTrue();
        assertThat(changed(state, new EnumMap<>(head))).isEqualTo(state);
        var moved =
                changed(state, with(with(person(HEAD, "户主"), Column.LOCATION, "106.2 33.3"), Column.MEDICAL_AID, "否"));
        assertThat(moved.home().details().longitude()).isEqualByComparingTo("106.2");
        assertThat(moved.head().orElseThrow().person().medicalAid()).isFalse();
    }

    @Test
    void the_standing_of_a_whole_household_is_everybodys_until_somebody_is_named() {
        var state = known(with(person(HEAD, "户主"), Column.STANDING, "全家b档低保"), person(WIFE, "配偶"));
        assertThat(classes(state)).containsExactly("B", "B");
        assertThat(changed(state, with(person(HEAD, "户主"), Column.STANDING, "低保"), person(WIFE, "配偶")))
                .isEqualTo(state);
        assertThat(classes(changed(state, with(person(HEAD, "户主"), Column.STANDING, "低保户（A类）"), person(WIFE, "配偶"))))
                .containsExactly("A", "A");
        var ended = changed(state, with(person(HEAD, "户主"), Column.STANDING, "五保户"), person(WIFE, "配偶"));
        assertThat(classes(ended)).isEmpty();
        assertThat(ended.tags().holders(SecurityTag.TEKUN)).hasSize(2);
        assertThat(changed(ended, person(HEAD, "户主"), person(WIFE, "配偶"))).isEqualTo(ended);

        var one = known(with(person(HEAD, "户主"), Column.DIBAO, "是"), person(WIFE, "配偶"));
        var same = changed(one, with(person(HEAD, "户主"), Column.STANDING, "低保C档"), person(WIFE, "配偶"));
        assertThat(classes(same)).containsExactly("C");
    }

    private static List<String> classes(Active state) {
        return state.tags().holders(SecurityTag.DIBAO).values().stream()
                .map(Household.Holding::tagClass)
                .toList();
    }

    @Test
    void blanks_leave_what_is_known() {
        var known = known(
                with(with(person(HEAD, "户主"), Column.MEMBER_PHONE, "12900000001"), Column.ADDRESS, "一组1号"),
                person(WIFE, "配偶"));
        var state = changed(known, person(HEAD, "户主"));
        assertThat(state).isEqualTo(known);
        assertThat(state.members()).hasSize(2);
    }

    @Test
    void what_the_file_says_anew_becomes_so() {
        var known = known(
                with(
                        with(with(person(HEAD, "户主"), Column.DIBAO, "是"), Column.DIBAO_CLASS, "B"),
                        Column.WORK_PLACE,
                        "西安"),
                with(person(WIFE, "配偶"), Column.TEKUN, "是"));
        var head = with(
                with(with(person(HEAD, "户主"), Column.REGISTERED_TYPE, "脱贫户"), Column.GROUP, "3"),
                Column.ADDRESS,
                "三组9号");
        var state = changed(
                known,
                with(with(with(head, Column.WORK_MONTHS, "0"), Column.DIBAO, "否"), Column.RELOCATED, "是"),
                with(with(person(WIFE, "配偶"), Column.TEKUN, "否"), Column.POST_TYPE, "保洁员"),
                person(SON, "之子"));
        assertThat(state.type()).isEqualTo(RegisteredType.LIFTED);
        assertThat(state.place().groupCode()).isEqualTo(VILLAGE + "-Z03");
        assertThat(state.home().relocated()).isTrue();
        assertThat(state.home().details().address()).isEqualTo("三组9号");
        assertThat(state.members()).hasSize(3);
        assertThat(state.head().orElseThrow().working()).isFalse();
        assertThat(state.tags().holders(SecurityTag.DIBAO)).isEmpty();
        assertThat(state.tags().holders(SecurityTag.TEKUN)).isEmpty();
    }

    @Test
    void a_new_head_may_come_from_inside_or_from_outside() {
        var inside = changed(known(person(HEAD, "户主"), person(WIFE, "配偶")), person(HEAD, "配偶"), person(WIFE, "户主"));
        assertThat(inside.head().orElseThrow().person().idNo()).isEqualTo(WIFE);
        assertThat(inside.all()).extracting(m -> m.relation()).containsExactlyInAnyOrder("02", "10");

        var outside = changed(
                known(person(HEAD, "户主"), person(WIFE, "配偶")),
                person(SON, "户主"),
                person(HEAD, "之父"),
                person(WIFE, "之母"));
        assertThat(outside.head().orElseThrow().person().idNo()).isEqualTo(SON);
        assertThat(outside.all()).extracting(m -> m.relation()).containsExactlyInAnyOrder("02", "51", "52");
    }

    @Test
    void a_corrected_number_meets_its_person_by_the_number_of_the_national_system() {
        var known = known(person(HEAD, "户主"), with(person(WIFE, "配偶"), Column.MEMBER_NO, "77"));
        var state =
                changed(known, person(HEAD, "户主"), with(person("999999194912310025", "配偶"), Column.MEMBER_NO, "77"));
        assertThat(state.members()).hasSize(2);
        assertThat(state.members().keySet()).isEqualTo(known.members().keySet());
        assertThat(state.all()).anySatisfy(m -> assertThat(m.person().idNo()).isEqualTo("999999194912310025"));
    }

    @Test
    void what_the_registry_would_refuse_is_said_at_the_check() {
        var known = (Household) known(with(with(person(HEAD, "户主"), Column.DIBAO, "是"), Column.DIBAO_CLASS, "B"));
        var file = file(ON.minusYears(1), with(person(HEAD, "户主"), Column.DIBAO, "否"));
        assertThat(RosterTrial.of(known, RosterPlan.of(known, file, ON.minusYears(1))))
                .isInstanceOfSatisfying(
                        RosterTrial.Fails.class,
                        f -> assertThat(f.refused().reason()).isEqualTo(Household.Refusal.DATE_OUT_OF_ORDER));
    }

    @Test
    void an_earlier_day_adds_what_is_not_known_and_takes_nothing_back() {
        var known = known(with(person(HEAD, "户主"), Column.MEMBER_PHONE, "12900000001"));
        var earlier = ON.minusYears(1);
        for (var person : List.of(
                with(person(HEAD, "户主"), Column.MEMBER_PHONE, "12900000002"),
                with(person(HEAD, "户主"), Column.REGISTERED_TYPE, "脱贫户"),
                with(person(HEAD, "户主"), Column.ADDRESS, "三组9号")))
            assertThat(RosterTrial.of(known, RosterPlan.of(known, file(earlier, person), earlier)))
                    .isInstanceOfSatisfying(
                            RosterTrial.Fails.class,
                            f -> assertThat(f.refused().details()).containsExactly(ON.toString()));
        assertThat(kind(known, file(earlier, person(HEAD, "户主")), earlier)).isEqualTo(RosterTrial.Kind.SAME);
        assertThat(kind(known, file(earlier, person(HEAD, "户主"), person(WIFE, "配偶")), earlier))
                .isEqualTo(RosterTrial.Kind.CHANGED);
    }

    private static RosterTrial.Kind kind(Household state, RosterHousehold file, LocalDate on) {
        return ((RosterTrial.Works) RosterTrial.of(state, RosterPlan.of(state, file, on))).kind();
    }

    @SafeVarargs
    private Active known(Map<Column, String>... people) {
        return (Active) after(decider.initial(), RosterPlan.of(decider.initial(), file(ON, people), ON));
    }

    @SafeVarargs
    private Active changed(Household known, Map<Column, String>... people) {
        return (Active) after(known, RosterPlan.of(known, file(LATER, people), LATER));
    }

    private Household after(Household state, List<HouseholdCommand> plan) {
        for (var command : plan) {
            var decision = decider.decide(command, state);
            assertThat(decision).as("%s", command).isInstanceOf(Accepted.class);
            state = decider.replay(state, ((Accepted<HouseholdEvent>) decision).events());
        }
        return state;
    }

    @SafeVarargs
    private static RosterHousehold file(LocalDate on, Map<Column, String>... people) {
        var rows = new ArrayList<RosterRow>();
        for (var cells : people) {
            cells.put(Column.REGISTERED_TYPE, people[0].get(Column.REGISTERED_TYPE));
            if (cells.containsKey(Column.WORK_PLACE)) cells.put(Column.WORK_MONTHS, "6");
            if (cells.containsKey(Column.POST_TYPE)) cells.put(Column.POST_MONTHS, "6");
            rows.add(new RosterRow(rows.size() + 2, cells));
        }
        var household = new RosterReader(VILLAGE, on, Limits.USUAL, n -> n).read("no:1", Keys.household("no:1"), rows);
        assertThat(household.good()).as("%s", household.issues()).isTrue();
        return household;
    }

    private static Map<Column, String> person(String number, String relation) {
        return new EnumMap<>(Map.of(
                Column.HOUSEHOLD_NO,
                "1",
                Column.REGISTERED_TYPE,
                "一般户",
                Column.NAME,
                "甲",
                Column.ID_NO,
                number,
                Column.RELATION,
                relation,
                Column.HEALTH,
                "健康",
                Column.LABOUR,
                "普通劳动力",
                Column.EDUCATION,
                "初中"));
    }

    private static Map<Column, String> with(Map<Column, String> cells, Column column, String text) {
        cells.put(column, text);
        return cells;
    }
}
