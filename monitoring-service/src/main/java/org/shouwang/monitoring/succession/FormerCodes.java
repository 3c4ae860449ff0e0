package org.shouwang.monitoring.succession;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/**
 * Villages whose codes were replaced: what is held against a village are days on which it was there, and what was done under a code that it
 * replaced was done for it.
 */
public final class FormerCodes {

    public static final String TABLE = "household_former";

    private static final String COUNTS =
            "(CODE = VILLAGE or not (village_stood(VILLAGE, DAY) and village_stood(CODE, DAY)))";

    private static final String CAME = """
            array(select former.household from household_former former where former.area_code ~>=~ PREFIX and former.area_code ~<~ (PREFIX || 'x')
              and former.on_day > FIRST and former.on_day <= LAST and (former.left_on is null or former.left_on > LAST))""";

    private FormerCodes() {}

    /**
     * SQL: what was done on a day under a code was done for a village: its own code, or one that it replaced while not both of them were there.
     *
     * @param village and {@code code}, one of {@code village_line(village)}, and {@code day}: expressions
     */
    public static String counts(String village, String code, String day) {
        return COUNTS.replace("VILLAGE", village).replace("CODE", code).replace("DAY", day);
    }

    /**
     * SQL: ids of the households that came from codes of an area to another code after the first day, and had not moved themselves by the last.
     *
     * @param prefix of the area, and {@code first} and {@code last}: expressions
     */
    public static String came(String prefix, String first, String last) {
        return CAME.replace("PREFIX", prefix).replace("FIRST", first).replace("LAST", last);
    }

    /** Codes under which a household was kept that were replaced after a day; none where it moved itself since. */
    public static Uni<List<String>> since(StatelessSession session, UUID household, LocalDate day) {
        return Sql.rows(
                        session,
                        "select area_code from household_former where household = $1 and on_day > $2 and left_on is null order by on_day, area_code",
                        household,
                        day)
                .map(rows -> rows.stream().map(r -> (String) r[0]).toList());
    }

    /** Whether the village was there at the end of a day: false only before its code replaced another, and after it was replaced itself. */
    public static Uni<Boolean> stood(StatelessSession session, String village, LocalDate day) {
        return Sql.rows(session, "select village_stood($1, $2)", village, day)
                .map(rows -> (Boolean) rows.getFirst()[0]);
    }

    /** @param recoded it stayed where it is; else it moved itself, and no former code leads to it any more */
    public static Uni<Integer> moved(
            StatelessSession session, UUID household, String from, String to, boolean recoded, LocalDate on) {
        if (!recoded)
            return Sql.update(
                    session,
                    "update household_former set left_on = $2 where household = $1 and left_on is null",
                    household,
                    on);
        if (to.equals(from)) return Uni.createFrom().item(0);
        return Sql.update(session, """
                insert into household_former (household, area_code, into_code, on_day) values ($1, $2, $3, $4)
                on conflict (household, area_code) do update set into_code = $3, on_day = $4, left_on = null
                """, household, from, to, on);
    }
}
