package org.shouwang.monitoring.identification;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.ObjectType;

/** The village's steps of a case: visit, consent, comparison, review. */
@Path("/cases")
@Authenticated
@Tag(name = "case 识别纳入")
class CaseStepResource {

    /**
     * @param visitors user ids
     * @param signatures of the visit form: COLLECTOR, HOUSEHOLDER
     * @param risks codes of the collection form, main one first
     * @param assetFlags codes of the policy's negative list
     */
    record VisitBody(
            @NotNull LocalDate visitedOn,
            List<@NotNull String> visitors,
            List<@NotNull String> signatures,
            List<@NotNull DocumentRef> documents,
            UUID incomeStatementId,
            UUID safeguardCheckId,
            List<@NotNull String> risks,
            String riskNote,
            boolean suddenEvent,
            boolean severeDifficulty,
            boolean hardship,
            boolean listedBefore,
            List<@NotNull String> assetFlags,
            String note) {}

    record ConsentBody(@NotNull UUID consentId, @NotNull LocalDate linkedOn, List<@NotNull DocumentRef> documents) {}

    record ComparisonRequestBody(
            @NotEmpty @Size(max = 50) List<@NotNull String> depts,
            @NotNull LocalDate requestedOn) {}

    record ComparisonBody(
            @NotNull LocalDate comparedOn,
            List<@NotNull @Valid DepartmentBody> departments,
            List<@NotNull DocumentRef> documents) {}

    /** @param comparedOn null: the day of the whole comparison */
    record DepartmentBody(@NotNull String dept, LocalDate comparedOn, boolean hit, String item) {}

    enum ReviewDecision {
        INCLUDED,
        NOT_INCLUDED
    }

    /**
     * @param host, recorder, attendees user or member ids, never names
     * @param signInCount how many signed in
     * @param type null: as recommended
     * @param risks null: as found at the visit
     */
    record ReviewBody(
            @NotNull LocalDate heldOn,
            String place,
            String host,
            String recorder,
            List<@NotNull String> attendees,
            Integer signInCount,
            Integer shouldAttend,
            Votes votes,
            @NotNull ReviewDecision decision,
            ObjectType type,
            List<@NotNull String> risks,
            String reason,
            List<@NotNull DocumentRef> documents) {}

    private final CaseDesk desk;
    private final CaseReviews reviews;
    private final Facts facts;
    private final Lines lines;
    private final Caller caller;

    CaseStepResource(CaseDesk desk, CaseReviews reviews, Facts facts, Lines lines, Caller caller) {
        this.desk = desk;
        this.reviews = reviews;
        this.facts = facts;
        this.lines = lines;
        this.caller = caller;
    }

    @PUT
    @Path("{id}/visit")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        INSPECTOR
    })
    @Operation(
            summary = "Record the home visit / 入户核查",
            description =
                    "assetFlags are codes of the policy's negative list (negativeList): they refuse nobody, but an inclusion is explained by the meeting, or by the town where the list says so (CADRE_RELATIVE). / 慎重纳入情形按政策所列代码填写，不自动排除；纳入时由评议会说明理由，村干部亲属由乡镇审核时说明理由。")
    public Uni<RestResponse<Void>> visit(
            UUID id, @NotNull @Valid VisitBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.visitedOn());
        var findings = new Findings(
                distinct(body.risks()),
                body.riskNote(),
                body.suddenEvent(),
                body.severeDifficulty(),
                body.hardship(),
                body.listedBefore(),
                list(body.assetFlags()),
                body.note());
        return desk.step(id, cause, Version.expected(expected), (session, state) -> Uni.combine()
                        .all()
                        .unis(
                                facts.household(session, state.householdId()),
                                facts.income(session, state.householdId(), body.incomeStatementId()),
                                facts.safeguards(session, state.householdId(), body.safeguardCheckId()),
                                line(session, state))
                        .usingConcurrencyOf(1)
                        .with((household, income, safeguards, line) -> new Visit(
                                body.visitedOn(),
                                list(body.visitors()),
                                cause.actor().user(),
                                list(body.signatures()),
                                list(body.documents()),
                                household,
                                income,
                                safeguards,
                                findings,
                                line.amount())))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/consent")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "Link the household's consent / 承诺授权")
    public Uni<RestResponse<Void>> consent(
            UUID id, @NotNull @Valid ConsentBody body, @HeaderParam("If-Match") Version expected) {
        return desk.step(
                        id,
                        caller.cause(body.linkedOn()),
                        Version.expected(expected),
                        (session, state) -> facts.consent(session, state.householdId(), body.consentId())
                                .map(consent -> new LinkConsent(consent, body.linkedOn(), list(body.documents()))))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/comparison-request")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR, COUNTY_APPROVER})
    @Operation(
            summary = "Record which departments were asked to compare / 发出信息比对请求",
            description = "Only under a consent of the household that is valid on that day. / 须有农户当日有效的承诺授权书。 "
                    + Department.CODES)
    public Uni<RestResponse<Void>> requestComparison(
            UUID id, @NotNull @Valid ComparisonRequestBody body, @HeaderParam("If-Match") Version expected) {
        return desk.step(
                        id,
                        caller.cause(body.requestedOn()),
                        Version.expected(expected),
                        (session, state) -> facts.consent(session, state.householdId(), state.consentId())
                                .map(consent -> new RequestComparison(body.depts(), body.requestedOn(), consent)))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/comparison")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR, COUNTY_APPROVER, DEPARTMENT_USER})
    @Operation(
            summary = "Record what the departments' records show / 信息比对",
            description =
                    "Results add up: what a department finds takes the place of what it found before, and of no other's."
                            + " / 各部门结果逐次累计，同一部门以最后一次为准。")
    public Uni<RestResponse<Void>> comparison(
            UUID id, @NotNull @Valid ComparisonBody body, @HeaderParam("If-Match") Version expected) {
        var departments = list(body.departments()).stream()
                .map(d -> new Comparison(
                        d.dept(), d.comparedOn() == null ? body.comparedOn() : d.comparedOn(), d.hit(), d.item()))
                .toList();
        var actor = caller.actor();
        var others = departments.stream()
                .map(Comparison::dept)
                .filter(dept -> DEPARTMENT_USER.equals(actor.role()) && !dept.equals(actor.dept()))
                .distinct()
                .toList();
        if (!others.isEmpty())
            return Uni.createFrom().failure(new Refused(CaseRefusal.COMPARISON_OF_OTHER_DEPT, others));
        return desk.step(
                        id,
                        caller.cause(body.comparedOn()),
                        Version.expected(expected),
                        (session, state) -> facts.consent(session, state.householdId(), state.consentId())
                                .chain(consent -> line(session, state)
                                        .map(line -> new Compare(
                                                body.comparedOn(),
                                                departments,
                                                consent,
                                                list(body.documents()),
                                                line.amount()))))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/review")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, INFO_OFFICER})
    @Operation(
            summary = "Record the village review / 民主评议",
            description = Readings.D02 + " " + Readings.D15 + " " + Readings.D16)
    public Uni<RestResponse<Void>> review(
            UUID id, @NotNull @Valid ReviewBody body, @HeaderParam("If-Match") Version expected) {
        var minutes = new Minutes(
                body.heldOn(), body.place(), body.host(), body.recorder(), body.attendees(), body.signInCount());
        var said = new CaseReviews.Said(
                body.decision() == ReviewDecision.INCLUDED, body.type(), body.risks(), body.votes(), body.reason());
        return desk.step(
                        id,
                        caller.cause(body.heldOn()),
                        Version.expected(expected),
                        (session, state) -> reviews.command(
                                        session, state, minutes, body.shouldAttend(), said, list(body.documents()))
                                .map(command -> command))
                .map(Answers::of);
    }

    private record Line(BigDecimal amount) {}

    private Uni<Line> line(StatelessSession session, IdentificationCase state) {
        return lines.amount(session, state.terms(), state.areaCode(), state.clueOn())
                .map(found -> new Line(found.orElse(null)));
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }

    private static List<String> distinct(List<String> given) {
        return list(given).stream().distinct().toList();
    }
}
