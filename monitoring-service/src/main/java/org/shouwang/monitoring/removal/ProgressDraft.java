package org.shouwang.monitoring.removal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.monitoring.removal.RemovalCase.Objection;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** A copy of a removal under way while some of it changes. */
final class ProgressDraft {
    RemovalProposed proposed;
    RemovalVisited visited;
    RemovalReviewed reviewed;
    RemovalConsented consented;
    RemovalPublicized publicized;
    RemovalPublicityEnded ended;
    Map<UUID, Objection> objections;
    RemovalTownApproved town;
    RemovalCountyApproved county;
    RemovalReturned returned;
    Set<String> visitors;
    Set<String> deciders;

    ProgressDraft(Progress p) {
        proposed = p.proposed();
        visited = p.visited();
        reviewed = p.reviewed();
        consented = p.consented();
        publicized = p.publicized();
        ended = p.ended();
        objections = p.objections();
        town = p.town();
        county = p.county();
        returned = p.returned();
        visitors = new HashSet<>(p.visitors());
        deciders = new HashSet<>(p.deciders());
    }

    Progress progress(LocalDate on) {
        return new Progress(
                proposed,
                visited,
                reviewed,
                consented,
                publicized,
                ended,
                objections,
                town,
                county,
                returned,
                Set.copyOf(visitors),
                Set.copyOf(deciders),
                on);
    }
}
