package org.shouwang.drills;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Answers on a connection, one behind the other, as bytes come: no client library lets requests queue up as a flood must. */
final class Answers {

    /** @param status 0 where the connection ended instead */
    record Answer(int status, boolean retryAfter) {}

    private final InputStream in;

    Answers(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** Up to the end of its body, which must be announced with its length. */
    Answer next() throws IOException {
        var first = line();
        if (first == null || !first.startsWith("HTTP/1.1 ")) return new Answer(0, false);
        var retryAfter = false;
        var length = 0;
        for (var line = line(); line != null && !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(java.util.Locale.ROOT);
            retryAfter |= header.startsWith("retry-after:");
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(line.substring(15).strip());
        }
        in.skipNBytes(length);
        return new Answer(Integer.parseInt(first.substring(9, 12)), retryAfter);
    }

    /** Null at the end. */
    private String line() throws IOException {
        var line = new java.io.ByteArrayOutputStream(128);
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') return line.toString(StandardCharsets.ISO_8859_1);
            if (c != '\r') line.write(c);
        }
        return null;
    }
}
