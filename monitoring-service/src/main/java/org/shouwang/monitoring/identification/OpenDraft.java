package org.shouwang.monitoring.identification;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.Objection;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.recommendation.Recommendation;

/** A copy of a case under way while some of it changes. */
final class OpenDraft {
    CaseOpened opened;
    HomeVisited visit;
    ConsentLinked consent;
    ComparisonRequests requests;
    ComparisonCompleted comparison;
    Recommendation recommendation;
    ReviewConcluded review;
    ComparisonCompleted judged;
    PublicityPosted publicity;
    Map<UUID, Objection> objections;
    PublicityEnded ended;
    TownReviewed town;
    CaseReturned returned;
    List<DocumentRef> cited;
    Set<String> visitors;
    Set<String> deciders;
    StepLimits limits;
    boolean overdue;

    OpenDraft(Open o) {
        opened = o.opened();
        visit = o.visit();
        consent = o.consent();
        requests = o.requests();
        comparison = o.comparison();
        recommendation = o.recommendation();
        review = o.review();
        judged = o.judged();
        publicity = o.publicity();
        objections = o.objections();
        ended = o.ended();
        town = o.town();
        returned = o.returned();
        cited = o.cited();
        visitors = new HashSet<>(o.visitors());
        deciders = new HashSet<>(o.deciders());
        limits = o.limits();
        overdue = o.overdue();
    }

    Open open() {
        return new Open(
                opened,
                visit,
                consent,
                requests,
                comparison,
                recommendation,
                review,
                judged,
                publicity,
                objections,
                ended,
                town,
                returned,
                cited,
                Set.copyOf(visitors),
                Set.copyOf(deciders),
                limits,
                overdue);
    }
}
