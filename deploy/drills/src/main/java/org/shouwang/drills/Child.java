package org.shouwang.drills;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.shouwang.stack.Failure;

/** A process that a drill started: the only kind that a drill ends. Whatever still runs ends with the drill's own process. */
final class Child {

    private static final Duration GONE = Duration.ofSeconds(30);

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "end-of-children"));
    }

    private final Process process;

    private Child(Process process) {
        this.process = process;
        RUNNING.add(process);
        process.onExit().thenAccept(RUNNING::remove);
    }

    /** @param log what it says is appended there */
    static Child start(List<String> command, Map<String, String> environment, Path folder, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Until it ends by itself, for at most 10 s. */
    void await() {
        process.onExit().completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
    }

    /** SIGKILL; returns when the process is gone. @throws Failure where it is still there 30 s later */
    void kill() {
        process.destroyForcibly();
        gone(process.toHandle());
    }

    /** SIGTERM, which lets a service hand over what it holds, and after 20 s SIGKILL; returns when the process is gone. */
    void end() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(null, 20, TimeUnit.SECONDS)
                .thenRun(process::destroyForcibly)
                .join();
        gone(process.toHandle());
    }

    /** Waits until it is. @throws Failure where it is still there 30 s later */
    static void gone(ProcessHandle process) {
        process.onExit()
                .completeOnTimeout(null, GONE.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (process.isAlive())
            throw new Failure("Process " + process.pid() + " is still there " + GONE.toSeconds() + " s after SIGKILL.");
    }
}
