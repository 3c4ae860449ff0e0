package org.shouwang.assistance.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwang.assistance.facts.Person;
import org.shouwang.assistance.measure.MeasureCode;
import org.shouwang.assistance.measure.MeasureItem;
import org.shouwang.assistance.measure.MeasureRow;

/** Everything that the rules of help look at: the plan's own words, and what stands around it. Pure data. */
public record Dossier(LocalDate date, Words plan, Circumstances around) {

    /** 实施开发式帮扶措施情况 as the plan states it. */
    public enum Developmental {
        IMPLEMENTED,
        NOT_IMPLEMENTED
    }

    /**
     * What the plan says.
     *
     * @param noLabour 整户无劳动能力; null: left empty
     * @param developmental null: left empty
     * @param approvedOn null before
     * @param planDueOn null where the policy sets no limit; so is measureDueOn
     */
    public record Words(
            List<String> risks,
            LocalDate includedOn,
            LocalDate planDueOn,
            LocalDate measureDueOn,
            LocalDate approvedOn,
            Boolean noLabour,
            Developmental developmental) {}

    /**
     * What is known besides.
     *
     * @param measures of the household, cancelled ones left out
     * @param helper user id; null: nobody
     * @param grade of the 2020 plan; null: none
     * @param removedOn null while the risk stands
     * @param wageAfter yuan in the year, after removal; null: not collected
     * @param transferAfter the same of transfers
     */
    public record Circumstances(
            List<Person> members,
            List<MeasureRow> measures,
            String helper,
            String grade,
            LocalDate removedOn,
            BigDecimal wageAfter,
            BigDecimal transferAfter) {

        public Circumstances {
            members = List.copyOf(members);
            measures = measures.stream().filter(MeasureRow::standing).toList();
        }
    }

    List<Person> members() {
        return around.members();
    }

    List<MeasureRow> measures() {
        return around.measures();
    }

    boolean hasLabour() {
        return members().stream().anyMatch(m -> m.labour().able());
    }

    boolean wholeHouseholdWithoutLabour() {
        return !members().isEmpty() && !hasLabour();
    }

    boolean has(MeasureCode code) {
        return measures().stream().anyMatch(m -> m.code() == code);
    }

    boolean has(MeasureItem item) {
        return measures().stream().anyMatch(m -> m.code() == MeasureCode.M10 && m.item() == item);
    }

    boolean anybodyHolds(String tag) {
        return members().stream().anyMatch(m -> m.holds(tag));
    }

    Optional<MeasureRow> developmental() {
        return measures().stream().filter(m -> m.code().developmental()).findFirst();
    }

    /** The first measure that came into effect. */
    Optional<LocalDate> helpedOn() {
        return measures().stream()
                .filter(MeasureRow::implemented)
                .map(MeasureRow::implementedOn)
                .min(LocalDate::compareTo);
    }
}
