package org.shouwang.household.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.household.figures.Figures.Report;

/** Counts for villages and all that lies above them. They name nobody: every role may see those of its area. */
@Path("/figures")
@Tag(name = "figures 统计")
class FiguresResource {

    private static final String OVERLAP =
            "The figures overlap: a household lifted out of poverty may be on dibao and have a disabled member; do not add them up. The categories do not: each household is counted once, in the first category that it fits, in the order of the setting shouwang.figures.partition, and they add up to REGISTERED. / 各项指标交叉统计，同一户可能计入多项，不可相加；类别按建档立卡、特困、低保、残疾、一般的先后只计一次（顺序可配置），合计等于在册农户。";

    private final Figures figures;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(Figures figures, Caller caller, Clock clock) {
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("**")
    @Operation(
            summary = "Households and persons of an area, by indicator, with checks / 按地区统计户数和人数并核对逻辑关系",
            description =
                    OVERLAP
                            + " Whether weak or half labour is counted in I06 is a setting of the deployment. / 弱劳动力或半劳动力是否计入劳动力人数由部署设置决定。")
    public Uni<Report> figures(
            @Parameter(description = "区划代码；默认本人管辖范围 / an area's code; the caller's own where absent") @RestQuery
                    String area,
            @Parameter(description = "统计日期，默认今天 / the day that is counted; today where absent") @RestQuery
                    String date) {
        return figures.of(
                caller.scope(area),
                caller.scope(null),
                date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : day(date));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadRequest("date", "日期格式应为 2021-09-07", "must be a date such as 2021-09-07");
        }
    }
}
