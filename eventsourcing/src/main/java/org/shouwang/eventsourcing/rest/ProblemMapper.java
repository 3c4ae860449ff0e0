package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
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
        return switch (failure) {
            case CommandFailure.Stale _ ->
                problem(headers, 412, "STALE", "数据已被他人更新，请刷新后重试", "Somebody changed this meanwhile: read it again, then retry", List.of(), List.of());
            case CommandFailure.Refused refused -> {
                var reason = refused.reason();
                var status = switch (reason.kind()) {
                    case UNKNOWN -> 404;
                    case FORBIDDEN -> 403;
                    case CONFLICT -> 409;
                    case INVALID -> 422;
                };
                var answer = problem(headers, status, reason.name(), reason.zh(), reason.en(), refused.details(), List.of());
                yield reason.name().equals("NOT_YET_KNOWN") ? Response.fromResponse(answer).header("Retry-After", 1).build() : answer;
            }
        };
    }

    @ServerExceptionMapper
    Response map(BadRequest failure, HttpHeaders headers) {
        var field = new Field(failure.field(), english(headers) ? failure.en() : failure.zh());
        return problem(headers, 400, "BAD_REQUEST", "请求有误：" + failure.zh(), "Bad request: " + failure.en(), List.of(), List.of(field));
    }

    @ServerExceptionMapper
    Response map(ConstraintViolationException failure, HttpHeaders headers) {
        var fields = failure.getConstraintViolations().stream()
                .map(v -> new Field(path(v.getPropertyPath().toString()), v.getMessage()))
                .sorted(java.util.Comparator.comparing(Field::field))
                .toList();
        return problem(headers, 400, "INVALID_FIELDS", "填写有误，请检查所列字段", "Some fields are not filled in as they should be", List.of(), fields);
    }

    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response json(JacksonException failure, HttpHeaders headers) {
        var path = failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(r -> r.getFieldName() == null ? Integer.toString(r.getIndex()) : r.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        var unknown = failure instanceof UnrecognizedPropertyException;
        var field = new Field(path, unknown ? text(headers, "没有这个字段", "no such field") : text(headers, "格式不对", "cannot be read"));
        return problem(
                headers, 400, unknown ? "UNKNOWN_FIELD" : "UNREADABLE", "请求内容无法读取，请检查格式", "The request body cannot be read", List.of(), List.of(field));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException failure, HttpHeaders headers) {
        var answer = problem(headers, 401, "NO_TOKEN", "请先登录：缺少有效的访问令牌", "A valid bearer token is missing", List.of(), List.of());
        return Response.fromResponse(answer).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    @ServerExceptionMapper
    Response map(ForbiddenException failure, HttpHeaders headers) {
        return problem(headers, 403, "ROLE_NOT_ALLOWED", "您的角色无权进行此操作", "Your role may not do this", List.of(), List.of());
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure, HttpHeaders headers) {
        var cause = failure.getCause();
        if (cause instanceof JacksonException jackson) return json(jackson, headers);
        var status = failure.getResponse().getStatus();
        return switch (status) {
            case 404 -> problem(headers, 404, "NOT_FOUND", "没有找到", "Not found", List.of(), List.of());
            case 405 -> problem(headers, 405, "METHOD_NOT_ALLOWED", "此地址不支持该操作", "This address does not support that method", List.of(), List.of());
            case 406, 415 ->
                problem(headers, status, "MEDIA_TYPE", "不支持的内容类型", "That media type is not supported", List.of(), List.of());
            case 413 -> problem(headers, 413, "TOO_LARGE", "上传内容过大", "The upload is too large", List.of(), List.of());
            default ->
                status >= 500
                        ? unexpected(failure, headers)
                        : problem(headers, status, "BAD_REQUEST", "请求有误", "Bad request", List.of(), List.of());
        };
    }

    @ServerExceptionMapper({Throwable.class})
    Response unexpected(Throwable failure, HttpHeaders headers) {
        if (Sql.passing(failure)) {
            var away = problem(headers, 503, "TEMPORARILY_AWAY", "系统暂时不可用，请稍后重试", "The service cannot answer right now: try again shortly", List.of(), List.of());
            return Response.fromResponse(away).header("Retry-After", 2).build();
        }
        var incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "incident %s", incident);
        return problem(headers, 500, "INTERNAL", "系统内部错误，请将编号告知管理员", "Internal error: tell the administrator the number", List.of(incident), List.of());
    }

    private static Response problem(
            HttpHeaders headers, int status, String code, String zh, String en, List<String> details, List<Field> fields) {
        var text = text(headers, zh, en);
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, english(headers) ? "en" : "zh-CN")
                .entity(new Problem("urn:shouwang:problem:" + code, code, status, text, code, details, fields))
                .build();
    }

    private static String text(HttpHeaders headers, String zh, String en) {
        return english(headers) ? en : zh;
    }

    private static boolean english(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(l -> l.equals("zh") || l.equals("en"))
                .findFirst()
                .filter("en"::equals)
                .isPresent();
    }

    private static String path(String path) {
        var parts = path.split("\\.", 3);
        return parts.length < 2 ? path : path.substring(path.indexOf('.', path.indexOf('.')) + 1);
    }
}
