package org.shouwang.household.registry;

import java.util.HashSet;
import java.util.Set;
import org.shouwang.household.codes.Insurance;

/**
 * Where the latest check of the safeguards lets pass what the household's own data tells against. Who was there may be right and the data old, or
 * what is typed in today of a later day than the check: it is asked, never refused.
 */
final class SafeguardRules {

    private static final Set<Insurance> MEDICAL = Set.of(Insurance.RESIDENT_MEDICAL, Insurance.EMPLOYEE_MEDICAL);

    /** GB/T 4658: graduated from junior middle school; what lies above has smaller numbers. */
    private static final String GRADUATED = "71";

    private SafeguardRules() {}

    /** A child of school age that left school, or is not at one and has not finished it. */
    static boolean education(Member m, Picture in) {
        if (!passed("EDUCATION", in) || m.student() != null) return false;
        var age = m.age(in.beside().checked().on());
        var reason = m.person().dropoutReason();
        return age >= in.bounds().schoolLeast()
                && age <= in.bounds().schoolMost()
                && (reason != null && !reason.isBlank()
                        || m.education() != null && m.education().compareTo(GRADUATED) > 0);
    }

    /** A member of whom it is known that no basic medical insurance holds in that year. */
    static boolean medical(Member m, Picture in) {
        if (!passed("MEDICAL", in)) return false;
        var year = in.beside().checked().on().getYear();
        var told = in.records().insurancesOf(m.memberId()).stream()
                .filter(e -> e.year() == year && MEDICAL.contains(e.kind()))
                .toList();
        if (m.insurances() == null && told.isEmpty()) return false;
        var held = new HashSet<Insurance>();
        if (m.insurances() != null) held.addAll(m.insurances());
        held.retainAll(MEDICAL);
        told.forEach(e -> {
            if (e.insured()) held.add(e.kind());
            else held.remove(e.kind());
        });
        return held.isEmpty();
    }

    /** A member of whom nobody ever said whether a basic medical insurance holds. */
    static boolean insuranceUnknown(Member m, Picture in) {
        return m.insurances() == null
                && in.records().insurancesOf(m.memberId()).stream().noneMatch(e -> MEDICAL.contains(e.kind()));
    }

    static boolean housing(Picture in) {
        var appraised = in.records().housing();
        return passed("HOUSING", in) && appraised != null && appraised.grade().dangerous();
    }

    private static boolean passed(String indicator, Picture in) {
        return in.beside().checked().passed().contains(indicator);
    }
}
