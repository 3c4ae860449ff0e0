package org.shouwang.household.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.Ending;
import org.shouwang.household.registry.HouseholdEvent.Joining;
import org.shouwang.household.registry.HouseholdEvent.Leaving;
import org.shouwang.household.registry.HouseholdEvent.Relation;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagGranted;

/** What clients send about households, and the commands that it becomes. */
final class HouseholdBodies {

    private static final int MEMBERS_MOST = 60;

    private HouseholdBodies() {}

    /** @param memberId needed where a household is registered; elsewhere it stands in the path @param resident true if absent */
    record MemberBody(
            UUID memberId,
            @NotBlank String relation,
            @NotNull Labour labour,
            StudentStatus student,
            String education,
            Boolean resident,
            Integer workMonths,
            Boolean workedLastYear,
            String postType,
            Integer postMonths,
            List<@NotNull Insurance> insurances,
            Boolean relocated,
            @NotNull Person person) {

        Member member(UUID id) {
            if (id == null) throw new BadRequest("members.memberId", "成员编号不能为空", "is missing");
            return Member.of(
                    id,
                    relation,
                    labour,
                    student,
                    education,
                    resident == null || resident,
                    workMonths,
                    workedLastYear,
                    postType,
                    postMonths,
                    insurances,
                    relocated,
                    person);
        }
    }

    record TagBody(
            @NotNull SecurityTag tag,
            String tagClass,
            @NotNull @Size(min = 1) List<@NotNull UUID> memberIds,
            @NotNull LocalDate from,
            String decisionNo) {}

    record HouseholdBody(
            @NotBlank String areaCode,
            String groupCode,
            String gridCode,
            @NotNull RegisteredType registeredType,
            Boolean resident,
            Boolean relocated,
            @NotNull @Size(max = MEMBERS_MOST) List<@NotNull @Valid MemberBody> members,
            Details details,
            List<@NotNull @Valid TagBody> tags,
            @NotNull LocalDate registeredOn) {

        Register command() {
            var grants = tags == null ? List.<TagBody>of() : tags;
            return new Register(
                    areaCode,
                    groupCode,
                    gridCode,
                    registeredType,
                    resident == null || resident,
                    relocated != null && relocated,
                    members.stream().map(m -> m.member(m.memberId())).toList(),
                    details == null ? Details.NONE : details,
                    grants.stream()
                            .map(t -> new SecurityTagGranted(
                                    t.tag(), t.tagClass(), List.copyOf(t.memberIds()), t.from(), t.decisionNo()))
                            .toList(),
                    registeredOn);
        }
    }

    record DetailsBody(
            @NotNull Boolean resident,
            @NotNull Boolean relocated,
            @NotNull Details details,
            @NotBlank String reason,
            @NotNull LocalDate on) {

        ChangeDetails command() {
            return new ChangeDetails(resident, relocated, details, reason, on);
        }
    }

    record JoiningBody(
            @NotNull @Valid MemberBody member,
            @NotNull Joining reason,
            @NotNull LocalDate on) {

        AddMember command(UUID id) {
            return new AddMember(member.member(id), reason, on);
        }
    }

    record MemberChangeBody(
            @NotNull MemberChange change,
            @NotBlank String reason,
            @NotNull LocalDate on) {

        UpdateMember command(UUID id) {
            return new UpdateMember(id, change, reason, on);
        }
    }

    record HeadBody(
            @NotNull UUID memberId,
            @NotNull List<@NotNull @Valid RelationBody> relations,
            @NotBlank String reason,
            @NotNull LocalDate on) {

        ChangeHead command() {
            return new ChangeHead(
                    memberId,
                    relations.stream()
                            .map(r -> new Relation(r.memberId(), r.relation()))
                            .toList(),
                    reason,
                    on);
        }
    }

    record RelationBody(@NotNull UUID memberId, @NotBlank String relation) {}

    record MoveBody(
            @NotBlank String areaCode,
            String groupCode,
            String gridCode,
            @NotNull LocalDate on) {

        Move command() {
            return new Move(areaCode, groupCode, gridCode, on);
        }
    }

    record TypeBody(
            @NotNull RegisteredType registeredType,
            DocumentRef source,
            @NotNull LocalDate on) {

        ChangeRegisteredType command() {
            return new ChangeRegisteredType(registeredType, source, on);
        }
    }

    /** @param memberIds absent: every member */
    record GrantBody(
            String tagClass,
            List<@NotNull UUID> memberIds,
            @NotNull LocalDate from,
            String decisionNo) {

        GrantTag command(SecurityTag tag) {
            return new GrantTag(tag, tagClass, memberIds, from, decisionNo);
        }
    }

    record LivingBody(
            @NotNull LivingConditions conditions, @NotNull LocalDate on) {

        RecordLivingConditions command(int year) {
            return new RecordLivingConditions(year, conditions, on);
        }
    }

    record EndingBody(
            @NotNull Ending reason, UUID into, @NotNull LocalDate on) {

        Deactivate command() {
            return new Deactivate(reason, into, on);
        }
    }

    /** @param proof hex digits of the document's content; may be null */
    static RemoveMember removal(UUID id, String reason, LocalDate on, String proofKind, String proof) {
        if (on == null) throw new BadRequest("on", "减少日期不能为空", "is missing");
        var leaving = Arrays.stream(Leaving.values())
                .filter(l -> l.name().equals(reason))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "reason",
                        "减少原因应为 " + Arrays.toString(Leaving.values()),
                        "must be one of " + Arrays.toString(Leaving.values())));
        return new RemoveMember(id, leaving, on, proof == null ? null : new DocumentRef(proofKind, proof));
    }

    static EndTag tagEnd(SecurityTag tag, LocalDate to, List<UUID> members) {
        if (to == null) throw new BadRequest("to", "结束日期不能为空", "is missing");
        return new EndTag(tag, members == null || members.isEmpty() ? null : members, to);
    }
}
