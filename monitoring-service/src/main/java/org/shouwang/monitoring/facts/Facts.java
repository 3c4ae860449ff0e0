package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.Yuan;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;

/**
 * What this service has heard from the others. Facts arrive a moment after they were recorded there: a command that cites one which has
 * not arrived yet is refused with {@code NOT_YET_KNOWN} and may simply be repeated.
 */
@Singleton
public class Facts {

    private static final String INCOME = """
            select id, household, from_month, to_month, basis, wage, operating, property, transfer, cost, net, population, per_capita,
              per_capita_reference, state from income_fact where""";

    private static final String HOUSEHOLD =
            "select id, area_code, registered_type, members, tags, ended_on from household_fact where id = $1";

    public Uni<Optional<HouseholdFact>> findHousehold(StatelessSession session, UUID id) {
        return Sql.rows(session, HOUSEHOLD, id)
                .map(rows -> rows.stream().findFirst().map(Facts::household));
    }

    public Uni<HouseholdFact> household(StatelessSession session, UUID id) {
        return findHousehold(session, id).chain(found -> known(found, id));
    }

    /** Those of these that are known. */
    public Uni<List<HouseholdFact>> households(StatelessSession session, Collection<UUID> ids) {
        return Sql.rows(session, HOUSEHOLD.replace("= $1", "= any($1)"), (Object) ids.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(Facts::household).toList());
    }

    /** The risks among these that do not fit what is known of the household; none where nothing is. */
    public Uni<List<String>> unfit(StatelessSession session, UUID id, Collection<String> risks) {
        return findHousehold(session, id)
                .map(found -> found.map(household -> household.unfit(risks)).orElse(List.of()));
    }

    /**
     * Holds the household until the transaction ends: it neither moves nor ends between a look at it and the stream that begins about it,
     * so that what begins in the old village is there to be moved.
     */
    public Uni<Void> hold(StatelessSession session, UUID id) {
        return Sql.rows(session, "select 1 from household_fact where id = $1 for share", id)
                .replaceWithVoid();
    }

    /** All of them, in one order for everybody. */
    public Uni<Void> hold(StatelessSession session, Collection<UUID> ids) {
        return Sql.rows(session, "select 1 from household_fact where id = any($1) order by id for share", (Object)
                        ids.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    /** Held and read; whom the actor does not reach is as unknown to him as who is not there. */
    public Uni<HouseholdFact> held(StatelessSession session, UUID id, Actor actor) {
        return hold(session, id).chain(() -> household(session, id)).invoke(household -> {
            if (!actor.reaches(household.areaCode())) throw new Refused(Guard.NOT_YET_KNOWN, id.toString());
        });
    }

    /** The statement, which must be the household's; null where none is cited. */
    public Uni<IncomeFact> income(StatelessSession session, UUID household, UUID id) {
        if (id == null) return Uni.createFrom().nullItem();
        return Sql.rows(session, INCOME + " id = $1 and household = $2", id, household)
                .chain(rows -> known(rows.stream().findFirst().map(Facts::income), id));
    }

    /** The last statement by its period that is signed or confirmed. */
    public Uni<Optional<IncomeFact>> latestIncome(StatelessSession session, UUID household) {
        return Sql.rows(
                        session,
                        INCOME
                                + " household = $1 and state in ('SIGNED', 'CONFIRMED') order by to_month desc, id limit 1",
                        household)
                .map(rows -> rows.stream().findFirst().map(Facts::income));
    }

    public Uni<SafeguardFact> safeguards(StatelessSession session, UUID household, UUID id) {
        if (id == null) return Uni.createFrom().nullItem();
        return Sql.rows(
                        session,
                        "select id, household, checked_on, items from safeguard_fact where id = $1 and household = $2",
                        id,
                        household)
                .chain(rows -> known(rows.stream().findFirst().map(Facts::safeguards), id));
    }

    /** All checks from a day on, oldest first. */
    public Uni<List<SafeguardFact>> safeguardsSince(StatelessSession session, UUID household, LocalDate day) {
        return Sql.rows(
                        session,
                        "select id, household, checked_on, items from safeguard_fact where household = $1 and checked_on >= $2 order by checked_on, id",
                        household,
                        day)
                .map(rows -> rows.stream().map(Facts::safeguards).toList());
    }

    /** All checks of these households, oldest first. */
    public Uni<List<SafeguardFact>> safeguards(StatelessSession session, Collection<UUID> households) {
        return Sql.rows(
                        session,
                        "select id, household, checked_on, items from safeguard_fact where household = any($1) order by checked_on, id",
                        (Object) households.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(Facts::safeguards).toList());
    }

    public Uni<ConsentFact> consent(StatelessSession session, UUID household, UUID id) {
        if (id == null) return Uni.createFrom().nullItem();
        return Sql.rows(
                        session,
                        "select id, household, scope, signers, granted_on, valid_to, ended_on from consent_fact where id = $1 and household = $2",
                        id,
                        household)
                .chain(rows -> known(rows.stream().findFirst().map(Facts::consent), id));
    }

    public Uni<Optional<PlanFact>> plan(StatelessSession session, UUID household, int episode) {
        return Sql.rows(
                        session,
                        "select household, episode, state, approved_on from plan_fact where household = $1 and episode = $2",
                        household,
                        episode)
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(r -> new PlanFact((UUID) r[0], (Integer) r[1], (String) r[2], (LocalDate) r[3])));
    }

    public Uni<List<MeasureFact>> measures(StatelessSession session, UUID household, int episode) {
        return Sql.rows(session, """
                        select id, household, episode, code, risk, implemented_on, effective, evaluated_on, cancelled from measure_fact
                        where household = $1 and episode = $2 order by id
                        """, household, episode)
                .map(rows -> rows.stream().map(Facts::measure).toList());
    }

    /** All measures of these households, whatever their episode. */
    public Uni<List<MeasureFact>> measures(StatelessSession session, Collection<UUID> households) {
        return Sql.rows(session, """
                        select id, household, episode, code, risk, implemented_on, effective, evaluated_on, cancelled from measure_fact
                        where household = any($1) order by id
                        """, (Object) households.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(Facts::measure).toList());
    }

    /** The review, which must be the household's. */
    public Uni<EffectFact> effect(StatelessSession session, UUID household, UUID id) {
        return Sql.rows(
                        session,
                        "select id, household, episode, reviewed_on, effective from effect_fact where id = $1 and household = $2",
                        id,
                        household)
                .chain(rows -> known(rows.stream().findFirst().map(Facts::effect), id));
    }

    private static <T> Uni<T> known(Optional<T> found, UUID id) {
        return found.isPresent()
                ? Uni.createFrom().item(found.get())
                : Uni.createFrom().failure(new Refused(Guard.NOT_YET_KNOWN, id.toString()));
    }

    private static HouseholdFact household(Object[] r) {
        return new HouseholdFact(
                (UUID) r[0],
                (String) r[1],
                RegisteredType.valueOf((String) r[2]),
                FactJson.list((String) r[3], HouseholdFact.Member.class),
                FactJson.list((String) r[4], HouseholdFact.Holding.class),
                (LocalDate) r[5]);
    }

    private static IncomeFact income(Object[] r) {
        return new IncomeFact(
                (UUID) r[0],
                (UUID) r[1],
                YearMonth.parse((String) r[2]),
                YearMonth.parse((String) r[3]),
                IncomeBasis.valueOf((String) r[4]),
                Yuan.of(r[5]),
                Yuan.of(r[6]),
                Yuan.of(r[7]),
                Yuan.of(r[8]),
                Yuan.of(r[9]),
                Yuan.of(r[10]),
                (Integer) r[11],
                Yuan.of(r[12]),
                Yuan.of(r[13]),
                IncomeFact.State.valueOf((String) r[14]));
    }

    private static SafeguardFact safeguards(Object[] r) {
        return new SafeguardFact(
                (UUID) r[0], (UUID) r[1], (LocalDate) r[2], FactJson.list((String) r[3], SafeguardFact.Item.class));
    }

    private static ConsentFact consent(Object[] r) {
        return new ConsentFact(
                (UUID) r[0],
                (UUID) r[1],
                FactJson.list((String) r[2], String.class),
                FactJson.list((String) r[3], UUID.class),
                (LocalDate) r[4],
                (LocalDate) r[5],
                (LocalDate) r[6]);
    }

    private static MeasureFact measure(Object[] r) {
        return new MeasureFact(
                (UUID) r[0],
                (UUID) r[1],
                (Integer) r[2],
                (String) r[3],
                (String) r[4],
                (LocalDate) r[5],
                (Boolean) r[6],
                (LocalDate) r[7],
                (Boolean) r[8]);
    }

    private static EffectFact effect(Object[] r) {
        return new EffectFact((UUID) r[0], (UUID) r[1], (Integer) r[2], (LocalDate) r[3], (Boolean) r[4]);
    }
}
