package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.HouseholdEvent.Ending;
import org.shouwang.household.registry.HouseholdEvent.HouseholdRegistered;
import org.shouwang.household.registry.HouseholdEvent.MemberRemoved;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagEnded;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagGranted;

/** What a household must remember in order to decide, its neighbours in this service included: incomes, checks and consents. */
public sealed interface Household {

    record Unknown() implements Household {}

    /**
     * @param opening as it was registered, so that the same registration again changes nothing
     * @param living conditions by year
     * @param records what is recorded by the piece
     */
    record Active(
            HouseholdRegistered opening,
            Place place,
            RegisteredType type,
            Home home,
            SequencedMap<UUID, Member> members,
            Map<UUID, MemberRemoved> left,
            Tags tags,
            SortedMap<Integer, LivingConditions> living,
            Records records,
            Changes changes)
            implements Household {

        /** A day on which it was not kept yet. */
        boolean before(LocalDate day) {
            return opening.on() != null && day.isBefore(opening.on());
        }

        /** Since when it is kept where it is now. */
        public LocalDate placedOn() {
            return changes.days().getOrDefault(Changes.Part.Whole.PLACE, LocalDate.MIN);
        }

        public Optional<Member> head() {
            return members.values().stream().filter(Member::heads).findFirst();
        }

        public Optional<Member> member(UUID id) {
            return Optional.ofNullable(members.get(id));
        }

        public List<Member> all() {
            return List.copyOf(members.values());
        }

        public List<Member> adults(LocalDate on) {
            return members.values().stream().filter(m -> m.adult(on)).toList();
        }

        /** Members who live there for most of the year. */
        public int residents() {
            return (int) members.values().stream().filter(Member::resident).count();
        }

        Active with(Place newPlace) {
            return new Active(opening, newPlace, type, home, members, left, tags, living, records, changes);
        }

        Active with(RegisteredType newType) {
            return new Active(opening, place, newType, home, members, left, tags, living, records, changes);
        }

        Active with(Home newHome) {
            return new Active(opening, place, type, newHome, members, left, tags, living, records, changes);
        }

        Active with(Tags newTags) {
            return new Active(opening, place, type, home, members, left, newTags, living, records, changes);
        }

        Active with(Changes newChanges) {
            return new Active(opening, place, type, home, members, left, tags, living, records, newChanges);
        }

        Active with(Records newRecords) {
            return new Active(opening, place, type, home, members, left, tags, living, newRecords, changes);
        }

        Active with(int year, LivingConditions conditions) {
            var changed = new TreeMap<>(living);
            changed.put(year, conditions);
            return new Active(
                    opening,
                    place,
                    type,
                    home,
                    members,
                    left,
                    tags,
                    Collections.unmodifiableSortedMap(changed),
                    records,
                    changes);
        }

        Active with(Member member) {
            var changed = new LinkedHashMap<>(members);
            changed.put(member.memberId(), member);
            return new Active(
                    opening,
                    place,
                    type,
                    home,
                    Collections.unmodifiableSequencedMap(changed),
                    left,
                    tags,
                    living,
                    records,
                    changes);
        }

        Active without(MemberRemoved removal) {
            var stay = new LinkedHashMap<>(members);
            stay.remove(removal.memberId());
            var gone = new LinkedHashMap<>(left);
            gone.put(removal.memberId(), removal);
            return new Active(
                    opening,
                    place,
                    type,
                    home,
                    Collections.unmodifiableSequencedMap(stay),
                    Collections.unmodifiableMap(gone),
                    tags,
                    living,
                    records,
                    changes);
        }
    }

    /** No longer kept; its last state stays readable. */
    record Inactive(Active last, Ending reason, UUID into, LocalDate on) implements Household {}

    record Place(String areaCode, String groupCode, String gridCode) {}

    record Home(boolean resident, boolean relocated, Details details) {}

    record Holding(String tagClass, LocalDate from, String decisionNo) {}

    /** Who holds what, and what was granted and ended so far. */
    record Tags(
            Map<SecurityTag, Map<UUID, Holding>> held, List<SecurityTagGranted> granted, List<SecurityTagEnded> ended) {

        static final Tags NONE = new Tags(Map.of(), List.of(), List.of());

        public Map<UUID, Holding> holders(SecurityTag tag) {
            return held.getOrDefault(tag, Map.of());
        }

        Tags with(SecurityTagGranted grant) {
            var holders = new LinkedHashMap<>(holders(grant.tag()));
            for (var member : grant.memberIds())
                holders.put(member, new Holding(grant.tagClass(), grant.from(), grant.decisionNo()));
            return new Tags(put(grant.tag(), holders), plus(granted, grant), ended);
        }

        Tags with(SecurityTagEnded end) {
            var holders = new LinkedHashMap<>(holders(end.tag()));
            end.memberIds().forEach(holders::remove);
            return new Tags(put(end.tag(), holders), granted, plus(ended, end));
        }

        private Map<SecurityTag, Map<UUID, Holding>> put(SecurityTag tag, Map<UUID, Holding> holders) {
            var changed = new EnumMap<SecurityTag, Map<UUID, Holding>>(SecurityTag.class);
            changed.putAll(held);
            if (holders.isEmpty()) changed.remove(tag);
            else changed.put(tag, Collections.unmodifiableMap(holders));
            return Collections.unmodifiableMap(changed);
        }

        private static <T> List<T> plus(List<T> list, T item) {
            var longer = new ArrayList<>(list);
            longer.add(item);
            return List.copyOf(longer);
        }
    }

    enum Refusal implements Reason {
        HOUSEHOLD_UNKNOWN(Kind.UNKNOWN, "没有找到该农户", "No such household"),
        HOUSEHOLD_INACTIVE(Kind.CONFLICT, "该农户已销户，不能再变更", "The household is no longer kept and cannot change"),
        ALREADY_REGISTERED(Kind.CONFLICT, "该农户已登记，内容与本次不同", "The household is registered already, with other data"),
        BEFORE_REGISTRATION(Kind.INVALID, "日期早于该农户的登记日期", "The day lies before the household was registered"),
        MEMBER_UNKNOWN(Kind.UNKNOWN, "户内没有该成员", "No such member in the household"),
        MEMBER_EXISTS(Kind.CONFLICT, "该成员已在册，内容与本次不同", "The member is there already, with other data"),
        MEMBER_LEFT(
                Kind.CONFLICT,
                "该成员已减少，重新增加须以迁入或更正为原因",
                "The member has left: only moving in or a correction brings it back"),
        HEAD_STAYS(Kind.CONFLICT, "户主减少前须先变更户主", "Change the head before removing it"),
        HEAD_BY_CHANGE(Kind.INVALID, "户主须通过“变更户主”办理", "Who is head changes only by a change of head"),
        RELATION_REQUIRED(Kind.INVALID, "须填写原户主与新户主的关系", "The old head's relation to the new one is missing"),
        PROOF_INVALID(Kind.INVALID, "证明材料引用不正确", "The reference to the document is malformed"),
        REASON_REQUIRED(Kind.INVALID, "须填写原因", "A reason is missing"),
        TAG_CLASS(Kind.INVALID, "低保档次应为A、B或C，其他保障身份不分档", "Dibao has class A, B or C; other tags have none"),
        TAG_NOT_HELD(Kind.CONFLICT, "所列成员没有该保障身份", "Those members do not hold the tag"),
        DATE_OUT_OF_ORDER(
                Kind.INVALID, "日期早于已登记的后一次变更", "What this changes has changed on a later day that is on record"),
        YEAR_WRONG(Kind.INVALID, "年度不能晚于填报年份", "The year lies ahead of the day of recording"),
        LIVING_CONDITIONS_INVALID(
                Kind.INVALID,
                "面积、距离不能为负或过大，危房等级应为A、B、C、D，类型不超过50字",
                "Areas and distances are neither negative nor too large, the grade is A to D, a kind has at most 50 characters"),
        RECORD_INVALID(Kind.INVALID, "登记内容不完整或不合理", "What is recorded is incomplete or cannot be"),
        SPLIT_MEMBERS(
                Kind.INVALID,
                "分户应列出部分成员，不含原户主，且每人一次",
                "Some of the members leave together, each named once, and the head stays"),
        MERGE_MEMBERS(
                Kind.INVALID,
                "合户须写明每名成员与新户主的关系，且不能并入本户",
                "Every member's relation to the head there is named, and the household is another one"),
        INTO_REQUIRED(Kind.INVALID, "合户须写明并入的农户", "A merger names the household that takes the members in"),
        HOUSEHOLD_NO_DUPLICATE(Kind.CONFLICT, "户编号已被其他农户使用", "Another household has the same number"),
        AREA_UNKNOWN(
                Kind.INVALID, "区划代码表中没有该村，请先导入区划代码表", "The village is not in the area table: import the table first"),
        AREA_CLOSED(Kind.INVALID, "该村已撤销，请使用现行区划代码", "The village was abolished: use the code in force"),
        ID_AREA_UNKNOWN(
                Kind.INVALID,
                "证件号码前6位不是区划代码表中的县，请核对号码",
                "The first six digits of the number are no county of the area table: check the number");

        private final Kind kind;
        private final String zh;
        private final String en;

        Refusal(Kind kind, String zh, String en) {
            this.kind = kind;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
