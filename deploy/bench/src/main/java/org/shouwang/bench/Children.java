package org.shouwang.bench;

import java.io.IOException;
import org.shouwang.stack.Failure;

/** Starts processes that end with the runner, however it ends. */
final class Children {

    private Children() {}

    /** @throws Failure where it cannot be started */
    static Process start(String name, ProcessBuilder builder) {
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return process;
        } catch (IOException e) {
            throw new Failure(name + " cannot be started: " + e.getMessage() + ".", e);
        }
    }
}
