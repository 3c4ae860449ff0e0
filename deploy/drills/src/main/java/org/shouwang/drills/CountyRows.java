package org.shouwang.drills;

import java.util.List;
import java.util.Random;
import org.shouwang.drills.County.Household;
import org.shouwang.drills.CountyDelivery.Expected;
import org.shouwang.drills.CountyDelivery.Row;

/** Makes the rows of departments' lists: some that the rules speak of, some that stay below, some that nobody is found for. */
final class CountyRows {

    /** Inpatient costs in fen from which on they count, of 脱贫户 and of others (W-MED-1, W-MED-2). */
    private static final long LIFTED = 500_000;

    private static final long GENERAL = 2_000_000;
    private static final int ODD = 2;

    private final County county;
    private final Random random;
    private int strangers;

    CountyRows(County county, Random random) {
        this.county = county;
        this.random = random;
    }

    /** Of one or two of its members. @param fact the row itself says enough */
    void hit(Household household, List<Row> rows, boolean fact) {
        var limit = limit(household);
        var value = fact ? 0 : chance(20) ? limit : limit + random.nextInt(900_000);
        rows.add(new Row(head(household), value, household.number(), Expected.HIT));
        if (household.has(County.Place.SPOUSE) && chance(20))
            rows.add(new Row(household.persons().get(1).idNo(), value, household.number(), Expected.HIT));
    }

    /** The costs of somebody whose household is not among the rows yet, which stay below: those of one household are added up. */
    Row miss(List<Row> rows) {
        var household = county.household(random.nextInt(county.size()));
        while (named(rows, household)) household = county.household(random.nextInt(county.size()));
        var limit = limit(household);
        var value = chance(20) ? limit - 1 : 1 + random.nextInt((int) limit - 1);
        return new Row(head(household), value, household.number(), Expected.MISS);
    }

    private static boolean named(List<Row> rows, Household household) {
        return rows.stream().anyMatch(row -> row.household() == household.number());
    }

    /** People of elsewhere, and a number with a wrong check character. */
    void odd(List<Row> rows) {
        for (var i = 0; i < ODD; i++)
            rows.add(new Row(county.stranger(county.size() + strangers++), GENERAL, -1, Expected.UNMATCHED));
        var right = head(county.household(0));
        var wrong = right.substring(0, 17) + (right.endsWith("X") ? "1" : "X");
        rows.add(new Row(wrong, GENERAL, -1, Expected.FAULTY));
    }

    private static long limit(Household household) {
        return household.lifted() ? LIFTED : GENERAL;
    }

    private static String head(Household household) {
        return household.persons().getFirst().idNo();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
