package org.shouwang.archive.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.log.Archived;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Envelope;
import org.shouwang.eventsourcing.journal.StoredEvent;

class StandingTest {

    private static final UUID HOME = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final List<Archived> events = new ArrayList<>();

    private StandingTest happened(String service, String type, String data) {
        var envelope = new Envelope(
                HOME,
                "kind",
                HOME,
                1,
                type,
                1,
                LocalDate.of(2021, 11, 1).plusDays(events.size()),
                Instant.EPOCH,
                new Actor("u", "R", "", null),
                "610727105208",
                HOME,
                null,
                HOME,
                HOME);
        events.add(new Archived(
                events.size(), service, StoredEvent.chained(envelope, data, null, StoredEvent.START), null));
        return this;
    }

    private Standing standing() {
        return Standing.of(events);
    }

    @Test
    void nothing_is_known_of_nobody() {
        assertThat(standing())
                .isEqualTo(new Standing(null, null, null, List.of(), null, null, null, null, false, List.of()));
    }

    @Test
    void members_type_area_and_tags_change() {
        happened(
                "household",
                "HouseholdRegistered",
                "{\"areaCode\":\"610727105208\",\"registeredType\":\"LIFTED\",\"members\":[{\"memberId\":\"a\"},{\"memberId\":\"b\"}]}");
        happened("household", "MemberAdded", "{\"member\":{\"memberId\":\"c\"}}");
        happened("household", "SecurityTagGranted", "{\"tag\":\"DIBAO\",\"memberIds\":[\"a\",\"b\"]}");
        happened("household", "SecurityTagGranted", "{\"tag\":\"DISABLED\",\"memberIds\":[\"b\"]}");
        assertThat(standing().persons()).isEqualTo(3);
        assertThat(standing().tags()).containsExactly("DIBAO", "DISABLED");
        happened("household", "MemberRemoved", "{\"memberId\":\"b\"}");
        happened("household", "RegisteredTypeChanged", "{\"from\":\"LIFTED\",\"to\":\"GENERAL\"}");
        happened("household", "HouseholdMoved", "{\"toArea\":\"610727101201\"}");
        assertThat(standing().persons()).isEqualTo(2);
        assertThat(standing().tags()).containsExactly("DIBAO");
        assertThat(standing().registeredType()).isEqualTo("GENERAL");
        assertThat(standing().areaCode()).isEqualTo("610727101201");
        happened("household", "SecurityTagEnded", "{\"tag\":\"DIBAO\",\"memberIds\":[\"a\"]}");
        assertThat(standing().tags()).isEmpty();
    }

    @Test
    void an_identification_ends_with_its_household() {
        happened("monitoring", "CaseOpened", "{}").happened("monitoring", "CaseLapsed", "{\"on\":\"2021-11-02\"}");
        assertThat(standing().identification()).isEqualTo("LAPSED");
    }

    @Test
    void an_objection_holds_up_the_identification_until_the_last_of_them_is_decided() {
        happened("monitoring", "PublicityPosted", "{}")
                .happened("monitoring", "ObjectionRaised", "{}")
                .happened("monitoring", "ObjectionRaised", "{}");
        assertThat(standing().identification()).isEqualTo("OBJECTED");
        happened("monitoring", "ObjectionResolved", "{\"sustained\":false}");
        assertThat(standing().identification()).isEqualTo("OBJECTED");
        happened("monitoring", "ObjectionResolved", "{\"sustained\":false}");
        assertThat(standing().identification()).isEqualTo("PUBLICIZED");
        happened("monitoring", "ObjectionRaised", "{}").happened("monitoring", "CaseReturned", "{\"to\":\"REVIEWED\"}");
        happened("monitoring", "ObjectionResolved", "{\"sustained\":false}");
        assertThat(standing().identification()).isEqualTo("REVIEWED");
        happened("monitoring", "ObjectionRaised", "{}")
                .happened("monitoring", "ObjectionResolved", "{\"sustained\":true}");
        assertThat(standing().identification()).isEqualTo("VISITED");
    }

    @Test
    void an_episode_begins_ends_and_is_taken_back() {
        happened("monitoring", "CaseOpened", "{}").happened("monitoring", "CountyDetermined", "{}");
        happened("monitoring", "ObjectIncluded", "{\"episode\":1,\"type\":\"EDGE\",\"risks\":[\"01\"]}");
        happened("monitoring", "RiskAdded", "{\"risk\":\"07\"}")
                .happened("monitoring", "RiskResolved", "{\"risk\":\"01\"}");
        assertThat(standing().identification()).isEqualTo("COUNTY_CONFIRMED");
        assertThat(standing().monitored())
                .isEqualTo(
                        new Standing.Monitored("MONITORED", 1, "EDGE", null, List.of("07"), LocalDate.of(2021, 11, 3)));
        happened("monitoring", "RemovalProposed", "{}")
                .happened("monitoring", "RemovalMarked", "{}")
                .happened("monitoring", "RiskRemoved", "{}");
        assertThat(standing().monitored().state()).isEqualTo("REMOVED");
        assertThat(standing().removal()).isEqualTo("MARKED");
        happened("monitoring", "RemovalRevoked", "{}");
        assertThat(standing().monitored().state()).isEqualTo("MONITORED");
        happened("monitoring", "GradeChanged", "{\"to\":\"RED\"}")
                .happened("monitoring", "ObjectTyped", "{\"type\":\"UNSTABLE\"}");
        assertThat(standing().monitored().grade()).isEqualTo("RED");
        assertThat(standing().monitored().type()).isEqualTo("UNSTABLE");
        happened("monitoring", "CaseReturned", "{\"to\":\"VISITED\"}").happened("monitoring", "ObjectVoided", "{}");
        assertThat(standing().identification()).isEqualTo("VISITED");
        assertThat(standing().monitored().state()).isEqualTo("VOIDED");
    }

    @Test
    void help_is_planned_given_and_ended() {
        happened("assistance", "PlanOpened", "{}").happened("assistance", "HelperAssigned", "{}");
        happened("assistance", "PlanDrafted", "{}").happened("assistance", "MeasurePlanned", "{\"code\":\"M10\"}");
        happened("assistance", "MeasureImplemented", "{\"code\":\"M10\"}");
        assertThat(standing().plan()).isEqualTo("DRAFT");
        assertThat(standing().helper()).isTrue();
        assertThat(standing().measures()).containsExactly(new Standing.Measure("M10", "IMPLEMENTED"));
        happened("assistance", "PlanClosed", "{}").happened("assistance", "HelperReleased", "{}");
        assertThat(standing().plan()).isEqualTo("CLOSED");
        assertThat(standing().helper()).isFalse();
    }

    @Test
    void what_cannot_be_read_changes_nothing() {
        happened("monitoring", "GradeChanged", "not json")
                .happened("archive", "DocumentReceived", "{}")
                .happened("household", "Unheard", "{}");
        assertThat(standing().monitored()).isNull();
    }
}
