package org.shouwang.monitoring.quarterly;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.quarterly.QuarterlyRefusal.*;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.quarterly.QuarterlyCommand.*;
import org.shouwang.monitoring.quarterly.QuarterlyEvent.*;

/** The rules of the quarterly review of a whole village: one a month, minutes that count, and numbers that agree with each other. */
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
                c.documents());
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
