package org.shouwang.drills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The generator's own account: what has to be counted in an area, by going through everybody's life day by day. Counts of nought are left
 * out.
 */
final class CountyAccount {

    /** Households 户 and persons 人; 0 households where only persons are counted. */
    record Count(long households, long persons) {

        Count plus(Count other) {
            return new Count(households + other.households, persons + other.persons);
        }

        @Override
        public String toString() {
            return households + "/" + persons;
        }
    }

    /** Figures under their names, those that are not nought. */
    static final class Sheet {
        private final SortedMap<String, Count> counts = new TreeMap<>();

        void add(String name, long households, long persons) {
            if (households != 0 || persons != 0) counts.merge(name, new Count(households, persons), Count::plus);
        }

        Count of(String name) {
            return counts.getOrDefault(name, new Count(0, 0));
        }

        SortedMap<String, Count> counts() {
            return counts;
        }
    }

    /** Of what began and ended, what an inspection asks for. */
    private static final List<String> INSPECTED = List.of("included", "reEntered", "removed");

    private final Collection<CountyLife> lives;
    private final Map<String, Sheet> registered = new HashMap<>();

    CountyAccount(County county, Collection<CountyLife> lives) {
        this.lives = lives;
        county.households().forEach(household -> {
            for (var area : List.of(County.CODE, County.town(household.village())))
                register(
                        registered.computeIfAbsent(area, _ -> new Sheet()),
                        household,
                        1,
                        household.persons().size());
        });
    }

    private static void register(Sheet sheet, County.Household household, int households, int persons) {
        sheet.add("REGISTERED", households, persons);
        if (household.lifted()) sheet.add("I03", households, persons);
    }

    /** How many are on record at the end of a day, and how many of them 脱贫户. */
    Sheet households(String area, LocalDate day) {
        var sheet = new Sheet();
        registered
                .getOrDefault(area, new Sheet())
                .counts
                .forEach((name, c) -> sheet.add(name, c.households(), c.persons()));
        for (var life : lives) {
            var household = life.household;
            if (in(area, household.village()))
                register(sheet, household, -1, -household.persons().size());
            if (in(area, life.village(day))) register(sheet, household, 1, life.persons(day));
        }
        sheet.counts.values().removeIf(count -> count.equals(new Count(0, 0)));
        return sheet;
    }

    /** Stock at both ends of a month and what happened in between. */
    Sheet month(String area, YearMonth month) {
        var sheet = new Sheet();
        var before = month.atDay(1).minusDays(1);
        for (var life : lives) {
            if (life.watched(before).isPresent() && in(area, life.village(before)))
                sheet.add("before", 1, life.persons(before));
            stock(sheet, life, area, month.atEndOfMonth());
            for (var flow : flows(life)) if (YearMonth.from(flow.on()).equals(month)) add(sheet, life, area, flow);
            members(sheet, life, area, month);
        }
        return sheet;
    }

    private static void stock(Sheet sheet, CountyLife life, String area, LocalDate day) {
        var spell = life.watched(day).orElse(null);
        if (spell == null || !in(area, life.village(day))) return;
        var persons = life.persons(day);
        sheet.add("stock", 1, persons);
        sheet.add("types " + spell.type, 1, persons);
        sheet.add("mainRisks " + spell.risks.getFirst(), 1, persons);
        for (var risk : spell.risks) sheet.add("risks " + risk, 1, persons);
        sheet.add("registered " + (life.household.lifted() ? "LIFTED" : "GENERAL"), 1, persons);
    }

    /** What began or ended on a day. @param to of a move; else null */
    private record Flow(String name, LocalDate on, String to) {}

    private static List<Flow> flows(CountyLife life) {
        var flows = new ArrayList<Flow>();
        var episodes = life.spells.stream().filter(CountyLife.Spell::included).toList();
        for (var spell : episodes) {
            flows.add(new Flow(spell == episodes.getFirst() ? "included" : "reEntered", spell.decidedOn, null));
            if (spell.voidedOn != null) flows.add(new Flow("voided", spell.voidedOn, null));
            if (spell.removal == null) continue;
            flows.add(new Flow("removed", spell.removal.markedOn(), null));
            if (spell.removal.revokedOn() != null) flows.add(new Flow("revoked", spell.removal.revokedOn(), null));
        }
        for (var move : life.moves) flows.add(new Flow("moved", move.on(), move.to()));
        return flows;
    }

    private static void add(Sheet sheet, CountyLife life, String area, Flow flow) {
        var persons = life.persons(flow.on());
        if (flow.to() == null) {
            if (in(area, life.village(flow.on()))) sheet.add(flow.name(), 1, persons);
            return;
        }
        var from = in(area, life.village(flow.on().minusDays(1)));
        var to = in(area, flow.to());
        if (life.watched(flow.on()).isEmpty() || from == to) return;
        sheet.add(to ? "movedIn" : "movedOut", 1, persons);
    }

    /** Who came and went where the household was monitored the day before. */
    private static void members(Sheet sheet, CountyLife life, String area, YearMonth month) {
        for (var change : life.changes) {
            var eve = change.on().minusDays(1);
            if (YearMonth.from(change.on()).equals(month)
                    && life.watched(eve).isPresent()
                    && in(area, life.village(eve))) sheet.add(change.joined() ? "joined" : "left", 0, 1);
        }
    }

    /** What an inspection counts at the end of a day. */
    Sheet day(String area, LocalDate day) {
        var sheet = new Sheet();
        for (var life : lives) {
            var spell = life.watched(day).orElse(null);
            var here = in(area, life.village(day));
            if (here && struck(life, day)) sheet.add("I08", 1, life.persons(day));
            for (var flow : flows(life))
                if (INSPECTED.contains(flow.name())
                        && YearMonth.from(flow.on()).equals(YearMonth.from(day))
                        && !flow.on().isAfter(day)
                        && in(area, life.village(flow.on()))) sheet.add(flow.name(), 1, life.persons(flow.on()));
            if (spell == null || !here) continue;
            sheet.add("STOCK", 1, life.persons(day));
            switch (spell.type) {
                case UNSTABLE -> {
                    sheet.add("I09", 1, life.persons(day));
                    sheet.add(
                            "I12",
                            0,
                            life.household.persons().stream()
                                    .filter(p -> p.kind() != County.Kind.ADULT)
                                    .count());
                }
                case EDGE -> sheet.add("I10", 1, life.persons(day));
                case SUDDEN -> sheet.add("I11", 1, life.persons(day));
            }
        }
        return sheet;
    }

    /** Monitored on a day of this year up to this one, with a natural disaster on record. */
    private static boolean struck(CountyLife life, LocalDate day) {
        return life.spells.stream().filter(spell -> spell.risks.contains("02")).anyMatch(spell -> day.withDayOfYear(1)
                .datesUntil(day.plusDays(1))
                .anyMatch(spell::watched));
    }

    private static boolean in(String area, String village) {
        return village.startsWith(area.equals(County.CODE) ? area.substring(0, 6) : area.substring(0, 9));
    }
}
