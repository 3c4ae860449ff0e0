package org.shouwang.eventsourcing.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to every operation's description what all of them share: the problems, and how a command is repeated safely. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ProblemsInOpenApi implements OASFilter {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Unreadable or wrongly filled in; `fields` says where / 请求有误，fields 指出位置",
            "401", "No valid token / 未登录",
            "403", "Not in your role or area / 角色或地区无权",
            "404", "Not there, or outside your area / 没有，或不在管辖范围",
            "409", "Not in this state; `code` says why / 当前状态不允许，见 code",
            "412", "Changed since `If-Match` / 数据已被更新",
            "422", "The rules say no; `code` and `details` say why / 不符合规则，见 code 和 details",
            "503", "Try again after `Retry-After` seconds / 暂时不可用");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getPaths() == null || api.getPaths().getPathItems() == null) return;
        api.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .forEach(ProblemsInOpenApi::describe));
    }

    private static void describe(HttpMethod method, Operation operation) {
        if (operation.getResponses() == null) operation.setResponses(OASFactory.createAPIResponses());
        var command = method != HttpMethod.GET;
        PROBLEMS.forEach((status, meaning) -> {
            if (command || !status.equals("412") && !status.equals("409")) {
                var content = OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().addType(SchemaType.OBJECT))
                                        .example(Map.of(
                                                "status", Integer.parseInt(status), "code", "…", "detail", meaning)));
                operation
                        .getResponses()
                        .addAPIResponse(
                                status,
                                OASFactory.createAPIResponse()
                                        .description(meaning)
                                        .content(content));
            }
        });
        if (method == HttpMethod.PUT)
            operation
                    .getResponses()
                    .addAPIResponse("201", OASFactory.createAPIResponse().description("Begun / 已新建"));
        var named = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> "Idempotency-Key".equals(p.getName()));
        if (command && !named)
            operation.addParameter(OASFactory.createParameter()
                    .name("Idempotency-Key")
                    .in(Parameter.In.HEADER)
                    .description("UUID; a repeat with it is answered with what the first did / 重复提交时用同一个值")
                    .schema(OASFactory.createSchema().addType(SchemaType.STRING).format("uuid")));
    }
}
