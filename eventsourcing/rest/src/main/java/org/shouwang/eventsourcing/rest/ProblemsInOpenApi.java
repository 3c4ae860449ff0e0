package org.shouwang.eventsourcing.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.shouwang.eventsourcing.journal.Refusal;

/** Adds to every operation's description what all of them share: the problems, and how a command is repeated safely. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {

    /** @param code of a problem that has the status in any service; null: each has its own */
    private record Described(String status, String meaning, String code, String detail) {}

    private static final List<Described> PROBLEMS = List.of(
            of(Fault.INVALID_FIELDS, "Unreadable or wrongly filled in; `fields` says where / 请求有误，fields 指出位置"),
            of(Fault.NO_TOKEN, "No valid token / 未登录"),
            of(Fault.ROLE_NOT_ALLOWED, "Not in your role or area / 角色或地区无权"),
            of("404", Refusal.NOT_FOUND, "Not there, or outside your area / 没有，或不在管辖范围"),
            new Described("409", "Not in this state; `code` says why / 当前状态不允许，见 code", null, null),
            of(Fault.STALE_SEQUENCE, "Changed since `If-Match` / 数据已被更新"),
            of(
                    "422",
                    Refusal.DATE_IN_FUTURE,
                    "The rules say no; `code` and `details` say why / 不符合规则，见 code 和 details"),
            of(Fault.TOO_MANY_AT_ONCE, "Too many requests of yours at the same moment / 同时请求过多"),
            of(Fault.TEMPORARILY_AWAY, "Try again after `Retry-After` seconds / 暂时不可用"));

    private static Described of(Fault fault, String meaning) {
        return new Described(Integer.toString(fault.status), meaning, fault.name(), fault.zh);
    }

    private static Described of(String status, Refusal reason, String meaning) {
        return new Described(status, meaning, reason.name(), reason.zh());
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) return;
        if (api.getComponents() == null) api.setComponents(OASFactory.createComponents());
        api.getComponents().addSchema("Problem", problem());
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (operation.getResponses() == null) operation.setResponses(OASFactory.createAPIResponses());
        var command = method != HttpMethod.GET;
        for (var problem : PROBLEMS) {
            var applies =
                    switch (problem.status()) {
                        case "401", "403" -> operation.getSecurity() != null;
                        case "409" -> command;
                        case "412" -> has(operation, "If-Match");
                        default -> true;
                    };
            if (applies) operation.getResponses().addAPIResponse(problem.status(), response(problem));
        }
        // what a step answers was begun before
        if (method == HttpMethod.PUT
                && path.endsWith("}")
                && operation.getResponses().hasAPIResponse("204"))
            operation
                    .getResponses()
                    .addAPIResponse("201", OASFactory.createAPIResponse().description("Begun / 已新建"));
        if (command && !has(operation, "Idempotency-Key"))
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("UUID; a repeat with it is answered with what the first did / 重复提交时用同一个值")
                    .schema(text().format("uuid")));
    }

    private static boolean has(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    private static APIResponse response(Described problem) {
        var type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        if (problem.code() != null) {
            var example = new LinkedHashMap<String, Object>();
            example.put("type", Problem.TYPE + problem.code());
            example.put("title", problem.code());
            example.put("status", Integer.parseInt(problem.status()));
            example.put("detail", problem.detail());
            example.put("code", problem.code());
            if (problem.status().equals("400"))
                example.put("fields", List.of(Map.of("field", "on", "message", "不得为null")));
            type.setExample(example);
        }
        return OASFactory.createAPIResponse()
                .description(problem.meaning())
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type));
    }

    private static Schema problem() {
        var field = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("field", text())
                .addProperty("message", text());
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457")
                .addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text().description("a sentence, in the language of `Accept-Language` / 一句话的说明"))
                .addProperty("code", text().description("stable, for programs / 供程序识别的代码"))
                .addProperty("details", list(text()).description("what exactly / 具体项目"))
                .addProperty("fields", list(field).description("the offending fields / 有误的字段"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(items);
    }
}
