package org.shouwang.household.income;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.Readings;
import org.shouwang.household.income.IncomeCommand.*;
import org.shouwang.household.income.IncomeStatement.*;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Households;

/** Income statements of a household. */
@Path("/households/{id}/incomes")
@RolesAllowed({
    GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
            RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
    AREA_GROUP_LEADER, HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER,
            DEPARTMENT_USER,
    INSPECTOR, AUDITOR
})
@Tag(name = "income 收入")
class IncomeResource {

    record LineBody(@NotBlank String code, @NotNull BigDecimal amount, String note) {}

    /** @param population who live and spend together @param on the day of the draft */
    record DraftBody(
            @NotNull YearMonth from,
            @NotNull YearMonth to,
            @NotNull IncomeWindow.Basis basis,
            Measure measure,
            @NotNull List<@NotNull @Valid LineBody> lines,
            int population,
            BigDecimal claims,
            BigDecimal selfPaid,
            @NotNull LocalDate on) {}

    /** @param reached and {@code phone}: needed where the householder confirmed by phone */
    record SignaturesBody(
            @NotEmpty List<Signature.@NotNull Party> signatures,
            boolean byPhone,
            String reached,
            String phone,
            @NotNull LocalDate on) {}

    record DayBody(@NotNull LocalDate on) {}

    record SuccessorBody(
            @NotNull UUID statementId,
            String reason,
            @NotNull LocalDate on) {}

    private final IncomeStatements statements;
    private final Households households;
    private final Bounds bounds;
    private final Journal journal;
    private final Caller caller;

    IncomeResource(IncomeStatements statements, Households households, Bounds bounds, Journal journal, Caller caller) {
        this.statements = statements;
        this.households = households;
        this.bounds = bounds;
        this.journal = journal;
        this.caller = caller;
    }

    @PUT
    @Path("{statement}")
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
        TOWN_OPERATOR
    })
    @Operation(
            summary = "Draft an income statement; again while it is a draft / 填写收入测算表（签字前可改）",
            description = Readings.D03 + " " + Readings.D13 + " " + Readings.D16)
    public Uni<RestResponse<Void>> draft(
            UUID id, UUID statement, @NotNull @Valid DraftBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.on());
        return statements
                .handle(
                        statement,
                        session -> households
                                .active(session, id, cause)
                                .map(household -> new Draft(
                                        id,
                                        household.place().areaCode(),
                                        new IncomeWindow(body.from(), body.to()),
                                        body.basis(),
                                        body.measure() == null ? Measure.NET : body.measure(),
                                        lines(body.lines()),
                                        body.population(),
                                        zero(body.claims()),
                                        zero(body.selfPaid()),
                                        body.on())),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("{statement}/signatures")
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
        TOWN_OPERATOR
    })
    @Operation(summary = "Record the signatures of collector and householder / 登记双签字")
    public Uni<RestResponse<Void>> sign(
            UUID id, UUID statement, @NotNull @Valid SignaturesBody body, @HeaderParam("If-Match") Version expected) {
        var signatures = body.signatures().stream()
                .distinct()
                .map(party -> signature(party, body))
                .toList();
        return answer(statement, new Sign(id, signatures, body.on()), body.on(), expected);
    }

    @PUT
    @Path("{statement}/confirmation")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Confirm a signed statement / 确认收入测算表")
    public Uni<RestResponse<Void>> confirm(
            UUID id, UUID statement, @NotNull @Valid DayBody body, @HeaderParam("If-Match") Version expected) {
        return answer(statement, new Confirm(id, body.on()), body.on(), expected);
    }

    @PUT
    @Path("{statement}/successor")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR, TOWN_REVIEWER})
    @Operation(summary = "Name the statement that corrects this one / 以新表更正")
    public Uni<RestResponse<Void>> supersede(
            UUID id, UUID statement, @NotNull @Valid SuccessorBody body, @HeaderParam("If-Match") Version expected) {
        return statements
                .handle(
                        statement,
                        session -> statements
                                .load(session, body.statementId())
                                .map(successor -> (IncomeCommand) new Supersede(
                                        id,
                                        body.statementId(),
                                        body.statementId().equals(statement) ? null : kept(successor.state()),
                                        body.reason(),
                                        body.on())),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "The household's statements, newest window first / 历次收入测算表")
    public Uni<List<IncomeTable.Row>> list(UUID id, @RestQuery Integer limit) {
        var actor = caller.actor();
        var most = Page.limit(limit);
        return journal.read(session -> households.visible(session, id, actor).chain(() -> session.createQuery(
                        "from IncomeRow where household = :id order by toMonth desc, id", IncomeTable.Row.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList()));
    }

    @GET
    @Path("{statement}")
    @Operation(
            summary = "One statement with its lines and sums, and who signed it / 收入测算表明细和签字",
            description = "Who enters data sees phones whole, everybody else masked. / 录入人员可见完整电话号码，其他人员只见掩码。")
    public Uni<RestResponse<IncomeView>> get(UUID id, UUID statement) {
        var actor = caller.actor();
        var open = DATA_ENTRY.stream().anyMatch(caller::has);
        return journal.read(session -> visible(session, id, statement, actor, open));
    }

    private Uni<RestResponse<IncomeView>> visible(
            StatelessSession session, UUID id, UUID statement, org.shouwang.eventsourcing.Actor actor, boolean open) {
        return households
                .visible(session, id, actor)
                .chain(() -> statements.load(session, statement))
                .chain(current -> {
                    if (!(current.state() instanceof Kept kept)
                            || !kept.householdId().equals(id))
                        throw new Refused(IncomeStatement.Refusal.STATEMENT_UNKNOWN);
                    return statements.events(session, statement).map(events -> RestResponse.ResponseBuilder.ok(
                                    IncomeView.of(statement, kept, bounds, Written.last(events), open))
                            .tag(Long.toString(current.version()))
                            .build());
                });
    }

    private Uni<RestResponse<Void>> answer(UUID statement, IncomeCommand command, LocalDate on, Version expected) {
        return statements
                .handle(statement, command, caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }

    private static Signature signature(Signature.Party party, SignaturesBody body) {
        var phone = body.byPhone() && party == Signature.Party.HOUSEHOLDER;
        return new Signature(
                party,
                phone ? Signature.Way.PHONE : Signature.Way.ON_PAPER,
                phone ? new Signature.Reached(body.reached(), body.phone()) : null);
    }

    private static List<IncomeLine> lines(List<LineBody> lines) {
        return lines.stream()
                .map(l -> new IncomeLine(
                        l.code(),
                        l.amount(),
                        l.note() == null || l.note().isBlank() ? null : new IncomeLine.Remark(l.note())))
                .toList();
    }

    private static Kept kept(IncomeStatement state) {
        return state instanceof Kept kept ? kept : null;
    }

    private static BigDecimal zero(BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
