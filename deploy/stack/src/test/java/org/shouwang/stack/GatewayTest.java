package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private static final int UPLOAD = 50 << 20;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer household;
    private Gateway gateway;

    @BeforeEach
    void start() throws IOException {
        household = HttpServer.create(new InetSocketAddress(Ports.HOST, 0), 0);
        household.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        household.createContext("/household", exchange -> {
            switch (exchange.getRequestURI().getPath()) {
                case "/household/break" -> exchange.close();
                case "/household/upload" -> answer(exchange, 200, Long.toString(count(exchange.getRequestBody())));
                default -> answer(exchange, 201, echo(exchange));
            }
        });
        household.start();
        var services = new LinkedHashMap<String, Integer>();
        services.put("household", household.getAddress().getPort());
        services.put("archive", Ports.free());
        gateway = Gateway.start(0, services);
    }

    @AfterEach
    void stop() {
        gateway.close();
        household.stop(0);
        http.close();
    }

    @Test
    void passesARequestOnAsItIs() throws Exception {
        var answer = send(request("/household/households?area=6107&name=%E7%8E%8B")
                .header("Authorization", "Bearer abc")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"a\":1}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("PATCH /household/households?area=6107&name=%E7%8E%8B Bearer abc {\"a\":1} localhost:"
                        + gateway.port());
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void streamsALargeUpload() throws Exception {
        var answer = send(
                request("/household/upload").POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Zeros(UPLOAD))));
        assertThat(answer.body()).isEqualTo(Integer.toString(UPLOAD));
        var expected = send(request("/household/upload")
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[UPLOAD])));
        assertThat(expected.body()).isEqualTo(Integer.toString(UPLOAD));
    }

    @Test
    void saysThatAServiceIsAway() throws Exception {
        var answer =
                send(request("/archive/documents").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1 << 20])));
        assertProblem(answer, 503, "SERVICE_AWAY");
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("服务暂时没有运行");
        var english = send(request("/archive/documents").header("Accept-Language", "en"));
        assertThat(english.body()).contains("is not running just now");
    }

    @Test
    void saysThatAServiceBrokeOff() throws Exception {
        assertProblem(send(request("/household/break")), 502, "SERVICE_BROKE_OFF");
    }

    @Test
    void servesAgainWhenTheServiceIsBack() throws Exception {
        var address = household.getAddress();
        household.stop(0);
        assertProblem(send(request("/household/x")), 503, "SERVICE_AWAY");
        household = HttpServer.create(address, 0);
        household.createContext("/household", exchange -> answer(exchange, 200, "back"));
        household.start();
        assertThat(send(request("/household/x")).body()).isEqualTo("back");
    }

    @Test
    void knowsNoOtherAddress() throws Exception {
        assertProblem(send(request("/households")), 404, "NOT_FOUND");
        assertProblem(send(request("/householdx/y")), 404, "NOT_FOUND");
        var page = send(request("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("href=\"/household/swagger-ui\"").contains("href=\"/archive/swagger-ui\"");
    }

    @Test
    void namesABusyPort() {
        assertThatThrownBy(() -> Gateway.start(gateway.port(), new LinkedHashMap<>()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Port " + gateway.port());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("detail").asText()).isNotBlank();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway.url() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String echo(HttpExchange exchange) throws IOException {
        return "%s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders().getFirst("X-Forwarded-Host"));
    }

    private static long count(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"7\"");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** As many zero bytes as wanted, without holding them. */
    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }
    }
}
