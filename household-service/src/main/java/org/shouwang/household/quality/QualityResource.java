package org.shouwang.household.quality;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.household.quality.QualityList.Item;
import org.shouwang.household.quality.QualityList.Search;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.registry.Rule.Severity;

/** The data-quality rules over an area: what they are, what they find, how often, and the list to work through. */
@Path("/quality")
@RolesAllowed({
    GRID_MEMBER,
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "quality 数据质量")
class QualityResource {

    /** Households that are looked at before something is shown; a file looks at all. */
    private static final int AT_A_REQUEST = 3_000;

    /** @param rule in the list of data-quality rules; DQ-00: what any entry must satisfy */
    record RuleView(String rule, String name, Severity severity, String zh, String en, List<String> fields) {}

    private final QualityReview review;
    private final QualityList list;
    private final QualityFigures figures;
    private final QualityExport export;
    private final Caller caller;

    QualityResource(
            QualityReview review, QualityList list, QualityFigures figures, QualityExport export, Caller caller) {
        this.review = review;
        this.list = list;
        this.figures = figures;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("rules")
    @Operation(summary = "The data-quality rules that are kept here / 数据质量规则")
    public List<RuleView> rules() {
        return Arrays.stream(Rule.values())
                .map(r -> new RuleView(r.code(), r.name(), r.severity(), r.zh(), r.en(), r.fields()))
                .toList();
    }

    @GET
    @Path("findings")
    @Operation(
            summary = "What the rules find in an area, household by household, list by list / 按地区核查数据质量，列出问题",
            description =
                    "Up to 3000 households that changed since they were last looked at are looked at first; the figures say how many wait. That a department's list states another total than it has rows (DQ-27) is found with its delivery, without a household, for who reaches the area it was delivered for, until it is explained. / 部门名单写明的总数与行数不符（DQ-27）按比对批次列出，不涉及具体农户，说明原因并办结后不再列出。")
    public Uni<Page<Item>> findings(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery @Parameter(description = "DQ-11, or a rule's name, LABOUR_DOUBTFUL / 规则编号或名称") String rule,
            @RestQuery Severity severity,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var search = new Search(rule, severity);
        var most = Page.limit(limit);
        return review.look(scope, own, AT_A_REQUEST).chain(() -> list.find(scope, own, search, after, most));
    }

    @GET
    @Path("figures")
    @Operation(summary = "Findings of an area by rule / 按规则统计数据质量问题")
    public Uni<QualityFigures.Figures> figures(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        return review.look(scope, own, AT_A_REQUEST).chain(() -> figures.of(scope, own, review.day()));
    }

    @GET
    @Path("findings.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "The same as a file, numbers masked / 导出问题清单（CSV，证件号码已脱敏）")
    public RestResponse<StreamingOutput> csv(
            @RestQuery String area, @RestQuery String rule, @RestQuery Severity severity) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var search = new Search(rule, severity);
        return file(CsvSheet.MEDIA_TYPE, "findings.csv", out -> export.write(scope, own, search, new CsvSheet(out)));
    }

    @GET
    @Path("findings.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "The same as a workbook, numbers masked / 导出问题清单（Excel，证件号码已脱敏）")
    public RestResponse<StreamingOutput> xlsx(
            @RestQuery String area, @RestQuery String rule, @RestQuery Severity severity) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var search = new Search(rule, severity);
        return file(XlsxSheet.MEDIA_TYPE, "findings.xlsx", out -> export.write(scope, own, search, new XlsxSheet(out)));
    }

    private static RestResponse<StreamingOutput> file(String type, String name, StreamingOutput content) {
        return ResponseBuilder.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
