package org.shouwang.household.consent;

import static org.shouwang.household.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.consent.ConsentCommand.*;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.Member;

/** Consents of a household to the comparison of its records. */
@Path("/")
@Authenticated
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
    private final Expiry expiry;
    private final Households households;
    private final Journal journal;
    private final Caller caller;
    private final int months;

    ConsentResource(
            Consents consents,
            Expiry expiry,
            Households households,
            Journal journal,
            Caller caller,
            @ConfigProperty(name = "shouwang.consent.months") int months) {
        this.consents = consents;
        this.expiry = expiry;
        this.households = households;
        this.journal = journal;
        this.caller = caller;
        this.months = months;
    }

    @PUT
    @Path("households/{id}/consents/{consent}")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "Record a signed consent / 登记承诺授权书")
    public Uni<RestResponse<Void>> grant(UUID id, UUID consent, @NotNull @Valid ConsentBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.grantedOn());
        return consents.handle(
                        consent,
                        session -> households.active(session, id, cause).map(h -> new Grant(
                                id,
                                h.place().areaCode(),
                                body.scope().stream().distinct().sorted().toList(),
                                body.signers(),
                                h.members().values().stream()
                                        .filter(m -> m.age(body.grantedOn()) >= Member.ADULT)
                                        .map(Member::memberId)
                                        .collect(Collectors.toSet()),
                                body.document(),
                                body.grantedOn(),
                                body.validTo() == null ? body.grantedOn().plusMonths(months) : body.validTo())),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("households/{id}/consents/{consent}/withdrawal")
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY, RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        TOWN_OPERATOR
    })
    @Operation(summary = "The household takes its consent back / 撤回授权")
    public Uni<RestResponse<Void>> withdraw(UUID id, UUID consent, @NotNull @Valid WithdrawalBody body, @HeaderParam("If-Match") Version expected) {
        return consents.handle(consent, new Withdraw(id, body.on(), body.reason()), caller.cause(body.on()), Version.expected(expected)).map(Answers::of);
    }

    @GET
    @Path("households/{id}/consents")
    @Operation(summary = "The household's consents, newest first / 历次授权")
    public Uni<List<ConsentTable.Row>> list(UUID id, @RestQuery Integer limit) {
        var actor = caller.actor();
        var most = Page.limit(limit);
        return journal.read(session -> households.visible(session, id, actor)
                .chain(() -> session.createQuery("from ConsentRow where household = :id order by grantedOn desc, id", ConsentTable.Row.class)
                        .setParameter("id", id)
                        .setMaxResults(most)
                        .getResultList()));
    }

    @POST
    @Path("ticks")
    @RolesAllowed({SYS_ADMIN, COUNTY_OPERATOR})
    @Operation(summary = "Record which consents ended by a date; again changes nothing / 记录截至某日到期的授权")
    public Uni<Expiry.Ticked> tick(@RestQuery LocalDate date) {
        if (date == null) throw new BadRequest("date", "请给出日期", "is needed");
        return expiry.tick(date, caller.actor(), caller.scope(null));
    }
}
