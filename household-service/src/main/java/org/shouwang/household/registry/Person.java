package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Political;
import org.shouwang.household.identity.IdNumber;

/**
 * Who a member is and how they are: the part of a member that never leaves this service.
 *
 * @param sex GB/T 2261.1; taken from the number where absent
 * @param idNo 18 characters, or 20 or 22 of a disability card
 * @param birthDate taken from the number where absent
 * @param ethnic GB/T 3304, two digits; may be absent
 * @param disability number of the disability card, 20 or 22 characters, or 18 where category and level are not written; may be absent
 * @param disabilityYear in which that card was issued; may be absent
 * @param phone 11 digits; may be absent
 * @param workPlace where the member works away from home; goes with the months of work
 * @param dropoutReason why a child of school age is not at school; may be absent
 * @param memberNo 人口编号 of the national system; may be absent
 * @param medicalAid receives medical aid (医疗救助); null: not asked
 */
public record Person(
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
        Boolean medicalAid)
        implements Personal {

    public Person {
        name = name == null ? null : name.strip();
        idNo = IdNumber.normal(idNo);
        disability = IdNumber.normal(disability);
        idType = idType == null ? IdType.ID_CARD : idType;
        health = health == null ? List.of() : List.copyOf(health);
        if (idNo != null && idType != IdType.OTHER) {
            if (birthDate == null) birthDate = IdNumber.birthDate(idNo).orElse(null);
            if (sex == null) sex = IdNumber.sex(idNo).orElse(null);
        }
    }

    /** The least that tells a person apart; the rest is not known yet. */
    public static Person of(String name, String idNo, List<Health> health) {
        return new Person(
                name, null, null, idNo, null, null, health, null, null, null, null, null, null, null, null, null, null,
                null);
    }
}
