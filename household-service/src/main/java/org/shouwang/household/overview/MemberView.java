package org.shouwang.household.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.Political;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;
import org.shouwang.household.registry.Provenance;
import org.shouwang.household.registry.Workplace;
import org.shouwang.household.sheet.Phone;

/**
 * A member as it is shown.
 *
 * @param age full years; -1: not known
 * @param jobs in the order in which they were recorded
 * @param insuranceYears whether it is or was insured, by kind and year
 * @param recorded who last wrote the member down
 */
record MemberView(
        UUID memberId,
        String relation,
        String relationZh,
        Labour labour,
        String labourZh,
        StudentStatus student,
        String education,
        String educationZh,
        int age,
        boolean resident,
        boolean working,
        Integer workMonths,
        Boolean workedLastYear,
        String postType,
        Integer postMonths,
        List<Insurance> insurances,
        Boolean relocated,
        PersonView person,
        List<JobView> jobs,
        List<InsuranceView> insuranceYears,
        Written recorded) {

    record PersonView(
            String name,
            String sex,
            IdType idType,
            String idNo,
            LocalDate birthDate,
            String ethnic,
            String ethnicZh,
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
            Boolean medicalAid) {}

    record JobView(
            LocalDate from,
            LocalDate to,
            int months,
            BigDecimal wage,
            BigDecimal transportSubsidy,
            boolean publicPost,
            String postType,
            Workplace workplace,
            Written recorded) {}

    record InsuranceView(
            Insurance kind, String kindZh, int year, boolean insured, DocumentRef voucher, Written recorded) {}

    static MemberView of(Active h, Member m, Provenance provenance, LocalDate today, boolean open) {
        return new MemberView(
                m.memberId(),
                m.relation(),
                CodeTable.RELATION.word(m.relation()),
                m.labour(),
                m.labour().zh(),
                m.student(),
                m.education(),
                m.education() == null ? null : CodeTable.EDUCATION.word(m.education()),
                m.age(today),
                m.resident(),
                m.working(),
                m.workMonths(),
                m.workedLastYear(),
                m.postType(),
                m.postMonths(),
                m.insurances(),
                m.relocated(),
                view(m.person(), open),
                h.records().jobsOf(m.memberId()).stream()
                        .map(j -> new JobView(
                                j.from(),
                                j.to(),
                                j.months(),
                                j.wage(),
                                j.transportSubsidy(),
                                j.publicPost(),
                                j.postType(),
                                j.workplace(),
                                provenance.job(j)))
                        .toList(),
                h.records().insurancesOf(m.memberId()).stream()
                        .map(i -> new InsuranceView(
                                i.kind(), i.kind().zh(), i.year(), i.insured(), i.voucher(), provenance.cover(i)))
                        .toList(),
                provenance.member(m.memberId()));
    }

    private static PersonView view(Person p, boolean open) {
        return new PersonView(
                p.name(),
                p.sex(),
                p.idType(),
                open ? p.idNo() : IdNumber.masked(p.idNo()),
                p.birthDate(),
                p.ethnic(),
                p.ethnic() == null ? null : CodeTable.ETHNIC.word(p.ethnic()),
                p.health(),
                p.political(),
                open ? p.disability() : IdNumber.masked(p.disability()),
                p.disabilityYear(),
                open ? p.phone() : Phone.masked(p.phone()),
                p.workPlace(),
                p.workAbroad(),
                p.employer(),
                p.dropoutReason(),
                p.mandarin(),
                p.memberNo(),
                p.medicalAid());
    }
}
