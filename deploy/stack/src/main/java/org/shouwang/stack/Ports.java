package org.shouwang.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** TCP ports of the loopback address 127.0.0.1, the only address that any server of the stack listens on. */
public final class Ports {
    /** The address that every server binds. */
    public static final String HOST = "127.0.0.1";

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that nobody listens on at this moment and that was not given before; another process may take it before it is used. */
    public static int free() {
        try {
            int port;
            do {
                try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
                    port = socket.getLocalPort();
                }
            } while (!GIVEN.add(port));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port itself, or a free one where it is 0. */
    public static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /** Whether a server could listen on the port now. */
    public static boolean available(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do: connections that linger after their server's end do not make the port busy.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
