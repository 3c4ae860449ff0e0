package org.shouwang.household.registry;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdEvent.*;

/**
 * The rules of what is recorded by the piece. What of it is of the present year is taken over by the member, where it goes together with all else
 * that is known.
 */
final class PieceRules {

    private static final String JOB = "务工登记";
    private static final String POST = "公益性岗位登记";
    private static final String COVER = "参保登记";
    private static final int LONGEST = 100;

    private PieceRules() {}

    static Decision<HouseholdEvent> employment(EmploymentRecorded e, Active h) {
        var member = h.members().get(e.memberId());
        if (member == null) return refuse(MEMBER_UNKNOWN, e.memberId().toString());
        if (h.records().has(e)) return nothing();
        var wrong = wrong(e);
        if (!wrong.isEmpty()) return refuse(RECORD_INVALID, wrong);
        var present = e.to() == null || e.to().getYear() == e.on().getYear();
        return present ? taken(e, at(e, member), member, e.publicPost() ? POST : JOB, h, true) : accept(e);
    }

    static Decision<HouseholdEvent> insurance(InsuranceStatusRecorded e, Active h) {
        var member = h.members().get(e.memberId());
        if (member == null) return refuse(MEMBER_UNKNOWN, e.memberId().toString());
        if (h.records().has(e)) return nothing();
        if (e.year() > e.on().getYear()) return refuse(YEAR_WRONG, Integer.toString(e.year()));
        if (e.voucher() != null && !e.voucher().wellFormed()) return refuse(PROOF_INVALID);
        return e.year() == e.on().getYear() ? taken(e, covered(e, member), member, COVER, h, false) : accept(e);
    }

    static Decision<HouseholdEvent> housing(HousingGradeAppraised e, Active h) {
        if (e.equals(h.records().housing())) return nothing();
        if (e.agency() == null || e.agency().isBlank() || e.agency().length() > LONGEST)
            return refuse(RECORD_INVALID, "agency");
        if (e.appraisedOn().isAfter(e.on())) return refuse(RECORD_INVALID, "appraisedOn");
        if (e.document() != null && !e.document().wellFormed()) return refuse(PROOF_INVALID);
        return accept(e);
    }

    /** @param strict what does not go together with the rest is refused; otherwise it is recorded alone */
    private static Decision<HouseholdEvent> taken(
            HouseholdEvent e, Member changed, Member member, String reason, Active h, boolean strict) {
        if (changed.equals(member)) return accept(e);
        var both = HouseholdDecider.checked(
                h, e.on(), List.of(e, new MemberUpdated(member.memberId(), changed, reason, e.on())));
        return strict || both instanceof Accepted<HouseholdEvent> ? both : accept(e);
    }

    private static List<String> wrong(EmploymentRecorded e) {
        var wrong = new ArrayList<String>();
        if (e.from().isAfter(e.on())) wrong.add("from");
        if (e.to() != null && (e.to().isBefore(e.from()) || e.to().isAfter(e.on()))) wrong.add("to");
        if (e.months() < 1 || e.months() > 12) wrong.add("months");
        if (e.wage() != null && e.wage().signum() < 0) wrong.add("wage");
        if (e.transportSubsidy() != null && e.transportSubsidy().signum() < 0) wrong.add("transportSubsidy");
        if (e.publicPost() == (e.postType() == null || e.postType().isBlank())) wrong.add("postType");
        if (e.workplace() == null) wrong.add("workplace");
        else wrong.addAll(e.workplace().wrong());
        return wrong;
    }

    private static Member at(EmploymentRecorded e, Member member) {
        return e.publicPost()
                ? change(null, e.postType(), e.months(), null, null).to(member)
                : change(e.months(), null, null, null, e.workplace()).to(member);
    }

    private static Member covered(InsuranceStatusRecorded e, Member member) {
        var held = new HashSet<Insurance>(member.insurances() == null ? List.of() : member.insurances());
        if (!(e.insured() ? held.add(e.kind()) : held.remove(e.kind()))) return member;
        return change(null, null, null, held.stream().sorted().toList(), null).to(member);
    }

    private static MemberChange change(
            Integer workMonths, String postType, Integer postMonths, List<Insurance> insurances, Workplace at) {
        return new MemberChange(
                null,
                null,
                null,
                null,
                null,
                workMonths,
                null,
                postType,
                postMonths,
                insurances,
                null,
                at == null ? null : MemberChange.PersonChange.working(at));
    }
}
