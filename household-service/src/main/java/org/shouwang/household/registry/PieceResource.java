package org.shouwang.household.registry;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.registry.HouseholdCommand.Happened;
import org.shouwang.household.registry.PieceBodies.*;

/** What is recorded of a household by the piece, and households that split or merge. A repeat changes nothing. */
@Path("/households/{id}")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR,
    COUNTY_OPERATOR
})
@Tag(name = "household 农户")
class PieceResource {

    private final Households households;
    private final Families families;
    private final Caller caller;

    PieceResource(Households households, Families families, Caller caller) {
        this.households = households;
        this.families = families;
        this.caller = caller;
    }

    @PUT
    @Path("members/{memberId}/employments")
    @Operation(summary = "Record work away from home or a public-welfare post / 登记务工或公益性岗位")
    public Uni<RestResponse<Void>> employment(
            UUID id, UUID memberId, @NotNull @Valid EmploymentBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(memberId), body.on(), expected);
    }

    @PUT
    @Path("members/{memberId}/insurances/{kind}/{year}")
    @Operation(summary = "Record whether a member is insured in a year / 登记某年度参保情况")
    public Uni<RestResponse<Void>> insurance(
            UUID id,
            UUID memberId,
            Insurance kind,
            int year,
            @NotNull @Valid InsuranceBody body,
            @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(memberId, kind, year), body.on(), expected);
    }

    @PUT
    @Path("housing-grade")
    @Operation(summary = "Record an appraisal of the house / 登记住房安全等级鉴定")
    public Uni<RestResponse<Void>> housing(
            UUID id, @NotNull @Valid HousingBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("location")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        COUNTY_OPERATOR
    })
    @Operation(summary = "Record where the home lies / 采集家庭位置")
    public Uni<RestResponse<Void>> location(
            UUID id, @NotNull @Valid LocationBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("split/{into}")
    @Operation(summary = "Let members be a household of their own / 分户")
    public Uni<RestResponse<Void>> split(
            UUID id, UUID into, @NotNull @Valid SplitBody body, @HeaderParam("If-Match") Version expected) {
        return families.split(
                        body.passing(id, into),
                        body.place(),
                        body.details(),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("merger")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Let a household be one with another, its members too / 合户")
    public Uni<RestResponse<Void>> merge(
            UUID id, @NotNull @Valid MergerBody body, @HeaderParam("If-Match") Version expected) {
        return families.merge(body.passing(id), caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }

    private Uni<RestResponse<Void>> answer(UUID id, HouseholdCommand command, LocalDate on, Version expected) {
        return households
                .handle(id, new Happened(command, on), caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }
}
