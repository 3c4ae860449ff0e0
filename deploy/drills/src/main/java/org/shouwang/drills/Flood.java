package org.shouwang.drills;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.shouwang.stack.Ports;

/**
 * Drill 11: slow clients, 2,000 open connections, bodies of 100 MB and 10,000 requests a second, straight at the services. They stay up, go
 * on answering the clerks, and refuse early.
 */
final class Flood implements Drill {

    private static final int BODY = 100 << 20;
    private static final int CONNECTIONS = 400;
    private static final int PER_SECOND = 10_000;

    private static final String LIST = "/household/households?area=610727105208&limit=1";

    /** An early refusal comes within this, in milliseconds. */
    private static final long EARLY = 5_000;

    @Override
    public int number() {
        return 11;
    }

    @Override
    public Load load(Stand stand) {
        return Load.start(stand, 8, 30);
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        var slow = slow(stand, scale.of(25, 50), found);
        judge("20 slow clients", load, found);
        var open = idle(stand, scale.of(5, 20), found);
        judge("2,000 open connections", load, found);
        var bodies = new ArrayList<String>();
        for (var service : Stand.SERVICES) bodies.add(service + " " + body(stand, service, found));
        judge("bodies of 100 MB", load, found);
        var answers = flood(stand, scale.of(5, 30));
        judge("10,000 requests a second", load, found);
        for (var service : Stand.SERVICES)
            if (!stand.serviceAlive(service))
                found.wrong(service + " has ended by itself. Its log: " + stand.log(service));
        return "20 slow clients: " + slow + "; 2,000 open connections: " + open + "; bodies of 100 MB: " + bodies
                + "; 10,000 requests/s offered: " + answers;
    }

    private int before;

    /** Whether the clerks were answered meanwhile. */
    private void judge(String what, Load load, Found found) {
        var now = load.ledger().acknowledged().size();
        Progress.say("%s: clerks had %d commands acknowledged meanwhile", what, now - before);
        if (now == before) found.wrong("no clerk's command was acknowledged during " + what);
        before = now;
    }

    /** A byte a second of a body that is announced as long. */
    private static String slow(Stand stand, int seconds, Found found) {
        var sockets = new ArrayList<Socket>();
        var cut = 0;
        try {
            for (var i = 0; i < 20; i++) {
                var service = Stand.SERVICES.get(i % Stand.SERVICES.size());
                var socket = connect(stand.port(service));
                sockets.add(socket);
                var upload = upload(service);
                write(socket, head(stand, upload.method(), upload.path(), 100_000));
            }
            for (var second = 0; second < seconds; second++) {
                Patience.sleep(Duration.ofSeconds(1));
                for (var socket : List.copyOf(sockets))
                    try {
                        write(socket, " ");
                        if (socket.getInputStream().available() > 0) throw new IOException("answered");
                    } catch (IOException e) {
                        cut++;
                        sockets.remove(socket);
                        socket.close();
                    }
            }
            if (!sockets.isEmpty()) found.wrong(sockets.size() + " clients may still send a byte a second");
            return cut + " were refused or cut off within " + seconds + " s";
        } catch (IOException e) {
            found.wrong("slow clients are not connected: " + e);
            return e.toString();
        } finally {
            sockets.forEach(Flood::close);
        }
    }

    /** To one service, none of which says anything. */
    private static String idle(Stand stand, int seconds, Found found) {
        var sockets = new ArrayList<Socket>();
        var refused = 0;
        try {
            for (var i = 0; i < 2_000; i++)
                try {
                    sockets.add(connect(stand.port("household")));
                } catch (IOException e) {
                    refused++;
                }
            Patience.sleep(Duration.ofSeconds(seconds));
            try (var another = connect(stand.port("household"))) {
                another.setSoTimeout(10_000);
                write(another, head(stand, "GET", LIST, 0));
                var status = status(another.getInputStream());
                if (status != 200) found.wrong("beside 2,000 open connections another was answered with " + status);
            } catch (IOException e) {
                found.wrong("beside 2,000 open connections another was not answered: " + e);
            }
            return sockets.size() + " taken, " + refused + " refused";
        } finally {
            sockets.forEach(Flood::close);
        }
    }

    /** Something of each service that takes a body. */
    private record Upload(String method, String path) {}

    private static Upload upload(String service) {
        return switch (service) {
            case "household" -> new Upload("POST", "/household/areas/imports?validFrom=2016-01-01");
            case "archive" -> new Upload("POST", "/archive/documents?kind=DOC_VISIT_FORM&area=610727105208");
            case "monitoring" -> new Upload("PUT", "/monitoring/policies/POL-1/versions/1");
            default -> new Upload("PUT", "/assistance/helpers/00000000-0000-0000-0000-000000000001");
        };
    }

    /** Announced with its length, and then sent as long as the other side takes it. */
    private static String body(Stand stand, String service, Found found) {
        var begun = System.nanoTime();
        try (var socket = connect(stand.port(service))) {
            socket.setSoTimeout(30_000);
            var upload = upload(service);
            write(socket, head(stand, upload.method(), upload.path(), BODY));
            var block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            var sent = 0;
            try {
                while (sent < BODY && socket.getInputStream().available() == 0) {
                    socket.getOutputStream().write(block);
                    sent += block.length;
                }
            } catch (IOException e) {
                // The other side has closed, after its answer.
            }
            var status = status(socket.getInputStream());
            var millis = (System.nanoTime() - begun) / 1_000_000;
            if (status != 413 && status != 422 || millis > EARLY)
                found.wrong("a body of 100 MB to " + upload.path() + " was answered with " + status + " after " + millis
                        + " ms and " + (sent >> 20) + " MB");
            return status + " after " + millis + " ms and " + (sent >> 20) + " MB";
        } catch (IOException e) {
            found.wrong("a body of 100 MB to " + service + " was not answered: " + e);
            return e.toString();
        }
    }

    /** Offered at a steady pace on connections that do not wait for answers; what they do not take in time is not sent. */
    private static String flood(Stand stand, int seconds) {
        var request = head(stand, "GET", LIST, 0);
        var counts = new ConcurrentHashMap<Integer, LongAdder>();
        var offered = new LongAdder();
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < CONNECTIONS; i++)
            threads.add(Thread.startVirtualThread(() -> {
                while (System.nanoTime() < end)
                    try (var socket = connect(stand.port("household"))) {
                        socket.setSoTimeout(10_000);
                        var reader = Thread.startVirtualThread(() -> count(socket, counts));
                        send(socket, request, () -> System.nanoTime() < end, offered);
                        socket.shutdownOutput();
                        reader.join(10_000);
                    } catch (IOException e) {
                        counts.computeIfAbsent(0, _ -> new LongAdder()).increment();
                        Patience.sleep(Duration.ofMillis(100));
                    } catch (InterruptedException e) {
                        return;
                    }
            }));
        for (var thread : threads)
            try {
                thread.join(Duration.ofSeconds(seconds + 30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        Map<Integer, Long> answers = new TreeMap<>();
        counts.forEach((status, count) -> answers.put(status, count.sum()));
        var answered = answers.entrySet().stream()
                .filter(a -> a.getKey() > 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
        return "%,d sent in %d s, answers by status %s (0: connection cut), %,d behind others on a connection and not answered when it was closed"
                .formatted(offered.sum(), seconds, answers, offered.sum() - answered);
    }

    private static void send(Socket socket, String request, BooleanSupplier going, LongAdder offered)
            throws IOException {
        var step = Duration.ofMillis(1000L * CONNECTIONS / PER_SECOND);
        var bytes = request.getBytes(StandardCharsets.US_ASCII);
        while (going.getAsBoolean()) {
            var begun = System.nanoTime();
            socket.getOutputStream().write(bytes);
            offered.increment();
            var left = step.toNanos() - (System.nanoTime() - begun);
            if (left > 0) Patience.sleep(Duration.ofNanos(left));
        }
    }

    private static void count(Socket socket, Map<Integer, LongAdder> counts) {
        try (var in = new BufferedInputStream(socket.getInputStream(), 1 << 16)) {
            while (true) {
                var status = status(in);
                if (status == 0) return;
                counts.computeIfAbsent(status, _ -> new LongAdder()).increment();
            }
        } catch (IOException e) {
            // Cut off or silent: what came before is counted.
        }
    }

    /** The next status line's; 0 at the end. */
    private static int status(InputStream in) throws IOException {
        var mark = "HTTP/1.1 ";
        var matched = 0;
        for (var c = in.read(); c >= 0; c = in.read()) {
            matched = c == mark.charAt(matched) ? matched + 1 : c == 'H' ? 1 : 0;
            if (matched == mark.length())
                return Integer.parseInt(new String(in.readNBytes(3), StandardCharsets.US_ASCII));
        }
        return 0;
    }

    private static String head(Stand stand, String method, String path, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + stand.token(
                        path.contains("imports")
                                ? "sys-admin"
                                : method.equals("PUT") ? "county-operator" : "info-officer")
                + "\r\nContent-Type: " + (path.contains("imports") ? "text/csv" : "application/json")
                + "\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(Ports.HOST, port), 5_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed by the other side.
        }
    }
}
