package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.identity.IdNumber;

/**
 * Whether a citizen's number begins with a county that the area table knows, or knew before it ended (GB/T 2260 in GB 11643). Asked only where
 * the deployment is strict about it: a number keeps the county of its issue, and a short table would refuse what is right.
 */
@ApplicationScoped
public class IdAreas {

    private static final int DIGITS = 6;
    private static final String REST = "000000";

    private final boolean strict;

    IdAreas(@ConfigProperty(name = "shouwang.identity.strict-area") boolean strict) {
        this.strict = strict;
    }

    /** First six digits of these numbers that are no county's. Only of what is a citizen's number by its form; others are refused elsewhere, or are none. */
    public Uni<Set<String>> unknown(StatelessSession session, Stream<String> numbers) {
        var asked = strict ? areas(numbers) : List.<String>of();
        if (asked.isEmpty()) return Uni.createFrom().item(Set.of());
        return Sql.rows(
                        session,
                        "select left(code, 6) from area where level = 'COUNTY' and code = any($1::text[])",
                        (Object) asked.stream().map(area -> area + REST).toArray(String[]::new))
                .map(known -> {
                    var unknown = new HashSet<>(asked);
                    known.forEach(r -> unknown.remove(r[0]));
                    return unknown;
                });
    }

    /** Null where it is no citizen's number by its form. */
    public static String area(String number) {
        var citizen = number != null
                && IdNumber.hasLength(number)
                && IdNumber.hasCheck(number)
                && IdNumber.birthDate(number).isPresent();
        return citizen ? number.substring(0, DIGITS) : null;
    }

    private static List<String> areas(Stream<String> numbers) {
        return numbers.map(IdAreas::area)
                .filter(area -> area != null)
                .distinct()
                .sorted()
                .toList();
    }
}
