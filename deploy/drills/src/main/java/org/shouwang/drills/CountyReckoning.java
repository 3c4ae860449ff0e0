package org.shouwang.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Holds what the services' lists say of each household against what was thought up for it. */
final class CountyReckoning {

    private static final String OPERATOR = "county-operator";
    private static final String COUNTY = "area=" + County.CODE;
    private static final LocalDate END = CountyPlan.LAST.atEndOfMonth();
    private static final int PROOFS = 20;

    /** Columns of the roster. */
    private static final int ROSTER = 24;

    private final CountyIds ids;
    private final CountyPlan plan;
    private final CountyDifferences differences;

    CountyReckoning(CountyIds ids, CountyPlan plan, CountyDifferences differences) {
        this.ids = ids;
        this.plan = plan;
        this.differences = differences;
    }

    void compare() {
        clues();
        objects();
        checks();
        warnings();
        removals();
        registry();
        roster();
        plans();
        proofs();
    }

    private void clues() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives())
            for (var clue : life.clues)
                expected.put(
                        life.household.no()
                                + (clue.rule() == null ? " " + clue.source() : " " + clue.rule() + " " + clue.period()),
                        switch (clue.answer()) {
                            case CASE -> "TO_CASE";
                            case WAITING -> "overdue";
                            case NO_RISK, NOT_FOUND -> clue.answer().name();
                        });
        var found = new TreeMap<String, String>();
        ids.each(
                OPERATOR,
                "/monitoring/clues?" + COUNTY,
                clue -> found.put(
                        ids.no(clue.path("householdId").asText())
                                + (clue.hasNonNull("rule")
                                        ? " " + clue.path("rule").asText() + " "
                                                + clue.path("period").asText()
                                        : " " + clue.path("source").asText()),
                        clue.path("result").asText(clue.path("overdue").asBoolean() ? "overdue" : "waiting")));
        differences.compare("clue", expected, found);
    }

    private void objects() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives()) {
            var episodes =
                    life.spells.stream().filter(CountyLife.Spell::included).toList();
            if (episodes.isEmpty()) continue;
            var last = episodes.getLast();
            var state = last.voidedOn != null ? "VOIDED" : last.watched(LocalDate.MAX) ? "ACTIVE" : "REMOVED";
            expected.put(
                    life.household.no(),
                    String.join(
                            " ",
                            Integer.toString(episodes.size()),
                            last.type.name(),
                            state,
                            last.risks.toString(),
                            life.village(END),
                            last.decidedOn.toString(),
                            state.equals("REMOVED") ? last.removal.markedOn().toString() : ""));
        }
        var found = new TreeMap<String, String>();
        ids.each(OPERATOR, "/monitoring/objects?" + COUNTY, object -> {
            var risks = new ArrayList<String>();
            object.path("risks").forEach(risk -> risks.add(risk.asText()));
            var state = object.path("state").asText();
            found.put(
                    ids.no(object.path("householdId").asText()),
                    String.join(
                            " ",
                            object.path("episode").asText(),
                            object.path("type").asText(),
                            state,
                            risks.toString(),
                            object.path("areaCode").asText(),
                            object.path("includedOn").asText(),
                            state.equals("REMOVED") ? object.path("removedOn").asText() : ""));
        });
        differences.compare("object", expected, found);
    }

    private void checks() {
        for (var life : plan.lives()) {
            if (life.spells.stream().noneMatch(CountyLife.Spell::included)) continue;
            var expected = new TreeMap<String, String>();
            for (var spell : life.spells)
                spell.visits.forEach((month, visit) -> expected.put(
                        month.toString(),
                        visit.on() == null ? "missed" : visit.on() + (visit.item() == null ? "" : " " + visit.item())));
            var found = new TreeMap<String, String>();
            for (var check : ids.get(OPERATOR, "/monitoring/objects/" + ids.household(life) + "/checks")) {
                var wanting = check.path("wanting").path(0).asText();
                found.put(
                        check.path("month").asText(),
                        check.path("missed").asBoolean()
                                ? "missed"
                                : check.path("visitedOn").asText() + (wanting.isEmpty() ? "" : " " + wanting));
            }
            differences.compare("visit to " + life.household.no(), expected, found);
        }
    }

    private void warnings() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives())
            for (var spell : life.spells)
                for (var visit : spell.visits.values())
                    if (visit.item() != null)
                        expected.put(
                                life.household.no() + " " + visit.item() + " " + visit.on(),
                                visit.closedOn() == null ? "RAISED" : "CLOSED " + visit.closedOn());
        differences.compare(
                "warning",
                expected,
                listed(
                        "/monitoring/warnings?" + COUNTY,
                        warning -> Map.entry(
                                ids.no(warning.path("householdId").asText()) + " "
                                        + warning.path("item").asText() + " "
                                        + warning.path("raisedOn").asText(),
                                warning.path("stage").asText()
                                        + (warning.hasNonNull("closedOn")
                                                ? " " + warning.path("closedOn").asText()
                                                : ""))));
    }

    private void removals() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives())
            for (var spell : life.spells)
                if (spell.removal != null)
                    expected.put(
                            life.household.no() + " " + spell.removal.proposedOn(),
                            spell.removal.natural() ? "MARKED NATURAL" : "MARKED ASSISTED");
        differences.compare(
                "removal",
                expected,
                listed(
                        "/monitoring/removals?" + COUNTY,
                        removal -> Map.entry(
                                ids.no(removal.path("householdId").asText()) + " "
                                        + removal.path("proposedOn").asText(),
                                removal.path("state").asText() + " "
                                        + removal.path("method").asText())));
    }

    /** What household-service heard of it. */
    private void registry() {
        for (var state : List.of("ACTIVE", "REMOVED")) {
            var expected = new TreeMap<String, String>();
            for (var life : plan.lives()) {
                var episodes =
                        life.spells.stream().filter(CountyLife.Spell::included).toList();
                if (episodes.isEmpty() || episodes.getLast().voidedOn != null) continue;
                if (episodes.getLast().watched(LocalDate.MAX) == state.equals("ACTIVE"))
                    expected.put(life.household.no(), life.persons(END) + " " + life.village(END));
            }
            differences.compare(
                    "on record as " + state,
                    expected,
                    listed(
                            "/household/households?%s&monitoredState=%s".formatted(COUNTY, state),
                            household -> Map.entry(
                                    household.path("householdNo").asText(),
                                    household.path("persons").asText() + " "
                                            + household.path("areaCode").asText())));
        }
    }

    /** The roster as a file: how many belong to a household, since when, its income then, its measures, and whether its risk is removed. */
    private void roster() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives()) {
            var episodes =
                    life.spells.stream().filter(CountyLife.Spell::included).toList();
            if (episodes.isEmpty() || episodes.getLast().voidedOn != null) continue;
            var last = episodes.getLast();
            var removed = !last.watched(LocalDate.MAX);
            expected.put(
                    life.household.no(),
                    String.join(
                            " ",
                            Integer.toString(life.persons(END)),
                            last.decidedOn.toString().substring(0, 7).replace("-", ""),
                            CountyStaff.yuan(last.income),
                            CountyYear.helpedIn(life, last).isAfter(CountyPlan.LAST) ? "0" : "1",
                            removed ? last.removal.natural() ? "自然消除" : "帮扶消除" : "",
                            removed ? last.removal.markedOn().toString() : ""));
        }
        var found = new TreeMap<String, String>();
        for (var line :
                ids.text(OPERATOR, "/household/rosters/monitored.csv?" + COUNTY).split("\r\n")) {
            var cells = line.split(",", -1);
            if (cells.length == ROSTER && cells[6].matches("C[0-9]{7}"))
                found.put(cells[6], String.join(" ", cells[8], cells[11], cells[17], cells[20], cells[22], cells[23]));
        }
        differences.compare("roster", expected, found);
    }

    /** What assistance-service heard of it. */
    private void plans() {
        var expected = new TreeMap<String, String>();
        for (var life : plan.lives()) {
            var episodes =
                    life.spells.stream().filter(CountyLife.Spell::included).toList();
            if (episodes.isEmpty()) continue;
            var last = episodes.getLast();
            var closed = last.voidedOn != null
                    ? last.voidedOn.toString()
                    : last.watched(LocalDate.MAX)
                            ? "open"
                            : last.removal.markedOn().toString();
            expected.put(life.household.no(), episodes.size() + " " + life.village(END) + " " + closed);
        }
        differences.compare(
                "plan",
                expected,
                listed(
                        "/assistance/plans?" + COUNTY,
                        line -> Map.entry(
                                ids.no(line.path("householdId").asText()),
                                line.path("episode").asText() + " "
                                        + line.path("areaCode").asText() + " "
                                        + line.path("closedOn").asText("open"))));
    }

    private TreeMap<String, String> listed(String path, Function<JsonNode, Map.Entry<String, String>> entry) {
        var found = new TreeMap<String, String>();
        ids.each(OPERATOR, path, item -> {
            var said = entry.apply(item);
            found.merge(said.getKey(), said.getValue(), (one, other) -> one + " and " + other);
        });
        return found;
    }

    private void proofs() {
        plan.lives().stream()
                .filter(life -> life.spells.size() > 1 || !life.moves.isEmpty())
                .limit(PROOFS)
                .forEach(life -> differences.compare(
                        "proof of " + life.household.no(),
                        true,
                        ids.get("auditor", "/archive/households/" + ids.household(life) + "/proof")
                                .path("whole")
                                .asBoolean()));
    }
}
