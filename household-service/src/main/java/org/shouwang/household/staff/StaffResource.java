package org.shouwang.household.staff;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.staff.StaffCommand.Name;
import org.shouwang.household.staff.StaffList.Member;

/** Names of users, for what is printed. */
@Path("/staff")
@Tag(name = "staff 工作人员")
class StaffResource {

    private static final String WHY =
            "Other services know users by their ids only; rosters and named ledgers write the name that stands here, else that of the grid member, else the id. / 其他服务只保存用户编号，花名册和补名台账写这里登记的姓名，没有登记的写网格员姓名，再没有的写编号。";

    /** @param areaCode where the user works @param on today where absent */
    record NameBody(@NotBlank String name, @NotBlank String areaCode, LocalDate on) {}

    private final StaffNames names;
    private final StaffList list;
    private final Caller caller;

    StaffResource(StaffNames names, StaffList list, Caller caller) {
        this.names = names;
        this.list = list;
        this.caller = caller;
    }

    @PUT
    @Path("{userId}")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR, SYS_ADMIN})
    @Operation(summary = "Say what a user is called / 登记工作人员姓名", description = WHY)
    public Uni<RestResponse<Void>> name(
            String userId, @NotNull @Valid NameBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.on());
        return names.handle(
                        StaffNames.stream(userId),
                        new Name(
                                userId,
                                body.areaCode(),
                                new StaffName(body.name().strip()),
                                cause.occurredOn()),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, COUNTY_OPERATOR, COUNTY_APPROVER, INSPECTOR, AUDITOR, SYS_ADMIN})
    @Operation(summary = "Users of an area who have a name, by id / 已登记姓名的工作人员", description = WHY)
    public Uni<Page<Member>> list(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery String after,
            @RestQuery Integer limit) {
        return list.list(caller.scope(area), after, Page.limit(limit));
    }
}
