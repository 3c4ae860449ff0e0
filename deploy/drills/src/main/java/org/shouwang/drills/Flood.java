package org.shouwang.drills;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.shouwang.stack.Ports;

/**
 * Drill 11: slow clients, 2,000 open connections, bodies of 100 MB and 10,000 requests a second, straight at the services. They stay up, go
 * on answering the clerks, and refuse early.
 */
final class Flood implements Drill {

    /** What the clerks ask, a second. */
    private static final int ASKED = 30;

    private static final int BODY = 100 << 20;
    private static final int CONNECTIONS = 400;
    private static final int PER_SECOND = 10_000;

    /** What of these must have been sent, a second, for the flood to have been one; only a full connection holds a sender up. */
    private static final int LEAST_PER_SECOND = 9_000;

    private static final String CUT = "cut off";
    private static final String LIST = "/household/households?area=610727105208&limit=1";

    /** An early refusal comes within this, in milliseconds. */
    private static final long EARLY = 5_000;

    @Override
    public int number() {
        return 11;
    }

    @Override
    public Load load(Stand stand) {
        return Load.start(stand, 8, ASKED);
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        since = System.nanoTime();
        var slow = slow(stand, scale.of(25, 50), found);
        judge("20 slow clients", load, found);
        var open = idle(stand, scale.of(5, 20), found);
        judge("2,000 open connections", load, found);
        var bodies = new ArrayList<String>();
        for (var service : Stand.SERVICES) bodies.add(service + " " + body(stand, service, found));
        Drill.rest(5_000, 6_000);
        judge("bodies of 100 MB", load, found);
        var answers = flood(stand, scale.of(5, 30), found);
        judge("10,000 requests a second", load, found);
        for (var service : Stand.SERVICES)
            if (!stand.serviceAlive(service))
                found.wrong(service + " has ended by itself. Its log: " + stand.log(service));
        return "20 slow clients: " + slow + "; 2,000 open connections: " + open + "; bodies of 100 MB: " + bodies
                + "; 10,000 requests/s offered, of which at least 9,000/s must be sent, two thirds answered and half of the refusals told within 5 s: "
                + answers
                + "; the clerks' commands acknowledged in these four, of 30 a second asked for and 3 at least: "
                + meanwhile;
    }

    private int before;

    private long since;

    /** Whether the clerks were answered meanwhile: about {@link #ASKED} commands a second, of which at least every tenth. */
    private void judge(String what, Load load, Found found) {
        var now = load.ledger().acknowledged().size();
        var seconds = Math.max(1, (System.nanoTime() - since) / 1_000_000_000);
        Progress.say("%s: clerks had %d commands acknowledged in %d s", what, now - before, seconds);
        if (now - before < Math.max(1, seconds * ASKED / 10))
            found.wrong(
                    "only " + (now - before) + " commands of clerks were acknowledged in " + seconds + " s of " + what);
        meanwhile.add(now - before + " in " + seconds + " s");
        before = now;
        since = System.nanoTime();
    }

    private final List<String> meanwhile = new ArrayList<>();

    /** A byte a second of a body that is announced as long. */
    private static String slow(Stand stand, int seconds, Found found) {
        var sockets = new ArrayList<Socket>();
        var ends = new TreeMap<String, Integer>();
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
                    end(socket).ifPresent(end -> {
                        ends.merge(end, 1, Integer::sum);
                        sockets.remove(socket);
                        close(socket);
                    });
            }
            if (!sockets.isEmpty()) found.wrong(sockets.size() + " clients may still send a byte a second");
            for (var end : ends.keySet())
                if (!end.equals(CUT) && !end.startsWith("4")) found.wrong("a slow client was told " + end);
            return "within " + seconds + " s " + ends;
        } catch (IOException e) {
            found.wrong("slow clients are not connected: " + e);
            return e.toString();
        } finally {
            sockets.forEach(Flood::close);
        }
    }

    /** Another byte; how it ended, if it did. */
    private static Optional<String> end(Socket socket) {
        try {
            write(socket, " ");
            if (socket.getInputStream().available() == 0) return Optional.empty();
            var status = new Answers(socket.getInputStream()).next().status();
            return Optional.of(status == 0 ? CUT : Integer.toString(status));
        } catch (IOException e) {
            return Optional.of(CUT);
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
                var status = new Answers(another.getInputStream()).next().status();
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
            var status = new Answers(socket.getInputStream()).next().status();
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

    /** By one who is none of the clerks, at a steady pace on connections that do not wait for answers; what they do not take in time is not sent. */
    private static String flood(Stand stand, int seconds, Found found) {
        var request = head(stand, "GET", LIST, 0, "first-secretary");
        var tally = new Tally();
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < CONNECTIONS; i++)
            threads.add(Thread.startVirtualThread(() -> {
                while (System.nanoTime() < end)
                    try (var socket = connect(stand.port("household"))) {
                        socket.setSoTimeout(10_000);
                        var waiting = new ConcurrentLinkedQueue<Long>();
                        var reader = Thread.startVirtualThread(() -> tally.read(socket, waiting));
                        send(socket, request, () -> System.nanoTime() < end, waiting, tally);
                        socket.shutdownOutput();
                        reader.join(10_000);
                        tally.unanswered(waiting.size());
                    } catch (IOException e) {
                        tally.cut();
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
        tally.judge(found, EARLY, (long) LEAST_PER_SECOND * seconds);
        return tally.line(seconds);
    }

    private static void send(Socket socket, String request, BooleanSupplier going, Queue<Long> waiting, Tally tally)
            throws IOException {
        var step = Duration.ofMillis(1000L * CONNECTIONS / PER_SECOND).toNanos();
        var bytes = request.getBytes(StandardCharsets.US_ASCII);
        var next = System.nanoTime();
        while (going.getAsBoolean()) {
            waiting.add(System.nanoTime());
            socket.getOutputStream().write(bytes);
            tally.sent();
            next += step;
            var left = next - System.nanoTime();
            if (left > 0) Patience.sleep(Duration.ofNanos(left));
        }
    }

    private static String head(Stand stand, String method, String path, int length) {
        return head(
                stand,
                method,
                path,
                length,
                path.contains("imports")
                        ? "sys-admin"
                        : path.contains("helpers")
                                ? "town-operator"
                                : method.equals("PUT") ? "county-operator" : "info-officer");
    }

    private static String head(Stand stand, String method, String path, int length, String user) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + stand.token(user)
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
