package org.shouwang.monitoring.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.ObjectType;

/**
 * Everything that one version of a policy says, as data: the lines, days, steps and papers that no code knows. A case keeps the terms
 * that it was opened under. Amounts in yuan per person and year; days are calendar days unless said otherwise, start day excluded;
 * what a policy does not say is null.
 *
 * @param areaPrefix leading digits of the area codes that it holds for; empty: everywhere
 * @param effectiveTo last day, inclusive; null: open
 * @param incomeMeasure how the policy calls the income that it compares; kept beside, a statement of the other measure is taken all the same
 * @param steps words of the procedure itself (排访评录测补销 as PAI FANG PING LU CE BU XIAO) or canonical steps; null: those of the procedure
 * @param identifyMaxDays from the clue's date to the end of identification, counted by {@code identifyDayType}; its null: calendar days
 * @param stepLimits the days that single steps of the identification have; null: only the whole has a limit
 * @param comparison the departments whose records may be compared with what the household said; null: any
 * @param negativeList what speaks against need (慎重纳入情形), by the only codes that a visit may flag; null: any code
 * @param planMaxDays from inclusion to an approved plan
 * @param sizeLimitPercent of the registered population that may be monitored, above 0, up to 100; beyond it somebody is warned and nobody refused; null: no limit
 * @param measureMaxDays from inclusion to the first measure put into effect
 */
public record PolicyTerms(
        String policyId,
        int version,
        String areaPrefix,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        Regime regime,
        List<ObjectType> objectTypes,
        IncomeMeasure incomeMeasure,
        IncomeBasis incomeBasis,
        Line line,
        Grading grading,
        Application application,
        Publicity publicity,
        Procedure procedure,
        List<String> steps,
        Integer identifyMaxDays,
        DayType identifyDayType,
        List<StepLimit> stepLimits,
        Integer planMaxDays,
        Integer measureMaxDays,
        Clues clues,
        List<StepEvidence> evidence,
        List<DepartmentRecords> comparison,
        List<NegativeItem> negativeList,
        Review review,
        Monitoring monitoring,
        Deadlines deadlines,
        QuarterlyReview quarterlyReview,
        Removal removal,
        BigDecimal sizeLimitPercent,
        WorkCalendar calendar) {

    /** 2020: while poverty was being ended. 2021: the transition after it. */
    public enum Regime {
        R2020,
        R2021
    }

    public enum IncomeMeasure {
        NET,
        DISPOSABLE
    }

    public enum IncomeBasis {
        /** The twelve months before the month of the clue. */
        ACTUAL_12M,
        /** The calendar year of the clue, estimated. */
        ESTIMATED_YEAR
    }

    /** @param useReferenceIncome compare the reference income (claims added, own payments taken off) instead of the net income */
    public record Line(Source source, BigDecimal amount, boolean inclusive, boolean useReferenceIncome) {
        public enum Source {
            FIXED,
            MONITORING_LINE_TABLE
        }
    }

    public record Grading(boolean enabled, BigDecimal redBelow, BigDecimal yellowBelow, RedRule redRule) {
        public enum RedRule {
            INCOME_OR_HARDSHIP,
            INCOME_AND_SAFEGUARD
        }
    }

    public record Application(boolean householdMayApply) {}

    /** @param level {@code VILLAGE_ONCE}: posted in the village, nowhere else again; null: not said; another word only in policies of before */
    public record Publicity(boolean required, boolean forbidden, int days, DayType dayType, String level) {}

    public enum DayType {
        CALENDAR,
        WORKING
    }

    /**
     * How long a step of the identification may take; the last day is whole.
     *
     * @param after the step from whose day on the days are counted: {@code CLUE}, the day on which the case was opened, or another one before it
     * @param days 1 or more
     * @param dayType null: calendar days
     */
    public record StepLimit(CaseStep step, CaseStep after, int days, DayType dayType) {}

    /** @param answerDays within which a clue is looked into */
    public record Clues(int answerDays, DayType dayType) {}

    /** @param documents kinds ({@code DOC_…}) of the papers that a step needs */
    public record StepEvidence(CaseStep step, List<String> documents) {}

    /** @param scopes parts of a consent, each of which alone allows the department to be asked */
    public record DepartmentRecords(String dept, List<String> scopes) {}

    /**
     * Something that speaks against need; it refuses nobody, but an inclusion in spite of it is explained.
     *
     * @param explainedAt {@code REVIEW}, where the meeting says why, or {@code TOWN}, where the town does; null: the review
     */
    public record NegativeItem(String code, String zh, String en, CaseStep explainedAt) {}

    /** @param quorumPercent of those who should attend, whose number the minutes then must tell; null: not checked */
    public record Review(Integer quorumPercent, int shortestReason) {}

    /**
     * @param cycle {@code MONTHLY}: a monitored household is visited every month; another word only in policies of before
     * @param reportDay day of the next month on whose end the village's report is due, or that month's last; null: no report is asked for
     * @param reportFrom the first month that is reported of; null: every month
     * @param meetings how often a village with monitored households meets to judge how they stand
     * @param shortestSituation characters that the minutes of such a meeting need at least on each household
     * @param sweepsPerYear focused sweeps over a village that end in a calendar year, at least; null: none asked for
     * @param sweepsFromMonth of the year, 1 to 12, from whose first day on a village with too few of them is told so; null: from January
     * @param patrol what grid members owe; null: nothing
     * @param sweepIncome registered types (LIFTED, GENERAL) of which a sweep asks for an income statement whenever the household was seen; of others
     *     where a risk is suspected; null: of nobody
     * @param checkDocuments kinds of the papers that a monthly visit at home needs, such as photos; null: none asked for
     * @param checklist what a village has to show on its wall; null: nothing
     * @param safeguardSignatures of the official and the household under every check of the safeguards (双签字), for whoever records it; null: optional
     */
    public record Monitoring(
            String cycle,
            Integer reportDay,
            YearMonth reportFrom,
            MeetingCycle meetings,
            Integer shortestSituation,
            Integer sweepsPerYear,
            Integer sweepsFromMonth,
            Patrol patrol,
            List<String> sweepIncome,
            List<String> checkDocuments,
            List<ChecklistItem> checklist,
            Signatures safeguardSignatures) {

        /** The last day, whole, on which a village may report of a month; null: it owes no report of that month. */
        public LocalDate reportDue(YearMonth month) {
            if (reportDay == null || reportFrom != null && month.isBefore(reportFrom)) return null;
            var next = month.plusMonths(1);
            return next.atDay(Math.min(reportDay, next.lengthOfMonth()));
        }
    }

    /** Whether both have to sign, or may. */
    public enum Signatures {
        REQUIRED,
        OPTIONAL
    }

    /** How often a village with monitored households owes a judgement meeting. */
    public enum MeetingCycle {
        WEEKLY,
        MONTHLY,
        NONE
    }

    /**
     * Every household of a grid is seen each month.
     *
     * @param absentMonths of the year, counted off from January, in one of which a household that is away for long is reached, be it by phone
     * @param weeklyReport whether each grid says every week whether all is normal
     */
    public record Patrol(int absentMonths, boolean weeklyReport) {}

    /** Fixed dates of the 2020 plan. {@code laterRed}: {@code SAME_MONTH}, end of the month in which a red case is found. */
    public record Deadlines(
            LocalDate initialSweep,
            LocalDate evaluation,
            LocalDate redEntry,
            LocalDate ledgers,
            LocalDate redClosure,
            String laterRed) {}

    /**
     * @param months of the year, 1 to 12, in each of which a village reviews all its households
     * @param minMinutes of a year that must say that nobody is at risk
     * @param appliesTo {@code VILLAGES_WITHOUT_OBJECTS}: a village with monitored households need not; else every village
     * @param documents kinds of the papers that a review needs
     */
    public record QuarterlyReview(List<Integer> months, Integer minMinutes, String appliesTo, List<String> documents) {}

    /**
     * @param minMonths between identification and removal
     * @param minMeasures put into effect against the household's risks
     * @param publicityDays 0: no publicity
     * @param noLabourBlocked a household entirely without labour is not removed
     * @param evidence kinds of the papers of each step of a removal, under the removal's own step names; null: none asked for
     * @param naturalPublicity whether the removal of a household that is gone is made public too
     * @param naturalProof which papers show why a household is gone, reason by reason; a reason that is not named, or null: any paper
     * @param revisitMonths a removed household is visited once in every so many months of the calendar, 1, 2, 3, 4, 6 or 12; null: never
     */
    public record Removal(
            int minMonths,
            Integer minMeasures,
            boolean consentRequired,
            Integer publicityDays,
            boolean noLabourBlocked,
            Integer stableMonths,
            boolean naturalPublicity,
            Integer revisitMonths,
            List<NaturalProof> naturalProof,
            List<RemovalEvidence> evidence) {}

    /** @param anyOf kinds of papers, one of which is enough */
    public record NaturalProof(NaturalReason reason, List<String> anyOf) {}

    public record RemovalEvidence(String step, List<String> documents) {}

    /** What is decided under them says so by this. */
    public PolicyRef ref() {
        return new PolicyRef(policyId, version);
    }

    /** The steps that a case under these terms goes through. */
    public Set<CaseStep> caseSteps() {
        var all = steps == null || steps.isEmpty()
                ? procedure.steps()
                : steps.stream()
                        .flatMap(word -> PolicyWords.steps(word).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseStep.class)));
        if (publicity.forbidden()) all.remove(CaseStep.PUBLICITY);
        return all;
    }

    /** Kinds of the papers without which a step is not done; none for a step that is left out. */
    public List<String> documents(CaseStep step) {
        return evidence.stream()
                .filter(e -> e.step() == step && caseSteps().contains(step))
                .flatMap(e -> e.documents().stream())
                .toList();
    }

    /** Those of {@code depts} that the policy lets nobody ask, or that are none. */
    public List<String> unknownDepartments(Collection<String> depts) {
        return comparison == null
                ? Department.unknown(depts)
                : depts.stream()
                        .filter(dept -> comparison.stream()
                                .noneMatch(records -> records.dept().equals(dept)))
                        .toList();
    }

    /** Those of {@code depts} that a consent of this {@code scope} does not let anybody ask. */
    public List<String> beyondConsent(Collection<String> depts, Collection<String> scope) {
        return comparison == null
                ? List.of()
                : comparison.stream()
                        .filter(records -> depts.contains(records.dept())
                                && records.scopes().stream().noneMatch(scope::contains))
                        .map(DepartmentRecords::dept)
                        .toList();
    }

    /** Those of {@code flags} that the negative list does not have. */
    public List<String> unknownFlags(Collection<String> flags) {
        return negativeList == null
                ? List.of()
                : flags.stream()
                        .filter(flag -> negativeList.stream()
                                .noneMatch(item -> item.code().equals(flag)))
                        .toList();
    }

    /** Those of {@code flags} that the town explains where the household is included; all others the review does. */
    public List<String> explainedByTown(Collection<String> flags) {
        return negativeList == null
                ? List.of()
                : flags.stream()
                        .filter(flag -> negativeList.stream()
                                .anyMatch(item -> item.code().equals(flag) && item.explainedAt() == CaseStep.TOWN))
                        .toList();
    }

    /** The step at which it is settled whether a household is included: the county's, or the town's where no county takes part. */
    public CaseStep decisiveStep() {
        return caseSteps().contains(CaseStep.COUNTY) ? CaseStep.COUNTY : CaseStep.TOWN;
    }

    public LocalDate due(LocalDate start, int days, DayType type) {
        return type == DayType.WORKING ? workCalendar().plus(start, days) : start.plusDays(days);
    }

    public WorkCalendar workCalendar() {
        return calendar == null ? new WorkCalendar(List.of(), List.of()) : calendar;
    }
}
