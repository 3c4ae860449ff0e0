package org.shouwang.monitoring.quality;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.meeting.MeetingEvent.JudgementMeetingHeld;
import org.shouwang.monitoring.object.ObjectEvent.*;
import org.shouwang.monitoring.quarterly.QuarterlyEvent.QuarterlyReviewRecorded;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** Which events write the fields that findings name, so that a finding says who recorded what is wrong. */
final class FieldEvents {

    private static final List<Class<?>> MINUTES = List.of(
            JudgementMeetingHeld.class, QuarterlyReviewRecorded.class, ReviewConcluded.class, RemovalReviewed.class);

    /** By field, without what follows its dot. What is not here is written by another service, or missing altogether. */
    private static final Map<String, List<Class<?>>> BY_FIELD = Map.ofEntries(
            Map.entry("risks", List.of(ObjectIncluded.class, RiskAdded.class, RiskResolved.class)),
            Map.entry("host", MINUTES),
            Map.entry("recorder", MINUTES),
            Map.entry("attendees", MINUTES),
            Map.entry("items", List.of(JudgementMeetingHeld.class)),
            Map.entry("counts", List.of(QuarterlyReviewRecorded.class)),
            Map.entry("householdsChecked", List.of(QuarterlyReviewRecorded.class)),
            Map.entry("householdsWithoutRisk", List.of(QuarterlyReviewRecorded.class)),
            Map.entry("visitedOn", List.of(HomeVisited.class, RemovalVisited.class)),
            Map.entry("consentedOn", List.of(ConsentLinked.class, RemovalConsented.class)),
            Map.entry("comparedOn", List.of(ComparisonCompleted.class)),
            Map.entry("reviewedOn", List.of(ReviewConcluded.class, RemovalReviewed.class)),
            Map.entry("postedOn", List.of(PublicityPosted.class, RemovalPublicized.class)),
            Map.entry("endsOn", List.of(PublicityPosted.class, RemovalPublicized.class)),
            Map.entry("endedOn", List.of(PublicityEnded.class, RemovalPublicityEnded.class)),
            Map.entry("townOn", List.of(TownReviewed.class, RemovalTownApproved.class)),
            Map.entry("countyOn", List.of(CountyDetermined.class, RemovalCountyApproved.class)),
            Map.entry("enteredOn", List.of(CaseEntered.class)),
            Map.entry("markedOn", List.of(RemovalMarked.class)),
            Map.entry("removedOn", List.of(RemovalMarked.class)),
            Map.entry("after", List.of(RemovalMarked.class)));

    /**
     * The last event that wrote one of the fields of a finding {@code f}, as a column for {@link Written#read}. Minutes about one household
     * are one event of several; a publicity that there never was is nobody's.
     */
    static final String RECORDED = Written.lastOfKind(
            "f.kind", "f.stream", """
            ev.type in (select w.type from unnest(f.fields) x (field) join (values %s) w (field, type) on w.field = split_part(x.field, '.', 1)
              where f.n <> %d or w.field <> 'postedOn')
            and ev.version = case when f.subject = '%s' and strpos(f.id, '/') > 0 then split_part(f.id, '/', 2)::bigint else ev.version end
            """.formatted(values(), Rule.PUBLICITY_SHORT.ordinal(), Subject.MINUTES));

    private FieldEvents() {}

    private static String values() {
        return BY_FIELD.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(event -> "('" + entry.getKey() + "', '" + event.getSimpleName() + "')"))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
