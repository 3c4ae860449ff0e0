package org.shouwang.assistance.effect;

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
import org.shouwang.assistance.effect.EffectCommand.Review;
import org.shouwang.assistance.facts.KnownObject;
import org.shouwang.assistance.facts.KnownObjects;
import org.shouwang.assistance.measure.MeasureLedger;
import org.shouwang.assistance.measure.MeasureRow;
import org.shouwang.assistance.measure.MeasureState;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** Reviews of the effect of help, which a removal needs. */
@Path("/effect-reviews")
@Tag(name = "effect reviews 成效评议")
class EffectResource {

    record Answer(
            @NotBlank @Size(max = 4) String risk,
            @NotNull Boolean solved,
            @Size(max = 500) String note) {}

    record Body(
            @NotNull UUID householdId,
            @NotNull LocalDate reviewedOn,
            @NotNull Conclusion conclusion,
            @NotNull @Size(max = 10) List<@NotNull @Valid Answer> criteria,
            @Size(max = 500) String note,
            DocumentRef document) {}

    private final Effects effects;
    private final EffectList list;
    private final KnownObjects objects;
    private final MeasureLedger ledger;
    private final Journal journal;
    private final Caller caller;

    EffectResource(
            Effects effects,
            EffectList list,
            KnownObjects objects,
            MeasureLedger ledger,
            Journal journal,
            Caller caller) {
        this.effects = effects;
        this.list = list;
        this.objects = objects;
        this.ledger = ledger;
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
        TOWN_OPERATOR
    })
    @Operation(summary = "Record a review of the effect of help, with the meeting's minutes / 登记帮扶成效评议（附评议记录）")
    public Uni<RestResponse<Void>> review(
            UUID id, @NotNull @Valid Body body, @HeaderParam("If-Match") Version version) {
        var cause = caller.cause(body.reviewedOn());
        return effects.handle(
                        id,
                        session -> objects.latest(session, body.householdId())
                                .chain(found -> ledger.ofHousehold(session, body.householdId())
                                        .map(measures -> command(
                                                body,
                                                found.filter(o -> cause.actor().reaches(o.areaCode()))
                                                        .orElse(null),
                                                measures))),
                        cause,
                        Version.expected(version))
                .map(Answers::of);
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
    @Operation(summary = "One review of effect / 一次成效评议")
    public Uni<EffectList.Line> one(UUID id) {
        var actor = caller.actor();
        return journal.read(session -> list.find(session, id)).map(found -> found.stream()
                .filter(line -> actor.reaches(line.areaCode()))
                .findFirst()
                .orElseThrow(() -> new Refused(EffectRefusal.REVIEW_NOT_FOUND)));
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
    @Operation(summary = "Reviews of effect by area and household / 成效评议列表")
    public Uni<Page<EffectList.Line>> page(
            @RestQuery String area, @RestQuery UUID household, @RestQuery UUID after, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var size = Page.limit(limit);
        return journal.read(session -> list.page(session, scope, household, after, size + 1))
                .map(rows -> Page.of(rows, size, row -> row.id().toString()));
    }

    private static Review command(Body body, KnownObject object, List<MeasureRow> measures) {
        var criteria = body.criteria().stream()
                .map(a -> new Criterion(a.risk(), a.solved(), a.note()))
                .toList();
        if (object == null)
            return new Review(
                    body.householdId(),
                    null,
                    0,
                    false,
                    List.of(),
                    body.reviewedOn(),
                    List.of(),
                    body.conclusion(),
                    criteria,
                    body.note(),
                    body.document(),
                    body.reviewedOn());
        var implemented = measures.stream()
                .filter(m -> m.implemented() && m.standing() && m.state() != MeasureState.INEFFECTIVE)
                .filter(m -> m.episode() == object.episode() || m.episode() == 0)
                .map(MeasureRow::id)
                .toList();
        return new Review(
                body.householdId(),
                object.areaCode(),
                object.episode(),
                object.active(),
                object.risks(),
                object.includedOn(),
                implemented,
                body.conclusion(),
                criteria,
                body.note(),
                body.document(),
                body.reviewedOn());
    }
}
