package org.shouwang.drills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who does what about one household, and the papers that are cited: by their fingerprints only, nothing is uploaded. */
final class CountyStaff {

    private static final List<String> SAFEGUARDS =
            List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER");

    /** Yuan in fen that a statement holds beside the wages: operating income and transfers less the cost. */
    private static final long BESIDE_WAGES = 230_000;

    final CountyIds ids;
    final CountyLife life;
    final UUID household;

    CountyStaff(CountyIds ids, CountyLife life) {
        this.ids = ids;
        this.life = life;
        household = ids.household(life);
    }

    UUID id(String what) {
        return ids.of(life, what);
    }

    /** Somebody of the village where the household lives on that day. */
    Command village(String role, LocalDate on, String path, String body) {
        return Command.put(role + "@" + life.village(on), path, body);
    }

    /** Somebody of its town. */
    Command town(String role, LocalDate on, String path, String body) {
        return Command.put(role + "@" + County.town(life.village(on)), path, body);
    }

    static Command county(String role, String path, String body) {
        return Command.put(role, path, body);
    }

    /** References of papers of these kinds, without the brackets. */
    String papers(String of, String... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> "{\"kind\":\"%s\",\"sha256\":\"%s\"}"
                        .formatted(kind, HexFormat.of().formatHex(Event.sha256(kind + household + of))))
                .collect(Collectors.joining(","));
    }

    /** Drafted of the twelve months before a month, and signed. @param income per person, in fen */
    List<Command> income(String what, YearMonth month, LocalDate on, long income) {
        var path = "/household/households/" + household + "/incomes/" + id(what);
        return List.of(
                village("info-officer", on, path, """
                        {"from":"%s","to":"%s","basis":"ACTUAL_12M","measure":"NET","population":%d,"claims":0,"selfPaid":0,"on":"%s",
                         "lines":[{"code":"A1","amount":%s},{"code":"B1","amount":2000},{"code":"C5","amount":0},{"code":"D6p","amount":800},{"code":"E1","amount":500}]}""".formatted(
                        month.minusMonths(12), month.minusMonths(1), life.persons(on), on, yuan(wages(income, on)))),
                village("info-officer", on, path + "/signatures", """
                        {"signatures":["COLLECTOR","HOUSEHOLDER"],"on":"%s"}""".formatted(on)));
    }

    /** What all earn together, so that so much comes to each. */
    long wages(long income, LocalDate on) {
        return income * life.persons(on) - BESIDE_WAGES;
    }

    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%d.%02d", fen / 100, fen % 100);
    }

    /** Of the household service, with nothing wanting. */
    Command safeguards(String what, LocalDate on) {
        return village(
                "info-officer",
                on,
                "/household/households/" + household + "/safeguard-checks/" + id(what),
                """
                {"checkedOn":"%s","method":"ON_SITE","signatures":["COLLECTOR","HOUSEHOLDER"],"items":[%s]}""".formatted(on, items(null)));
    }

    /** @param wanting the safeguard that is not in order; null: none */
    static String items(String wanting) {
        return SAFEGUARDS.stream()
                .map(i -> "{\"indicator\":\"%s\",\"result\":\"%s\"}".formatted(i, i.equals(wanting) ? "FAIL" : "PASS"))
                .collect(Collectors.joining(","));
    }

    /** Member ids of all adults who belong to it on a day, quoted. */
    String adults(LocalDate on) {
        var adults = life.household.persons().stream()
                .filter(p -> p.kind() != County.Kind.CHILD)
                .filter(p -> p.place() != County.Place.SON || !changed(false, on))
                .map(p -> ids.member(life, p))
                .collect(Collectors.toList());
        if (changed(true, on)) adults.add(id("newcomer"));
        return adults.stream().map(adult -> "\"" + adult + "\"").collect(Collectors.joining(","));
    }

    private boolean changed(boolean joined, LocalDate on) {
        return life.changes.stream().anyMatch(c -> c.joined() == joined && !on.isBefore(c.on()));
    }
}
