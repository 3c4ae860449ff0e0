package org.shouwang.household.grid;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.grid.GridCommand.*;

/** Grids: how they are laid out, who looks after them, and whether they cover everybody. */
@Path("/grids")
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
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    INSPECTOR,
    AUDITOR
})
@Tag(name = "grid 网格")
class GridResource {

    private static final int GROUPS_MOST = 99;
    private static final int HOUSEHOLDS_MOST = 500;

    /** @param households that belong to it by name, whatever their group */
    record GridBody(
            @NotNull @Size(max = GROUPS_MOST) List<@NotBlank String> groupCodes,
            @Size(max = HOUSEHOLDS_MOST) List<@NotNull UUID> households,
            @NotNull LocalDate from) {}

    record MemberBody(
            @NotBlank @Size(max = 50) String name,
            @Pattern(regexp = "[0-9]{11}") String phone,
            LocalDate birthDate,
            @NotNull LocalDate from) {}

    private final Grids grids;
    private final GridList list;
    private final GridCoverage coverage;
    private final Caller caller;

    GridResource(Grids grids, GridList list, GridCoverage coverage, Caller caller) {
        this.grids = grids;
        this.list = list;
        this.coverage = coverage;
        this.caller = caller;
    }

    @PUT
    @Path("{code}")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Lay a grid out: the groups and households that it covers; again lays it out anew / 划定网格")
    public Uni<RestResponse<Void>> define(
            String code, @NotNull @Valid GridBody body, @HeaderParam("If-Match") Version expected) {
        var households = body.households() == null ? List.<UUID>of() : body.households();
        return handle(code, new Define(code, body.groupCodes(), households, body.from()), body.from(), expected);
    }

    @PUT
    @Path("{code}/members/{user}")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Let somebody look after a grid / 指派网格员")
    public Uni<RestResponse<Void>> assign(
            String code, String user, @NotNull @Valid MemberBody body, @HeaderParam("If-Match") Version expected) {
        var carer = new Carer(body.name().strip(), body.phone(), body.birthDate());
        return handle(code, new Assign(user, carer, body.from()), body.from(), expected);
    }

    @DELETE
    @Path("{code}/members/{user}")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Release a grid member / 解除网格员")
    public Uni<RestResponse<Void>> release(
            String code,
            String user,
            @RestQuery String reason,
            @RestQuery @Parameter(description = "the last day / 最后一日") LocalDate to,
            @HeaderParam("If-Match") Version expected) {
        if (to == null) throw new BadRequest("to", "结束日期不能为空", "is missing");
        return handle(code, new Release(user, reason, to), to, expected);
    }

    @GET
    @Operation(summary = "Grids of an area with their sizes and members / 网格列表")
    public Uni<Page<GridList.Item>> find(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery String after,
            @RestQuery Integer limit) {
        return list.find(caller.scope(area), today(), after, Page.limit(limit));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A grid and who looks after it or did / 网格详情")
    public Uni<GridList.Detail> get(String code) {
        if (!code.matches("[0-9]{12}-W[0-9]{3}"))
            throw new BadRequest("code", "应为村代码加-W三位", "must be a village's code with -W001");
        var open = Stream.of(VILLAGE_COMMITTEE, VILLAGE_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR)
                .anyMatch(caller::has);
        return list.get(code, caller.scope(null), today(), open);
    }

    @GET
    @Path("coverage")
    @Operation(summary = "Whether the grids of an area cover everybody once, and are of a usual size / 网格覆盖与规模核查")
    public Uni<GridCoverage.Coverage> coverage(@RestQuery String area) {
        return coverage.of(caller.scope(area), today());
    }

    @GET
    @Path("misplaced")
    @Operation(summary = "Households that lie in no grid or in several / 不在网格内或重复在多个网格的农户")
    public Uni<Page<GridCoverage.Misplaced>> misplaced(
            @RestQuery String area, @RestQuery String after, @RestQuery Integer limit) {
        return coverage.misplaced(caller.scope(area), after, Page.limit(limit));
    }

    private Uni<RestResponse<Void>> handle(String code, GridCommand command, LocalDate on, Version expected) {
        return grids.handle(Grids.stream(code), command, caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }

    private LocalDate today() {
        return caller.cause(null).occurredOn();
    }
}
