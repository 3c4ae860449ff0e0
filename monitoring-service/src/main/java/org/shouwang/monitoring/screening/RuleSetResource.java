package org.shouwang.monitoring.screening;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
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
import org.shouwang.monitoring.AreaPrefix;
import org.shouwang.monitoring.screening.ScreeningRules.Audience;
import org.shouwang.monitoring.screening.ScreeningRules.Comparison;
import org.shouwang.monitoring.screening.ScreeningRules.Cycle;
import org.shouwang.monitoring.screening.ScreeningRules.ScreeningRule;
import org.shouwang.monitoring.screening.ScreeningRules.Threshold;

/** The early-warning rules as documents: put a version, see what holds. */
@Path("/screening-rules")
@Authenticated
@Tag(name = "screening 部门筛查预警")
class RuleSetResource {

    /** @param amount null: the monitoring line, where something is compared at all */
    record ThresholdBody(
            @NotNull Audience audience,
            @NotNull Comparison comparison,
            @Digits(integer = 9, fraction = 2) BigDecimal amount) {}

    /** What is left out of a usual rule is as usual. */
    record RuleBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,39}")
            String id,

            @Pattern(regexp = "[A-Z]{2,20}") String dept,
            @Pattern(regexp = "[A-Z][A-Z0-9_-]{1,39}") String item,
            @Size(max = 100) String zh,
            @Size(max = 200) String en,
            Cycle cycle,
            @Min(1) @Max(31) Integer deliverBy,
            @Min(1) @Max(12) Integer deliverMonth,
            String risk,
            Boolean perHousehold,
            List<@NotNull @Valid ThresholdBody> thresholds) {}

    /** @param rules null: all the usual ones */
    record RulesBody(
            @Pattern(regexp = AreaPrefix.PATTERN) String areaPrefix,
            @NotNull LocalDate effectiveFrom,
            LocalDate effectiveTo,
            @NotBlank @Size(max = 200) String source,
            List<@NotNull @Valid RuleBody> rules) {}

    private final RuleSets sets;
    private final RuleDefaults defaults;
    private final Caller caller;

    RuleSetResource(RuleSets sets, RuleDefaults defaults, Caller caller) {
        this.sets = sets;
        this.defaults = defaults;
        this.caller = caller;
    }

    @PUT
    @Path("/{setId}/versions/{version}")
    @RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR})
    @Operation(
            summary = "Publish a version of a set of early-warning rules / 发布筛查预警规则的一个版本",
            description =
                    "deliverBy is the day on which the department's figures are due, of every month, or of deliverMonth for a yearly rule; perHousehold adds up the figures of a household's members in one delivery before they are compared. / deliverBy为部门报送截止日，年度规则另填deliverMonth（月份）；perHousehold表示同一批次内一户各成员的数据先合计、再与阈值比较。")
    public Uni<RestResponse<Void>> publish(
            String setId, int version, @NotNull @Valid RulesBody body, @HeaderParam("If-Match") Version expected) {
        if (!setId.matches("[A-Z0-9][A-Z0-9-]{1,39}"))
            throw new BadRequest("setId", "规则集编号应为大写字母、数字和短横线", "must be capital letters, digits and dashes");
        var rules = new ScreeningRules(
                setId,
                version,
                AreaPrefix.of(body.areaPrefix()),
                body.effectiveFrom(),
                body.effectiveTo(),
                body.source(),
                defaults.complete(
                        body.rules() == null
                                ? null
                                : body.rules().stream()
                                        .map(RuleSetResource::rule)
                                        .toList()));
        return sets.publish(rules, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    private static ScreeningRule rule(RuleBody b) {
        return new ScreeningRule(
                b.id(),
                b.dept(),
                b.item(),
                b.zh(),
                b.en(),
                b.cycle(),
                b.deliverBy(),
                b.deliverMonth(),
                b.risk(),
                b.perHousehold(),
                b.thresholds() == null
                        ? null
                        : b.thresholds().stream()
                                .map(t -> new Threshold(t.audience(), t.comparison(), t.amount()))
                                .toList());
    }

    @GET
    @Operation(summary = "Early-warning rules that hold in an area, all versions / 某地区的筛查预警规则（全部版本）")
    public Uni<List<RuleSetTable.RuleSetVersion>> list(@RestQuery String area) {
        return sets.all(caller.scope(area));
    }
}
