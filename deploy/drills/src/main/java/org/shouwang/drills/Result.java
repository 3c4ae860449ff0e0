package org.shouwang.drills;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One drill's line.
 *
 * @param drill its number
 * @param commands sent by the client, repetitions not counted
 * @param acknowledged of them
 * @param lost acknowledged and not there, or there and not everywhere
 * @param note what was done and what else was found
 */
record Result(int drill, int commands, int acknowledged, int lost, int doubled, int disordered, String note) {

    String line() {
        return "drill %d: %d commands, %d acknowledged, %d lost, %d doubled, %d disordered; %s"
                .formatted(drill, commands, acknowledged, lost, doubled, disordered, note);
    }

    /** {@code results.json} and {@code RESULTS.md}. */
    static void write(Path folder, List<Result> results, String when) {
        try {
            Files.writeString(
                    folder.resolve("results.json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
            var table = new StringBuilder(
                    "# Drills\n\nWritten by `deploy/drills/run`, " + when
                            + ".\n\n| drill | commands | acknowledged | lost | doubled | disordered | what was done and found |\n|---|---|---|---|---|---|---|\n");
            for (var r : results)
                table.append("| %d | %d | %d | %d | %d | %d | %s |\n"
                        .formatted(
                                r.drill,
                                r.commands,
                                r.acknowledged,
                                r.lost,
                                r.doubled,
                                r.disordered,
                                r.note.replace("|", "/")));
            Files.writeString(folder.resolve("RESULTS.md"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
