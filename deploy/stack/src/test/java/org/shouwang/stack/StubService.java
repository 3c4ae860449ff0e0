package org.shouwang.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Plays a service in {@link LauncherTest}: answers {@code /NAME/q/health/ready}, and every other path with its process id. */
public final class StubService {
    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        var database = System.getenv("QUARKUS_DATASOURCE_REACTIVE_URL");
        var name = database.substring(database.lastIndexOf('/') + 1);
        if (System.getenv("STUB_FAILS") != null && System.getenv("STUB_FAILS").equals(name)) {
            System.exit(3);
        }
        var address = new InetSocketAddress(
                System.getenv("QUARKUS_HTTP_HOST"), Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT")));
        var server = HttpServer.create(address, 0);
        server.createContext("/" + name, exchange -> {
            var bytes = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        System.out.println("stub " + name + " runs");
    }
}
