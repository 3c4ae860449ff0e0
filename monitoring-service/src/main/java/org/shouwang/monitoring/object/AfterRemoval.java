package org.shouwang.monitoring.object;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What must be collected of a household once its risk is marked as removed (national collection rules): four losses that must not have
 * happened and nine amounts in yuan, scale 2, of the last twelve months. Net income may be negative, nothing else.
 *
 * @param dropout a child of compulsory-school age is out of school
 * @param houseDamaged the dwelling was damaged
 * @param uninsured a member is without basic medical insurance
 * @param waterDamaged the water supply was damaged
 * @param claims compensation received
 * @param selfPaid compliant spending paid by the household itself
 */
public record AfterRemoval(
        Boolean dropout,
        Boolean houseDamaged,
        Boolean uninsured,
        Boolean waterDamaged,
        BigDecimal wage,
        BigDecimal property,
        BigDecimal transfer,
        BigDecimal operating,
        BigDecimal cost,
        BigDecimal net,
        BigDecimal perCapita,
        BigDecimal claims,
        BigDecimal selfPaid) {

    /** The fields that were left empty, in the order of the form. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        note(missing, "dropout", dropout);
        note(missing, "houseDamaged", houseDamaged);
        note(missing, "uninsured", uninsured);
        note(missing, "waterDamaged", waterDamaged);
        note(missing, "wage", wage);
        note(missing, "property", property);
        note(missing, "transfer", transfer);
        note(missing, "operating", operating);
        note(missing, "cost", cost);
        note(missing, "net", net);
        note(missing, "perCapita", perCapita);
        note(missing, "claims", claims);
        note(missing, "selfPaid", selfPaid);
        return List.copyOf(missing);
    }

    /** One of the four losses happened. */
    public boolean lost() {
        return dropout || houseDamaged || uninsured || waterDamaged;
    }

    /** Amounts that cannot be: negative, net not the sum, nobody's share of it. @param members of the household, how many of whom live at home is not asked */
    public List<String> flaws(int members) {
        var flaws = new ArrayList<String>();
        var amounts = Map.of(
                "wage",
                wage,
                "property",
                property,
                "transfer",
                transfer,
                "operating",
                operating,
                "cost",
                cost,
                "claims",
                claims,
                "selfPaid",
                selfPaid);
        for (var field : new TreeSet<>(amounts.keySet())) if (amounts.get(field).signum() < 0) flaws.add(field);
        if (wage.add(operating).add(property).add(transfer).subtract(cost).compareTo(net) != 0) flaws.add("net");
        if (IntStream.rangeClosed(1, members)
                .noneMatch(n -> net.divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP)
                                .compareTo(perCapita)
                        == 0)) flaws.add("perCapita");
        return List.copyOf(flaws);
    }

    private static void note(List<String> missing, String field, Object value) {
        if (value == null) missing.add(field);
    }
}
