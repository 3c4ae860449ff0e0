package org.shouwang.assistance.effect;

import static org.shouwang.assistance.Roles.*;

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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.assistance.DocumentRef;
import org.shouwang.assistance.effect.EffectCommand.Review;
import org.shouwang.assistance.facts.KnownHousehold;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.assistance.facts.KnownObject;
import org.shouwang.assistance.facts.KnownObjects;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.eventsourcing.rest.Version;

/** Reviews of effect: what the village finds of the help before a risk may be called removed. */
@Path("/effect-reviews")
@Tag(name = "effect reviews 成效评议")
class EffectResource {

    record MeetingBody(String place, String host, String recorder, List<@NotNull String> attendees, int signedIn) {}

    record JudgementBody(
            @NotNull UUID measureId,
            boolean effective,
            @Size(max = 500) String note) {}

    /** @param risksGone codes @param reason needed where found ineffective */
    record ReviewBody(
            @NotNull UUID householdId,
            @NotNull LocalDate reviewedOn,
            @NotNull Conclusion conclusion,
            @Size(max = 100) List<@NotNull @Valid JudgementBody> measures,
            @Size(max = 10) List<@NotNull String> risksGone,
            @Size(max = 500) String reason,
            @NotNull MeetingBody meeting,
            @NotNull @Size(max = 50) List<@NotNull DocumentRef> documents) {}

    private static final String MEASURES = """
            select id, coalesce(implemented_on <= $3, false), coalesce(effective and evaluated_on <= $3, false) from measure
            where household = $1 and episode in ($2, 0) and cancelled_on is null""";

    private final EffectReviews reviews;
    private final KnownHouseholds households;
    private final KnownObjects objects;
    private final PolicyRef policy;
    private final Journal journal;
    private final Caller caller;

    EffectResource(
            EffectReviews reviews,
            KnownHouseholds households,
            KnownObjects objects,
            PolicyRef policy,
            Journal journal,
            Caller caller) {
        this.reviews = reviews;
        this.households = households;
        this.objects = objects;
        this.policy = policy;
        this.journal = journal;
        this.caller = caller;
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        INFO_OFFICER,
        TOWN_OPERATOR
    })
    @Operation(summary = "Record a review of the effect of help / 登记帮扶成效评议")
    public Uni<RestResponse<Void>> review(
            UUID id, @NotNull @Valid ReviewBody body, @HeaderParam("If-Match") Version version) {
        var cause = caller.cause(body.reviewedOn()).under(policy);
        return reviews.handle(id, session -> command(session, body, cause), cause, Version.expected(version))
                .map(Answers::of);
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "Reviews of an area or household, newest first / 成效评议列表")
    public Uni<List<EffectTable.Row>> list(
            @RestQuery String area, @RestQuery UUID household, @RestQuery Integer limit) {
        var scope = caller.scope(area);
        var most = Page.limit(limit);
        var ofHousehold = household == null ? "" : " and household = :household";
        return journal.read(session -> {
            var query = session.createQuery(
                            "from EffectRow where area like :scope" + ofHousehold + " order by reviewedOn desc, id",
                            EffectTable.Row.class)
                    .setParameter("scope", scope + "%")
                    .setMaxResults(most);
            return (household == null ? query : query.setParameter("household", household)).getResultList();
        });
    }

    private Uni<EffectCommand> command(StatelessSession session, ReviewBody body, Cause cause) {
        return households
                .find(session, body.householdId(), body.reviewedOn())
                .chain(household -> objects.latest(session, body.householdId()).chain(object -> {
                    var area = household
                            .map(KnownHousehold::areaCode)
                            .filter(cause.actor()::reaches)
                            .orElse(null);
                    var episode = object.map(KnownObject::episode).orElse(0);
                    return Sql.rows(session, MEASURES, body.householdId(), episode, body.reviewedOn())
                            .map(rows -> {
                                var all = new HashSet<UUID>();
                                var inEffect = new HashSet<UUID>();
                                var effective = new HashSet<UUID>();
                                for (var row : rows) {
                                    all.add((UUID) row[0]);
                                    if ((Boolean) row[1]) inEffect.add((UUID) row[0]);
                                    if ((Boolean) row[2]) effective.add((UUID) row[0]);
                                }
                                return new Review(
                                        body.householdId(),
                                        area,
                                        episode,
                                        object.map(KnownObject::risks).orElse(List.of()),
                                        all,
                                        inEffect,
                                        effective,
                                        body.reviewedOn(),
                                        body.conclusion(),
                                        list(body.measures()).stream()
                                                .map(m -> new Judgement(m.measureId(), m.effective(), m.note()))
                                                .toList(),
                                        list(body.risksGone()),
                                        body.reason(),
                                        meeting(body.meeting()),
                                        body.documents());
                            });
                }));
    }

    private static Meeting meeting(MeetingBody body) {
        return new Meeting(body.place(), body.host(), body.recorder(), list(body.attendees()), body.signedIn());
    }

    private static <T> List<T> list(List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
