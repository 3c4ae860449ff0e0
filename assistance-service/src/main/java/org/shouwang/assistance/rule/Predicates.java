package org.shouwang.assistance.rule;

import static org.shouwang.assistance.measure.MeasureCode.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.assistance.facts.Person;
import org.shouwang.assistance.measure.MeasureItem;
import org.shouwang.assistance.rule.Dossier.Developmental;

/** What each rule looks at; an empty answer means that it is kept. */
final class Predicates {

    private Predicates() {}

    static List<String> planInTime(Dossier d, AssistancePolicy policy) {
        return late(d.date(), d.plan().planDueOn(), d.plan().approvedOn());
    }

    static List<String> helpedInTime(Dossier d, AssistancePolicy policy) {
        return late(d.date(), d.plan().measureDueOn(), d.helpedOn().orElse(null));
    }

    static List<String> riskAnswered(Dossier d, AssistancePolicy policy) {
        if (free(d, policy)) return List.of();
        return d.plan().risks().stream()
                .flatMap(risk -> policy.of(risk).stream()
                        .filter(r -> d.measures().stream().noneMatch(r::metBy))
                        .map(r -> risk + ": " + String.join("/", r.anyOf())))
                .toList();
    }

    static List<String> labourDevelops(Dossier d, AssistancePolicy policy) {
        return lacksDevelopment(d, policy) && overdue(d, policy) ? List.of("M01/M02/M03/M04") : List.of();
    }

    static List<String> labourShouldDevelop(Dossier d, AssistancePolicy policy) {
        return lacksDevelopment(d, policy) && !overdue(d, policy) ? List.of("M01/M02/M03/M04") : List.of();
    }

    static List<String> notOnlyAid(Dossier d, AssistancePolicy policy) {
        var full = d.members().stream().anyMatch(m -> m.labour().full());
        var onlyAid = !d.measures().isEmpty() && d.measures().stream().allMatch(m -> m.code() == M10);
        return full && onlyAid ? List.of("M10") : List.of();
    }

    static List<String> developmentalStated(Dossier d, AssistancePolicy policy) {
        return d.plan().developmental() == Developmental.IMPLEMENTED
                ? List.of()
                : d.developmental().map(m -> List.of(m.code().name())).orElse(List.of());
    }

    static List<String> noLabourStated(Dossier d, AssistancePolicy policy) {
        return d.wholeHouseholdWithoutLabour() && !Boolean.TRUE.equals(d.plan().noLabour())
                ? List.of("noLabour")
                : List.of();
    }

    static List<String> noLabourMisstated(Dossier d, AssistancePolicy policy) {
        return Boolean.TRUE.equals(d.plan().noLabour()) ? who(d, m -> m.labour().able()) : List.of();
    }

    static List<String> noLabourAided(Dossier d, AssistancePolicy policy) {
        return d.wholeHouseholdWithoutLabour() && !d.has(M10) ? List.of("M10") : List.of();
    }

    static List<String> aidFitsDibao(Dossier d, AssistancePolicy policy) {
        return d.has(MeasureItem.DIBAO) && !d.anybodyHolds("DIBAO") ? List.of("M10:DIBAO") : List.of();
    }

    static List<String> aidFitsTekun(Dossier d, AssistancePolicy policy) {
        return d.has(MeasureItem.TEKUN) && !d.anybodyHolds("TEKUN") ? List.of("M10:TEKUN") : List.of();
    }

    static List<String> subsidyFitsDisabled(Dossier d, AssistancePolicy policy) {
        return d.has(MeasureItem.DISABILITY_SUBSIDY) && !d.anybodyHolds("DISABLED")
                ? List.of("M10:DISABILITY_SUBSIDY")
                : List.of();
    }

    static List<String> dibaoIsPlanned(Dossier d, AssistancePolicy policy) {
        return d.has(MeasureItem.DIBAO) ? List.of() : who(d, m -> m.holds("DIBAO"));
    }

    static List<String> workHasWorker(Dossier d, AssistancePolicy policy) {
        var work = d.has(M02) || d.has(M04);
        var posts = holders(d);
        return work && d.members().stream().noneMatch(m -> m.working() || posts.contains(m.id()))
                ? List.of(d.has(M02) ? "M02" : "M04")
                : List.of();
    }

    static List<String> wageAfterRemoval(Dossier d, AssistancePolicy policy) {
        return (d.has(M02) || d.has(M04)) && removed(d) && !positive(d.around().wageAfter())
                ? List.of("wage")
                : List.of();
    }

    static List<String> transferAfterRemoval(Dossier d, AssistancePolicy policy) {
        var aid = d.has(MeasureItem.DIBAO) || d.has(MeasureItem.TEKUN) || d.has(MeasureItem.DISABILITY_SUBSIDY);
        return aid && removed(d) && !positive(d.around().transferAfter()) ? List.of("transfer") : List.of();
    }

    static List<String> postOfAge(Dossier d, AssistancePolicy policy) {
        var posts = holders(d);
        return who(d, m -> posts.contains(m.id()) && !ofAge(m, d.date(), policy.publicPostMinAge()));
    }

    static List<String> studentNotWorking(Dossier d, AssistancePolicy policy) {
        return who(
                d,
                m -> working(d, m)
                        && m.student() != null
                        && policy.studentsNotWorking().contains(m.student()));
    }

    static List<String> tekunNotWorking(Dossier d, AssistancePolicy policy) {
        return who(d, m -> working(d, m) && m.holds("TEKUN"));
    }

    static List<String> ableToWork(Dossier d, AssistancePolicy policy) {
        return who(d, m -> working(d, m) && !m.labour().able());
    }

    static List<String> helperNamed(Dossier d, AssistancePolicy policy) {
        return d.around().helper() == null ? List.of("HELPER") : List.of();
    }

    private static List<String> late(LocalDate date, LocalDate due, LocalDate done) {
        return due != null && date.isAfter(due) && (done == null || done.isAfter(due))
                ? List.of(due.toString())
                : List.of();
    }

    private static boolean lacksDevelopment(Dossier d, AssistancePolicy policy) {
        return !free(d, policy) && d.hasLabour() && d.developmental().isEmpty();
    }

    private static boolean overdue(Dossier d, AssistancePolicy policy) {
        var included = d.plan().includedOn();
        return included != null && d.date().isAfter(included.plusMonths(policy.developmentalMonths()));
    }

    private static boolean free(Dossier d, AssistancePolicy policy) {
        return d.around().grade() != null
                && policy.gradesWithoutDuty().contains(d.around().grade());
    }

    /** Registered as working, or to be helped to work away. */
    private static boolean working(Dossier d, Person person) {
        return person.working()
                || d.measures().stream()
                        .anyMatch(m -> m.item() == MeasureItem.AWAY_WORK
                                && m.code() == M02
                                && m.memberIds().contains(person.id()));
    }

    /** Who holds a public-welfare post; that is work at home, which the register does not count as working away. */
    private static List<UUID> holders(Dossier d) {
        return d.measures().stream()
                .filter(m -> m.code() == M04)
                .flatMap(m -> m.memberIds().stream())
                .toList();
    }

    private static boolean removed(Dossier d) {
        return d.around().removedOn() != null && !d.date().isBefore(d.around().removedOn());
    }

    private static boolean positive(BigDecimal amount) {
        return amount != null && amount.signum() > 0;
    }

    /** Of age in the month of birth already: the day of birth is not known here. */
    private static boolean ofAge(Person person, LocalDate date, int years) {
        return person.born() == null || !person.born().plusYears(years).isAfter(YearMonth.from(date));
    }

    private static List<String> who(Dossier d, Predicate<Person> wrong) {
        return d.members().stream().filter(wrong).map(m -> m.id().toString()).toList();
    }
}
