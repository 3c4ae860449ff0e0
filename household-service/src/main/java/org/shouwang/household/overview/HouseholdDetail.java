package org.shouwang.household.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.Political;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.monitored.Monitored;
import org.shouwang.household.monitored.MonitoredState;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.Finding;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.HouseholdRules;
import org.shouwang.household.registry.LivingConditions;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;
import org.shouwang.household.registry.Picture;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Rules;

/**
 * A household with everything that is known of it now. Made from its history on request, so that full numbers lie nowhere else.
 *
 * @param version of its history, for {@code If-Match}
 * @param monitoredType as what it is watched, or was until its risk was removed; null: see {@code monitoredState}
 * @param state ACTIVE, or why it is no longer kept
 * @param living conditions by year, the newest first
 * @param warnings what looks doubtful in the data today
 */
record HouseholdDetail(
        UUID id,
        long version,
        String state,
        String areaCode,
        String groupCode,
        String gridCode,
        RegisteredType registeredType,
        String registeredTypeZh,
        MonitoredType monitoredType,
        String monitoredTypeZh,
        MonitoredState monitoredState,
        String monitoredStateZh,
        boolean resident,
        boolean relocated,
        boolean noLabour,
        Details details,
        List<MemberView> members,
        List<Holder> tags,
        List<Living> living,
        List<Warning> warnings) {

    /** @param age full years; -1: not known */
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
            PersonView person) {}

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

    record Holder(SecurityTag tag, String tagZh, String tagClass, UUID memberId, LocalDate from, String decisionNo) {}

    record Living(int year, LivingConditions conditions) {}

    record Warning(String code, String dq, UUID memberId, String field, String zh, String en) {}

    /** @param open full numbers and phones; otherwise masked */
    static HouseholdDetail of(
            UUID id,
            Household household,
            Monitored monitored,
            long version,
            LocalDate today,
            Bounds bounds,
            boolean open) {
        return switch (household) {
            case Unknown _ -> throw new Refused(Household.Refusal.HOUSEHOLD_UNKNOWN);
            case Active h -> of(id, h, "ACTIVE", monitored, version, today, bounds, open);
            case Inactive h -> of(id, h.last(), h.reason().name(), monitored, version, today, bounds, open);
        };
    }

    private static HouseholdDetail of(
            UUID id,
            Active h,
            String state,
            Monitored monitored,
            long version,
            LocalDate today,
            Bounds bounds,
            boolean open) {
        var place = h.place();
        var home = h.home();
        var found = Rules.check(Picture.of(h, Beside.NOTHING, today, bounds));
        return new HouseholdDetail(
                id,
                version,
                state,
                place.areaCode(),
                place.groupCode(),
                place.gridCode(),
                h.type(),
                h.type().zh(),
                monitored.type(),
                monitored.type() == null ? null : monitored.type().zh(),
                monitored.state(),
                monitored.state().zh(),
                home.resident(),
                home.relocated(),
                HouseholdRules.noLabour(h.all()),
                open ? home.details() : masked(home.details()),
                h.all().stream().map(m -> view(m, today, open)).toList(),
                h.tags().held().entrySet().stream()
                        .flatMap(HouseholdDetail::holders)
                        .toList(),
                h.living().reversed().entrySet().stream()
                        .map(e -> new Living(e.getKey(), e.getValue()))
                        .toList(),
                found.stream()
                        .filter(f -> !f.rule().error())
                        .map(HouseholdDetail::warning)
                        .toList());
    }

    private static MemberView view(Member m, LocalDate today, boolean open) {
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
                view(m.person(), open));
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
                open ? p.phone() : phone(p.phone()),
                p.workPlace(),
                p.workAbroad(),
                p.employer(),
                p.dropoutReason(),
                p.mandarin(),
                p.memberNo(),
                p.medicalAid());
    }

    private static Details masked(Details d) {
        return new Details(
                d.householdNo(),
                d.address(),
                d.naturalVillage(),
                phone(d.contactPhone()),
                d.longitude(),
                d.latitude(),
                d.resettlementSite(),
                d.registeredPopulation(),
                d.militaryFamily(),
                d.infoCollector(),
                phone(d.infoCollectorPhone()));
    }

    private static String phone(String phone) {
        if (phone == null || phone.length() < 8) return phone == null ? null : "*".repeat(phone.length());
        return phone.substring(0, 3) + "*".repeat(phone.length() - 7) + phone.substring(phone.length() - 4);
    }

    private static java.util.stream.Stream<Holder> holders(Map.Entry<SecurityTag, Map<UUID, Holding>> held) {
        return held.getValue().entrySet().stream()
                .map(e -> new Holder(
                        held.getKey(),
                        held.getKey().zh(),
                        e.getValue().tagClass(),
                        e.getKey(),
                        e.getValue().from(),
                        e.getValue().decisionNo()));
    }

    private static Warning warning(Finding f) {
        return new Warning(
                f.rule().name(),
                f.rule().code(),
                f.memberId(),
                f.field(),
                f.rule().zh(),
                f.rule().en());
    }
}
