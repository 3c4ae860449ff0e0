package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.Political;
import org.shouwang.household.codes.StudentStatus;

/**
 * The fields of a member that change; null: stays. Naming an education takes the school status away and the other way round;
 * {@code workMonths} 0 takes the work place away, {@code postMonths} 0 the post.
 */
public record MemberChange(
        String relation,
        Labour labour,
        StudentStatus student,
        String education,
        Boolean resident,
        Integer workMonths,
        Boolean workedLastYear,
        String postType,
        Integer postMonths,
        List<Insurance> insurances,
        Boolean relocated,
        PersonChange person) {

    /** The same for what is personal. A new number brings its own birth date and sex unless they are named. */
    public record PersonChange(
            String name,
            String sex,
            IdType idType,
            String idNo,
            LocalDate birthDate,
            String ethnic,
            List<Health> health,
            Political political,
            String disability,
            Integer disabilityYear,
            String phone,
            String workPlace,
            Boolean workAbroad,
            String employer,
            String dropoutReason,
            Boolean mandarin,
            String memberNo,
            Boolean medicalAid) {

        static PersonChange working(Workplace at) {
            return new PersonChange(
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
                    at.place(),
                    at.abroad(),
                    at.employer(),
                    null,
                    null,
                    null,
                    null);
        }
    }

    Member to(Member old) {
        var idle = workMonths != null && workMonths == 0;
        var months = idle ? null : or(workMonths, old.workMonths());
        var noPost = postMonths != null && postMonths == 0;
        return Member.of(
                old.memberId(),
                or(relation, old.relation()),
                or(labour, old.labour()),
                student != null ? student : education != null ? null : old.student(),
                education != null ? education : student != null ? null : old.education(),
                or(resident, old.resident()),
                months,
                or(workedLastYear, old.workedLastYear()),
                noPost ? null : or(postType, old.postType()),
                noPost ? null : or(postMonths, old.postMonths()),
                or(insurances, old.insurances()),
                or(relocated, old.relocated()),
                person(old.person(), idle));
    }

    private Person person(Person old, boolean idle) {
        var c = Optional.ofNullable(person)
                .orElse(new PersonChange(
                        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null));
        var renumbered = c.idNo() != null;
        return new Person(
                or(c.name(), old.name()),
                renumbered ? c.sex() : or(c.sex(), old.sex()),
                or(c.idType(), old.idType()),
                or(c.idNo(), old.idNo()),
                renumbered ? c.birthDate() : or(c.birthDate(), old.birthDate()),
                or(c.ethnic(), old.ethnic()),
                or(c.health(), old.health()),
                or(c.political(), old.political()),
                or(c.disability(), old.disability()),
                or(c.disabilityYear(), old.disabilityYear()),
                or(c.phone(), old.phone()),
                idle ? null : or(c.workPlace(), old.workPlace()),
                idle ? null : or(c.workAbroad(), old.workAbroad()),
                idle ? null : or(c.employer(), old.employer()),
                or(c.dropoutReason(), old.dropoutReason()),
                or(c.mandarin(), old.mandarin()),
                or(c.memberNo(), old.memberNo()),
                or(c.medicalAid(), old.medicalAid()));
    }

    private static <T> T or(T changed, T old) {
        return changed == null ? old : changed;
    }
}
