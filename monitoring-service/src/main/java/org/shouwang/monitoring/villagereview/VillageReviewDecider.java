package org.shouwang.monitoring.villagereview;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.villagereview.VillageReviewRefusal.*;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.villagereview.VillageReview.*;
import org.shouwang.monitoring.villagereview.VillageReviewCommand.*;
import org.shouwang.monitoring.villagereview.VillageReviewEvent.*;

/** The rules of a village meeting on several households: minutes that count, each household once, all of this village. What it may decide of each, the household's own file says. */
public final class VillageReviewDecider implements Decider<VillageReviewCommand, VillageReview, VillageReviewEvent> {

    private record On(VillageReviewCommand command, VillageReview state) {}

    @Override
    public Decision<VillageReviewEvent> decide(VillageReviewCommand command, VillageReview state) {
        return switch (new On(command, state)) {
            case On(Hold c, Held h) when held(c).equals(h.held()) -> nothing();
            case On(Hold _, Held _) -> refuse(DUPLICATE_MEETING);
            case On(Hold c, None _) -> hold(c);
        };
    }

    private static Decision<VillageReviewEvent> hold(Hold c) {
        var flaws = c.minutes().flaws();
        if (!flaws.isEmpty()) return refuse(MINUTES_INCOMPLETE, flaws);
        if (!PersonCode.allOk(c.minutes().people())) return refuse(PERSON_CODE, "host", "recorder", "attendees");
        if (c.shouldAttend() != null
                && c.shouldAttend() < c.minutes().attendees().size()) return refuse(MINUTES_INCOMPLETE, "shouldAttend");
        if (c.results().stream().anyMatch(r -> kept(r) && tooMany(r, c))) return refuse(MINUTES_INCOMPLETE, "votes");
        var illFormed = DocumentRef.illFormed(c.documents());
        if (!illFormed.isEmpty()) return refuse(DOCUMENT_INVALID, illFormed);
        if (c.results().isEmpty() && c.strangers().isEmpty()) return refuse(HOUSEHOLDS_REQUIRED);
        var wrong = Stream.concat(c.strangers().stream(), twice(c.results())).toList();
        if (!wrong.isEmpty()) return refuse(HOUSEHOLDS_REFUSED, wrong);
        var sensitive = Stream.concat(
                        Stream.of(c.minutes().place()), c.results().stream().map(ReviewResult::reason))
                .flatMap(text -> SensitiveText.numbersIn(text).stream())
                .distinct()
                .sorted()
                .toList();
        return sensitive.isEmpty() ? accept(held(c)) : refuse(SENSITIVE_TEXT, sensitive);
    }

    /** Of what is carried into a file the file asks that itself. */
    private static boolean kept(ReviewResult result) {
        return result.topic() == ReviewTopic.REMOVAL && !result.agreed();
    }

    private static boolean tooMany(ReviewResult result, Hold c) {
        return result.votes() != null
                && result.votes().cast() > c.minutes().attendees().size();
    }

    private static VillageReviewHeld held(Hold c) {
        return new VillageReviewHeld(c.areaCode(), c.minutes(), c.shouldAttend(), c.results(), c.documents());
    }

    private static Stream<String> twice(List<ReviewResult> results) {
        return results.stream().collect(groupingBy(ReviewResult::householdId, counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> e.getKey() + ":ONCE")
                .sorted();
    }

    @Override
    public VillageReview initial() {
        return new None();
    }

    @Override
    public VillageReview evolve(VillageReview state, VillageReviewEvent event) {
        return switch (event) {
            case VillageReviewHeld e -> new Held(e);
        };
    }
}
