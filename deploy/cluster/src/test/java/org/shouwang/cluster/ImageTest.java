package org.shouwang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's recipe and the script that starts a service in it, as far as they can be tried without containers. */
class ImageTest {

    private static final Path CLUSTER = Path.of("").toAbsolutePath();
    private static final Path HOME = CLUSTER.getParent().getParent();
    private static final Path OPTIONS =
            HOME.resolve("deploy/stack/src/main/resources/org/shouwang/stack/service.options");

    @TempDir
    Path app;

    @Test
    void each_file_that_is_copied_is_there_or_built() throws IOException {
        var copied = 0;
        for (var instruction : instructions()) {
            var words = List.of(instruction.split("\\s+"));
            if (!words.getFirst().equals("COPY") || instruction.contains("--from=")) continue;
            for (var source : words.subList(1, words.size() - 1)) {
                if (source.startsWith("--")) continue;
                var path =
                        HOME.resolve(source.replace("${SERVICE}", "household").replaceAll("/target/.*", "/pom.xml"));
                assertThat(path).exists();
                copied++;
            }
        }
        assertThat(copied).isEqualTo(5);
    }

    @Test
    void each_stage_and_argument_is_declared_where_it_is_used() throws IOException {
        var stages = new HashSet<String>();
        var arguments = new HashSet<String>();
        for (var instruction : instructions()) {
            var words = instruction.split("\\s+");
            if (words[0].equals("FROM")) {
                arguments.clear();
                assertThat(words[1].contains(":") || stages.contains(words[1]))
                        .as(words[1])
                        .isTrue();
                if (words.length == 4) stages.add(words[3]);
            }
            if (words[0].equals("ARG")) arguments.add(words[1]);
            var from = Pattern.compile("--from=(\\S+)").matcher(instruction);
            while (from.find()) assertThat(stages).contains(from.group(1));
            var used = Pattern.compile("\\$\\{(\\w+)}").matcher(instruction);
            while (used.find()) assertThat(arguments).as(instruction).contains(used.group(1));
        }
    }

    @Test
    void the_service_runs_as_a_numbered_user_and_by_the_script() throws IOException {
        var instructions = instructions();
        assertThat(instructions.getLast()).isEqualTo("ENTRYPOINT [\"/app/entry\"]");
        assertThat(instructions.subList(instructions.lastIndexOf("FROM jvm"), instructions.size()))
                .contains("USER 10001");
        assertThat(CLUSTER.resolve("entry")).isExecutable();
    }

    @Test
    void the_script_uses_the_start_cache_where_there_is_one() throws Exception {
        Files.copy(CLUSTER.resolve("entry"), app.resolve("entry"));
        var java = Files.writeString(app.resolve("java"), "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(entry()).isEqualTo("@%1$s/service.options -jar %1$s/quarkus-run.jar".formatted(app));
        Files.createFile(app.resolve("app.aot"));
        assertThat(entry("-Xmx1g", "-Dname=two words"))
                .isEqualTo(
                        "@%1$s/service.options -XX:AOTCache=%1$s/app.aot -Xmx1g -Dname=two words -jar %1$s/quarkus-run.jar"
                                .formatted(app));
    }

    @Test
    void a_jvm_knows_every_option_that_services_are_started_with() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(List.of(java, "@" + OPTIONS, "-version"))).contains("Runtime Environment");
        var wrong = Files.writeString(app.resolve("wrong"), Files.readString(OPTIONS) + "-XX:+UseSerialGD\n");
        assertThat(run(List.of(java, "@" + wrong, "-version"))).contains("Unrecognized VM option");
    }

    private String entry(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("sh", app.resolve("entry").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().merge("PATH", app + ":", (old, mine) -> mine + old);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes()).strip();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    /** Without comments, each on one line. */
    private static List<String> instructions() throws IOException {
        return Files.readString(CLUSTER.resolve("Dockerfile"))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
