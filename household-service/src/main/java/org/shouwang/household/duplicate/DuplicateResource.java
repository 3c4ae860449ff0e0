package org.shouwang.household.duplicate;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.duplicate.DuplicateCommand.Refuse;
import org.shouwang.household.duplicate.DuplicateList.Item;

/** Members whose number somebody else tried to register, for the villages that have to look into it. */
@Path("/duplicates")
@Tag(name = "duplicates 重复登记")
class DuplicateResource {

    private static final String HOW =
            "A registration with the number of an active member is refused with ID_DUPLICATE and leaves an item here, for the member's village. It is settled by the member's removal, or by the village's word that the member belongs here. Of who asked only the county is told. / 用在册成员的证件号码登记会被拒绝（ID_DUPLICATE），并在该成员所在村留下一条提示；该成员减少即办结，或由村说明仍属本户后办结。对方只显示所在县。";

    /** @param reason why the member belongs here @param on today where absent */
    record RefusalBody(@NotNull @Size(max = 500) String reason, LocalDate on) {}

    private final Duplicates duplicates;
    private final DuplicateList list;
    private final Caller caller;

    DuplicateResource(Duplicates duplicates, DuplicateList list, Caller caller) {
        this.duplicates = duplicates;
        this.list = list;
        this.caller = caller;
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
        TOWN_OPERATOR,
        TOWN_REVIEWER,
        COUNTY_OPERATOR,
        COUNTY_APPROVER,
        INSPECTOR,
        AUDITOR
    })
    @Operation(summary = "Members whose number was asked for elsewhere / 在他地被登记的成员", description = HOW)
    public Uni<Page<Item>> list(
            @RestQuery @Parameter(description = "code of an area inside the caller's own / 区划代码") String area,
            @RestQuery @Parameter(description = "true: still to be settled; false: settled; all if absent / 是否待办")
                    Boolean open,
            @RestQuery String after,
            @RestQuery Integer limit) {
        return list.list(caller.scope(area), caller.scope(null), open, after, Page.limit(limit));
    }

    @PUT
    @Path("{id}/refusal")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Say that the member belongs here / 说明该成员仍属本户", description = HOW)
    public Uni<RestResponse<Void>> refuse(
            UUID id, @NotNull @Valid RefusalBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.on());
        return duplicates
                .handle(id, new Refuse(body.reason(), cause.occurredOn()), cause, Version.expected(expected))
                .map(Answers::of);
    }
}
