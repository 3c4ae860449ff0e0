package org.shouwang.monitoring.omission;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.facts.FactJson;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.line.VillageLines.VillageLine;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.recommendation.Circumstances;
import org.shouwang.monitoring.recommendation.Recommender;

/**
 * What is known of a household that is neither monitored nor decided against, for the recommendation to be asked. Its risks are those of its
 * clues and of the visit of its last case, and what the last check found in danger.
 *
 * @param persons on the day @param items of the last check of the safeguards @param visited by a case, whose findings then stand for
 *     clues that name no code
 */
record Candidate(
        UUID householdId,
        String areaCode,
        RegisteredType registered,
        int persons,
        BigDecimal perCapita,
        BigDecimal reference,
        BigDecimal compared,
        YearMonth until,
        UUID incomeStatementId,
        List<SafeguardFact.Item> items,
        int clues,
        List<String> codes,
        boolean visited,
        boolean sudden,
        boolean severe,
        boolean hardship,
        boolean listed,
        List<String> assets,
        UUID caseId) {

    static Candidate of(Object[] r) {
        return new Candidate(
                (UUID) r[0],
                (String) r[1],
                RegisteredType.valueOf((String) r[2]),
                (Integer) r[3],
                Yuan.of(r[4]),
                r[5] == null ? null : Yuan.of(r[5]),
                Yuan.of(r[6]),
                YearMonth.parse((String) r[7]),
                (UUID) r[8],
                r[9] == null ? List.of() : FactJson.list((String) r[9], SafeguardFact.Item.class),
                (Integer) r[10],
                codes(r[11], r[12]),
                r[12] != null,
                (Boolean) r[13],
                (Boolean) r[14],
                (Boolean) r[15],
                (Boolean) r[16],
                split(r[17], "\n"),
                (UUID) r[18]);
    }

    /** As the recommendation of a case would be, had a visit found no more than this. */
    Omissions.Row judged(VillageLine line) {
        var advice = Recommender.recommend(line.terms(), line.amount(), circumstances());
        var meant = advice.include() && advice.type() != null;
        return new Omissions.Row(
                householdId,
                areaCode,
                registered,
                persons,
                compared,
                line.amount(),
                until,
                incomeStatementId,
                atRisk(),
                clues,
                risks(),
                meant,
                meant ? advice.type() : null,
                caseId);
    }

    private Circumstances circumstances() {
        return new Circumstances(
                registered, perCapita, reference, risks(), sudden, severe, hardship, listed, items, assets);
    }

    private boolean atRisk() {
        return items.stream().anyMatch(i -> i.result().bad());
    }

    /** A clue that names no code, and an item in danger for which the form has none, is another risk. */
    private List<String> risks() {
        var all = new ArrayList<>(codes);
        items.stream()
                .filter(i -> i.result().bad())
                .map(i -> code(i.indicator()))
                .forEach(all::add);
        if (all.isEmpty() && clues > 0 && !visited) all.add(RiskCode.OTHER);
        return all.stream().distinct().toList();
    }

    private static String code(Indicator indicator) {
        return switch (indicator) {
            case HOUSING -> "10";
            case WATER -> "11";
            case FOOD, CLOTHES, EDUCATION, MEDICAL -> RiskCode.OTHER;
        };
    }

    private static List<String> codes(Object ofClues, Object found) {
        var all = new ArrayList<>(split(found, ","));
        all.addAll(split(ofClues, ","));
        return all.stream().distinct().toList();
    }

    private static List<String> split(Object text, String by) {
        return text == null || ((String) text).isEmpty() ? List.of() : Arrays.asList(((String) text).split(by));
    }
}
