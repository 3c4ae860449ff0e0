package org.shouwang.household.roster;

import static org.shouwang.household.Roles.*;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.Waiting;
import org.shouwang.household.registry.HouseholdRules;
import org.shouwang.household.roster.ImportViews.Fault;
import org.shouwang.household.roster.ImportViews.Item;
import org.shouwang.household.roster.ImportViews.Preview;

/** Rosters sent in as xlsx or csv: looked at first, applied then. */
@Path("/imports")
@Tag(name = "imports 花名册导入")
class ImportResource {

    private static final int REASON_MOST = 500;

    record RejectionBody(@Size(max = REASON_MOST) String reason) {}

    private final RosterIntake intake;
    private final RosterApplication application;
    private final RosterRejection rejection;
    private final ImportViews views;
    private final Caller caller;

    ImportResource(
            RosterIntake intake,
            RosterApplication application,
            RosterRejection rejection,
            ImportViews views,
            Caller caller) {
        this.intake = intake;
        this.application = application;
        this.rejection = rejection;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes({Template.MEDIA_TYPE, "text/csv", "application/octet-stream"})
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR, SYS_ADMIN})
    @Operation(
            summary =
                    "Send in a roster (xlsx or csv, up to 64 MB): a preview with every error by row, column and rule / 上传花名册，逐行逐列预检",
            description = "Nothing is changed yet. The same file again answers 200 with the same import.")
    @APIResponse(
            responseCode = "201",
            description = "Taken in / 已接收",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Preview.class)))
    @APIResponse(responseCode = "200", description = "Taken in before / 此前已接收")
    public RestResponse<Preview> send(
            InputStream body,
            @Parameter(description = "村代码：文件中没有“村代码”列时必填 / the village of lines that name none") @RestQuery String area,
            @Parameter(description = "花名册所反映的日期，默认今天 / the day that the roster speaks of") @RestQuery String on) {
        var cause = caller.cause(null);
        var day = on == null ? cause.occurredOn() : day(on);
        if (day.isAfter(cause.occurredOn())) throw new Refused(Refusal.DATE_IN_FUTURE, day.toString());
        var taken = intake.take(body, village(area, cause.actor().area()), day, cause);
        var preview = Waiting.on(() -> views.preview(taken.id(), cause.actor().scope()));
        return ResponseBuilder.create(taken.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK, preview)
                .build();
    }

    @GET
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        SYS_ADMIN,
        TOWN_REVIEWER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Rosters that were sent in / 导入批次列表")
    public Uni<Page<Preview>> list(@RestQuery String area, @RestQuery String after, @RestQuery Integer limit) {
        return views.list(caller.scope(area), after, Page.limit(limit));
    }

    @GET
    @Path("template.xlsx")
    @Produces(Template.MEDIA_TYPE)
    @RolesAllowed("**")
    @Operation(summary = "An empty roster with the headers and all words allowed / 花名册模板")
    public RestResponse<byte[]> template() {
        return ResponseBuilder.ok(Template.xlsx(), Template.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"roster-template.xlsx\"")
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        SYS_ADMIN,
        TOWN_REVIEWER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "A roster, what is wrong with it, and how far it is applied / 导入批次的预检结果与进度")
    public Uni<Preview> get(UUID id) {
        return views.preview(id, caller.actor().scope());
    }

    @GET
    @Path("{id}/errors")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        SYS_ADMIN,
        TOWN_REVIEWER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Every error and warning by row, column and rule / 全部错误与提醒")
    public Uni<Page<Fault>> errors(
            UUID id,
            @Parameter(description = "ERROR or WARNING; both where absent") @RestQuery String severity,
            @RestQuery String after,
            @RestQuery Integer limit) {
        if (severity != null && !severity.equals("ERROR") && !severity.equals("WARNING"))
            throw new BadRequest("severity", "应为 ERROR 或 WARNING", "must be ERROR or WARNING");
        return views.faults(id, caller.actor().scope(), after, Page.limit(limit), severity);
    }

    @GET
    @Path("{id}/households")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        TOWN_OPERATOR,
        COUNTY_OPERATOR,
        SYS_ADMIN,
        TOWN_REVIEWER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "The roster's households with their ids and outcomes / 导入批次中的农户及结果")
    public Uni<Page<Item>> households(UUID id, @RestQuery String after, @RestQuery Integer limit) {
        return views.items(id, caller.actor().scope(), after, Page.limit(limit));
    }

    @PUT
    @Path("{id}/application")
    @Blocking
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR, SYS_ADMIN})
    @Operation(
            summary = "Bring the accepted households to the registry / 应用导入",
            description =
                    "200 when all is done; 202 while a large one goes on: ask again, or look at the import. A repeat changes nothing.")
    @APIResponseSchema(Preview.class)
    @APIResponse(
            responseCode = "202",
            description = "Goes on / 仍在进行",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Preview.class)))
    public RestResponse<Preview> apply(UUID id) {
        var cause = caller.cause(null);
        var done = application.apply(id, cause);
        var preview = Waiting.on(() -> views.preview(id, cause.actor().scope()));
        return ResponseBuilder.create(done ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, preview)
                .build();
    }

    @PUT
    @Path("{id}/rejection")
    @Blocking
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR, SYS_ADMIN})
    @Operation(
            summary = "Reject a roster that was checked, so that it is never applied / 退回花名册，不再导入",
            description =
                    "Its lines are forgotten. The same file sent again stays rejected; a corrected one is a new import. / 明细随即清除；同一文件再次上传仍为已退回，更正后的文件为新的批次。")
    public RestResponse<Void> reject(
            UUID id, @NotNull @Valid RejectionBody body, @HeaderParam("If-Match") Version expected) {
        return Answers.of(rejection.reject(id, body.reason(), caller.cause(null), Version.expected(expected)));
    }

    /** The village asked for, or the caller's own where that is one. */
    private String village(String area, String own) {
        if (area == null) return HouseholdRules.areaNotAVillage(own) ? null : own;
        if (HouseholdRules.areaNotAVillage(area))
            throw new BadRequest("area", "应为行政村的12位区划代码", "must be the 12-digit code of a village");
        caller.scope(area);
        return area;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadRequest("on", "日期格式应为 2021-09-07", "must be a date such as 2021-09-07");
        }
    }
}
