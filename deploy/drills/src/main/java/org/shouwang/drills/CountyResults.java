package org.shouwang.drills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.shouwang.drills.CountyAccount.Count;
import org.shouwang.drills.CountyAccount.Sheet;
import org.shouwang.drills.CountyFigures.Line;

/**
 * What a county's year came to.
 *
 * @param touched households to which something happened
 * @param commands acknowledged, beside imports and deliveries
 * @param troubles answers other than 2xx and how often they came: each was asked again until it was answered for good
 * @param seconds from the empty system to the last figure
 * @param compared figures and entries of lists
 * @param lines by area and month
 * @param differences each in words; none, unless something is wrong
 */
record CountyResults(
        County county,
        int touched,
        int commands,
        String troubles,
        long seconds,
        int compared,
        List<Line> lines,
        List<String> differences) {

    private static final List<String> COLUMNS = List.of(
            "before",
            "included",
            "reEntered",
            "revoked",
            "movedIn",
            "removed",
            "voided",
            "movedOut",
            "joined",
            "left",
            "stock",
            "types UNSTABLE",
            "types EDGE",
            "types SUDDEN");

    private static final String HEAD = """
            | %s | 期初 before | 新增 included | 再次纳入 re-entered | 回退 revoked | 迁入 moved in | 消除 removed | 错纳撤销 voided | 迁出 moved out | 人口增加 joined | 人口减少 left | 期末 stock | 脱贫不稳定户 unstable | 边缘易致贫户 edge | 突发严重困难户 sudden |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private static final String LEFT_OUT = """

            Compared beside these: the same by type, risk and registered type for each town and month; the inspection's figures and the households on
            record on the 15th and the last of each month; each clue, object, visit, warning, removal and plan; each delivery and whom it hit.
            Left out: the colours of the 2020 plan, objections, returns and withdrawals, requests, sweeps and rosters, households that split, merge or
            end, plans on paper, helpers; meetings and quarterly reviews are not held, papers are cited by their fingerprints and not uploaded.
            """;

    private static final int SHOWN = 200;

    boolean nothing() {
        return differences.isEmpty();
    }

    String line() {
        return "%,d households, seed %d: %,d of them with %,d commands in %d s, answers other than 2xx %s; %,d figures and entries compared, %,d differ"
                .formatted(
                        county.size(),
                        county.seed(),
                        touched,
                        commands,
                        seconds,
                        troubles,
                        compared,
                        differences.size());
    }

    /** {@code RESULTS-county.md} and {@code results-county.json}. */
    void write(Path folder, String when) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("results-county.json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json()) + "\n");
            Files.writeString(folder.resolve("RESULTS-county.md"), markdown(when));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Households and persons of each figure; what was found only where it differs. */
    private ObjectNode json() {
        var root = new ObjectMapper().createObjectNode();
        root.put("households", county.size()).put("seed", county.seed()).put("touched", touched);
        root.put("commands", commands).put("seconds", seconds).put("compared", compared);
        differences.forEach(root.putArray("differences")::add);
        var all = root.putArray("lines");
        for (var line : lines) {
            var node = all.addObject();
            node.put("area", line.area()).put("month", line.month().toString());
            counts(node.putObject("expected"), line.expected());
            if (!line.expected().equals(line.found())) counts(node.putObject("found"), line.found());
        }
        return root;
    }

    private static void counts(ObjectNode node, SortedMap<String, Count> counts) {
        counts.forEach((name, count) -> node.put(name, count.toString()));
    }

    private String markdown(String when) {
        var text =
                new StringBuilder("# A county's year\n\nWritten by `deploy/drills/run county`, " + when + ". " + line()
                        + ". Households/persons (户/人) as the generator's own account has them; where the services say otherwise, ≠ and what"
                        + " they say.\n\n");
        text.append(HEAD.formatted("月 month"));
        for (var line : of(County.CODE)) row(text, line.month().toString(), line.expected(), line.found());
        text.append("\n").append(HEAD.formatted("乡镇 town, the whole year"));
        for (var town : county.towns()) row(text, town, year(of(town), true), year(of(town), false));
        text.append(LEFT_OUT).append("\n## Differences\n\n");
        if (nothing()) text.append("None.\n");
        differences.stream()
                .limit(SHOWN)
                .forEach(difference -> text.append("- ").append(difference).append('\n'));
        if (differences.size() > SHOWN) text.append("- and %,d more\n".formatted(differences.size() - SHOWN));
        return text.toString();
    }

    private List<Line> of(String area) {
        return lines.stream().filter(line -> line.area().equals(area)).toList();
    }

    /** Before of the first month, what happened in all, and the rest of the last. */
    private static SortedMap<String, Count> year(List<Line> months, boolean expected) {
        var year = new Sheet();
        for (var line : months)
            (expected ? line.expected() : line.found()).forEach((name, count) -> {
                var state = name.equals("stock") || name.contains(" ");
                if (name.equals("before") ? line == months.getFirst() : !state || line == months.getLast())
                    year.add(name, count.households(), count.persons());
            });
        return year.counts();
    }

    private static void row(
            StringBuilder text, String first, SortedMap<String, Count> expected, SortedMap<String, Count> found) {
        text.append("| ")
                .append(first)
                .append(" | ")
                .append(COLUMNS.stream()
                        .map(name -> cell(expected.get(name), found.get(name)))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private static String cell(Count expected, Count found) {
        var said = shown(found);
        return shown(expected).equals(said) ? said : shown(expected) + " ≠ " + said;
    }

    private static String shown(Count count) {
        if (count == null) return "0";
        return count.households() == 0 ? Long.toString(count.persons()) : count.toString();
    }
}
