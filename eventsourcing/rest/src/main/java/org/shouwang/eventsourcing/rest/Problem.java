package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What went wrong, RFC 9457.
 *
 * @param type {@code urn:shouwang:problem:} and the code
 * @param detail a sentence in Chinese, or English where {@code Accept-Language} asks for it
 * @param code stable, for programs
 * @param details what exactly, as short codes: missing documents, failed criteria
 * @param fields the offending fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String title, int status, String detail, String code, List<String> details, List<Field> fields) {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final String TYPE = "urn:shouwang:problem:";

    public record Field(String field, String message) {}
}
