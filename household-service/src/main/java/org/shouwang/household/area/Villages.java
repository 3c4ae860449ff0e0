package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;

/** The villages inside an area, found by their code or by their name as people write it. A name that several bear finds none of them. */
public final class Villages {

    private static final Pattern END = Pattern.compile("(村民委员会|居民委员会|村委会|居委会|社区|村|\\s)+$");
    private static final String SEVERAL = "";

    private final Map<String, String> codes = new HashMap<>();

    private Villages() {}

    /** @param scope prefix of area codes */
    public static Uni<Villages> within(StatelessSession session, String scope) {
        return Sql.rows(
                        session,
                        "select code, name from area where level = 'VILLAGE' and code like $1 || '%' and valid_to is null",
                        scope)
                .map(rows -> {
                    var villages = new Villages();
                    for (var r : rows) {
                        villages.codes.put((String) r[0], (String) r[0]);
                        villages.codes.merge(plain((String) r[1]), (String) r[0], (_, _) -> SEVERAL);
                    }
                    return villages;
                });
    }

    /** Null where there is none, or more than one. */
    public String code(String village) {
        if (village == null) return null;
        var code = codes.getOrDefault(village, codes.get(plain(village)));
        return SEVERAL.equals(code) ? null : code;
    }

    /** A village's name without what it ends in: 青岗坪村委会 and 青岗坪村 are the same. */
    public static String plain(String name) {
        return END.matcher(name).replaceAll("");
    }
}
