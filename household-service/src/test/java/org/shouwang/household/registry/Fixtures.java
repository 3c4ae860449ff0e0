package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.HouseholdCommand.Register;
import org.shouwang.household.registry.HouseholdEvent.HouseholdRegistered;

/** A household of three: a head, a wife and a daughter at school. */
final class Fixtures {

    static final UUID HEAD = new UUID(0, 1);
    static final UUID WIFE = new UUID(0, 2);
    static final UUID DAUGHTER = new UUID(0, 3);
    static final UUID STRANGER = new UUID(0, 9);
    static final String AREA = "610727105208";
    static final LocalDate DAY = LocalDate.of(2021, 11, 5);

    static final Member HE = member(HEAD, "02", "赵甲", "999999196503121011");
    static final Member SHE = member(WIFE, "10", "钱乙", "999999196808252020");
    static final Member CHILD = Member.of(
            DAUGHTER,
            "30",
            Labour.NONE,
            StudentStatus.PRIMARY,
            null,
            Person.of("赵丙", "999999201206154048", List.of(Health.HEALTHY)));

    private Fixtures() {}

    static Member member(UUID id, String relation, String name, String number) {
        return Member.of(id, relation, Labour.NORMAL, null, "70", Person.of(name, number, List.of(Health.HEALTHY)));
    }

    static HouseholdRegistered registered(Member... members) {
        return new HouseholdRegistered(
                AREA, null, null, RegisteredType.LIFTED, true, false, List.of(members), Details.NONE, DAY);
    }

    static Register register(Member... members) {
        return new Register(
                AREA, null, null, RegisteredType.LIFTED, true, false, List.of(members), Details.NONE, List.of(), DAY);
    }

    static MemberChange change(Labour labour, StudentStatus student, String education, Integer workMonths) {
        return new MemberChange(null, labour, student, education, null, workMonths, null, null, null, null, null, null);
    }
}
