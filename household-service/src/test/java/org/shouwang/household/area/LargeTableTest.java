package org.shouwang.household.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.testing.Servers;

/** A tenth of the national table, or all of it with {@code -Dareas.counties=2900}, or a file with {@code -Dareas.file=…}. */
@QuarkusTest
@WithTestResource(Servers.class)
class LargeTableTest {

    private static final Logger LOG = Logger.getLogger(LargeTableTest.class);
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final int COUNTIES = Integer.getInteger("areas.counties", 290);
    private static final int TOWNS = 14;
    private static final int VILLAGES = 15;

    @TempDir
    Path folder;

    @Inject
    AreaImport imports;

    @Inject
    Clock clock;

    @Test
    void a_large_table_comes_in_block_by_block_and_a_second_time_changes_nothing() throws IOException {
        var given = System.getProperty("areas.file");
        var file = given == null ? table() : Path.of(given);
        var start = System.nanoTime();
        var first = imports.run(file, DAY, cause());
        var seconds = (System.nanoTime() - start) / 1e9;
        LOG.infof("%d areas in %.1f s", first.read(), seconds);
        assertThat(first.read()).isPositive();
        assertThat(first.added() + first.unchanged() + first.renamed()).isEqualTo(first.read());
        var second = imports.run(file, DAY, cause());
        assertThat(second).isEqualTo(new AreaImport.Imported(first.read(), 0, 0, 0, first.read()));
    }

    private Cause cause() {
        var id = UUID.randomUUID();
        return new Cause(Actor.system("test"), DAY, clock.instant(), id, id, null);
    }

    private Path table() throws IOException {
        var file = folder.resolve("areas.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("code,name\n");
            for (var county = 0; county < COUNTIES; county++) {
                var code = 100_000 + county * 100 + county % 90 + 1;
                out.write("%d000000,某县%d\n".formatted(code, county));
                for (var town = 1; town <= TOWNS; town++) {
                    out.write("%d1%02d000,某镇\n".formatted(code, town));
                    for (var village = 1; village <= VILLAGES; village++)
                        out.write("%d1%02d2%02d,某村民委员会\n".formatted(code, town, village));
                }
            }
        }
        return file;
    }
}
