package org.shouwang.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a short program to its end and keeps what it said. */
final class Commands {
    /** What a program said (both outputs, UTF-8) and its exit code. */
    record Result(int code, String output) {}

    private Commands() {}

    /** @throws Failure when the program cannot be started, or is still running after {@code limit} (it is then ended) */
    static Result run(List<String> command, Map<String, String> environment, Duration limit) {
        try {
            var output = java.nio.file.Files.createTempFile("shouwang-", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                var process = builder.start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new Failure("`" + String.join(" ", command) + "` did not end within " + limit.toSeconds()
                            + " seconds.");
                }
                return new Result(
                        process.exitValue(),
                        new String(java.nio.file.Files.readAllBytes(output), StandardCharsets.UTF_8).strip());
            } finally {
                java.nio.file.Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new Failure("`" + command.getFirst() + "` cannot be run: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while `" + command.getFirst() + "` was running.", e);
        }
    }
}
