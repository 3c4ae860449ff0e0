package org.shouwang.monitoring.facts;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.monitoring.facts.HouseholdFact.Holding;
import org.shouwang.monitoring.facts.HouseholdFact.Member;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.succession.FormerCodes;

/**
 * Keeps what the household service says of households, incomes, safeguards and consents, as far as cases need it. Comes before who acts on
 * the same event: a move or an end is known before streams move or lapse, so that none begins behind that.
 */
@Priority(10)
@Singleton
class HouseholdConsumer extends Consumer {

    record HouseholdRegistered(String areaCode, RegisteredType registeredType, List<Member> members) {
        private List<Member> everybody() {
            return members == null ? List.of() : members;
        }
    }

    record MemberAdded(Member member) {}

    record MemberUpdated(UUID memberId, Member member) {}

    record MemberRemoved(UUID memberId) {}

    record RegisteredTypeChanged(RegisteredType to) {}

    record HouseholdMoved(String fromArea, String toArea, Boolean recoded) {}

    record HouseholdDeactivated(LocalDate on) {}

    record SecurityTagGranted(String tag, List<UUID> memberIds) {}

    record SecurityTagEnded(String tag, List<UUID> memberIds) {}

    record IncomeStatementDrafted(
            UUID householdId,
            YearMonth from,
            YearMonth to,
            IncomeBasis basis,
            BigDecimal wage,
            BigDecimal operating,
            BigDecimal property,
            BigDecimal transfer,
            BigDecimal cost,
            BigDecimal net,
            Integer population,
            BigDecimal perCapita,
            BigDecimal perCapitaReference) {}

    record IncomeStatementSigned(UUID householdId) {}

    record IncomeStatementConfirmed(UUID householdId) {}

    record IncomeStatementSuperseded(UUID householdId) {}

    record SafeguardChecked(UUID householdId, LocalDate checkedOn, List<SafeguardFact.Item> items) {}

    record SafeguardCheckCorrected(SafeguardChecked check) {}

    record ConsentGranted(
            UUID householdId, List<String> scope, List<UUID> signers, LocalDate grantedOn, LocalDate validTo) {}

    record ConsentWithdrawn(UUID householdId, LocalDate on) {}

    record ConsentExpired(UUID householdId, LocalDate on) {}

    HouseholdConsumer() {
        super("household.events");
        on("HouseholdRegistered", HouseholdRegistered.class, (session, e, envelope) -> Sql.update(
                        session,
                        """
                insert into household_fact (id, area_code, registered_type, members, tags, registered_on) values ($1, $2, $3, $4, '[]', $5)
                on conflict (id) do update set area_code = $2, registered_type = $3, members = $4, registered_on = $5
                """,
                        envelope.stream(),
                        e.areaCode(),
                        e.registeredType().name(),
                        FactJson.write(e.everybody()),
                        envelope.occurredOn())
                .chain(() -> HouseholdStretches.begun(session, envelope.stream(), e.registeredType(), e.everybody())));
        on("MemberAdded", MemberAdded.class, (session, e, envelope) -> members(session, envelope, with(e.member()), 1));
        on(
                "MemberUpdated",
                MemberUpdated.class,
                (session, e, envelope) -> members(session, envelope, with(e.member()), 0));
        on("MemberRemoved", MemberRemoved.class, (session, e, envelope) -> members(
                        session, envelope, without(e.memberId()), -1)
                .chain(() -> tags(
                        session,
                        envelope.stream(),
                        (held, _) -> held.removeIf(h -> h.memberId().equals(e.memberId())))));
        on("RegisteredTypeChanged", RegisteredTypeChanged.class, (session, e, envelope) -> Sql.update(
                        session,
                        "update household_fact set registered_type = $2 where id = $1",
                        envelope.stream(),
                        e.to().name())
                .chain(() -> HouseholdStretches.registered(session, envelope.stream(), envelope.occurredOn(), e.to())));
        on("HouseholdMoved", HouseholdMoved.class, (session, e, envelope) -> Sql.update(
                        session,
                        "update household_fact set area_code = $2 where id = $1",
                        envelope.stream(),
                        e.toArea())
                .chain(() -> FormerCodes.moved(
                        session,
                        envelope.stream(),
                        e.fromArea(),
                        e.toArea(),
                        Boolean.TRUE.equals(e.recoded()),
                        envelope.occurredOn())));
        on(
                "HouseholdDeactivated",
                HouseholdDeactivated.class,
                (session, e, envelope) -> Sql.update(
                        session, "update household_fact set ended_on = $2 where id = $1", envelope.stream(), e.on()));
        on(
                "SecurityTagGranted",
                SecurityTagGranted.class,
                (session, e, envelope) -> tags(session, envelope.stream(), (held, members) -> {
                    held.removeIf(h -> h.tag().equals(e.tag()) && named(e.memberIds(), h.memberId()));
                    members.stream()
                            .map(Member::memberId)
                            .filter(id -> named(e.memberIds(), id))
                            .forEach(id -> held.add(new Holding(id, e.tag())));
                }));
        on(
                "SecurityTagEnded",
                SecurityTagEnded.class,
                (session, e, envelope) -> tags(
                        session,
                        envelope.stream(),
                        (held, _) ->
                                held.removeIf(h -> h.tag().equals(e.tag()) && named(e.memberIds(), h.memberId()))));
        on(
                "IncomeStatementDrafted",
                IncomeStatementDrafted.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        """
                insert into income_fact (id, household, from_month, to_month, basis, wage, operating, property, transfer, cost, net,
                  population, per_capita, per_capita_reference, state)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'DRAFT')
                on conflict (id) do update set from_month = $3, to_month = $4, basis = $5, wage = $6, operating = $7, property = $8,
                  transfer = $9, cost = $10, net = $11, population = $12, per_capita = $13, per_capita_reference = $14, state = 'DRAFT'
                """,
                        envelope.stream(),
                        e.householdId(),
                        e.from().toString(),
                        e.to().toString(),
                        e.basis().name(),
                        e.wage(),
                        e.operating(),
                        e.property(),
                        e.transfer(),
                        e.cost(),
                        e.net(),
                        e.population(),
                        e.perCapita(),
                        e.perCapitaReference()));
        on(
                "IncomeStatementSigned",
                IncomeStatementSigned.class,
                (session, _, envelope) -> statement(session, envelope.stream(), IncomeFact.State.SIGNED));
        on(
                "IncomeStatementConfirmed",
                IncomeStatementConfirmed.class,
                (session, _, envelope) -> statement(session, envelope.stream(), IncomeFact.State.CONFIRMED));
        on(
                "IncomeStatementSuperseded",
                IncomeStatementSuperseded.class,
                (session, _, envelope) -> statement(session, envelope.stream(), IncomeFact.State.SUPERSEDED));
        on(
                "SafeguardChecked",
                SafeguardChecked.class,
                (session, e, envelope) -> checked(session, envelope.stream(), e));
        on(
                "SafeguardCheckCorrected",
                SafeguardCheckCorrected.class,
                (session, e, envelope) -> checked(session, envelope.stream(), e.check()));
        on(
                "ConsentGranted",
                ConsentGranted.class,
                (session, e, envelope) -> Sql.update(
                        session,
                        """
                insert into consent_fact (id, household, scope, signers, granted_on, valid_to) values ($1, $2, $3, $4, $5, $6)
                on conflict (id) do nothing
                """,
                        envelope.stream(),
                        e.householdId(),
                        FactJson.write(e.scope() == null ? List.of() : e.scope()),
                        FactJson.write(e.signers() == null ? List.of() : e.signers()),
                        e.grantedOn(),
                        e.validTo()));
        on(
                "ConsentWithdrawn",
                ConsentWithdrawn.class,
                (session, e, envelope) -> consentEnded(session, envelope.stream(), e.on()));
        on(
                "ConsentExpired",
                ConsentExpired.class,
                (session, e, envelope) -> consentEnded(session, envelope.stream(), e.on()));
    }

    @Override
    public List<String> tables() {
        return Stream.concat(
                        Stream.of("household_fact", "income_fact", "safeguard_fact", "consent_fact", FormerCodes.TABLE),
                        HouseholdStretches.TABLES.stream())
                .toList();
    }

    private static Uni<Integer> checked(StatelessSession session, UUID id, SafeguardChecked e) {
        return Sql.update(session, """
                insert into safeguard_fact (id, household, checked_on, items) values ($1, $2, $3, $4)
                on conflict (id) do update set checked_on = $3, items = $4
                """, id, e.householdId(), e.checkedOn(), FactJson.write(e.items()));
    }

    private static Uni<Integer> statement(StatelessSession session, UUID id, IncomeFact.State state) {
        return Sql.update(session, "update income_fact set state = $2 where id = $1", id, state.name());
    }

    private static Uni<Integer> consentEnded(StatelessSession session, UUID id, LocalDate on) {
        return Sql.update(session, "update consent_fact set ended_on = $2 where id = $1", id, on);
    }

    private static UnaryOperator<List<Member>> with(Member member) {
        return members -> {
            var more = new ArrayList<>(without(member.memberId()).apply(members));
            more.add(member);
            return more;
        };
    }

    private static UnaryOperator<List<Member>> without(UUID memberId) {
        return members ->
                members.stream().filter(m -> !m.memberId().equals(memberId)).toList();
    }

    /** @param told how many more the event says that there are; what it does not say stays unexplained */
    private static Uni<Integer> members(
            StatelessSession session, Envelope envelope, UnaryOperator<List<Member>> change, int told) {
        var household = envelope.stream();
        return Sql.rows(session, "select members from household_fact where id = $1 for update", household)
                .chain(rows -> {
                    if (rows.isEmpty()) return Uni.createFrom().item(0);
                    var before = FactJson.list((String) rows.getFirst()[0], Member.class);
                    var after = change.apply(before);
                    var same = before.size() == after.size();
                    return Sql.update(
                                    session,
                                    "update household_fact set members = $2 where id = $1",
                                    household,
                                    FactJson.write(after))
                            .chain(() -> HouseholdStretches.counted(session, household, envelope.occurredOn(), after))
                            .chain(() -> same || told == 0
                                    ? Uni.createFrom().item(0)
                                    : HouseholdStretches.flow(
                                            session, household, Math.max(told, 0), Math.max(-told, 0)));
                });
    }

    /** @param ids empty: all of the household */
    private static boolean named(List<UUID> ids, UUID member) {
        return ids == null || ids.isEmpty() || ids.contains(member);
    }

    private static Uni<Integer> tags(
            StatelessSession session, UUID household, BiConsumer<List<Holding>, List<Member>> change) {
        return Sql.rows(session, "select tags, members from household_fact where id = $1 for update", household)
                .chain(rows -> {
                    if (rows.isEmpty()) return Uni.createFrom().item(0);
                    var held = new ArrayList<>(FactJson.list((String) rows.getFirst()[0], Holding.class));
                    change.accept(held, FactJson.list((String) rows.getFirst()[1], Member.class));
                    return Sql.update(
                            session,
                            "update household_fact set tags = $2 where id = $1",
                            household,
                            FactJson.write(held));
                });
    }
}
