package org.shouwang.eventsourcing.rest;

import java.util.OptionalLong;

/** An {@code If-Match} header: the stream's version as the caller last saw it, {@code "3"}. */
public record Version(long value) {

    public static Version fromString(String etag) {
        var digits = etag.replace("W/", "").replace("\"", "").strip();
        if (!digits.matches("[0-9]{1,18}"))
            throw new BadRequest("If-Match", "应为形如 \"3\" 的版本号", "must be a version such as \"3\"");
        return new Version(Long.parseLong(digits));
    }

    public static OptionalLong expected(Version version) {
        return version == null ? OptionalLong.empty() : OptionalLong.of(version.value());
    }
}
