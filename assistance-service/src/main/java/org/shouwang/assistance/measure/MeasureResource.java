package org.shouwang.assistance.measure;

import static org.shouwang.assistance.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.assistance.facts.KnownObject;
import org.shouwang.assistance.facts.KnownObjects;
import org.shouwang.assistance.facts.Person;
import org.shouwang.assistance.measure.MeasureBodies.*;
import org.shouwang.assistance.measure.MeasureCommand.*;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** Measures of help, from plan to close. */
@Path("/measures")
@Tag(name = "measures 帮扶措施")
class MeasureResource {

    private final Measures measures;
    private final MeasureLedger ledger;
    private final KnownHouseholds households;
    private final KnownObjects objects;
    private final PolicyRef policy;
    private final Journal journal;
    private final Caller caller;

    MeasureResource(
            Measures measures,
            MeasureLedger ledger,
            KnownHouseholds households,
            KnownObjects objects,
            PolicyRef policy,
            Journal journal,
            Caller caller) {
        this.measures = measures;
        this.ledger = ledger;
        this.households = households;
        this.objects = objects;
        this.policy = policy;
        this.journal = journal;
        this.caller = caller;
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
        HELPER,
        DEPARTMENT_USER
    })
    @Operation(summary = "Plan a measure for a household, monitored or not / 登记帮扶措施（监测对象或一般农户）")
    public Uni<RestResponse<Void>> plan(
            UUID id, @NotNull @Valid Planning body, @HeaderParam("If-Match") Version version) {
        var cause = cause(body.plannedOn());
        var sector = sector();
        return measures.handle(id, session -> plan(session, body, sector, cause), cause, Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/approval")
    @RolesAllowed({TOWN_REVIEWER})
    @Operation(summary = "Approve a measure / 批准帮扶措施")
    public Uni<RestResponse<Void>> approve(
            UUID id, @NotNull @Valid Day body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Approve(body.on()), body.on(), version);
    }

    @PUT
    @Path("/{id}/start")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        DEPARTMENT_USER
    })
    @Operation(summary = "Start an approved measure / 开始实施帮扶措施")
    public Uni<RestResponse<Void>> start(UUID id, @NotNull @Valid Day body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Start(sector(), body.on()), body.on(), version);
    }

    @PUT
    @Path("/{id}/implementation")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        DEPARTMENT_USER
    })
    @Operation(summary = "Record that a measure is in effect, with evidence / 登记帮扶措施已落实（附佐证）")
    public Uni<RestResponse<Void>> implement(
            UUID id, @NotNull @Valid Implementation body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Implement(body.evidence(), body.amount(), sector(), body.on()), body.on(), version);
    }

    @PUT
    @Path("/{id}/evaluation")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Judge whether an implemented measure works / 评价帮扶措施成效")
    public Uni<RestResponse<Void>> evaluate(
            UUID id, @NotNull @Valid Evaluation body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Evaluate(body.effective(), body.note(), body.on()), body.on(), version);
    }

    @PUT
    @Path("/{id}/closure")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Close an evaluated measure / 办结帮扶措施")
    public Uni<RestResponse<Void>> close(UUID id, @NotNull @Valid Day body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Close(body.on()), body.on(), version);
    }

    @PUT
    @Path("/{id}/cancellation")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Give up a measure that is not in effect yet / 取消未落实的帮扶措施")
    public Uni<RestResponse<Void>> cancel(
            UUID id, @NotNull @Valid Cancellation body, @HeaderParam("If-Match") Version version) {
        return answer(id, new Cancel(body.reason(), body.on()), body.on(), version);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "One measure / 一项帮扶措施")
    public Uni<MeasureRow> one(UUID id) {
        var actor = caller.actor();
        return journal.read(session -> ledger.find(session, id))
                .map(found -> found.filter(row -> actor.reaches(row.areaCode()))
                        .orElseThrow(() -> new Refused(MeasureRefusal.MEASURE_NOT_FOUND)));
    }

    @GET
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        HELPER,
        AREA_GROUP_LEADER,
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        TOWN_LEADERSHIP,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        DEPARTMENT_USER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Ledger of measures by area, household, kind and state / 帮扶措施台账")
    public Uni<Page<MeasureRow>> list(
            @RestQuery String area,
            @RestQuery UUID household,
            @RestQuery MeasureCode code,
            @RestQuery MeasureState state,
            @RestQuery UUID after,
            @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var size = Page.limit(limit);
        return journal.read(session -> ledger.page(session, scope, household, code, state, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.id().toString()));
    }

    @GET
    @Path("/catalogue")
    @RolesAllowed("**")
    @Operation(summary = "The 14 kinds of measures with their items and departments / 14类帮扶措施目录")
    public List<Kind> catalogue() {
        return Arrays.stream(MeasureCode.values())
                .map(c -> new Kind(
                        c,
                        c.zh(),
                        c.en(),
                        c.developmental(),
                        c.departments(),
                        Arrays.stream(MeasureItem.values())
                                .filter(i -> i.belongsTo(c))
                                .map(i -> new Item(i, i.zh()))
                                .toList()))
                .toList();
    }

    private Uni<MeasureCommand> plan(StatelessSession session, Planning body, String sector, Cause cause) {
        Function<KnownObject, Integer> episode = o -> o.active() ? o.episode() : 0;
        return households
                .find(session, body.householdId(), cause.occurredOn())
                .chain(household -> objects.latest(session, body.householdId()).map(object -> {
                    var known = household.filter(h -> cause.actor().reaches(h.areaCode()));
                    return new Plan(
                            body.householdId(),
                            known.map(h -> h.areaCode()).orElse(null),
                            known.stream()
                                    .flatMap(h -> h.members().stream())
                                    .map(Person::id)
                                    .collect(java.util.stream.Collectors.toSet()),
                            object.map(episode).orElse(0),
                            object.filter(KnownObject::active)
                                    .map(KnownObject::risks)
                                    .orElse(List.of()),
                            body.content(),
                            sector,
                            body.plannedOn());
                }));
    }

    /** The department of a departmental user; null for everybody else. */
    private String sector() {
        return caller.has(DEPARTMENT_USER) ? String.valueOf(caller.actor().dept()) : null;
    }

    private Uni<RestResponse<Void>> answer(UUID id, MeasureCommand command, LocalDate on, Version version) {
        return measures.handle(id, command, cause(on), Version.expected(version))
                .map(Answers::of);
    }

    private Cause cause(LocalDate on) {
        return caller.cause(on).under(policy);
    }
}
