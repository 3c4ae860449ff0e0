package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {

    private static final String STORY = """
            {"values": {"village": "1"}, "steps": [
              {"say": "first", "as": "town-operator", "put": "/first", "body": {}, "keep": {"id": "/id"}},
              {"say": "second", "as": "town-operator", "put": "/second/${id}", "body": {}},
              {"say": "third", "as": "town-operator", "put": "/third/${village}", "body": {}}]}""";

    private static final String TOO_EARLY = """
            {"steps": [{"as": "grid-member", "put": "/patrol", "body": {}, "retry": "NOT_THE_GRIDS_MEMBER"}]}""";

    @TempDir
    private Path folder;

    @Test
    void goesOnFromWhereItStopped() throws IOException {
        Files.writeString(folder.resolve("story.json"), STORY);
        var asked = new CopyOnWriteArrayList<String>();
        var refusing = new CopyOnWriteArrayList<>(List.of("/second/7"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            var answer = "{\"id\": 7}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refusing.remove(path) ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (var signIn = SignIn.start(Ports.free())) {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var said = new CopyOnWriteArrayList<String>();
            var done = folder.resolve("progress.json");
            assertThatThrownBy(() -> new Story(folder).load(url, signIn, done, said::add))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("/second/7");
            new Story(folder).load(url, signIn, done, said::add);
            assertThat(asked).containsExactly("/first", "/second/7", "/second/7", "/third/1");
            assertThat(said).containsExactly("first", "second", "second", "third");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void asksAgainWhereItIsToldThatItIsTooEarly() throws IOException {
        Files.writeString(folder.resolve("story.json"), TOO_EARLY);
        var answers = new CopyOnWriteArrayList<>(List.of("NOT_THE_GRIDS_MEMBER", "DONE"));
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/patrol", exchange -> {
            var code = answers.removeFirst();
            var answer = "{\"code\": \"%s\"}".formatted(code).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(code.equals("DONE") ? 201 : 409, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try (var signIn = SignIn.start(Ports.free())) {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            new Story(folder).load(url, signIn, folder.resolve("progress.json"), _ -> {});
            assertThat(answers).isEmpty();
        } finally {
            server.stop(0);
        }
    }
}
