package org.shouwang.monitoring.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouwang.monitoring.Household.VILLAGE;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.Household;

/** What the other services publish is known here a moment later, through the real broker. */
@QuarkusTest
@WithTestResource(Servers.class)
class FactsTest {

    @Inject
    Facts facts;

    @Inject
    Journal journal;

    @Test
    void a_household_changes_as_its_events_say() {
        var h = Household.registered("LIFTED");
        var member = UUID.randomUUID();
        h.publish(
                "household",
                h.id,
                "MemberAdded",
                Map.of("member", member(member, "NORMAL"), "reason", "BIRTH", "on", "2021-11-01"));
        h.publish(
                "household",
                h.id,
                "MemberUpdated",
                Map.of("memberId", member, "member", member(member, "LOST"), "reason", "x"));
        h.publish(
                "household",
                h.id,
                "SecurityTagGranted",
                Map.of("tag", "DIBAO", "memberIds", List.of(member), "from", "2021-01-01"));
        h.publish(
                "household",
                h.id,
                "SecurityTagGranted",
                Map.of("tag", "TEKUN", "memberIds", List.of(), "from", "2021-01-01"));
        h.publish(
                "household",
                h.id,
                "SecurityTagEnded",
                Map.of("tag", "TEKUN", "memberIds", List.of(member), "to", "2021-02-01"));
        h.publish(
                "household",
                h.id,
                "SecurityTagGranted",
                Map.of("tag", "DISABLED", "memberIds", List.of(), "from", "2021-01-01"));
        h.publish(
                "household",
                h.id,
                "SecurityTagEnded",
                Map.of("tag", "DISABLED", "memberIds", List.of(), "to", "2021-02-01"));
        h.publish("household", h.id, "RegisteredTypeChanged", Map.of("from", "LIFTED", "to", "GENERAL"));
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", "610727105207", "on", "2021-11-02"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var known = read(session -> facts.findHousehold(session, h.id)).orElseThrow();
            assertThat(known.areaCode()).isEqualTo("610727105207");
            assertThat(known.registeredType()).isEqualTo(RegisteredType.GENERAL);
            assertThat(known.tags())
                    .extracting(HouseholdFact.Holding::tag)
                    .as("what one member no longer holds another still does")
                    .containsExactly("DIBAO", "TEKUN", "TEKUN", "TEKUN", "TEKUN", "TEKUN");
            assertThat(known.tags().getFirst().memberId()).isEqualTo(member);
            assertThat(known.members())
                    .hasSize(6)
                    .filteredOn(m -> m.memberId().equals(member))
                    .extracting(HouseholdFact.Member::labour)
                    .containsExactly(Labour.LOST);
            assertThat(known.noLabour()).isFalse();
        });
        h.publish(
                "household", h.id, "MemberRemoved", Map.of("memberId", member, "reason", "DEATH", "on", "2021-11-03"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var known = read(session -> facts.findHousehold(session, h.id)).orElseThrow();
            assertThat(known.members()).hasSize(5);
            assertThat(known.tags()).extracting(HouseholdFact.Holding::tag).containsOnly("TEKUN");
        });
    }

    @Test
    void a_check_that_was_corrected_is_known_as_it_was_corrected() {
        var h = Household.registered("LIFTED").safeguards("2021-11-03", "WATER", "AT_RISK");
        h.publish(
                "safeguard",
                h.checkId,
                "SafeguardCheckCorrected",
                Map.of(
                        "corrects",
                        UUID.randomUUID(),
                        "reason",
                        "误填",
                        "check",
                        Map.of(
                                "householdId",
                                h.id,
                                "checkedOn",
                                "2021-11-02",
                                "method",
                                "ON_SITE",
                                "items",
                                List.of(Map.of("indicator", "WATER", "result", "PASS", "evidence", List.of())))));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var check = read(session -> facts.safeguards(session, h.id, h.checkId));
            assertThat(check.checkedOn()).isEqualTo("2021-11-02");
            assertThat(check.anyBad()).isFalse();
        });
    }

    @Test
    void a_statement_a_check_and_a_consent_are_known() {
        var h = Household.registered("LIFTED")
                .income("24300", "2020-11", "2021-10", "ACTUAL_12M")
                .safeguards("2021-11-03", "WATER", "AT_RISK")
                .consents("2021-11-03", "2022-05-03");
        h.publish(
                "consent",
                h.consentId,
                "ConsentWithdrawn",
                Map.of("householdId", h.id, "on", "2021-11-10", "reason", "x"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var income = read(session -> facts.income(session, h.id, h.statementId));
            assertThat(income.perCapita()).isEqualTo("4860.00");
            assertThat(income.signed()).isTrue();
            assertThat(income.detailed()).isTrue();
            var latest = read(session -> facts.latestIncome(session, h.id));
            assertThat(latest).contains(income);
            var check = read(session -> facts.safeguards(session, h.id, h.checkId));
            assertThat(check.anyBad()).isTrue();
            var since = read(session -> facts.safeguardsSince(session, h.id, LocalDate.of(2021, 11, 3)));
            assertThat(since).containsExactly(check);
            var after = read(session -> facts.safeguardsSince(session, h.id, LocalDate.of(2021, 11, 4)));
            assertThat(after).isEmpty();
            var consent = read(session -> facts.consent(session, h.id, h.consentId));
            assertThat(consent.validOn(LocalDate.of(2021, 11, 9))).isTrue();
            assertThat(consent.validOn(LocalDate.of(2021, 11, 10))).isFalse();
        });
        h.publish(
                "income",
                h.statementId,
                "IncomeStatementSuperseded",
                Map.of("householdId", h.id, "by", UUID.randomUUID(), "reason", "x"));
        await().ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> read(session -> facts.latestIncome(session, h.id)).isEmpty());
    }

    @Test
    void plans_measures_and_their_effect_are_known() {
        var h = Household.registered("LIFTED");
        var measure = UUID.randomUUID();
        var other = UUID.randomUUID();
        var review = UUID.randomUUID();
        assisted("plan", h.id, h.id, "PlanDrafted", Map.of("episode", 1));
        assisted("plan", h.id, h.id, "PlanApproved", Map.of("episode", 1, "on", "2021-11-20"));
        assisted(
                "measure",
                measure,
                h.id,
                "MeasurePlanned",
                Map.of("householdId", h.id, "episode", 1, "code", "M07", "risk", "01"));
        assisted(
                "measure",
                measure,
                h.id,
                "MeasureImplemented",
                Map.of("householdId", h.id, "episode", 1, "code", "M07", "risk", "01", "on", "2021-12-01"));
        assisted(
                "measure",
                measure,
                h.id,
                "MeasureEvaluated",
                Map.of("householdId", h.id, "episode", 1, "code", "M07", "effective", true, "on", "2022-05-01"));
        assisted(
                "measure",
                other,
                h.id,
                "MeasurePlanned",
                Map.of("householdId", h.id, "episode", 1, "code", "M10", "risk", "01"));
        assisted(
                "measure",
                other,
                h.id,
                "MeasureCancelled",
                Map.of("householdId", h.id, "episode", 1, "code", "M10", "reason", "x", "on", "2021-12-02"));
        assisted(
                "effect",
                review,
                h.id,
                "EffectReviewed",
                Map.of("householdId", h.id, "episode", 1, "reviewedOn", "2022-05-10", "conclusion", "EFFECTIVE"));
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var plan = read(session -> facts.plan(session, h.id, 1));
            var measures = read(session -> facts.measures(session, h.id, 1));
            var effect = read(session -> facts.effect(session, h.id, review));
            assertThat(plan).contains(new PlanFact(h.id, 1, "APPROVED", LocalDate.of(2021, 11, 20)));
            assertThat(measures)
                    .containsExactlyInAnyOrder(
                            new MeasureFact(
                                    measure,
                                    h.id,
                                    1,
                                    "M07",
                                    "01",
                                    LocalDate.of(2021, 12, 1),
                                    true,
                                    LocalDate.of(2022, 5, 1),
                                    false),
                            new MeasureFact(other, h.id, 1, "M10", "01", null, null, null, true));
            assertThat(effect).isEqualTo(new EffectFact(review, h.id, 1, LocalDate.of(2022, 5, 10), true));
        });
    }

    private static void assisted(String kind, UUID stream, UUID household, String type, Object event) {
        Topics.publish(
                "assistance.events", kind, stream, household, 1, type, VILLAGE, LocalDate.of(2021, 11, 20), event);
    }

    private static Map<String, Object> member(UUID id, String labour) {
        return Map.of("memberId", id, "relation", "20", "labour", labour, "born", "2000-01", "working", false);
    }

    private <T> T read(Function<StatelessSession, Uni<T>> query) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> journal.read(query));
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
