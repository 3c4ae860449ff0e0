package org.shouwang.monitoring.removal;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;

import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.removal.RemovalCase.Progress;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** How a removal is made public in the village, and what comes of objections. A notice of n days posted on day D is over at the end of D+n. */
final class Publicity {

    private Publicity() {}

    static Decision<RemovalEvent> publicize(Publicize c, Progress p) {
        if (p.terms().publicity().forbidden()) return refuse(PUBLICITY_FORBIDDEN_BY_POLICY);
        if (!p.takes(RemovalStep.PUBLICITY))
            return refuse(STEP_OUT_OF_ORDER, p.next().name());
        if (p.publicized() != null) return refuse(STEP_OUT_OF_ORDER, p.next().name());
        var early = Steps.order(p, RemovalStep.PUBLICITY, c.postedOn());
        if (early != null) return early;
        var sensitive = Stream.of(c.text(), c.place())
                .flatMap(text -> SensitiveText.forbiddenInNotice(text).stream())
                .distinct()
                .toList();
        if (!sensitive.isEmpty()) return refuse(SENSITIVE_FIELD_IN_NOTICE, sensitive);
        var unfit = Steps.papers(p, RemovalStep.PUBLICITY, c.documents());
        return unfit != null ? unfit : accept(posted(c, p));
    }

    static RemovalPublicized posted(Publicize c, Progress p) {
        var endsOn = p.terms()
                .due(
                        c.postedOn(),
                        p.terms().removal().publicityDays(),
                        p.terms().publicity().dayType());
        return new RemovalPublicized(c.noticeId(), c.place(), c.postedOn(), endsOn, c.by(), c.documents());
    }

    static Decision<RemovalEvent> end(EndPublicity c, Progress p) {
        if (p.publicized() == null || p.ended() != null)
            return refuse(STEP_OUT_OF_ORDER, p.next().name());
        if (c.endedOn().isBefore(p.publicized().endsOn()))
            return refuse(PUBLICITY_NOT_FINISHED, p.publicized().endsOn().toString());
        if (p.objectionOpen()) return refuse(PUBLICITY_OBJECTION_OPEN);
        return accept(new RemovalPublicityEnded(c.endedOn(), c.documents()));
    }

    static Decision<RemovalEvent> raise(Raise c, Progress p) {
        if (p.objections().containsKey(c.objectionId())) return refuse(OBJECTION_DECIDED);
        if (p.publicized() == null) return refuse(STEP_OUT_OF_ORDER, p.next().name());
        if (p.ended() != null || c.raisedOn().isAfter(p.publicized().endsOn())) return refuse(PUBLICITY_OVER);
        if (c.raisedOn().isBefore(p.publicized().postedOn()))
            return refuse(DATE_OUT_OF_ORDER, p.publicized().postedOn().toString());
        var sensitive = SensitiveText.numbersIn(c.text());
        return sensitive.isEmpty() ? accept(raised(c)) : refuse(SENSITIVE_TEXT, sensitive);
    }

    static RemovalObjectionRaised raised(Raise c) {
        return new RemovalObjectionRaised(c.objectionId(), c.raisedOn(), c.text());
    }

    static Decision<RemovalEvent> decide(DecideObjection c, Progress p) {
        var objection = p.objections().get(c.objectionId());
        if (objection == null) return refuse(OBJECTION_UNKNOWN);
        if (objection.resolved() != null) return refuse(OBJECTION_DECIDED);
        if (c.by().equals(objection.postedBy())
                || p.publicized() != null && c.by().equals(p.publicized().by())) return refuse(SEPARATION_OF_DUTIES);
        if (c.decidedOn().isBefore(objection.raised().raisedOn()))
            return refuse(DATE_OUT_OF_ORDER, objection.raised().raisedOn().toString());
        var unfit = Approvals.reason(p, c.reason());
        return unfit != null ? unfit : accept(resolved(c));
    }

    static RemovalObjectionResolved resolved(DecideObjection c) {
        return new RemovalObjectionResolved(c.objectionId(), c.sustained(), c.reason(), c.decidedOn(), c.by());
    }
}
