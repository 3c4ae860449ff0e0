package org.shouwang.household.consent;

import static org.shouwang.household.consent.Consent.Refusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.consent.ConsentCommand.*;
import org.shouwang.household.consent.ConsentEvent.*;
import org.shouwang.household.registry.DocumentRef;

class ConsentDeciderTest {

    private static final UUID FAMILY = new UUID(0, 1);
    private static final UUID FATHER = new UUID(0, 2);
    private static final UUID MOTHER = new UUID(0, 3);
    private static final LocalDate NOV = LocalDate.of(2021, 11, 3);
    private static final LocalDate MAY = LocalDate.of(2022, 5, 3);
    private static final DocumentRef FORM = new DocumentRef("DOC_CONSENT", "a".repeat(64));
    private static final ConsentGranted GRANTED =
            new ConsentGranted(FAMILY, "610727105208", List.of(Scope.VEHICLE), List.of(FATHER, MOTHER), FORM, NOV, MAY);

    private final Spec<ConsentCommand, Consent, ConsentEvent> consent = Spec.of(new ConsentDecider());

    @Test
    void every_adult_signs() {
        consent.given()
                .when(grant(List.of(Scope.VEHICLE), List.of(FATHER, MOTHER), FORM, MAY))
                .then(GRANTED);
        consent.given()
                .when(grant(List.of(Scope.VEHICLE), List.of(FATHER), FORM, MAY))
                .thenRefused(SIGNATURE_MISSING, MOTHER.toString());
    }

    @Test
    void it_names_what_may_be_compared_on_a_form() {
        consent.given()
                .when(grant(List.of(), List.of(FATHER, MOTHER), FORM, MAY))
                .thenRefused(SCOPE_REQUIRED);
        consent.given()
                .when(grant(List.of(Scope.VEHICLE), List.of(FATHER, MOTHER), null, MAY))
                .thenRefused(EVIDENCE_MISSING, "DOC_CONSENT");
        consent.given()
                .when(grant(List.of(Scope.VEHICLE), List.of(FATHER, MOTHER), FORM, NOV.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-02");
    }

    @Test
    void the_same_again_changes_nothing_and_another_is_another() {
        consent.given(GRANTED)
                .when(grant(List.of(Scope.VEHICLE), List.of(FATHER, MOTHER), FORM, MAY))
                .thenNothing();
        consent.given(GRANTED)
                .when(grant(List.of(Scope.DIBAO), List.of(FATHER, MOTHER), FORM, MAY))
                .thenRefused(CONSENT_ALREADY_RECORDED);
        var moved = new Grant(
                FAMILY,
                "610727105207",
                List.of(Scope.VEHICLE),
                List.of(FATHER, MOTHER),
                Set.of(FATHER, MOTHER),
                FORM,
                NOV,
                MAY);
        consent.given(GRANTED).when(moved).thenNothing();
    }

    @Test
    void the_household_takes_it_back() {
        var withdrawn = new ConsentWithdrawn(FAMILY, NOV, null);
        consent.given(GRANTED).when(new Withdraw(FAMILY, NOV, null)).then(withdrawn);
        consent.given(GRANTED, withdrawn).when(new Withdraw(FAMILY, NOV, null)).thenNothing();
        consent.given(GRANTED, withdrawn).when(new Withdraw(FAMILY, NOV, "不愿意")).thenRefused(CONSENT_ALREADY_WITHDRAWN);
        consent.given(GRANTED)
                .when(new Withdraw(FAMILY, NOV.minusDays(1), null))
                .thenRefused(DATE_OUT_OF_ORDER, "2021-11-03");
        consent.given(GRANTED).when(new Withdraw(MOTHER, NOV, null)).thenRefused(CONSENT_UNKNOWN);
        consent.given().when(new Withdraw(FAMILY, NOV, null)).thenRefused(CONSENT_UNKNOWN);
    }

    @Test
    void it_ends_behind_its_last_day() {
        var expired = new ConsentExpired(FAMILY, MAY.plusDays(1));
        consent.given(GRANTED).when(new Expire(MAY)).thenNothing();
        consent.given(GRANTED).when(new Expire(MAY.plusDays(1))).then(expired);
        consent.given(GRANTED, expired).when(new Expire(MAY.plusDays(2))).thenNothing();
        consent.given(GRANTED, expired)
                .when(new Withdraw(FAMILY, MAY.plusDays(2), null))
                .thenRefused(CONSENT_EXPIRED);
        consent.given(GRANTED).when(new Withdraw(FAMILY, MAY.plusDays(1), null)).thenRefused(CONSENT_EXPIRED);
        consent.given(GRANTED).when(new Withdraw(FAMILY, MAY, null)).then(new ConsentWithdrawn(FAMILY, MAY, null));
        consent.given(GRANTED, new ConsentWithdrawn(FAMILY, NOV, null))
                .when(new Expire(MAY.plusDays(1)))
                .thenNothing();
    }

    @Test
    void it_goes_along_with_its_household() {
        var moved = new ConsentMoved(FAMILY, "610727105208", "610727101201", MAY);
        var withdrawn = new ConsentWithdrawn(FAMILY, NOV, null);
        consent.given(GRANTED).when(new Move("610727101201", MAY)).then(moved);
        consent.given(GRANTED, withdrawn).when(new Move("610727101201", MAY)).then(moved);
        consent.given(GRANTED, moved).when(new Move("610727101201", MAY)).thenNothing();
        consent.given(GRANTED, withdrawn, moved)
                .when(new Withdraw(FAMILY, NOV, null))
                .thenNothing();
        consent.given().when(new Move("610727101201", MAY)).thenRefused(CONSENT_UNKNOWN);
    }

    private static Grant grant(List<Scope> scope, List<UUID> signers, DocumentRef form, LocalDate validTo) {
        return new Grant(FAMILY, "610727105208", scope, signers, Set.of(FATHER, MOTHER), form, NOV, validTo);
    }
}
