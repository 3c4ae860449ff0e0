package org.shouwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.bench.Results.Cell;

class PublicationTest {

    private static final Cell LAST = new Cell(Row.APPEND_10M, 32, Subject.PEKKO);
    private static final Measured MEASURED = new Measured(1, 2, 3, 4, Used.NOTHING);

    @Test
    void a_full_run_of_all_rounds_is_published() {
        var publication = publication(all(3));
        assertThat(publication.folder()).isEqualTo("deploy/bench");
        assertThat(publication.reasonAgainst()).isEmpty();
    }

    @Test
    void a_full_run_that_had_no_time_for_a_round_is_written_elsewhere_and_says_which_is_wanting() {
        var results = all(2);
        Results.everything().filter(cell -> !cell.equals(LAST)).forEach(cell -> results.add(cell, MEASURED));
        var publication = publication(results);
        assertThat(publication.folder()).isEqualTo("deploy/bench/target");
        assertThat(publication.reasonAgainst())
                .hasValue(
                        "deploy/bench/RESULTS.md and results.json stay as they were: fewer than 3 rounds of append-10m (32, pekko).");
    }

    @Test
    void a_row_that_was_never_measured_is_wanting_too() {
        var results = new Results();
        Results.everything().filter(cell -> !cell.equals(LAST)).forEach(cell -> {
            for (var round = 0; round < 3; round++) results.add(cell, MEASURED);
        });
        assertThat(publication(results).folder()).isEqualTo("deploy/bench/target");
    }

    @Test
    void a_run_of_some_rows_or_a_quick_one_is_written_elsewhere_without_a_reason() {
        for (var arguments : List.of(List.of("--quick"), List.of("--rows", "append"), List.of("--subjects", "ours"))) {
            var publication = new Publication(Options.parse(arguments), Sizes.FULL, all(3));
            assertThat(publication.folder()).isEqualTo("deploy/bench/target");
            assertThat(publication.reasonAgainst()).isEmpty();
        }
    }

    private static Publication publication(Results results) {
        return new Publication(Options.parse(List.of()), Sizes.FULL, results);
    }

    private static Results all(int rounds) {
        var results = new Results();
        for (var round = 0; round < rounds; round++) Results.everything().forEach(cell -> results.add(cell, MEASURED));
        return results;
    }
}
