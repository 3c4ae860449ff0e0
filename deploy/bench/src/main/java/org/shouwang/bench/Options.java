package org.shouwang.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.stack.Failure;

/**
 * What the command line asks for.
 *
 * @param rows in the order of {@link Row}
 */
record Options(boolean quick, Set<Row> rows, Set<Subject> subjects, boolean help) {

    static final String HELP = """
            Measures the journal side by side with raw PostgreSQL, Axon Framework and Pekko Persistence.

            Usage: deploy/bench/run [options]
              --quick          smaller and shorter, within 3 minutes, without append-10m and without making an AOT cache; the full run takes up to 30
              --rows a,b       only these rows: %s
              --subjects a,b   only these: %s
              --help           this text

            A full run of all rows and subjects, in all rounds, writes RESULTS.md and results.json into deploy/bench; any other, and one that had no
            time for all rounds, into deploy/bench/target.""".formatted(
                    Arrays.stream(Row.values()).map(Row::label).collect(Collectors.joining(" ")),
                    Arrays.stream(Subject.values()).map(Subject::label).collect(Collectors.joining(" ")));

    static Options parse(List<String> arguments) {
        var options = new Options(false, EnumSet.allOf(Row.class), EnumSet.allOf(Subject.class), false);
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            options = switch (option) {
                case "--quick" -> new Options(true, options.rows, options.subjects, options.help);
                case "--help", "-h" -> new Options(options.quick, options.rows, options.subjects, true);
                case "--rows" -> new Options(options.quick, rows(value(option, rest)), options.subjects, options.help);
                case "--subjects" ->
                    new Options(options.quick, options.rows, subjects(value(option, rest)), options.help);
                default -> throw new Failure("There is no option " + option + "; --help lists them.");
            };
        }
        return options;
    }

    boolean wants(Row row, Subject subject) {
        return rows.contains(row) && subjects.contains(subject) && row.subjects.contains(subject);
    }

    /** Everything, at full length. */
    boolean complete() {
        return !quick && rows.size() == Row.values().length && subjects.size() == Subject.values().length;
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) throw new Failure(option + " needs a value; --help shows it.");
        return rest.next();
    }

    private static Set<Row> rows(String labels) {
        return Arrays.stream(labels.split(","))
                .map(label -> Row.of(label).orElseThrow(() -> new Failure("There is no row " + label + ".")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Row.class)));
    }

    private static Set<Subject> subjects(String labels) {
        return Arrays.stream(labels.split(","))
                .map(label -> Arrays.stream(Subject.values())
                        .filter(subject -> subject.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new Failure("There is no subject " + label + ".")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
    }
}
