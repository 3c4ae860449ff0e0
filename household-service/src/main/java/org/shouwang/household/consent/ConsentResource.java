package org.shouwang.household.consent;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.consent.ConsentCommand.*;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.Member;

/** Consents of a household to the comparison of its records. */
@Path("/households/{id}/consents")
@RolesAllowed({
    GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
            RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
    AREA_GROUP_LEADER, HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER,
            DEPARTMENT_USER,
    INSPECTOR, AUDITOR
})
@Tag(name = "consent 承诺授权")
class ConsentResource {

    /** @param signers member ids; every adult @param validTo last day; left out: by the setting, six months */
    record ConsentBody(
            @NotNull List<@NotNull Scope> scope,
            @NotNull List<@NotNull UUID> signers,
            @NotNull DocumentRef document,
            @NotNull LocalDate grantedOn,
            LocalDate validTo) {}

    record WithdrawalBody(@NotNull LocalDate on, String reason) {}

    private final Consents consents;
    private final Households households;
    private final Journal journal;
    private final Caller caller;
    private final int months;

    ConsentResource(
            Consents consents,
            Households households,
            Journal journal,
            Caller caller,
            @ConfigProperty(name = "shouwang.consent.months") int months) {
        this.consents = consents;
        this.households = households;
        this.journal = journal;
        this.caller = caller;
        this.months = months;
    }

    @PUT
    @Path("{consent}")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "Record a signed consent / 登记承诺授权书")
    public Uni<RestResponse<Void>> grant(
            UUID id, UUID consent, @NotNull @Valid ConsentBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.grantedOn());
        return consents.handle(
                        consent,
                        session -> households
                                .active(session, id, cause)
                                .map(h -> new Grant(
                                        id,
                                        h.place().areaCode(),
                                        body.scope().stream()
                                                .distinct()
                                                .sorted()
                                                .toList(),
                                        body.signers(),
                                        h.members().values().stream()
                                                .filter(m -> m.age(body.grantedOn()) >= Member.ADULT)
                                                .map(Member::memberId)
                                                .collect(Collectors.toSet()),
                                        body.document(),
                                        body.grantedOn(),
                                        body.validTo() == null
                                                ? body.grantedOn().plusMonths(months)
                                                : body.validTo())),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("{consent}/withdrawal")
    @RolesAllowed({
        GRID_MEMBER,
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "The household takes its consent back / 撤回授权")
    public Uni<RestResponse<Void>> withdraw(
            UUID id, UUID consent, @NotNull @Valid WithdrawalBody body, @HeaderParam("If-Match") Version expected) {
        return consents.handle(
                        consent,
                        new Withdraw(id, body.on(), body.reason()),
                        caller.cause(body.on()),
                        Version.expected(expected))
                .map(Answers::of);
    }

    @GET
    @Operation(summary = "The household's consents, newest first / 历次授权")
    public Uni<List<ConsentTable.Row>> list(UUID id, @RestQuery Integer limit) {
        var actor = caller.actor();
        var most = Page.limit(limit);
        return journal.read(session -> households.visible(session, id, actor).chain(() -> session.createQuery(
                        "from ConsentRow where household = :id order by grantedOn desc, id", ConsentTable.Row.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList()));
    }
}
