package org.shouwang.household.registry;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.HouseholdBodies.*;
import org.shouwang.household.registry.HouseholdCommand.Happened;

/** Households and members: what the people who enter data may do. */
@Path("/households")
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
class HouseholdResource {

    private final Households households;
    private final Caller caller;

    HouseholdResource(Households households, Caller caller) {
        this.households = households;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Register a household with its members / 登记农户及成员")
    public Uni<RestResponse<Void>> register(
            UUID id, @NotNull @Valid HouseholdBody body, @HeaderParam("If-Match") Version expected) {
        return households
                .handle(id, body.command(), caller.cause(body.registeredOn()), Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("/{id}/details")
    @Operation(summary = "Change address, phones, place and the like / 变更地址、电话、位置等")
    public Uni<RestResponse<Void>> details(
            UUID id, @NotNull @Valid DetailsBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("/{id}/members/{memberId}")
    @Operation(summary = "Add a member / 增加成员")
    public Uni<RestResponse<Void>> add(
            UUID id, UUID memberId, @NotNull @Valid JoiningBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(memberId), body.on(), expected);
    }

    @PATCH
    @Path("/{id}/members/{memberId}")
    @Operation(summary = "Change what is known of a member; absent fields stay / 变更成员信息（未填的不变）")
    public Uni<RestResponse<Void>> change(
            UUID id, UUID memberId, @NotNull @Valid MemberChangeBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(memberId), body.on(), expected);
    }

    @DELETE
    @Path("/{id}/members/{memberId}")
    @Operation(summary = "Remove a member / 减少成员")
    public Uni<RestResponse<Void>> remove(
            UUID id,
            UUID memberId,
            @RestQuery @Parameter(description = "DEATH, MARRIAGE_OUT, MOVED_OUT, SPLIT, CORRECTION / 原因") String reason,
            @RestQuery LocalDate on,
            @RestQuery @Parameter(description = "kind of the document, DOC_… / 证明材料种类") String proofKind,
            @RestQuery @Parameter(description = "its SHA-256 / 证明材料摘要") String proof,
            @HeaderParam("If-Match") Version expected) {
        return answer(id, HouseholdBodies.removal(memberId, reason, on, proofKind, proof), on, expected);
    }

    @PUT
    @Path("/{id}/head")
    @Operation(summary = "Change the head / 变更户主")
    public Uni<RestResponse<Void>> head(
            UUID id, @NotNull @Valid HeadBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("/{id}/area")
    @Operation(summary = "Move to another village, group or grid / 迁移到其他村、组、网格")
    public Uni<RestResponse<Void>> move(
            UUID id, @NotNull @Valid MoveBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("/{id}/registered-type")
    @Operation(summary = "Change the registered type / 变更户类型")
    public Uni<RestResponse<Void>> type(
            UUID id, @NotNull @Valid TypeBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    @PUT
    @Path("/{id}/tags/{tag}")
    @Operation(summary = "Grant a security tag to members / 登记保障身份")
    public Uni<RestResponse<Void>> grant(
            UUID id, SecurityTag tag, @NotNull @Valid GrantBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(tag), body.from(), expected);
    }

    @DELETE
    @Path("/{id}/tags/{tag}")
    @Operation(summary = "End a security tag / 终止保障身份")
    public Uni<RestResponse<Void>> end(
            UUID id,
            SecurityTag tag,
            @RestQuery @Parameter(description = "the last day / 最后一日") LocalDate to,
            @RestQuery @Parameter(description = "whose; everybody's if absent / 成员，缺省为全部") List<UUID> member,
            @HeaderParam("If-Match") Version expected) {
        return answer(id, HouseholdBodies.tagEnd(tag, to, member), to, expected);
    }

    @PUT
    @Path("/{id}/living-conditions/{year}")
    @Operation(summary = "Record a year's living conditions; again replaces them / 登记某年度的生产生活条件")
    public Uni<RestResponse<Void>> living(
            UUID id, int year, @NotNull @Valid LivingBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(year), body.on(), expected);
    }

    @PUT
    @Path("/{id}/deactivation")
    @RolesAllowed({TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Stop keeping a household: merged, moved out, extinct / 销户：合户、迁出、整户消亡")
    public Uni<RestResponse<Void>> deactivate(
            UUID id, @NotNull @Valid EndingBody body, @HeaderParam("If-Match") Version expected) {
        return answer(id, body.command(), body.on(), expected);
    }

    private Uni<RestResponse<Void>> answer(UUID id, HouseholdCommand command, LocalDate on, Version expected) {
        return households
                .handle(id, new Happened(command, on), caller.cause(on), Version.expected(expected))
                .map(Answers::of);
    }
}
