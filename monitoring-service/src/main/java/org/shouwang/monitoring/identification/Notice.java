package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;

import java.time.LocalDate;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.policy.CaseStep;

/** The village's publicity (公示) and the objections to it. */
final class Notice {

    private Notice() {}

    static Decision<CaseEvent> publicize(Publicize c, Open o) {
        if (!o.has(CaseStep.PUBLICITY)) return refuse(STEP_NOT_IN_POLICY, CaseStep.PUBLICITY.name());
        if (o.review() == null || !o.review().included()) return refuse(STEP_OUT_OF_ORDER, CaseStep.REVIEW.name());
        if (o.publicity() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.PUBLICITY.name());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (blank(c.text()) || blank(c.place())) return refuse(NOTICE_INCOMPLETE);
        var forbidden = SensitiveText.forbiddenInNotice(c.text() + "\n" + c.place());
        if (!forbidden.isEmpty()) return refuse(SENSITIVE_FIELD_IN_NOTICE, forbidden);
        if (c.postedOn().isBefore(o.review().heldOn()))
            return refuse(DATE_OUT_OF_ORDER, o.review().heldOn().toString());
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.PUBLICITY), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var rules = o.terms().publicity();
        return accept(new PublicityPosted(
                c.postedOn(),
                o.terms().due(c.postedOn(), rules.days(), rules.dayType()),
                c.place(),
                c.documents(),
                c.by()));
    }

    static boolean same(Publicize c, PublicityPosted posted) {
        return posted.postedOn().equals(c.postedOn())
                && posted.place().equals(c.place())
                && posted.documents().equals(c.documents());
    }

    static Decision<CaseEvent> end(EndPublicity c, Open o) {
        if (o.publicity() == null) return refuse(STEP_OUT_OF_ORDER, CaseStep.PUBLICITY.name());
        if (o.ended() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.PUBLICITY.name());
        if (c.endedOn().isBefore(o.publicity().endsOn()))
            return refuse(PUBLICITY_NOT_FINISHED, o.publicity().endsOn().toString());
        if (o.objected()) return refuse(PUBLICITY_OBJECTION_OPEN);
        return accept(new PublicityEnded(c.endedOn()));
    }

    static Decision<CaseEvent> object(RaiseObjection c, Open o) {
        if (o.publicity() == null) return refuse(STEP_OUT_OF_ORDER, CaseStep.PUBLICITY.name());
        if (o.objections().containsKey(c.objectionId())) return refuse(OBJECTION_EXISTS);
        if (o.town() != null || c.raisedOn().isAfter(o.publicity().endsOn())) return refuse(PUBLICITY_OVER);
        if (c.raisedOn().isBefore(o.publicity().postedOn()))
            return refuse(DATE_OUT_OF_ORDER, o.publicity().postedOn().toString());
        if (blank(c.text())) return refuse(REASON_REQUIRED);
        if (!SensitiveText.numbersIn(c.text()).isEmpty()) return refuse(SENSITIVE_TEXT, "text");
        return accept(new ObjectionRaised(c.objectionId(), c.raisedOn(), c.text()));
    }

    static Decision<CaseEvent> decide(DecideObjection c, Open o) {
        var objection = o.objections().get(c.objectionId());
        if (objection == null) return refuse(OBJECTION_UNKNOWN);
        if (objection.decision() != null) return refuse(OBJECTION_DECIDED);
        if (c.by().equals(objection.postedBy())
                || o.publicity() != null && c.by().equals(o.publicity().by()))
            return refuse(SEPARATION_OF_DUTIES, c.by());
        if (c.decidedOn().isBefore(objection.raisedOn()))
            return refuse(DATE_OUT_OF_ORDER, objection.raisedOn().toString());
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        if (Fieldwork.shorter(c.reason(), o.terms()))
            return refuse(REASON_REQUIRED, Integer.toString(o.terms().review().shortestReason()));
        return accept(resolved(c));
    }

    static ObjectionResolved resolved(DecideObjection c) {
        return new ObjectionResolved(c.objectionId(), c.decidedOn(), c.sustained(), c.reason());
    }

    /** The first day on which the next step may be taken. */
    static LocalDate nextFrom(Open o) {
        return o.publicity().endsOn().plusDays(1);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
