package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.shouwang.eventsourcing.journal.CommandFailure;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.Problem.Field;

/** Every failure as one {@link Problem}; none shows how the service is made. */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @ServerExceptionMapper
    Response map(CommandFailure failure, HttpHeaders headers) {
        if (!(failure instanceof CommandFailure.Refused refused))
            return answer(headers, Fault.STALE_SEQUENCE, List.of()).build();
        var reason = refused.reason();
        var status =
                switch (reason.kind()) {
                    case UNKNOWN -> 404;
                    case FORBIDDEN -> 403;
                    case CONFLICT -> 409;
                    case INVALID -> 422;
                };
        var sentence = english(headers) ? reason.en() : reason.zh();
        var answer = answer(headers, status, reason.name(), sentence, refused.details(), List.of());
        return reason.name().equals("NOT_YET_KNOWN")
                ? answer.header("Retry-After", 1).build()
                : answer.build();
    }

    @ServerExceptionMapper
    Response map(BadRequest failure, HttpHeaders headers) {
        var message = english(headers) ? failure.en() : failure.zh();
        return answer(headers, Fault.BAD_REQUEST, List.of(new Field(failure.field(), message)))
                .build();
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException failure, HttpHeaders headers) {
        var fields = failure.getConstraintViolations().stream()
                .map(v -> new Field(path(v.getPropertyPath().toString()), v.getMessage()))
                .sorted(Comparator.comparing(Field::field))
                .toList();
        return answer(headers, Fault.INVALID_FIELDS, fields).build();
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response json(JacksonException failure, HttpHeaders headers) {
        var path = failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        var fault = failure instanceof UnrecognizedPropertyException ? Fault.UNKNOWN_FIELD : Fault.UNREADABLE;
        return answer(headers, fault, List.of(new Field(path, sentence(headers, fault) + words(failure))))
                .build();
    }

    /** What a field may say that takes one of some words; empty for others. */
    private static String words(JacksonException failure) {
        return failure instanceof InvalidFormatException format
                        && format.getTargetType().isEnum()
                ? Arrays.stream(format.getTargetType().getEnumConstants())
                        .map(word -> ((Enum<?>) word).name())
                        .collect(Collectors.joining(", ", ": ", ""))
                : "";
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, HttpHeaders headers) {
        return answer(headers, Fault.NO_TOKEN, List.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response map(ForbiddenException failure, HttpHeaders headers) {
        return answer(headers, Fault.ROLE_NOT_ALLOWED, List.of()).build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure, HttpHeaders headers) {
        if (failure.getCause() instanceof JacksonException jackson) return json(jackson, headers);
        var status = failure.getResponse().getStatus();
        // a value in the address that is no value of its kind arrives as a 404 with a cause
        var fault = status == 404 && failure.getCause() != null ? Fault.BAD_REQUEST : Fault.of(status);
        return fault == Fault.INTERNAL
                ? unexpected(failure, headers)
                : answer(headers, fault, List.of()).build();
    }

    @ServerExceptionMapper({Throwable.class})
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (Sql.passing(failure)) {
            var full = Sql.full(failure);
            return answer(headers, full ? Fault.STORAGE_FULL : Fault.TEMPORARILY_AWAY, List.of())
                    .header("Retry-After", full ? 30 : 2)
                    .build();
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "incident %s", incident);
        var fault = Fault.INTERNAL;
        return answer(headers, fault.status, fault.name(), sentence(headers, fault), List.of(incident), List.of())
                .build();
    }

    private static ResponseBuilder answer(HttpHeaders headers, Fault fault, List<Field> fields) {
        return answer(headers, fault.status, fault.name(), sentence(headers, fault), List.of(), fields);
    }

    private static ResponseBuilder answer(
            HttpHeaders headers, int status, String code, String detail, List<String> details, List<Field> fields) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, english(headers) ? "en" : "zh-CN")
                .entity(new Problem(Problem.TYPE + code, code, status, detail, code, details, fields));
    }

    private static String sentence(HttpHeaders headers, Fault fault) {
        return english(headers) ? fault.en : fault.zh;
    }

    private static boolean english(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(java.util.Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .isPresent();
    }

    /** Without the names of the method and of its parameter. */
    private static String path(String path) {
        var parts = path.split("\\.", 3);
        return parts[parts.length - 1];
    }
}
