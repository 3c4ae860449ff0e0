package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses what would only wait and take memory: more requests at once than can be worked at, more of one caller than leave room for the
 * others, and bodies that trickle in. Whether the service is well may always be asked.
 */
@Singleton
class Door {

    private static final int BEFORE_ALL = 10_000;
    /** Bytes a second, over the time from the request's head on. */
    private static final int SLOWEST = 1024;

    private final ObjectMapper mapper;
    private final int most;
    private final int mostOfOne;
    private final Duration look;
    private final String operations;
    private final AtomicInteger inside = new AtomicInteger();

    /** By token, and by address where there is none; only callers that are inside. */
    private final Map<String, Integer> byCaller = new ConcurrentHashMap<>();

    /** @param look how often a body that is on its way is looked at */
    Door(
            ObjectMapper mapper,
            @ConfigProperty(name = "shouwang.requests-at-once", defaultValue = "200") int most,
            @ConfigProperty(name = "shouwang.requests-at-once-of-one", defaultValue = "50") int mostOfOne,
            @ConfigProperty(name = "shouwang.bodies-looked-at-every", defaultValue = "PT20S") Duration look,
            @ConfigProperty(name = "quarkus.http.root-path", defaultValue = "/") String root) {
        this.mapper = mapper;
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.look = look;
        this.operations = (root.endsWith("/") ? root : root + "/") + "q/";
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL);
    }

    private void enter(RoutingContext context) {
        if (context.normalizedPath().startsWith(operations)) {
            context.next();
            return;
        }
        var caller = caller(context);
        if (byCaller.merge(caller, 1, Integer::sum) > mostOfOne) {
            leave(caller);
            refuse(context, Fault.TOO_MANY_AT_ONCE);
        } else if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            leave(caller);
            refuse(context, Fault.TEMPORARILY_AWAY);
        } else {
            context.addEndHandler(_ -> {
                inside.decrementAndGet();
                leave(caller);
            });
            watch(context);
            context.next();
        }
    }

    private static String caller(RoutingContext context) {
        var token = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        return token == null ? context.request().remoteAddress().hostAddress() : token;
    }

    private void leave(String caller) {
        byCaller.computeIfPresent(caller, (_, requests) -> requests == 1 ? null : requests - 1);
    }

    private void refuse(RoutingContext context, Fault fault) {
        var language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var detail = language != null && language.startsWith("en") ? fault.en : fault.zh;
        var problem = new Problem(
                Problem.TYPE + fault, fault.name(), fault.status, detail, fault.name(), List.of(), List.of());
        try {
            context.response()
                    .setStatusCode(fault.status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.RETRY_AFTER, "1")
                    .end(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }

    /** A request that announces no body may take its time: the wait is for the service then, not for the caller. */
    private void watch(RoutingContext context) {
        var request = context.request();
        var announced = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        if (announced == null ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING) : announced.matches("0+"))
            return;
        var begun = System.nanoTime();
        var timer = context.vertx().setPeriodic(look.toMillis(), _ -> {
            var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            if (!request.isEnded() && request.bytesRead() < SLOWEST * seconds)
                request.response().reset();
        });
        context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
    }
}
