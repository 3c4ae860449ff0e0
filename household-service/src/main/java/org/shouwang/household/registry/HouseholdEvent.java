package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;

/** Everything that can have happened to a household. Names and fields are stored: add, never edit. */
public sealed interface HouseholdEvent {

    /** The day on which it happened; null in what was recorded before that day was kept. */
    LocalDate on();

    enum Joining {
        BIRTH,
        MARRIAGE_IN,
        MOVED_IN,
        CORRECTION
    }

    enum Leaving implements Worded {
        DEATH("死亡"),
        MARRIAGE_OUT("婚出"),
        MOVED_OUT("迁出"),
        SPLIT("分户"),
        CORRECTION("信息更正");

        private final String zh;

        Leaving(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    enum Ending {
        MERGED,
        MOVED_OUT,
        EXTINCT
    }

    /** A member's relation to a new head. */
    record Relation(UUID memberId, String relation) {}

    /** @param members the head, relation 02, among them */
    record HouseholdRegistered(
            String areaCode,
            String groupCode,
            String gridCode,
            RegisteredType registeredType,
            boolean resident,
            boolean relocated,
            List<Member> members,
            Details details,
            LocalDate on)
            implements HouseholdEvent {}

    record DetailsChanged(boolean resident, boolean relocated, Details details, String reason, LocalDate on)
            implements HouseholdEvent {}

    record MemberAdded(Member member, Joining reason, LocalDate on) implements HouseholdEvent {}

    /** @param member as it is from now on */
    record MemberUpdated(UUID memberId, Member member, String reason, LocalDate on) implements HouseholdEvent {}

    record MemberRemoved(UUID memberId, Leaving reason, LocalDate on, DocumentRef proof) implements HouseholdEvent {}

    /** @param relations of everybody else whose relation is named anew, the old head first */
    record HeadChanged(UUID oldMemberId, UUID newMemberId, String reason, List<Relation> relations, LocalDate on)
            implements HouseholdEvent {}

    /** @param recoded true: it stayed where it is, and the code of its village, group or grid was replaced; null else */
    record HouseholdMoved(
            String fromArea, String toArea, String groupCode, String gridCode, LocalDate on, Boolean recoded)
            implements HouseholdEvent {}

    record RegisteredTypeChanged(RegisteredType from, RegisteredType to, DocumentRef source, LocalDate on)
            implements HouseholdEvent {}

    /** @param tagClass of 低保: A, B or C; null else */
    record SecurityTagGranted(SecurityTag tag, String tagClass, List<UUID> memberIds, LocalDate from, String decisionNo)
            implements HouseholdEvent {

        @Override
        public LocalDate on() {
            return from;
        }
    }

    record SecurityTagEnded(SecurityTag tag, List<UUID> memberIds, LocalDate to) implements HouseholdEvent {

        @Override
        public LocalDate on() {
            return to;
        }
    }

    /** @param year of which they speak; recorded again, they replace what was known of it */
    record LivingConditionsRecorded(int year, LivingConditions conditions, LocalDate on) implements HouseholdEvent {}

    /**
     * A time of work away from home, for a wage, or on a public-welfare post.
     *
     * @param to the last day; null: goes on
     * @param months 1 to 12 in the year of {@code on}
     * @param wage of a month in yuan; null: not asked
     * @param transportSubsidy 年度交通费补助, what was paid in the year of {@code on} towards travelling there, yuan; null: not asked
     * @param postType kind of public-welfare post; null where it is none
     */
    record EmploymentRecorded(
            UUID memberId,
            LocalDate from,
            LocalDate to,
            int months,
            BigDecimal wage,
            BigDecimal transportSubsidy,
            boolean publicPost,
            String postType,
            Workplace workplace,
            LocalDate on)
            implements HouseholdEvent {}

    /** @param voucher that proves it; may be null */
    record InsuranceStatusRecorded(
            UUID memberId, Insurance kind, int year, boolean insured, DocumentRef voucher, LocalDate on)
            implements HouseholdEvent {}

    /** @param appraisedOn may lie before the household was kept here @param agency who appraised @param document the certificate; may be null */
    record HousingGradeAppraised(
            HousingGrade grade, LocalDate appraisedOn, String agency, DocumentRef document, LocalDate on)
            implements HouseholdEvent {}

    /** @param accuracy metres; null: not told */
    record LocationCollected(Spot spot, Integer accuracy, LocalDate on) implements HouseholdEvent {}

    /** Members left together and are a household of their own. @param into that household */
    record HouseholdSplit(UUID into, List<UUID> memberIds, String reason, LocalDate on) implements HouseholdEvent {}

    /** The members of another household came in together. @param from that household, which is kept no more */
    record HouseholdMerged(UUID from, List<UUID> memberIds, String reason, LocalDate on) implements HouseholdEvent {}

    /** @param into the household that took the members in; only where merged */
    record HouseholdDeactivated(Ending reason, UUID into, LocalDate on) implements HouseholdEvent {}
}
