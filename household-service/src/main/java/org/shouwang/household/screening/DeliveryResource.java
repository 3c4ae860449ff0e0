package org.shouwang.household.screening;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.Readings;
import org.shouwang.household.Waiting;
import org.shouwang.household.screening.DeliveryIntake.Taken;
import org.shouwang.household.screening.DeliveryIntake.Terms;
import org.shouwang.household.screening.DeliveryViews.Report;
import org.shouwang.household.screening.DeliveryViews.Row;

/** What departments deliver for screening, and what is told them of it. */
@Path("/deliveries")
@Tag(name = "deliveries 部门数据比对")
class DeliveryResource {

    private static final int MOST_ROWS = 50_000;
    private static final int MOST_STATED = 9_999_999;
    private static final int MOST_REPEATED = 1_000;

    /**
     * @param idNo matched by its keyed hash; where it is absent, name and village make a suggestion that a person confirms
     * @param village code of 12 digits or name
     * @param item what the value is of, or the rule that it is for; null: what the delivery says
     * @param value in the unit of the item; null where the row itself is the fact
     */
    record RowBody(
            @Size(max = 40) String idNo,
            @Size(max = 60) String name,
            @Size(max = 60) String village,
            @Size(max = 40) String item,
            @Digits(integer = 9, fraction = 2) BigDecimal value) {}

    /**
     * @param dept null: the caller's
     * @param area null: the caller's
     * @param period {@code 2021}, {@code 2021-09} or {@code 2021-09-07}
     * @param on the day of delivery, from which the clues count; null: today
     * @param statedTotal how many rows there are by what the list says of itself; null where it says nothing
     */
    record DeliveryBody(
            @Size(max = 20) String dept,
            String area,
            @NotNull String period,
            @Size(max = 40) String item,
            LocalDate on,
            @Min(0) @Max(MOST_STATED) Integer statedTotal,
            @NotEmpty @Size(max = MOST_ROWS) List<@NotNull @Valid RowBody> rows) {}

    /** @param reason null where nothing is to be explained @param repeated rows that mean what another row means */
    record ClosureBody(
            TotalReason reason, @Size(max = MOST_REPEATED) List<@NotNull @Min(1) Integer> repeated) {}

    private final DeliveryIntake intake;
    private final DeliveryViews views;
    private final DeliveryClosing closing;
    private final DeliveryExport export;
    private final Caller caller;

    DeliveryResource(
            DeliveryIntake intake, DeliveryViews views, DeliveryClosing closing, DeliveryExport export, Caller caller) {
        this.intake = intake;
        this.views = views;
        this.closing = closing;
        this.export = export;
        this.caller = caller;
    }

    @PUT
    @Path("{id}")
    @Blocking
    @RolesAllowed({COUNTY_OPERATOR, DEPARTMENT_USER})
    @Operation(
            summary = "Deliver a department's figures of a period, up to 50,000 rows / 部门报送一期筛查数据",
            description =
                    "Rows are matched behind the request's back: ask for the delivery. A repeat changes nothing. A stated total that is not that of"
                            + " the rows is a finding, DQ-27 / 写明的总数与行数不符时列为问题 "
                            + Readings.D10)
    @APIResponse(
            responseCode = "201",
            description = "Received / 已接收",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Report.class)))
    @APIResponse(responseCode = "200", description = "Received before / 此前已接收")
    public RestResponse<Report> deliver(UUID id, @NotNull @Valid DeliveryBody body) {
        var cause = cause(body.on());
        var terms = terms(cause, body.dept(), body.area(), body.period(), body.item());
        var rows = IntStream.range(0, body.rows().size())
                .mapToObj(i -> row(i + 1, body.rows().get(i)))
                .toList();
        return answer(intake.rows(id, rows, terms, body.statedTotal(), cause), terms);
    }

    private static DeliveredRow row(int number, RowBody row) {
        return new DeliveredRow(
                number,
                row.idNo(),
                row.name(),
                row.village(),
                row.item(),
                row.value() == null ? null : row.value().toPlainString());
    }

    @POST
    @Blocking
    @Consumes({
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "text/csv",
        "application/octet-stream"
    })
    @RolesAllowed({COUNTY_OPERATOR, DEPARTMENT_USER})
    @Operation(
            summary = "Deliver a department's list of a period (xlsx or csv, up to 200,000 rows) / 部门报送一期筛查名单文件",
            description =
                    "Columns 证件号码, 姓名, 村, 指标, 数值. The same file again is the same delivery. A stated total that is not that of the rows"
                            + " is a finding, DQ-27 / 写明的总数与行数不符时列为问题 "
                            + Readings.D10)
    @APIResponse(
            responseCode = "201",
            description = "Received / 已接收",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Report.class)))
    @APIResponse(responseCode = "200", description = "Received before / 此前已接收")
    public RestResponse<Report> send(
            InputStream body,
            @Parameter(description = "部门代码；部门用户不填 / the department; its own user leaves it out") @RestQuery String dept,
            @RestQuery String area,
            @Parameter(required = true, description = "2021、2021-09 或 2021-09-07") @RestQuery String period,
            @Parameter(description = "没有“指标”列时的指标或规则 / what rows without an item are about") @RestQuery String item,
            @Parameter(description = "报送日期，默认今天；线索从这一天起算 / the day of delivery; today where absent") @RestQuery
                    LocalDate on,
            @Parameter(description = "名单写明的总数 / how many rows there are by what the list says of itself")
                    @RestQuery
                    @Min(0)
                    @Max(MOST_STATED)
                    Integer statedTotal) {
        var cause = cause(on);
        var terms = terms(cause, dept, area, period, item);
        return answer(intake.file(body, terms, statedTotal, cause), terms);
    }

    @GET
    @RolesAllowed({COUNTY_OPERATOR, COUNTY_APPROVER, INSPECTOR, AUDITOR, SYS_ADMIN, DEPARTMENT_USER})
    @Operation(summary = "What was delivered / 报送批次列表")
    public Uni<Page<Report>> list(
            @RestQuery String area, @RestQuery String dept, @RestQuery UUID after, @RestQuery Integer limit) {
        return views.list(caller.scope(area), dept(caller.actor(), dept), after, Page.limit(limit));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({COUNTY_OPERATOR, COUNTY_APPROVER, INSPECTOR, AUDITOR, SYS_ADMIN, DEPARTMENT_USER})
    @Operation(summary = "A delivery: how far it is, hits, misses, unmatched / 报送批次的进度与结果")
    public Uni<Report> get(UUID id) {
        var actor = caller.actor();
        return views.report(id, actor.scope(), dept(actor, null));
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed({COUNTY_OPERATOR, DEPARTMENT_USER})
    @Operation(summary = "The rows of a delivery by number / 报送批次的逐行结果")
    public Uni<Page<Row>> rows(
            UUID id,
            @Parameter(description = "MATCHED, UNMATCHED, SUGGESTED, CONFIRMED, REFUSED, FAULTY") @RestQuery
                    String state,
            @Parameter(description = "HIT, MISS, …") @RestQuery String outcome,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var actor = caller.actor();
        return views.rows(id, actor.scope(), dept(actor, null), state, outcome, after, Page.limit(limit));
    }

    @GET
    @Path("{id}/rows.csv")
    @Blocking
    @Produces("text/csv")
    @RolesAllowed({COUNTY_OPERATOR, DEPARTMENT_USER})
    @Operation(summary = "All rows of a delivery as a table / 导出报送批次的逐行结果")
    public RestResponse<StreamingOutput> export(UUID id) {
        var actor = caller.actor();
        var dept = dept(actor, null);
        var report = Waiting.on(() -> views.report(id, actor.scope(), dept));
        return ResponseBuilder.<StreamingOutput>ok(out -> export.write(id, report.findings(), out))
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"delivery-" + id + ".csv\"")
                .build();
    }

    @PUT
    @Path("{id}/closure")
    @RolesAllowed({COUNTY_OPERATOR, DEPARTMENT_USER})
    @Operation(
            summary =
                    "Close a delivery whose rows are all settled; a wrong total is explained first / 办结报送批次，总数不符的先作说明",
            description = "LISTED_TWICE: rows repeat another; NUMBER_WRONG / 同一户列了两次；写明的数字有误")
    public Uni<RestResponse<Void>> close(
            UUID id, @NotNull @Valid ClosureBody body, @HeaderParam("If-Match") Version expected) {
        var actor = caller.actor();
        var repeated = body.repeated() == null ? List.<Integer>of() : body.repeated();
        return views.report(id, actor.scope(), dept(actor, null))
                .chain(() -> closing.close(id, body.reason(), repeated, caller.cause(null), Version.expected(expected)))
                .map(Answers::of);
    }

    /** A list that was handed in on an earlier day counts from that day. */
    private Cause cause(LocalDate on) {
        var now = caller.cause(null);
        if (on == null) return now;
        if (on.isAfter(now.occurredOn())) throw new Refused(Refusal.DATE_IN_FUTURE, on.toString());
        return caller.cause(on);
    }

    private Terms terms(Cause cause, String dept, String area, String period, String item) {
        var actor = cause.actor();
        var of = dept(actor, dept);
        if (of == null) throw new Refused(Delivery.Refusal.DEPT_REQUIRED);
        caller.scope(area);
        return new Terms(
                of, Period.area(area == null ? actor.area() : area), Period.valid(period, cause.occurredOn()), item);
    }

    /** A department's user stays inside it. */
    private static String dept(Actor actor, String asked) {
        if (!DEPARTMENT_USER.equals(actor.role())) return asked;
        if (actor.dept() == null || asked != null && !asked.equals(actor.dept()))
            throw new Refused(Delivery.Refusal.OTHER_DEPT);
        return actor.dept();
    }

    private RestResponse<Report> answer(Taken taken, Terms terms) {
        var scope = caller.actor().scope();
        var report = Waiting.on(() -> views.report(taken.id(), scope, terms.dept()));
        return ResponseBuilder.create(taken.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, report)
                .build();
    }
}
