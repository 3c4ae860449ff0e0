package org.shouwang.monitoring.warning;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.StreamHistory;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.MeasureFact;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.ObjectViews;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.warning.Warning.Known;
import org.shouwang.monitoring.warning.WarningCommand.*;
import org.shouwang.monitoring.warning.WarningViews.Detail;
import org.shouwang.monitoring.warning.WarningViews.View;

/** Warnings about monitored households, from the first word to the visit after closing. */
@Path("/warnings")
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
@Tag(name = "warning 预警")
class WarningResource {

    /** @param level left out: the policy's highest @param clueId of an open clue about the household, which is answered by it */
    record RaiseBody(
            @NotNull UUID householdId,
            @NotNull WarningItem item,
            WarningLevel level,
            @NotNull WarningSource source,
            String text,
            @NotNull LocalDate raisedOn,
            UUID clueId) {}

    record AnnotationBody(
            @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String platformNo,
            @NotNull LocalDate annotatedOn) {}

    /** @param dept code of the department that must act @param responsible user id */
    record AssignmentBody(
            @NotBlank @Pattern(regexp = "[A-Z]{2,20}") String dept,
            @NotBlank String responsible,
            @NotNull LocalDate assignedOn) {}

    record HandlingBody(
            @NotBlank String action,
            UUID measureId,
            @NotNull LocalDate handledOn) {}

    /**
     * Either a later check of the safeguards with evidence, or the measure named in the handling, found effective since; with evidence also, on INCOME, a
     * signed statement above the line that reaches into the month of the warning, on EMPLOYMENT the last monthly visit since, if it found stable work,
     * on SPENDING and OTHER the last one since that was asked what is solved, if it names the item.
     */
    record ClosureBody(
            UUID checkId,
            UUID measureId,
            UUID incomeStatementId,
            List<@NotNull DocumentRef> evidence,
            @NotNull LocalDate closedOn) {}

    record RevisitBody(
            @NotBlank String visitor,
            String findings,
            @NotNull Boolean solved,
            @NotNull LocalDate revisitedOn) {}

    record ReasonBody(@NotBlank String reason, @NotNull LocalDate on) {}

    private final Warnings warnings;
    private final WarningViews views;
    private final ObjectViews objects;
    private final Facts facts;
    private final Policies policies;
    private final Caller caller;
    private final StreamHistory history;

    WarningResource(
            Warnings warnings,
            WarningViews views,
            ObjectViews objects,
            Facts facts,
            Policies policies,
            Caller caller,
            StreamHistory history) {
        this.warnings = warnings;
        this.views = views;
        this.objects = objects;
        this.facts = facts;
        this.policies = policies;
        this.caller = caller;
        this.history = history;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        DEPARTMENT_USER
    })
    @Operation(summary = "Raise a warning about a monitored household / 提出预警", description = Readings.D05)
    public Uni<RestResponse<Void>> raise(
            UUID id, @NotNull @Valid RaiseBody body, @HeaderParam("If-Match") Version version) {
        var expected = Version.expected(version);
        var cause = caller.cause(body.raisedOn());
        var call = new Warnings.Call(
                body.householdId(),
                body.item(),
                body.level(),
                body.source(),
                body.text(),
                body.raisedOn(),
                body.clueId());
        return warnings.within(expected, session -> objects.find(session, body.householdId())
                        .map(found -> found.filter(view -> cause.actor().reaches(view.areaCode()))
                                .orElseThrow(() -> new Refused(ObjectRefusal.NOT_AN_OBJECT)))
                        .chain(view -> policies.inForce(session, view.areaCode(), body.raisedOn()))
                        .chain(terms -> warnings.raise(session, id, call, terms, cause, expected)))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/annotation")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        DEPARTMENT_USER
    })
    @Operation(summary = "Mark the warning on the platform / 标注预警")
    public Uni<RestResponse<Void>> annotate(
            UUID id, @NotNull @Valid AnnotationBody body, @HeaderParam("If-Match") Version version) {
        return warnings.annotate(
                        id,
                        body.platformNo(),
                        body.annotatedOn(),
                        caller.cause(body.annotatedOn()),
                        Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/assignment")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(summary = "Name who must act / 交办预警", description = Department.CODES)
    public Uni<RestResponse<Void>> assign(
            UUID id, @NotNull @Valid AssignmentBody body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Assign(body.dept(), body.responsible(), body.assignedOn()), body.assignedOn(), version);
    }

    @PUT
    @Path("/{id}/handling")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        DEPARTMENT_USER
    })
    @Operation(summary = "What was done about it / 处置预警")
    public Uni<RestResponse<Void>> handle(
            UUID id, @NotNull @Valid HandlingBody body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Handle(body.action(), body.measureId(), body.handledOn()), body.handledOn(), version);
    }

    @PUT
    @Path("/{id}/closure")
    @RolesAllowed({VILLAGE_COMMITTEE, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Close the warning / 预警销号", description = Readings.D06)
    public Uni<RestResponse<Void>> close(
            UUID id, @NotNull @Valid ClosureBody body, @HeaderParam("If-Match") Version version) {
        var evidence = body.evidence() == null ? List.<DocumentRef>of() : body.evidence();
        return looked(id, body.closedOn(), version, (session, w) -> facts.safeguards(
                        session, w.householdId(), body.checkId())
                .chain(check -> later(session, check).chain(later -> measure(session, w, body.measureId())
                        .chain(measure -> warnings.recheck(session, w, body.incomeStatementId(), body.closedOn())
                                .map(recheck ->
                                        new Close(check, later, measure, evidence, body.closedOn(), recheck))))));
    }

    @PUT
    @Path("/{id}/revisit")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR
    })
    @Operation(summary = "Visit again after closing / 销号后回访")
    public Uni<RestResponse<Void>> revisit(
            UUID id, @NotNull @Valid RevisitBody body, @HeaderParam("If-Match") Version version) {
        return looked(id, body.revisitedOn(), version, (session, w) -> terms(session, w, body.revisitedOn())
                .map(terms -> new Revisit(body.visitor(), body.findings(), body.solved(), body.revisitedOn(), terms)));
    }

    @PUT
    @Path("/{id}/reopening")
    @RolesAllowed({VILLAGE_COMMITTEE, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Open a closed warning again / 重新启动预警")
    public Uni<RestResponse<Void>> reopen(
            UUID id, @NotNull @Valid ReasonBody body, @HeaderParam("If-Match") Version version) {
        return looked(id, body.on(), version, (session, w) -> terms(session, w, body.on())
                .chain(terms -> warnings.object(session, w)
                        .map(object -> new Reopen(body.reason(), body.on(), object, terms))));
    }

    @PUT
    @Path("/{id}/cancellation")
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Cancel a false alarm / 撤销误报预警")
    public Uni<RestResponse<Void>> cancel(
            UUID id, @NotNull @Valid ReasonBody body, @HeaderParam("If-Match") Version version) {
        return looked(id, body.on(), version, (session, w) -> terms(session, w, body.on())
                .map(terms ->
                        new Cancel(body.reason(), body.on(), terms.review().shortestReason())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A warning, how it was handled and by what it was closed / 查询预警及其处置、销号依据")
    public Uni<Detail> get(UUID id) {
        return views.detail(id, caller.scope(null))
                .map(found -> found.orElseThrow(() -> new Refused(WarningRefusal.WARNING_UNKNOWN)));
    }

    @GET
    @Operation(summary = "Warnings of an area / 某地区的预警")
    public Uni<Page<View>> list(
            @RestQuery String area,
            @RestQuery UUID household,
            @RestQuery Boolean open,
            @RestQuery Boolean overdue,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        return views.list(caller.scope(area), caller.scope(null), household, open, overdue, after, size + 1)
                .map(found -> Page.of(found, size, view -> view.id().toString()));
    }

    private Uni<List<SafeguardFact>> later(StatelessSession session, SafeguardFact check) {
        return check == null
                ? Uni.createFrom().item(List.of())
                : facts.safeguardsSince(session, check.householdId(), check.checkedOn());
    }

    private Uni<MeasureFact> measure(StatelessSession session, Known w, UUID measureId) {
        if (measureId == null) return Uni.createFrom().nullItem();
        return facts.measures(session, w.householdId(), w.episode()).map(all -> all.stream()
                .filter(m -> m.id().equals(measureId))
                .findFirst()
                .orElseThrow(() -> new Refused(org.shouwang.monitoring.Guard.NOT_YET_KNOWN, measureId.toString())));
    }

    private Uni<PolicyTerms> terms(StatelessSession session, Known w, LocalDate on) {
        return policies.inForce(session, w.areaCode(), on);
    }

    /** A command that needs the warning as it stands. */
    private Uni<RestResponse<Void>> looked(
            UUID id,
            LocalDate on,
            Version version,
            BiFunction<StatelessSession, Known, Uni<? extends WarningCommand>> command) {
        var cause = caller.cause(on);
        return warnings.handle(
                        id,
                        session -> warnings.load(session, id)
                                .chain(found -> found.state() instanceof Known w
                                                && cause.actor().reaches(w.areaCode())
                                        ? command.apply(session, w).map(c -> (WarningCommand) c)
                                        : Uni.createFrom().failure(new Refused(WarningRefusal.WARNING_UNKNOWN))),
                        cause,
                        Version.expected(version))
                .map(Answers::of);
    }

    private Uni<RestResponse<Void>> answer(UUID id, WarningCommand command, LocalDate on, Version version) {
        return warnings.handle(id, command, caller.cause(on), Version.expected(version))
                .map(Answers::of);
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "What was recorded of a warning, by whom and when / 预警办理记录")
    public Uni<Page<StreamHistory.Entry>> history(UUID id, @RestQuery Long after, @RestQuery Integer limit) {
        return history.of("warning", id, caller.actor(), after, limit);
    }
}
