package org.shouwang.monitoring.policy;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Readings;

/** Policies as documents: put a version, see what holds. */
@Path("/policies")
@Authenticated
@Tag(name = "policy 政策")
class PolicyResource {

    private final Policies policies;
    private final Caller caller;

    PolicyResource(Policies policies, Caller caller) {
        this.policies = policies;
        this.caller = caller;
    }

    @PUT
    @Path("/{policyId}/versions/{version}")
    @RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR})
    @Operation(
            summary = "Publish a version of a policy / 发布政策的一个版本",
            description =
                    "A procedure is one of five published ones, or the steps themselves in steps. stepLimits give single steps their own days"
                            + " (one published procedure: visit 3, comparison 5, review and posting 5); no regime has them by itself"
                            + " / 识别程序可选五种之一，也可在 steps 中逐步列出；stepLimits 规定单个环节的时限，不填则只有总时限"
                            + " incomeMeasure is kept beside and decides nothing: a statement of the other measure is taken all the same."
                            + " monitoring.cycle is MONTHLY and publicity.level is VILLAGE_ONCE: no other cycle or place is built."
                            + " / incomeMeasure 只作记录，另一口径的收入表照样采用；monitoring.cycle 目前只有 MONTHLY（每月），publicity.level 只有 VILLAGE_ONCE（村内公示一次）。"
                            + " " + Readings.D01 + " " + Readings.D02 + " " + Readings.D03 + " " + Readings.D05 + " "
                            + Readings.D12 + " " + Readings.D14 + " " + Readings.D15 + " " + Readings.D16 + " "
                            + Readings.D17 + " " + Readings.D19)
    public Uni<RestResponse<Void>> publish(
            String policyId,
            int version,
            @NotNull @Valid PolicyDocument body,
            @HeaderParam("If-Match") Version expected) {
        if (!policyId.matches("[A-Z0-9][A-Z0-9-]{1,39}"))
            throw new BadRequest("policyId", "政策编号应为大写字母、数字和短横线", "must be capital letters, digits and dashes");
        if (body.policyId() != null && !body.policyId().equals(policyId)
                || body.version() != null && body.version() != version)
            throw new BadRequest(
                    "policyId", "文档中的编号、版本与地址不一致", "id and version in the document differ from the address");
        var terms = policies.complete(body, policyId, version);
        return policies.publish(terms, caller.cause(null).under(terms.ref()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(
            summary = "Policies that hold in an area, all versions / 某地区的政策（全部版本）",
            description =
                    "effectiveTo is the last day on which the version holds: a later version of the same policy cuts it short. / effectiveTo 为该版本实际的最后一日，同一政策的后一版本会使其提前终止。")
    public Uni<List<PolicyVersion>> list(@RestQuery String area, @RestQuery LocalDate on) {
        return policies.all(caller.scope(area), on);
    }
}
