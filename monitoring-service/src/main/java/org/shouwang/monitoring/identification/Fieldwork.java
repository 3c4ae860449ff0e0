package org.shouwang.monitoring.identification;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.identification.CaseRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.IncomeWindow;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.CaseEvent.*;
import org.shouwang.monitoring.identification.IdentificationCase.Open;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.recommendation.Circumstances;
import org.shouwang.monitoring.recommendation.Recommendation;
import org.shouwang.monitoring.recommendation.Recommender;

/** The steps before the meeting: the visit, the household's consent, the comparison with the departments' records. */
final class Fieldwork {

    /** Who signs the visit form: who collects, and the household (双签字). */
    static final List<String> SIGNATURES = List.of("COLLECTOR", "HOUSEHOLDER");

    private Fieldwork() {}

    static Decision<CaseEvent> visit(Visit c, Open o) {
        if (o.review() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.REVIEW.name());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (c.visitors().isEmpty()) return refuse(VISITOR_REQUIRED);
        if (!PersonCode.allOk(c.visitors())) return refuse(PERSON_CODE, "visitors");
        var decided = visitors(c).stream().filter(o.deciders()::contains).toList();
        if (!decided.isEmpty()) return refuse(SEPARATION_OF_DUTIES, decided);
        var texts = sensitive(c.findings());
        if (!texts.isEmpty()) return refuse(SENSITIVE_TEXT, texts);
        var strange = o.terms().unknownFlags(c.findings().assetFlags());
        if (!strange.isEmpty()) return refuse(ASSET_FLAG_UNKNOWN, strange);
        if (c.visitedOn().isBefore(o.opened().clueOn()))
            return refuse(DATE_OUT_OF_ORDER, o.opened().clueOn().toString());
        var unsigned =
                SIGNATURES.stream().filter(s -> !c.signatures().contains(s)).toList();
        if (!unsigned.isEmpty()) return refuse(SIGNATURE_MISSING, unsigned);
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.VISIT), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        if (!o.opened().greenChannel()) {
            if (c.income() == null) return refuse(INCOME_STATEMENT_REQUIRED);
            if (c.safeguards() == null) return refuse(SAFEGUARD_CHECK_REQUIRED);
        }
        if (c.income() != null && c.income().state() == IncomeFact.State.SUPERSEDED)
            return refuse(STATEMENT_SUPERSEDED);
        if (c.income() != null && !window(o).covers(c.income()))
            return refuse(INCOME_WINDOW_MISMATCH, window(o).words());
        var risks = c.findings().risks();
        if (!RiskCode.unknown(risks).isEmpty()) return refuse(RISK_UNKNOWN, RiskCode.unknown(risks));
        if (new LinkedHashSet<>(risks).size() > RiskCode.MOST) return refuse(TOO_MANY_RISKS);
        if (risks.contains(RiskCode.OTHER) && blank(c.findings().riskNote())) return refuse(RISK_NOTE_REQUIRED);
        var unfit = c.household().unfit(risks);
        if (!unfit.isEmpty()) return refuse(RISK_INCONSISTENT, unfit);
        var visited = visited(c, o);
        return recommended(o.with(visited), c.line(), visited);
    }

    static Decision<CaseEvent> consent(LinkConsent c, Open o) {
        if (!o.has(CaseStep.CONSENT)) return refuse(STEP_NOT_IN_POLICY, CaseStep.CONSENT.name());
        if (o.town() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.TOWN.name());
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (c.linkedOn().isBefore(o.opened().clueOn()))
            return refuse(DATE_OUT_OF_ORDER, o.opened().clueOn().toString());
        if (!usable(c.consent(), c.linkedOn())) return refuse(CONSENT_REQUIRED);
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.CONSENT), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        return accept(linked(c));
    }

    static ConsentLinked linked(LinkConsent c) {
        return new ConsentLinked(
                c.consent().id(),
                c.linkedOn(),
                c.consent().validTo(),
                c.consent().scope(),
                c.documents());
    }

    /** Nobody's records are asked for without the household's consent. */
    static Decision<CaseEvent> request(RequestComparison c, Open o) {
        if (!o.has(CaseStep.COMPARE)) return refuse(STEP_NOT_IN_POLICY, CaseStep.COMPARE.name());
        if (o.town() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.TOWN.name());
        if (o.consent() == null || !usable(c.consent(), c.requestedOn())) return refuse(CONSENT_REQUIRED);
        var requested = requested(c);
        var unknown = o.terms().unknownDepartments(requested.depts());
        if (!unknown.isEmpty()) return refuse(DEPARTMENT_UNKNOWN, unknown);
        var beyond = o.terms().beyondConsent(requested.depts(), c.consent().scope());
        if (!beyond.isEmpty()) return refuse(CONSENT_SCOPE, beyond);
        var from = o.consent().linkedOn();
        if (c.requestedOn().isBefore(from)) return refuse(DATE_OUT_OF_ORDER, from.toString());
        return accept(requested);
    }

    static ComparisonRequested requested(RequestComparison c) {
        return new ComparisonRequested(c.depts().stream().distinct().sorted().toList(), c.requestedOn());
    }

    static Decision<CaseEvent> compare(Compare c, Open o) {
        if (!o.has(CaseStep.COMPARE)) return refuse(STEP_NOT_IN_POLICY, CaseStep.COMPARE.name());
        if (o.town() != null) return refuse(STEP_OUT_OF_ORDER, CaseStep.TOWN.name());
        if (o.has(CaseStep.CONSENT) && (o.consent() == null || !usable(c.consent(), c.comparedOn())))
            return refuse(CONSENT_REQUIRED);
        if (!DocumentRef.illFormed(c.documents()).isEmpty())
            return refuse(DOCUMENT_INVALID, DocumentRef.illFormed(c.documents()));
        if (c.departments().isEmpty()) return refuse(COMPARISON_EMPTY);
        var asked = c.departments().stream().map(Comparison::dept).distinct().toList();
        var unknown = o.terms().unknownDepartments(asked);
        if (!unknown.isEmpty()) return refuse(DEPARTMENT_UNKNOWN, unknown);
        if (o.has(CaseStep.CONSENT)) {
            var beyond = o.terms().beyondConsent(asked, c.consent().scope());
            if (!beyond.isEmpty()) return refuse(CONSENT_SCOPE, beyond);
        }
        if (c.departments().stream()
                .anyMatch(d -> !SensitiveText.numbersIn(d.item()).isEmpty()))
            return refuse(SENSITIVE_TEXT, "departments.item");
        var from = o.consent() == null ? o.opened().clueOn() : o.consent().linkedOn();
        if (c.comparedOn().isBefore(from)
                || c.departments().stream()
                        .anyMatch(d ->
                                d.comparedOn().isBefore(from) || d.comparedOn().isAfter(c.comparedOn())))
            return refuse(DATE_OUT_OF_ORDER, from.toString());
        var missing = DocumentRef.missing(o.terms().documents(CaseStep.COMPARE), c.documents());
        if (!missing.isEmpty()) return refuse(EVIDENCE_MISSING, missing);
        var completed = completed(c);
        return o.review() == null ? recommended(o.with(completed), c.line(), completed) : accept(completed);
    }

    static ComparisonCompleted completed(Compare c) {
        return new ComparisonCompleted(c.comparedOn(), c.departments(), c.documents());
    }

    /** The event, and what is recommended after it where that can be told and is news. */
    private static Decision<CaseEvent> recommended(Open after, BigDecimal line, CaseEvent event) {
        var events = new ArrayList<CaseEvent>(List.of(event));
        var news = recommendation(after, line);
        if (news != null && !news.equals(after.recommendation())) events.add(new RecommendationComputed(news));
        return accept(events);
    }

    /** Null where the visit, the income, the safeguards or the line are missing. */
    static Recommendation recommendation(Open o, BigDecimal line) {
        var visit = o.visit();
        if (line == null || visit == null || visit.income() == null || visit.safeguards() == null) return null;
        var findings = visit.findings();
        var flags = new LinkedHashSet<>(findings.assetFlags());
        if (o.comparison() != null)
            o.comparison().departments().stream()
                    .filter(Comparison::hit)
                    .forEach(d -> flags.add(d.item() == null ? d.dept() : d.dept() + ":" + d.item()));
        return Recommender.recommend(
                o.terms(),
                line,
                new Circumstances(
                        visit.registered(),
                        visit.income().perCapita(),
                        visit.income().perCapitaReference(),
                        findings.risks(),
                        findings.suddenEvent(),
                        findings.severeDifficulty(),
                        findings.hardship(),
                        findings.listedBefore(),
                        visit.safeguards().items(),
                        List.copyOf(flags)));
    }

    /** Of the month of the clue. */
    static IncomeWindow window(Open o) {
        return IncomeWindow.of(o.terms(), o.opened().clueOn());
    }

    static boolean usable(ConsentFact consent, LocalDate day) {
        return consent != null && consent.validOn(day) && !consent.scope().isEmpty();
    }

    /** Until the review, a statement that was filled in since makes it another visit. */
    static boolean same(Visit c, Open o) {
        var visited = visited(c, o);
        var known = o.visit();
        if (o.review() == null) return visited.equals(known);
        return visited.visitedOn().equals(known.visitedOn())
                && visited.visitors().equals(known.visitors())
                && visited.documents().equals(known.documents())
                && visited.findings().equals(known.findings())
                && Objects.equals(id(visited.income()), id(known.income()))
                && Objects.equals(id(visited.safeguards()), id(known.safeguards()));
    }

    private static UUID id(Income income) {
        return income == null ? null : income.statementId();
    }

    private static UUID id(Safeguards safeguards) {
        return safeguards == null ? null : safeguards.checkId();
    }

    private static HomeVisited visited(Visit c, Open o) {
        return new HomeVisited(
                c.visitedOn(),
                visitors(c),
                c.documents(),
                c.household().registeredType(),
                income(c.income()),
                safeguards(c.safeguards()),
                c.findings(),
                o.opened().greenChannel());
    }

    /** Who reports a visit counts as one of the visitors, so that nobody reviews what he brought in himself. */
    private static List<String> visitors(Visit c) {
        var all = new LinkedHashSet<>(c.visitors());
        all.add(c.recorder());
        return List.copyOf(all);
    }

    static Income income(IncomeFact f) {
        return f == null
                ? null
                : new Income(f.id(), f.from(), f.to(), f.net(), f.population(), f.perCapita(), f.perCapitaReference());
    }

    private static Safeguards safeguards(SafeguardFact f) {
        return f == null ? null : new Safeguards(f.id(), f.checkedOn(), f.items());
    }

    private static List<String> sensitive(Findings findings) {
        var fields = new ArrayList<String>();
        if (!SensitiveText.numbersIn(findings.riskNote()).isEmpty()) fields.add("riskNote");
        if (!SensitiveText.numbersIn(findings.note()).isEmpty()) fields.add("note");
        if (findings.assetFlags().stream()
                .anyMatch(f -> !SensitiveText.numbersIn(f).isEmpty())) fields.add("assetFlags");
        return List.copyOf(fields);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    static boolean shorter(String text, PolicyTerms terms) {
        return text == null || text.strip().length() < terms.review().shortestReason();
    }
}
