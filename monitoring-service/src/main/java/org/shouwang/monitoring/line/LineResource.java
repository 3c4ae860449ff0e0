package org.shouwang.monitoring.line;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import org.shouwang.monitoring.line.LineCommand.SetLine;

/** Monitoring lines by area and year. */
@Path("/lines")
@Authenticated
@Tag(name = "line 监测收入线")
class LineResource {

    /** @param effectiveFrom null: 1 January of the year */
    record LineBody(
            @NotNull @Digits(integer = 8, fraction = 2) BigDecimal amount, LocalDate effectiveFrom, String source) {}

    private final Lines lines;
    private final Caller caller;

    LineResource(Lines lines, Caller caller) {
        this.lines = lines;
        this.caller = caller;
    }

    @PUT
    @Path("/{areaCode}/{year}")
    @RolesAllowed({SYS_ADMIN, COUNTY_APPROVER, COUNTY_OPERATOR})
    @Operation(
            summary = "Set the monitoring line of an area and year / 设定某地区某年度的监测收入线",
            description =
                    "From its first day to the end of the year, or to the day before the next line of that year; set again for the same day it is corrected. / 同一年度可有多条线，各自从生效日期起适用；同一生效日期再次设定为更正。"
                            + " " + Readings.D15)
    public Uni<RestResponse<Void>> set(
            String areaCode, int year, @NotNull @Valid LineBody body, @HeaderParam("If-Match") Version expected) {
        if (!areaCode.matches("[0-9]{12}"))
            throw new BadRequest("areaCode", "应为 12 位区划代码", "must be an area code of 12 digits");
        if (year < 2000 || year > 2100) throw new BadRequest("year", "年度应为四位数字", "must be a year of four digits");
        var from = body.effectiveFrom() == null ? LocalDate.of(year, 1, 1) : body.effectiveFrom();
        var command = new SetLine(areaCode, year, body.amount().setScale(2, RoundingMode.HALF_UP), from, body.source());
        return lines.handle(Lines.stream(areaCode, year), command, caller.cause(null), Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "Monitoring lines that hold in an area / 某地区适用的监测收入线")
    public Uni<List<LineTable.Row>> list(@RestQuery String area, @RestQuery Integer year) {
        return lines.list(caller.scope(area), year);
    }
}
