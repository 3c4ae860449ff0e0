package org.shouwang.household.registry;

import static org.shouwang.household.registry.Fixtures.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.Village;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.*;

/** Every command of a household in every state, a day after the one before. */
class HouseholdMachineTest {

    private static final UUID OTHER = new UUID(1, 1);
    private static final Workplace CITY = new Workplace("某市", "某厂", false, "有组织输出");

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        return new Machine<>(
                        new HouseholdDecider(),
                        HouseholdEvent.class,
                        "/machines/household.md",
                        HouseholdMachineTest::name)
                .on("register", n -> register(n, HE, SHE, CHILD, newcomer(new UUID(0, 4))))
                .on("register one person", n -> register(n, HE))
                .on("something before its registration", (_, s) -> new Happened(changeType(0, s), DAY.minusYears(1)))
                .on("something that happened on a day", (n, s) -> new Happened(changeType(n, s), day(n)))
                .on("change its type", HouseholdMachineTest::changeType)
                .on("change its details", n -> changeDetails(n, "搬家"))
                .on("change its details without a reason", n -> changeDetails(n, " "))
                .on("add a member", n -> new AddMember(newcomer(new UUID(2, n)), Joining.MOVED_IN, day(n)))
                .on(
                        "add a second head",
                        n -> new AddMember(newcomer(new UUID(2, n)).as("02"), Joining.BIRTH, day(n)))
                .on("update a member", HouseholdMachineTest::update)
                .on("remove a member", (n, s) -> new RemoveMember(other(s), Leaving.DEATH, day(n), null))
                .on("remove the head who died", (n, s) -> new RemoveMember(head(s), Leaving.DEATH, day(n), null))
                .on("remove the head who moved", (n, s) -> new RemoveMember(head(s), Leaving.MOVED_OUT, day(n), null))
                .on("change the head", HouseholdMachineTest::changeHead)
                .on("part from a member", (n, s) -> new Split(OTHER, List.of(other(s)), "分家", day(n)))
                .on("move", n -> new Move("6107271052" + (10 + n), null, null, day(n)))
                .on("grant a tag", HouseholdMachineTest::grant)
                .on("end a tag", (n, s) -> new EndTag(SecurityTag.DIBAO, List.of(holder(s)), day(n)))
                .on("end a tag that nobody holds", n -> new EndTag(SecurityTag.TEKUN, null, day(n)))
                .on("record its living conditions", n -> new RecordLivingConditions(2021, living(n), day(n)))
                .on("record work", (n, s) -> new RecordEmployment(job(n, s)))
                .on("record insurance", (n, s) -> new RecordInsurance(insured(n, s)))
                .on("appraise its house", n -> new AppraiseHousing(appraised(n)))
                .on("collect its location", n -> new CollectLocation(located(n)))
                .on("take in others", n -> absorb(n))
                .on("end it: merged", n -> new Deactivate(Ending.MERGED, OTHER, day(n)))
                .on("end it: merged into none", n -> new Deactivate(Ending.MERGED, null, day(n)))
                .on("end it: moved out", n -> new Deactivate(Ending.MOVED_OUT, null, day(n)))
                .on("end it: extinct", n -> new Deactivate(Ending.EXTINCT, null, day(n)))
                .walked(HouseholdCommand.class);
    }

    private static String name(Household state) {
        return switch (state) {
            case Unknown _ -> "UNKNOWN";
            case Active h -> h.members().size() == 1 ? "ALONE" : "ACTIVE";
            case Inactive h -> h.reason().name();
        };
    }

    private static LocalDate day(int step) {
        return DAY.plusDays(step);
    }

    private static Register register(int n, Member... members) {
        var held = new SecurityTagGranted(
                SecurityTag.DIBAO, "B", Stream.of(members).map(Member::memberId).toList(), day(n), "1号");
        return new Register(
                AREA,
                null,
                null,
                RegisteredType.LIFTED,
                true,
                false,
                List.of(members),
                Details.NONE,
                List.of(held),
                day(n));
    }

    private static Member newcomer(UUID id) {
        return member(id, "97", "孙某", Village.number(LocalDate.of(1970, 1, 1), true));
    }

    private static ChangeRegisteredType changeType(int n, Household state) {
        var lifted = state instanceof Active h && h.type() == RegisteredType.LIFTED;
        return new ChangeRegisteredType(lifted ? RegisteredType.GENERAL : RegisteredType.LIFTED, null, day(n));
    }

    private static ChangeDetails changeDetails(int n, String reason) {
        var details = new Details(null, "某组" + n + "号", null, "13900000001", null, null, null, null, null, null, null);
        return new ChangeDetails(true, false, details, reason, day(n));
    }

    private static UpdateMember update(int n, Household state) {
        var skilled = state instanceof Active h && h.members().get(head(state)).labour() == Labour.SKILLED;
        return new UpdateMember(
                head(state), change(skilled ? Labour.NORMAL : Labour.SKILLED, null, null, null), "培训", day(n));
    }

    private static ChangeHead changeHead(int n, Household state) {
        return new ChangeHead(other(state), List.of(new Relation(head(state), "97")), "年老", day(n));
    }

    private static GrantTag grant(int n, Household state) {
        var b = state instanceof Active h
                && h.tags().holders(SecurityTag.DIBAO).containsKey(head(state))
                && h.tags()
                        .holders(SecurityTag.DIBAO)
                        .get(head(state))
                        .tagClass()
                        .equals("B");
        return new GrantTag(SecurityTag.DIBAO, b ? "A" : "B", List.of(head(state)), day(n), "2号");
    }

    private static UUID head(Household state) {
        return state instanceof Active h ? h.head().orElseThrow().memberId() : HEAD;
    }

    /** The last who is not head; nobody's where there is none. */
    private static UUID other(Household state) {
        if (!(state instanceof Active h)) return STRANGER;
        return h.all().stream()
                .filter(m -> !m.heads() && h.tags().holders(SecurityTag.DIBAO).containsKey(m.memberId()))
                .map(Member::memberId)
                .reduce(STRANGER, (_, last) -> last);
    }

    /** Heads first. */
    private static UUID holder(Household state) {
        if (!(state instanceof Active h)) return HEAD;
        var holders = h.tags().holders(SecurityTag.DIBAO).keySet();
        return holders.contains(head(state))
                ? head(state)
                : holders.stream().findFirst().orElse(STRANGER);
    }

    private static LivingConditions living(int n) {
        return new LivingConditions(
                new BigDecimal(n + 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "B",
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Of the year before: nobody is changed by it. */
    private static EmploymentRecorded job(int n, Household state) {
        return new EmploymentRecorded(
                head(state),
                LocalDate.of(2020, 3, 1).plusDays(n),
                LocalDate.of(2020, 9, 30),
                7,
                null,
                null,
                false,
                null,
                CITY,
                day(n));
    }

    private static InsuranceStatusRecorded insured(int n, Household state) {
        return new InsuranceStatusRecorded(head(state), Insurance.RESIDENT_MEDICAL, 2000 + n, true, null, day(n));
    }

    private static HousingGradeAppraised appraised(int n) {
        return new HousingGradeAppraised(HousingGrade.C, day(n), "某机构", null, day(n));
    }

    private static LocationCollected located(int n) {
        return new LocationCollected(new Spot(new BigDecimal("106.15"), new BigDecimal("33.33")), n, day(n));
    }

    private static Absorb absorb(int n) {
        return new Absorb(OTHER, List.of(newcomer(new UUID(3, n))), List.of(), "合户", day(n));
    }
}
