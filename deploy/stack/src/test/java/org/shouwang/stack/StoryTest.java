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
}
