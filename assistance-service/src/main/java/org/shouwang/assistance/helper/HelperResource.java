package org.shouwang.assistance.helper;

import static org.shouwang.assistance.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.facts.KnownHousehold;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.assistance.facts.KnownObject;
import org.shouwang.assistance.facts.KnownObjects;
import org.shouwang.assistance.helper.HelperCommand.*;
import org.shouwang.assistance.helper.HelperList.Responsibility;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** Who is responsible for a household. */
@Path("/helpers")
@Tag(name = "helpers 帮扶责任人")
class HelperResource {

    record Assignment(
            @NotBlank @Size(max = 64) String helper,
            @NotBlank @Size(max = 100) String unit,
            @NotNull LocalDate from) {}

    record Handover(
            @NotBlank @Size(max = 64) String helper,
            @NotBlank @Size(max = 100) String unit,
            @NotBlank @Size(max = 500) String reason,
            DocumentRef record,
            @NotNull LocalDate on) {}

    record Leaving(
            @NotBlank @Size(max = 500) String reason,
            DocumentRef record,
            @NotNull LocalDate on) {}

    private final Helpers helpers;
    private final HelperList list;
    private final KnownHouseholds households;
    private final KnownObjects objects;
    private final PolicyRef policy;
    private final Journal journal;
    private final Caller caller;

    HelperResource(
            Helpers helpers,
            HelperList list,
            KnownHouseholds households,
            KnownObjects objects,
            PolicyRef policy,
            Journal journal,
            Caller caller) {
        this.helpers = helpers;
        this.list = list;
        this.households = households;
        this.objects = objects;
        this.policy = policy;
        this.journal = journal;
        this.caller = caller;
    }

    @PUT
    @Path("/{householdId}")
    @RolesAllowed({
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        INFO_OFFICER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Name the helper of a household / 确定帮扶责任人")
    public Uni<RestResponse<Void>> assign(
            UUID householdId, @NotNull @Valid Assignment body, @HeaderParam("If-Match") Version version) {
        var cause = cause(body.from());
        return helpers.handle(
                        householdId,
                        session -> households
                                .find(session, householdId, body.from())
                                .map(h -> h.map(KnownHousehold::areaCode)
                                        .filter(cause.actor()::reaches)
                                        .orElse(null))
                                .map(area -> new Assign(area, body.helper(), body.unit(), body.from())),
                        cause,
                        Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("/{householdId}/handover")
    @RolesAllowed({
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        INFO_OFFICER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Hand a household over to another helper, with the record / 帮扶责任人交接（附交接记录）")
    public Uni<RestResponse<Void>> handOver(
            UUID householdId, @NotNull @Valid Handover body, @HeaderParam("If-Match") Version version) {
        var command = new HandOver(body.helper(), body.unit(), body.reason(), body.record(), body.on());
        return helpers.handle(householdId, command, cause(body.on()), Version.expected(version))
                .map(Answers::of);
    }

    @PUT
    @Path("/{householdId}/release")
    @RolesAllowed({
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        INFO_OFFICER,
        TOWN_OPERATOR,
        TOWN_REVIEWER
    })
    @Operation(summary = "Release the helper of a household that is not monitored / 解除非监测对象户的帮扶责任人")
    public Uni<RestResponse<Void>> release(
            UUID householdId, @NotNull @Valid Leaving body, @HeaderParam("If-Match") Version version) {
        return helpers.handle(
                        householdId,
                        session -> objects.latest(session, householdId)
                                .map(o -> new Release(
                                        body.reason(),
                                        body.record(),
                                        o.filter(KnownObject::active).isPresent(),
                                        body.on())),
                        cause(body.on()),
                        Version.expected(version))
                .map(Answers::of);
    }

    @GET
    @Path("/{householdId}")
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
    @Operation(summary = "The helpers that a household has had, in order / 该户历任帮扶责任人")
    public Uni<List<Responsibility>> ofHousehold(UUID householdId) {
        var actor = caller.actor();
        return journal.read(session -> list.all(session, householdId)).invoke(all -> {
            if (all.isEmpty() || !actor.reaches(all.getFirst().areaCode()))
                throw new Refused(HelperRefusal.HELPER_NOT_FOUND);
        });
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
    @Operation(summary = "Present helpers by area and user / 在任帮扶责任人名单")
    public Uni<Page<Responsibility>> page(
            @RestQuery String area, @RestQuery String helper, @RestQuery UUID after, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var size = Page.limit(limit);
        return journal.read(session -> list.page(session, scope, helper, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.householdId().toString()));
    }

    private Cause cause(LocalDate on) {
        return caller.cause(on).under(policy);
    }
}
