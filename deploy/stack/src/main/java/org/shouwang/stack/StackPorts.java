package org.shouwang.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which port each server of a stack takes. */
final class StackPorts {
    /** The services in the order of their usual ports, which is also the order of starting. */
    static final List<String> SERVICES = List.of("household", "monitoring", "assistance", "archive");

    static final int FIRST_SERVICE = 8081;
    static final int POSTGRES = 15432;
    static final int KAFKA = 19092;
    static final int SIGN_IN = 8090;

    private final int gateway;
    private final int postgres;
    private final int kafka;
    private final int signIn;
    private final Map<String, Integer> services = new LinkedHashMap<>();

    StackPorts(Options options) {
        var auto = options.autoPorts();
        gateway = Ports.orFree(options.port());
        postgres = auto ? Ports.free() : POSTGRES;
        kafka = auto ? Ports.free() : KAFKA;
        signIn = auto ? Ports.free() : SIGN_IN;
        for (var i = 0; i < SERVICES.size(); i++) {
            services.put(SERVICES.get(i), auto ? Ports.free() : FIRST_SERVICE + i);
        }
    }

    int gateway() {
        return gateway;
    }

    int postgres() {
        return postgres;
    }

    int kafka() {
        return kafka;
    }

    int signIn() {
        return signIn;
    }

    Map<String, Integer> services() {
        return services;
    }

    /** Says which port is busy before anything is started. */
    void requireFree() {
        require(gateway, "the gateway", "choose another one with --port N");
        var auto = "let `--ports auto` choose free ones";
        require(postgres, "PostgreSQL", auto);
        require(kafka, "Kafka", auto);
        require(signIn, "the sign-in server", auto);
        services.forEach((name, port) -> require(port, "the service " + name, auto));
    }

    private static void require(int port, String whom, String way) {
        if (!Ports.available(port)) {
            throw new Failure(
                    "Port " + port + ", meant for " + whom + ", is busy: stop what listens there, or " + way + ".");
        }
    }
}
