package org.shouwang.household.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.figures.Facts.One;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.HouseholdEvent;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;

class FactsTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate ON = LocalDate.of(2021, 9, 7);
    private static final UUID HEAD = UUID.fromString("00000000-0000-0000-0000-00000000000a");
    private static final UUID CHILD = UUID.fromString("00000000-0000-0000-0000-00000000000b");

    private static final HouseholdRegistered REGISTERED = new HouseholdRegistered(
            VILLAGE,
            VILLAGE + "-Z01",
            null,
            RegisteredType.LIFTED,
            true,
            true,
            List.of(
                    member(HEAD, "02", Labour.NORMAL, null, 6, null),
                    member(CHILD, "20", Labour.NONE, StudentStatus.PRIMARY, null, false)),
            Details.NONE,
            ON);

    @Test
    void a_household_counts_by_its_members() {
        var f = facts(REGISTERED);
        assertThat(f.count(One::works)).isEqualTo(1);
        assertThat(f.count(One::pupil)).isEqualTo(1);
        assertThat(f.count(One::working)).isEqualTo(1);
        assertThat(f.count(One::uninsured)).isEqualTo(1);
        assertThat(f.count(f::moved)).isEqualTo(1);
    }

    @Test
    void tags_come_and_go_and_stay_with_who_is_updated() {
        var granted = new SecurityTagGranted(SecurityTag.DIBAO, "B", List.of(HEAD, CHILD), ON, null);
        var updated = new MemberUpdated(HEAD, member(HEAD, "02", Labour.WEAK, null, null, null), "核实", ON);
        assertThat(facts(REGISTERED, granted, updated).holding(SecurityTag.DIBAO))
                .isEqualTo(2);
        assertThat(facts(REGISTERED, granted, updated, new SecurityTagEnded(SecurityTag.DIBAO, List.of(CHILD), ON))
                        .holding(SecurityTag.DIBAO))
                .isEqualTo(1);
        assertThat(facts(REGISTERED, granted, new MemberRemoved(CHILD, Leaving.MOVED_OUT, ON, null))
                        .holding(SecurityTag.DIBAO))
                .isEqualTo(1);
    }

    @Test
    void who_is_no_longer_kept_no_longer_counts() {
        assertThat(facts(REGISTERED).active()).isTrue();
        assertThat(facts(REGISTERED, new HouseholdDeactivated(Ending.EXTINCT, null, ON))
                        .active())
                .isFalse();
    }

    @Test
    void facts_are_stored_and_read_back_equal_and_hold_nothing_personal() throws JsonProcessingException {
        var facts = facts(REGISTERED, new SecurityTagGranted(SecurityTag.DISABLED, null, List.of(HEAD), ON, null));
        var stored = Json.MAPPER.writeValueAsString(facts);
        assertThat(Json.MAPPER.readValue(stored, Facts.class)).isEqualTo(facts);
        assertThat(stored).doesNotContain("甲", "9999");
    }

    private static Facts facts(HouseholdEvent... events) {
        var facts = Facts.NONE;
        for (var event : events) facts = facts.after(event);
        return facts;
    }

    private static Member member(
            UUID id, String relation, Labour labour, StudentStatus student, Integer months, Boolean relocated) {
        var insurances = student == null
                ? List.of(Insurance.RESIDENT_MEDICAL, Insurance.CRITICAL_ILLNESS)
                : List.of(Insurance.RESIDENT_MEDICAL);
        return Member.of(
                id,
                relation,
                labour,
                student,
                student == null ? "70" : null,
                true,
                months,
                null,
                null,
                null,
                insurances,
                relocated,
                Person.of("甲", "999999196503121011", List.of(Health.HEALTHY)));
    }
}
