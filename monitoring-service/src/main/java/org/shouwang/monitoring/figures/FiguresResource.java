package org.shouwang.monitoring.figures;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.monitoring.figures.Months.*;

/** Monitored households and persons of an area: a list of figures, each with its code and its words, as the other services give theirs. */
@Path("/figures")
@Authenticated
@Tag(name = "figures 统计")
class FiguresResource {

    private static final int MOST_MONTHS = 36;
    private static final String VILLAGE_MONTH = "[0-9]{12}~[0-9]{4}-(0[1-9]|1[0-2])";

    /** Months, both included. */
    private record Span(YearMonth first, YearMonth last) {}

    private final Figures figures;
    private final Months months;
    private final FindingsExport export;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(Figures figures, Months months, FindingsExport export, Caller caller, Clock clock) {
        this.figures = figures;
        this.months = months;
        this.export = export;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Monitored households and persons of an area on a day / 某地区某日的监测对象户数和人数",
            description =
                    "sizeLimit holds the monitored persons against the share of the registered population that the policy allows (sizeLimitPercent, 5 under the 2020 plan, 10 in deeply poor areas); it only warns. / 2020年方案规定监测对象规模一般为户籍人口的5%左右，深度贫困地区原则上不超过10%，由政策填写；超过只作提示。")
    public Uni<Figures.Report> figures(@RestQuery String area, @RestQuery LocalDate date) {
        var day = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return figures.of(caller.scope(area), day);
    }

    @GET
    @Path("/months")
    @Operation(
            summary =
                    "Monitored households and persons by area and month: stock, what happened, by type, grade, risk and registered type / 分地区分月统计",
            description = "Without a level the area as a whole, with one its parts; in the order of area and month.")
    public Uni<Page<Month>> months(
            @RestQuery String area,
            @RestQuery AreaLevel level,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var span = span(from, to);
        return months.of(caller.scope(area), level, span.first(), span.last(), cursor(after, level), size + 1)
                .map(found -> Page.of(found, size, m -> m.area() + "~" + m.month()));
    }

    @GET
    @Path("/findings")
    @Operation(
            summary = "Households whose count in a village and month is not explained by events (DQ-26) / 期末数与增减变动不符的户",
            description = "In the order of village, month and household. / 按村、月份、户排列。")
    public Uni<Page<Finding>> findings(
            @RestQuery String area,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var span = span(from, to);
        return months.findings(caller.scope(area), span.first(), span.last(), beyond(after), size + 1)
                .map(found -> Page.of(found, size, f -> f.area() + "~" + f.month() + "~" + f.householdId()));
    }

    @GET
    @Path("/findings.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "The same as comma-separated text / 导出期末数与增减变动不符的户（csv）")
    public RestResponse<StreamingOutput> csv(@RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var scope = caller.scope(area);
        var span = span(from, to);
        return file(
                "csv", CsvSheet.MEDIA_TYPE, out -> export.write(scope, span.first(), span.last(), new CsvSheet(out)));
    }

    @GET
    @Path("/findings.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "The same as a workbook / 导出期末数与增减变动不符的户（xlsx）")
    public RestResponse<StreamingOutput> xlsx(@RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var scope = caller.scope(area);
        var span = span(from, to);
        return file(
                "xlsx",
                XlsxSheet.MEDIA_TYPE,
                out -> export.write(scope, span.first(), span.last(), new XlsxSheet(out)));
    }

    private static RestResponse<StreamingOutput> file(String extension, String type, StreamingOutput content) {
        return ResponseBuilder.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"unexplained." + extension + "\"")
                .build();
    }

    private Span span(String from, String to) {
        var last = month("to", to, YearMonth.from(clock.instant().atZone(Streams.ZONE)));
        var first = month("from", from, last);
        inOrder(first, last);
        return new Span(first, last);
    }

    private static void inOrder(YearMonth first, YearMonth last) {
        if (last.isBefore(first) || first.plusMonths(MOST_MONTHS).compareTo(last) <= 0)
            throw new BadRequest(
                    "from",
                    "起止月份应当先后有序，最多" + MOST_MONTHS + "个月",
                    "must not be after to, nor cover more than 36 months");
    }

    private static YearMonth month(String name, String text, YearMonth absent) {
        if (text == null) return absent;
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw new BadRequest(name, "月份格式应为 2021-11", "must be a month such as 2021-11");
        }
    }

    private static Place cursor(String after, AreaLevel level) {
        if (after == null) return null;
        if (!after.matches(VILLAGE_MONTH)) throw elsewhere();
        var digits = level == null ? 12 : level.digits();
        return new Place(after.substring(0, digits), YearMonth.parse(after.substring(13)));
    }

    private static Beyond beyond(String after) {
        if (after == null) return null;
        if (!after.matches(VILLAGE_MONTH + "~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) throw elsewhere();
        var parts = after.split("~");
        return new Beyond(parts[0], YearMonth.parse(parts[1]), UUID.fromString(parts[2]));
    }

    private static BadRequest elsewhere() {
        return new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
    }
}
