package org.shouwang.bench;

import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwang.bench.Results.Cell;

/** Where a run's report goes: only a full run of everything, in all rounds, takes the place of the one that is published. */
record Publication(Options options, Sizes sizes, Results results) {

    /** Inside of the project's folder. */
    String folder() {
        return options.complete() && wanting().isEmpty() ? "deploy/bench" : "deploy/bench/target";
    }

    /** What keeps a full run from being published; empty where nothing does, or where it was not meant to be. */
    Optional<String> reasonAgainst() {
        if (!options.complete() || wanting().isEmpty()) return Optional.empty();
        return Optional.of("deploy/bench/RESULTS.md and results.json stay as they were: fewer than %d rounds of %s."
                .formatted(sizes.rounds(), wanting()));
    }

    private String wanting() {
        return results.wanting(sizes.rounds()).stream().map(Publication::words).collect(Collectors.joining(", "));
    }

    private static String words(Cell cell) {
        return "%s (%d, %s)"
                .formatted(cell.row().label(), cell.callers(), cell.subject().label());
    }
}
