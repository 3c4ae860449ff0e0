package org.shouwang.monitoring.quality;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.monitoring.quality.QualityList.Item;
import org.shouwang.monitoring.quality.QualityList.Search;
import org.shouwang.monitoring.quality.Rule.Severity;

/** The data-quality rules of monitoring over an area: what they are, what they find, how often, and the list to work through. */
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
    AREA_GROUP_LEADER,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "quality 数据质量")
class QualityResource {

    /** @param rule in the list of data-quality rules @param source where it comes from */
    record RuleView(
            String rule, String name, Severity severity, String zh, String en, String source, List<Subject> subjects) {}

    private final QualityList list;
    private final QualityFigures figures;
    private final QualityExport export;
    private final Caller caller;
    private final Clock clock;

    QualityResource(QualityList list, QualityFigures figures, QualityExport export, Caller caller, Clock clock) {
        this.list = list;
        this.figures = figures;
        this.export = export;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("rules")
    @Operation(summary = "The data-quality rules that are kept here / 数据质量规则")
    public List<RuleView> rules() {
        return Arrays.stream(Rule.values())
                .map(r -> new RuleView(
                        r.code(),
                        r.name(),
                        r.severity(),
                        r.zh(),
                        r.en(),
                        r.source().zh(),
                        r.checks().stream().map(Check::subject).toList()))
                .toList();
    }

    @GET
    @Path("findings")
    @Operation(
            summary = "What the rules find in an area / 按地区核查数据质量，列出问题",
            description =
                    "As it stands; terms are reckoned on the date. Of minutes those of the date's year, up to it, are looked through, and of months (DQ-26)"
                            + " the whole month of the date, once for a village: /figures/findings tells the households and other months."
                            + " Recorded: who wrote one of the fields last. A finding that rests on what nobody did, as a measure that is missing,"
                            + " or on what another service keeps, an income or a tag, has none."
                            + " / 增减变动（DQ-26）只核对所选日期所在的整月，每村一条；涉及的户和其他月份见 /figures/findings。")
    public Uni<Page<Item>> findings(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery LocalDate date,
            @RestQuery @Parameter(description = "DQ-14, or a rule's name, RISK_EMPTY / 规则编号或名称") String rule,
            @RestQuery Severity severity,
            @RestQuery String after,
            @RestQuery Integer limit) {
        return list.find(
                caller.scope(area),
                caller.scope(null),
                day(date),
                new Search(rule, severity),
                after,
                Page.limit(limit));
    }

    @GET
    @Path("figures")
    @Operation(summary = "Findings of an area by rule, in how many households and persons / 按规则统计数据质量问题（户、人）")
    public Uni<QualityFigures.Figures> figures(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery LocalDate date) {
        return figures.of(caller.scope(area), caller.scope(null), day(date));
    }

    @GET
    @Path("findings.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "The same as comma-separated text / 导出问题清单（csv）")
    public RestResponse<StreamingOutput> csv(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery String rule, @RestQuery Severity severity) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var search = new Search(rule, severity);
        return file("csv", CsvSheet.MEDIA_TYPE, out -> export.write(scope, own, day(date), search, new CsvSheet(out)));
    }

    @GET
    @Path("findings.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "The same as a workbook / 导出问题清单（xlsx）")
    public RestResponse<StreamingOutput> xlsx(
            @RestQuery String area, @RestQuery LocalDate date, @RestQuery String rule, @RestQuery Severity severity) {
        var scope = caller.scope(area);
        var own = caller.scope(null);
        var search = new Search(rule, severity);
        return file(
                "xlsx", XlsxSheet.MEDIA_TYPE, out -> export.write(scope, own, day(date), search, new XlsxSheet(out)));
    }

    private LocalDate day(LocalDate asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : asked;
    }

    private static RestResponse<StreamingOutput> file(String extension, String type, StreamingOutput content) {
        return ResponseBuilder.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"findings." + extension + "\"")
                .build();
    }
}
