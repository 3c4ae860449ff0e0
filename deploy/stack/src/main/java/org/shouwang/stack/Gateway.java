package org.shouwang.stack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One door to all services on 127.0.0.1: a request for {@code /household/…} goes to the service {@code household} as it is, and so on.
 *
 * <p>Bodies pass through without being gathered, whatever their size. Waits 2 s for a connection and 120 s for a sign of life. Where a service cannot
 * answer, the gateway does, with {@code application/problem+json} (RFC 9457): 503 {@code SERVICE_AWAY} (not running; nothing was done), 502
 * {@code SERVICE_BROKE_OFF} (died at work; it may or may not have been done), 504 {@code SERVICE_SILENT}, 404 {@code NOT_FOUND} for paths of no service.
 */
public final class Gateway implements AutoCloseable {
    private static final int CONNECT_MS = 2_000;
    private static final int SILENCE_SECONDS = 120;
    private static final int CONNECTIONS = 256;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<String, HttpProxy> proxies = new LinkedHashMap<>();
    private final byte[] page;
    private int port;

    private Gateway(Map<String, List<Integer>> services) {
        // The caching of files would only litter the temporary folder: the gateway serves none.
        var options =
                new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(1).setInternalBlockingPoolSize(2);
        options.getFileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        vertx = Vertx.vertx(options);
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setIdleTimeout(SILENCE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                // Below the services' own 60 s, so that no request meets a connection that its service is closing.
                .setKeepAliveTimeout(30)
                .setMaxPoolSize(CONNECTIONS));
        services.forEach((name, replicas) -> proxies.put(
                name,
                HttpProxy.reverseProxy(client)
                        .origin(new Replicas(replicas, new AtomicInteger()))
                        .addInterceptor(new Courtesy(name))));
        page = page(services.keySet());
    }

    /**
     * Opens the gateway.
     *
     * @param port 1–65535, 0 for a free one
     * @param services the port of each service by its name, which is also the first part of its paths
     */
    public static Gateway start(int port, Map<String, Integer> services) {
        var replicas = new LinkedHashMap<String, List<Integer>>();
        services.forEach((name, servicePort) -> replicas.put(name, List.of(servicePort)));
        return startReplicas(port, replicas);
    }

    /** The same where each service has one or more replicas, which take turns; one that does not run is passed over. */
    public static Gateway startReplicas(int port, Map<String, List<Integer>> services) {
        if (port != 0 && !Ports.available(port)) {
            throw new Failure("Port " + port + ", meant for the gateway, is busy.");
        }
        var gateway = new Gateway(services);
        try {
            var server = gateway.vertx
                    .createHttpServer(new HttpServerOptions()
                            .setHost(Ports.HOST)
                            .setPort(port)
                            .setHandle100ContinueAutomatically(true)
                            .setAcceptBacklog(NetServerOptions.DEFAULT_ACCEPT_BACKLOG))
                    .requestHandler(gateway::handle)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            gateway.port = server.actualPort();
            return gateway;
        } catch (CompletionException e) {
            gateway.close();
            throw new Failure(
                    "The gateway did not start on port " + port + ": "
                            + e.getCause().getMessage() + ".",
                    e);
        }
    }

    /** The address for people and programs, without a slash at its end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Closes the door; requests on their way are cut off. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        var path = request.path() == null ? "" : request.path();
        var parts = path.split("/", 3);
        var proxy = parts.length < 2 ? null : proxies.get(parts[1]);
        if (proxy != null) {
            request.headers().remove("Expect");
            request.headers()
                    .set("X-Forwarded-For", request.remoteAddress().hostAddress())
                    .set("X-Forwarded-Proto", "http");
            if (request.authority() != null) {
                request.headers().set("X-Forwarded-Host", request.authority().toString());
            }
            proxy.handle(request);
        } else if (path.equals("/") || path.isEmpty()) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(Buffer.buffer(page));
        } else {
            var problem = problem(request, 404, "NOT_FOUND", "没有这个地址", "No service has this address");
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "application/problem+json")
                    .end(problem);
        }
    }

    private static Buffer problem(HttpServerRequest request, int status, String code, String zh, String en) {
        var language = request.getHeader("Accept-Language");
        var english = language != null && language.startsWith("en");
        return new JsonObject()
                .put("type", "urn:shouwang:problem:" + code)
                .put("title", code)
                .put("status", status)
                .put("detail", english ? en : zh)
                .put("code", code)
                .toBuffer();
    }

    private static byte[] page(Iterable<String> services) {
        var rows = new StringBuilder();
        for (var name : services) {
            rows.append(
                    "<tr><td>%1$s</td><td><a href=\"/%1$s/swagger-ui\">try it</a></td><td><a href=\"/%1$s/openapi\">OpenAPI</a></td><td><a href=\"/%1$s/q/health\">health</a></td></tr>\n"
                            .formatted(name));
        }
        try (var in = Gateway.class.getResourceAsStream("index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("<!--services-->", rows)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next replica that takes the connection. */
    private record Replicas(List<Integer> ports, AtomicInteger turn) implements OriginRequestProvider {
        @Override
        public Future<HttpClientRequest> create(ProxyContext context) {
            return connect(context.client(), turn.getAndIncrement(), ports.size() - 1);
        }

        private Future<HttpClientRequest> connect(HttpClient client, int at, int others) {
            var options = new RequestOptions()
                    .setServer(SocketAddress.inetSocketAddress(ports.get(Math.floorMod(at, ports.size())), Ports.HOST));
            return client.request(options)
                    .recover(failure -> others > 0 && failure instanceof ConnectException
                            ? connect(client, at + 1, others - 1)
                            : Future.failedFuture(failure));
        }
    }

    /** Says what is the matter where a service does not answer. */
    private record Courtesy(String service) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context, failure)));
        }

        private ProxyResponse answer(ProxyContext context, Throwable failure) {
            var asked = context.request().proxiedRequest();
            var response = context.request().release().response();
            return switch (failure) {
                case ConnectException _ -> {
                    response.putHeader("Retry-After", "5");
                    yield fill(
                            response,
                            asked,
                            503,
                            "SERVICE_AWAY",
                            "服务暂时没有运行，请稍后再试（" + service + "）",
                            "The service " + service + " is not running just now: try again in a moment");
                }
                case TimeoutException _ ->
                    fill(
                            response,
                            asked,
                            504,
                            "SERVICE_SILENT",
                            "服务没有按时答复（" + service + "）",
                            "The service " + service + " did not answer in time");
                default ->
                    fill(
                            response,
                            asked,
                            502,
                            "SERVICE_BROKE_OFF",
                            "服务中断了答复，请查询后再决定是否重试（" + service + "）",
                            "The service " + service + " broke off: look whether it was done before trying again");
            };
        }

        private static ProxyResponse fill(
                ProxyResponse response, HttpServerRequest asked, int status, String code, String zh, String en) {
            return response.setStatusCode(status)
                    .putHeader("Content-Type", "application/problem+json")
                    .setBody(Body.body(problem(asked, status, code, zh, en)));
        }
    }
}
