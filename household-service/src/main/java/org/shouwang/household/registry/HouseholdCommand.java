package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.HouseholdEvent.EmploymentRecorded;
import org.shouwang.household.registry.HouseholdEvent.Ending;
import org.shouwang.household.registry.HouseholdEvent.HousingGradeAppraised;
import org.shouwang.household.registry.HouseholdEvent.InsuranceStatusRecorded;
import org.shouwang.household.registry.HouseholdEvent.Joining;
import org.shouwang.household.registry.HouseholdEvent.Leaving;
import org.shouwang.household.registry.HouseholdEvent.LocationCollected;
import org.shouwang.household.registry.HouseholdEvent.Relation;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagGranted;

/** Everything one can ask of a household. {@code on} is the day on which it happened. */
public sealed interface HouseholdCommand {

    /** Something else that a clerk says happened on a day. A roster tells how things stand instead, and may speak of a day before registration. */
    record Happened(HouseholdCommand what, LocalDate on) implements HouseholdCommand {}

    /** @param tags that members already hold when they are first written down; may be empty */
    record Register(
            String areaCode,
            String groupCode,
            String gridCode,
            RegisteredType registeredType,
            boolean resident,
            boolean relocated,
            List<Member> members,
            Details details,
            List<SecurityTagGranted> tags,
            LocalDate on)
            implements HouseholdCommand {}

    record ChangeDetails(boolean resident, boolean relocated, Details details, String reason, LocalDate on)
            implements HouseholdCommand {}

    record AddMember(Member member, Joining reason, LocalDate on) implements HouseholdCommand {}

    /** @param change the fields that change; the others are null and stay */
    record UpdateMember(UUID memberId, MemberChange change, String reason, LocalDate on) implements HouseholdCommand {}

    record RemoveMember(UUID memberId, Leaving reason, LocalDate on, DocumentRef proof) implements HouseholdCommand {}

    /** @param relations of the others to the new head; the old head's is needed */
    record ChangeHead(UUID memberId, List<Relation> relations, String reason, LocalDate on)
            implements HouseholdCommand {}

    /** @param recoded it stays where it is: the code of its village, group or grid was replaced */
    record Move(String toArea, String groupCode, String gridCode, LocalDate on, boolean recoded)
            implements HouseholdCommand {

        public Move(String toArea, String groupCode, String gridCode, LocalDate on) {
            this(toArea, groupCode, gridCode, on, false);
        }
    }

    record ChangeRegisteredType(RegisteredType to, DocumentRef source, LocalDate on) implements HouseholdCommand {}

    /** @param memberIds null: every member */
    record GrantTag(SecurityTag tag, String tagClass, List<UUID> memberIds, LocalDate from, String decisionNo)
            implements HouseholdCommand {}

    /** @param memberIds null: every member that holds it */
    record EndTag(SecurityTag tag, List<UUID> memberIds, LocalDate to) implements HouseholdCommand {}

    record RecordLivingConditions(int year, LivingConditions conditions, LocalDate on) implements HouseholdCommand {}

    record RecordEmployment(EmploymentRecorded employment) implements HouseholdCommand {}

    record RecordInsurance(InsuranceStatusRecorded status) implements HouseholdCommand {}

    record AppraiseHousing(HousingGradeAppraised appraisal) implements HouseholdCommand {}

    record CollectLocation(LocationCollected location) implements HouseholdCommand {}

    /** Members leave together. @param into the household that they are from then on */
    record Split(UUID into, List<UUID> memberIds, String reason, LocalDate on) implements HouseholdCommand {}

    /** Members of another household come in together. @param members with their relations to the head here @param tags that they hold */
    record Absorb(UUID from, List<Member> members, List<SecurityTagGranted> tags, String reason, LocalDate on)
            implements HouseholdCommand {}

    record Deactivate(Ending reason, UUID into, LocalDate on) implements HouseholdCommand {}
}
