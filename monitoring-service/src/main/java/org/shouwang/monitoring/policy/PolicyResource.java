package org.shouwang.monitoring.policy;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.policy.PolicyTerms.*;

/** Policies as documents: put a version, see what holds. */
@Path("/policies")
@Authenticated
@Tag(name = "policy 政策")
class PolicyResource {

    /** A policy as it is written down. What is left out is filled in by the regime's usual rules, and shown by the list. */
    record PolicyDocument(
            String policyId,
            Integer version,
            @Pattern(regexp = "[0-9]{0,12}") String areaPrefix,
            @NotNull LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @NotNull Regime regime,
            @NotNull List<@NotNull ObjectType> objectTypes,
            @NotNull IncomeMeasure incomeMeasure,
            @NotNull IncomeBasis incomeBasis,
            @NotNull Line line,
            Grading grading,
            Application application,
            @NotNull Publicity publicity,
            @NotNull Procedure procedure,
            List<@NotNull String> steps,
            Integer identifyMaxDays,
            Integer planMaxDays,
            Integer measureMaxDays,
            Clues clues,
            List<@NotNull StepEvidence> evidence,
            List<@NotNull DepartmentRecords> comparison,
            Review review,
            Monitoring monitoring,
            Deadlines deadlines,
            QuarterlyReview quarterlyReview,
            Removal removal,
            WorkCalendar calendar) {

        PolicyTerms terms(String id, int number) {
            return new PolicyTerms(
                    id,
                    number,
                    areaPrefix == null ? "" : areaPrefix,
                    effectiveFrom,
                    effectiveTo,
                    regime,
                    objectTypes,
                    incomeMeasure,
                    incomeBasis,
                    scaled(line),
                    grading,
                    application,
                    publicity,
                    procedure,
                    steps,
                    identifyMaxDays,
                    planMaxDays,
                    measureMaxDays,
                    clues,
                    evidence,
                    comparison,
                    review,
                    monitoring,
                    deadlines,
                    quarterlyReview,
                    removal,
                    calendar);
        }

        private static Line scaled(Line line) {
            var amount = line.amount() == null ? null : line.amount().setScale(2, java.math.RoundingMode.HALF_UP);
            return new Line(line.source(), amount, line.inclusive(), line.useReferenceIncome());
        }
    }

    private final Policies policies;
    private final PolicyDefaults defaults;
    private final Caller caller;

    PolicyResource(Policies policies, PolicyDefaults defaults, Caller caller) {
        this.policies = policies;
        this.defaults = defaults;
        this.caller = caller;
    }

    @PUT
    @Path("/{policyId}/versions/{version}")
    @RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR})
    @Operation(summary = "Publish a version of a policy / 发布政策的一个版本")
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
        var terms = defaults.complete(body.terms(policyId, version));
        return policies.publish(terms, caller.cause(null).under(terms.ref()), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Policies that hold in an area, all versions / 某地区的政策（全部版本）")
    public Uni<List<PolicyTerms>> list(@RestQuery String area, @RestQuery LocalDate on) {
        return policies.all(caller.scope(area))
                .map(found -> on == null
                        ? found
                        : found.stream().filter(t -> t.inForce(on)).toList());
    }
}
