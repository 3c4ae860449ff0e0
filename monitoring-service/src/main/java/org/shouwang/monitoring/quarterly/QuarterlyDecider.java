package org.shouwang.monitoring.quarterly;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.quarterly.QuarterlyRefusal.*;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.*;
import org.shouwang.monitoring.quarterly.QuarterlyEvent.*;

/** The rules of the quarterly review of a whole village: one a month, minutes that count, numbers that agree with each other, and names for whom is at risk. */
final class QuarterlyDecider implements Decider<QuarterlyCommand, QuarterlyReview, QuarterlyEvent> {

    private record On(QuarterlyCommand command, QuarterlyReview state) {}

    @Override
    public Decision<QuarterlyEvent> decide(QuarterlyCommand command, QuarterlyReview state) {
        return switch (new On(command, state)) {
            case On(Review c, QuarterlyReview s) when recorded(c).equals(s.recorded()) -> nothing();
            case On(Review _, QuarterlyReview s) when s.recorded() != null -> refuse(DUPLICATE_MEETING);
            case On(Review c, QuarterlyReview _) -> review(c);
        };
    }

    private static Decision<QuarterlyEvent> review(Review c) {
        var flaws = c.minutes().flaws();
        if (!flaws.isEmpty()) return refuse(MINUTES_INCOMPLETE, flaws);
        if (!YearMonth.from(c.minutes().heldOn()).equals(c.month()))
            return refuse(HELD_OUTSIDE_MONTH, c.month().toString());
        if (!PersonCode.allOk(c.minutes().people())) return refuse(PERSON_CODE, "host", "recorder", "attendees");
        if (!SensitiveText.numbersIn(c.minutes().place()).isEmpty()) return refuse(SENSITIVE_TEXT, "place");
        var illFormed = DocumentRef.illFormed(c.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        var missing = DocumentRef.missing(c.needed(), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var twice = twice(c.counts());
        if (!twice.isEmpty()) return refuse(CATEGORY_TWICE, twice);
        var sum = c.counts().stream().mapToLong(CategoryCount::households).sum();
        if (sum != c.householdsChecked() || c.householdsWithoutRisk() > c.householdsChecked())
            return refuse(
                    COUNTS_DISAGREE,
                    "counts=" + sum,
                    "householdsChecked=" + c.householdsChecked(),
                    "householdsWithoutRisk=" + c.householdsWithoutRisk());
        return named(c);
    }

    /** Whoever is not without risk is named, lives there, and has a risk that the national form knows. */
    private static Decision<QuarterlyEvent> named(Review c) {
        var atRisk = c.householdsChecked() - c.householdsWithoutRisk();
        if (c.atRisk().size() != atRisk)
            return refuse(
                    AT_RISK_NOT_NAMED, "atRisk=" + atRisk, "named=" + c.atRisk().size());
        var seen = new HashSet<UUID>();
        for (var named : c.atRisk()) {
            var household = named.found().householdId().toString();
            var risks = named.found().risks();
            var note = named.found().note();
            if (!seen.add(named.found().householdId())) return refuse(HOUSEHOLD_TWICE, household);
            if (named.endedOn() != null && !c.minutes().heldOn().isBefore(named.endedOn()))
                return refuse(HOUSEHOLD_ENDED, household);
            if (!named.areaCode().equals(c.areaCode())) return refuse(HOUSEHOLD_ELSEWHERE, household);
            if (risks.isEmpty()) return refuse(RISK_REQUIRED, household);
            if (!RiskCode.unknown(risks).isEmpty()) return refuse(RISK_UNKNOWN, RiskCode.unknown(risks));
            if (risks.size() > RiskCode.MOST) return refuse(TOO_MANY_RISKS, household);
            if (risks.contains(RiskCode.OTHER) && (note == null || note.isBlank()))
                return refuse(RISK_NOTE_REQUIRED, household);
            if (!SensitiveText.numbersIn(note).isEmpty()) return refuse(SENSITIVE_TEXT, "atRisk");
        }
        return accept(recorded(c));
    }

    private static List<String> twice(List<CategoryCount> counts) {
        var seen = new TreeSet<HouseholdCategory>();
        return counts.stream()
                .map(CategoryCount::category)
                .filter(category -> !seen.add(category))
                .map(Enum::name)
                .distinct()
                .toList();
    }

    private static QuarterlyReviewRecorded recorded(Review c) {
        return new QuarterlyReviewRecorded(
                c.areaCode(),
                c.month(),
                c.minutes(),
                c.counts(),
                c.householdsChecked(),
                c.householdsWithoutRisk(),
                c.documents(),
                c.atRisk().stream().map(Named::found).toList());
    }

    @Override
    public QuarterlyReview initial() {
        return new QuarterlyReview(null);
    }

    @Override
    public QuarterlyReview evolve(QuarterlyReview state, QuarterlyEvent event) {
        return switch (event) {
            case QuarterlyReviewRecorded e -> new QuarterlyReview(e);
        };
    }
}
