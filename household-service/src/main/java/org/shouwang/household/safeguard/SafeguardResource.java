package org.shouwang.household.safeguard;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.household.income.Signature;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.registry.Households;
import org.shouwang.household.safeguard.SafeguardCommand.Check;
import org.shouwang.household.safeguard.SafeguardCommand.Correct;

/** Safeguard checks of a household. */
@Path("/households/{id}/safeguard-checks")
@RolesAllowed({
    GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
            RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
    AREA_GROUP_LEADER, HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER,
            DEPARTMENT_USER,
    INSPECTOR, AUDITOR
})
@Tag(name = "safeguard 两不愁三保障和饮水")
class SafeguardResource {

    record ItemBody(
            @NotNull Indicator indicator,
            @NotNull SafeguardItem.Result result,
            String note,
            List<@NotNull DocumentRef> evidence) {}

    /** @param housingGrade A to D @param water as measured; what was not measured is left out @param signatures who signed @param reached who answered, and {@code phone} the number, where it was by phone */
    record CheckBody(
            @NotNull LocalDate checkedOn,
            @NotNull SafeguardEvent.Method method,
            @NotNull List<@NotNull @Valid ItemBody> items,
            Water water,
            String housingGrade,
            List<Signature.@NotNull Party> signatures,
            String reached,
            String phone) {

        /** The official signs on paper; a household that was called confirms by phone. */
        private List<Signature> signed() {
            if (signatures == null) return List.of();
            return signatures.stream()
                    .distinct()
                    .map(party -> method == SafeguardEvent.Method.PHONE && party == Signature.Party.HOUSEHOLDER
                            ? new Signature(party, Signature.Way.PHONE, new Signature.Reached(reached, phone))
                            : new Signature(party, Signature.Way.ON_PAPER, null))
                    .toList();
        }
    }

    /** @param corrects id of the event that is wrong @param record the whole, as it should have been */
    record CorrectionBody(
            @NotNull UUID corrects,
            String reason,
            @NotNull @Valid CheckBody record) {}

    private final SafeguardChecks checks;
    private final Households households;
    private final Journal journal;
    private final Caller caller;
    private final WaterStandards standards;
    private final List<String> housingProof;

    SafeguardResource(
            SafeguardChecks checks,
            Households households,
            Journal journal,
            Caller caller,
            WaterStandards standards,
            @ConfigProperty(name = "shouwang.safeguard.housing-proof") Optional<List<String>> housingProof) {
        this.checks = checks;
        this.households = households;
        this.journal = journal;
        this.caller = caller;
        this.standards = standards;
        this.housingProof = housingProof.map(List::copyOf).orElse(List.of());
    }

    @PUT
    @Path("{check}")
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
        TOWN_OPERATOR,
        INSPECTOR
    })
    @Operation(
            summary = "Record a check of the safeguards / 登记两不愁三保障和饮水安全核查",
            description =
                    "Official and household both sign where the policy of the village and the day wants it. / 当地当日政策要求双签字的，核查人和户主都要签字。")
    public Uni<RestResponse<Void>> check(
            UUID id, UUID check, @NotNull @Valid CheckBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(body.checkedOn());
        return checks.handle(
                        check,
                        session -> asked(session, id, body, cause).map(as -> as),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    @PUT
    @Path("{check}/correction")
    @RolesAllowed(TOWN_OPERATOR)
    @Operation(
            summary = "Correct the record of a check / 更正核查记录",
            description =
                    "Names the event that is wrong (`corrects`, the `eventId` of the check), says why, and gives the whole record as it should have been; it is held to the same rules. The first record stays in the history. / 指明要更正的记录（corrects 即核查明细的 eventId）、写明理由并重新填写整条记录；原记录留在历史中。")
    public Uni<RestResponse<Void>> correct(
            UUID id, UUID check, @NotNull @Valid CorrectionBody body, @HeaderParam("If-Match") Version expected) {
        var cause = caller.cause(null);
        if (body.record().checkedOn().isAfter(cause.occurredOn()))
            throw new Refused(Refusal.DATE_IN_FUTURE, body.record().checkedOn().toString());
        return checks.handle(
                        check,
                        session -> asked(
                                        session,
                                        id,
                                        body.record(),
                                        cause.on(body.record().checkedOn()))
                                .chain(as -> checks.last(session, check)
                                        .map(last -> new Correct(body.corrects(), last, body.reason(), as))),
                        cause,
                        Version.expected(expected))
                .map(Answers::of);
    }

    private Uni<Check> asked(StatelessSession session, UUID id, CheckBody body, Cause cause) {
        var items = body.items().stream()
                .map(i -> new SafeguardItem(
                        i.indicator(),
                        i.result(),
                        i.note() == null || i.note().isBlank() ? null : new SafeguardItem.Remark(i.note()),
                        i.evidence()))
                .toList();
        return households.active(session, id, cause).chain(h -> SignatureRules.asked(
                        session, h.place().areaCode(), body.checkedOn())
                .map(signaturesAsked -> new Check(
                        id,
                        h.place().areaCode(),
                        body.checkedOn(),
                        body.method(),
                        items,
                        body.water(),
                        standards.of(h.place().areaCode()),
                        body.housingGrade(),
                        body.signed(),
                        signaturesAsked,
                        housingProof)));
    }

    @GET
    @Operation(summary = "The household's checks, newest first / 历次核查")
    public Uni<List<SafeguardTable.Row>> list(UUID id, @RestQuery Integer limit) {
        var actor = caller.actor();
        var most = Page.limit(limit);
        return journal.read(session -> households.visible(session, id, actor).chain(() -> session.createQuery(
                        "from SafeguardRow where household = :id order by checkedOn desc, id", SafeguardTable.Row.class)
                .setParameter("id", id)
                .setMaxResults(most)
                .getResultList()));
    }

    @GET
    @Path("{check}")
    @Operation(
            summary = "One check / 核查明细",
            description = "Who enters data sees phones whole, everybody else masked. / 录入人员可见完整电话号码，其他人员只见掩码。")
    public Uni<SafeguardView> get(UUID id, UUID check) {
        var actor = caller.actor();
        var open = DATA_ENTRY.stream().anyMatch(caller::has);
        return journal.read(session -> households.visible(session, id, actor).chain(() -> checks.load(session, check)
                .chain(current -> checks.events(session, check)
                        .map(events -> SafeguardView.of(
                                check,
                                id,
                                current.state(),
                                SafeguardChecks.last(events),
                                Written.last(events),
                                open)))));
    }
}
