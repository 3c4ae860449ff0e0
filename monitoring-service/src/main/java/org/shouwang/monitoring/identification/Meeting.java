package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.identification.CaseCommand.Review;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.recommendation.Recommendation;

/** The village's review (评议): minutes that count, and a conclusion that says why where it differs from the recommendation. */
final class Meeting {

    private static final int PERCENT = 100;

    private Meeting() {}

    static Decision<CaseEvent> review(Review c, Open o) {
        if (o.visit() == null) return refuse(STEP_OUT_OF_ORDER, CaseStep.VISIT.name());
        if (o.review() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.REVIEW.name());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        var quorum = o.terms().review().quorumPercent();
        var gaps = gaps(c, quorum);
        if (!gaps.isEmpty()) return refuse(MINUTES_INCOMPLETE, gaps);
        if (!PersonCode.allOk(people(c))) return refuse(PERSON_CODE, "host", "recorder", "attendees");
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        if (!SensitiveText.numbersIn(c.place()).isEmpty()) return refuse(SENSITIVE_TEXT, "place");
        if (c.heldOn().isBefore(o.visit().visitedOn()))
            return refuse(DATE_OUT_OF_ORDER, o.visit().visitedOn().toString());
        if (quorum != null && c.attendees().size() * PERCENT < c.shouldAttend() * quorum) return refuse(QUORUM_NOT_MET);
        if (o.has(CaseStep.CONSENT) && (o.consent() == null || !Fieldwork.usable(c.consent(), c.heldOn())))
            return refuse(CONSENT_REQUIRED);
        var missing = missingDocuments(c, o);
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        if (o.visit().income() == null || c.income() == null) return refuse(INCOME_STATEMENT_REQUIRED);
        if (o.visit().safeguards() == null) return refuse(SAFEGUARD_CHECK_REQUIRED);
        if (c.income().state() == IncomeFact.State.SUPERSEDED) return refuse(STATEMENT_SUPERSEDED);
        if (!c.income().signed()) return refuse(SIGNATURE_MISSING, "INCOME_STATEMENT");
        var recommendation = o.recommendation() != null ? o.recommendation() : Fieldwork.recommendation(o, c.line());
        if (recommendation == null)
            return refuse(
                    LINE_NOT_DEFINED,
                    o.opened().areaCode(),
                    Integer.toString(o.opened().clueOn().getYear()));
        return conclude(c, o, recommendation);
    }

    private static Decision<CaseEvent> conclude(Review c, Open o, Recommendation r) {
        var named = c.type() != null ? c.type() : r.type();
        var type = c.included() ? named : null;
        var grade = c.included() ? r.grade() : null;
        var colouredOnly = type == null && grade != null && grade != Grade.RED;
        var risks = c.risks() == null
                ? o.visit().findings().risks()
                : c.risks().stream().distinct().toList();
        if (c.included()) {
            if (type == null && !colouredOnly) return refuse(TYPE_REQUIRED);
            if (type != null && !o.terms().objectTypes().contains(type)) return refuse(TYPE_NOT_IN_POLICY, type.name());
            if (contradicts(type, o.visit().registered())) return refuse(TYPE_INCONSISTENT, type.name());
            if (risks.isEmpty() && !colouredOnly) return refuse(RISK_REQUIRED);
            if (!RiskCode.unknown(risks).isEmpty()) return refuse(RISK_UNKNOWN, RiskCode.unknown(risks));
            if (risks.size() > RiskCode.MOST) return refuse(TOO_MANY_RISKS);
            if (risks.contains(RiskCode.OTHER) && blank(o.visit().findings().riskNote()) && blank(c.reason()))
                return refuse(RISK_NOTE_REQUIRED);
            var unfit = c.household().unfit(risks);
            if (!unfit.isEmpty()) return refuse(RISK_INCONSISTENT, unfit);
            if (c.votes() != null && !c.votes().carry()) return refuse(VOTES_AGAINST);
        }
        var differs = c.included() != r.include() || c.included() && type != r.type();
        var mustExplain = differs || c.included() && r.manualJustification() || !c.included() && r.inRange();
        if (mustExplain && Fieldwork.shorter(c.reason(), o.terms()))
            return refuse(REASON_REQUIRED, Integer.toString(o.terms().review().shortestReason()));
        var events = new ArrayList<CaseEvent>();
        if (o.recommendation() == null) events.add(new RecommendationComputed(r));
        events.add(new ReviewConcluded(
                c.heldOn(),
                c.place(),
                c.host(),
                c.recorder(),
                c.attendees(),
                c.shouldAttend(),
                c.votes(),
                c.included(),
                type,
                c.included() ? risks : List.of(),
                grade,
                c.reason(),
                differs,
                c.documents()));
        return accept(events);
    }

    static boolean same(Review c, ReviewConcluded held) {
        var conclusion = held.included() == c.included()
                && (!c.included()
                        || (c.type() == null || c.type() == held.type())
                                && (c.risks() == null
                                        || c.risks().stream()
                                                .distinct()
                                                .toList()
                                                .equals(held.risks())));
        return conclusion
                && Objects.equals(c.heldOn(), held.heldOn())
                && Objects.equals(c.place(), held.place())
                && Objects.equals(c.host(), held.host())
                && Objects.equals(c.recorder(), held.recorder())
                && c.attendees().equals(held.attendees())
                && Objects.equals(c.shouldAttend(), held.shouldAttend())
                && Objects.equals(c.votes(), held.votes())
                && Objects.equals(c.reason(), held.reason())
                && c.documents().equals(held.documents());
    }

    /**
     * Minutes count where time, place, host, recorder and attendees are all there, and as many signed in as attended; and where the policy asks for
     * a quorum, how many should have come.
     */
    private static List<String> gaps(Review c, Integer quorum) {
        var gaps = new ArrayList<String>();
        if (c.heldOn() == null) gaps.add("TIME");
        if (blank(c.place())) gaps.add("PLACE");
        if (blank(c.host())) gaps.add("HOST");
        if (blank(c.recorder())) gaps.add("RECORDER");
        if (c.attendees().isEmpty() || c.attendees().stream().anyMatch(Meeting::blank)) gaps.add("ATTENDEES");
        if (c.signIns() == null || c.signIns() != c.attendees().size()) gaps.add("SIGN_IN");
        if (quorum != null
                && (c.shouldAttend() == null || c.shouldAttend() < c.attendees().size())) gaps.add("SHOULD_ATTEND");
        if (c.votes() != null && c.votes().cast() > c.attendees().size()) gaps.add("VOTES");
        return List.copyOf(gaps);
    }

    /** The meeting's own papers, and those of the clue, which may be handed in up to now. */
    private static List<String> missingDocuments(Review c, Open o) {
        var all = new ArrayList<>(o.cited());
        all.addAll(c.documents());
        var missing = new LinkedHashSet<>(DocumentRef.missing(o.terms().documents(CaseStep.CLUE), all));
        missing.addAll(DocumentRef.missing(o.terms().documents(CaseStep.REVIEW), c.documents()));
        return List.copyOf(missing);
    }

    private static List<String> people(Review c) {
        var all = new ArrayList<>(c.attendees());
        all.add(c.host());
        all.add(c.recorder());
        return all;
    }

    private static boolean contradicts(ObjectType type, RegisteredType registered) {
        return type == ObjectType.UNSTABLE && registered != RegisteredType.LIFTED
                || type == ObjectType.EDGE && registered != RegisteredType.GENERAL;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
