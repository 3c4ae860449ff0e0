package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as a user does, as a process of its own, with stubs for the four services. */
class LauncherTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private final List<Process> launchers = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path home;

    private Path data;

    @BeforeEach
    void services() throws IOException {
        data = home.resolve("data");
        for (var name : StackPorts.SERVICES) {
            jar(home.resolve(name + "-service/target/quarkus-app/quarkus-run.jar"));
        }
    }

    @AfterEach
    void leaveNothing() throws Exception {
        for (var launcher : launchers) {
            launcher.destroy();
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void startsServesAndStopsInOrder() throws Exception {
        var launcher = launch();
        awaitLine("is ready after");
        var stack = stack();
        var gateway = stack.at("/gateway/url").asText();
        for (var name : StackPorts.SERVICES) {
            assertThat(get(gateway + "/" + name + "/any"))
                    .isEqualTo(stack.at("/services/" + name + "/pid").asText());
            assertThat(data.resolve("logs/" + name + ".log")).content().contains("stub " + name + " runs");
        }
        assertThat(output())
                .contains("town-operator")
                .contains("curl ")
                .contains(data.resolve("logs/household.log").toString());
        var processes = processes(stack);
        assertThat(processes).hasSize(5);

        var second = launch();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output()).contains("is in use by another start (process " + launcher.pid() + ")");

        signal("INT", launcher.pid());
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("stack.json")).doesNotExist();
    }

    @Test
    void endsWhatAKilledLauncherLeftRunningAndKeepsTheData() throws Exception {
        var killed = launch();
        awaitLine("is ready after");
        var left = processes(stack());
        killed.destroyForcibly().waitFor();
        assertThat(left).hasSize(5).allMatch(ProcessHandle::isAlive);

        Files.delete(home.resolve("output"));
        var launcher = launch();
        awaitLine("is ready after");
        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(output()).contains("Ending what an earlier start left running");
        launcher.destroy();
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
    }

    @Test
    void stopsEverythingWhenAServiceDies() throws Exception {
        var launcher = launch();
        awaitLine("is ready after");
        var processes = processes(stack());
        kill("monitoring");
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("deploy/start: The service monitoring has ended by itself")
                .contains("Its log: " + data.resolve("logs/monitoring.log"));
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void restartsADeadServiceWhereAsked() throws Exception {
        launch("--restart-dead");
        awaitLine("is ready after");
        var before = stack();
        var pid = kill("archive");
        var url = before.at("/gateway/url").asText() + "/archive/any";
        await().ignoreExceptions().atMost(LONG).ignoreExceptions().until(() -> {
            var answer = get(url);
            return answer.matches("\\d+") && !answer.equals(Long.toString(pid));
        });
        assertThat(stack().at("/services/archive/pid").asText()).isEqualTo(get(url));
        assertThat(stack().at("/services/archive/port")).isEqualTo(before.at("/services/archive/port"));
    }

    @Test
    void saysWhichServiceDidNotStart() throws Exception {
        var launcher = launch(Map.of("STUB_FAILS", "assistance"));
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isEqualTo(1);
        assertThat(output())
                .contains("deploy/start: The service assistance")
                .contains(data.resolve("logs/assistance.log").toString());
        assertThat(output()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void saysWhichPortIsBusyBeforeStartingAnything() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            var launcher = launch("--port", Integer.toString(taken.getLocalPort()));
            assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(output())
                    .contains("Port " + taken.getLocalPort() + ", meant for the gateway, is busy")
                    .contains("--port N");
            assertThat(data.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void stopsWhileStarting() throws Exception {
        var launcher = launch();
        awaitLine("Kafka ");
        signal("TERM", launcher.pid());
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).isZero();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
        assertThat(output()).doesNotContain("is ready after");
    }

    private Process launch(String... options) throws IOException {
        return launch(Map.of(), options);
    }

    private Process launch(Map<String, String> environment, String... options) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dshouwang.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "--data",
                data.toString(),
                "--ports",
                "auto"));
        command.addAll(options.length == 0 || !options[0].equals("--port") ? List.of("--port", "0") : List.of());
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("output").toFile()));
        builder.environment().putAll(environment);
        var launcher = builder.start();
        launchers.add(launcher);
        return launcher;
    }

    private void awaitLine(String text) throws IOException {
        await().ignoreExceptions()
                .atMost(LONG)
                .until(() -> output().contains(text) || launchers.stream().noneMatch(Process::isAlive));
        assertThat(output()).contains(text);
    }

    private String output() throws IOException {
        var file = home.resolve("output");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private JsonNode stack() throws IOException {
        return new ObjectMapper().readTree(data.resolve("stack.json").toFile());
    }

    private static List<ProcessHandle> processes(JsonNode stack) {
        var found = new ArrayList<ProcessHandle>();
        ProcessHandle.of(stack.at("/postgres/pid").asLong()).ifPresent(found::add);
        stack.get("services")
                .forEach(
                        service -> ProcessHandle.of(service.get("pid").asLong()).ifPresent(found::add));
        return found;
    }

    private long kill(String service) throws Exception {
        var pid = stack().at("/services/" + service + "/pid").asLong();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        return pid;
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private String get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static void jar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        var path = StubService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var code = StubService.class.getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry(path));
            code.transferTo(jar);
            jar.closeEntry();
        }
    }
}
