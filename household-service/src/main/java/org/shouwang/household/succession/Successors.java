package org.shouwang.household.succession;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.registry.Household.Place;

/**
 * Which codes stand in the place of others.
 *
 * @param until the last day of the old one
 */
record Successors(Map<String, String> next, Map<String, LocalDate> until) {

    private static final int VILLAGE = 12;

    static Uni<Successors> of(StatelessSession session, List<String> codes, String sql, LocalDate today) {
        return Sql.rows(session, sql, codes.toArray(String[]::new), today).map(rows -> {
            var next = new HashMap<String, String>();
            var until = new HashMap<String, LocalDate>();
            for (var r : rows) {
                next.put((String) r[0], (String) r[1]);
                until.put((String) r[0], (LocalDate) r[2]);
            }
            return new Successors(next, until);
        });
    }

    /** Null where nothing does. */
    String of(String code) {
        return next.get(code);
    }

    /**
     * A group that has a successor takes its households along, into another village too; a group or grid that has none in the new village is
     * left behind.
     */
    Place of(Place place) {
        var group = or(place.groupCode());
        var area = place.groupCode() != null && next.containsKey(place.groupCode())
                ? group.substring(0, VILLAGE)
                : or(place.areaCode());
        return new Place(area, inside(area, group), inside(area, or(place.gridCode())));
    }

    /** The first day on which all of them hold. */
    LocalDate since(Collection<String> codes) {
        return codes.stream()
                .map(until::get)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN.plusDays(1))
                .plusDays(1);
    }

    private String or(String code) {
        return code == null ? null : next.getOrDefault(code, code);
    }

    private static String inside(String area, String code) {
        return code != null && code.startsWith(area) ? code : null;
    }
}
