package org.shouwang.monitoring.ledger;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.sheet.CsvSheet;
import org.shouwang.eventsourcing.sheet.XlsxSheet;
import org.shouwang.monitoring.ledger.Ledgers.Extract;

/** Ledgers as files. */
@Path("/ledgers")
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
    HELPER,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    DEPARTMENT_USER,
    INSPECTOR,
    AUDITOR,
    SYS_ADMIN
})
@Tag(name = "ledger 台账")
class LedgerResource {

    private final Ledgers ledgers;
    private final Caller caller;
    private final Clock clock;

    LedgerResource(Ledgers ledgers, Caller caller, Clock clock) {
        this.ledgers = ledgers;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("/{ledger}.xlsx")
    @Blocking
    @Produces(XlsxSheet.MEDIA_TYPE)
    @Operation(summary = "A ledger as a workbook: a title, the date of the figures, headers, rows / 下载台账（xlsx）")
    public RestResponse<StreamingOutput> xlsx(
            Ledger ledger, @RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var extract = extract(ledger, area, from, to);
        return file(extract, "xlsx", XlsxSheet.MEDIA_TYPE, out -> ledgers.write(extract, new XlsxSheet(out)));
    }

    @GET
    @Path("/{ledger}.csv")
    @Blocking
    @Produces(CsvSheet.MEDIA_TYPE)
    @Operation(summary = "A ledger as comma-separated text / 下载台账（csv）")
    public RestResponse<StreamingOutput> csv(
            Ledger ledger, @RestQuery String area, @RestQuery String from, @RestQuery String to) {
        var extract = extract(ledger, area, from, to);
        return file(extract, "csv", CsvSheet.MEDIA_TYPE, out -> ledgers.write(extract, new CsvSheet(out)));
    }

    private Extract extract(Ledger ledger, String area, String from, String to) {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        var last = day("to", to, today);
        var first = day("from", from, last.withDayOfYear(1));
        if (last.isBefore(first)) throw new BadRequest("from", "起始日期晚于截止日期", "lies behind to");
        return new Extract(ledger, caller.scope(area), caller.scope(null), first, last, today);
    }

    private static RestResponse<StreamingOutput> file(
            Extract extract, String extension, String type, StreamingOutput content) {
        var name = URLEncoder.encode(extract.ledger().zh() + extract.on() + "." + extension, StandardCharsets.UTF_8);
        return ResponseBuilder.ok(content, type)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .build();
    }

    private static LocalDate day(String name, String text, LocalDate absent) {
        if (text == null) return absent;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadRequest(name, "日期格式应为 2021-09-07", "must be a date such as 2021-09-07");
        }
    }
}
