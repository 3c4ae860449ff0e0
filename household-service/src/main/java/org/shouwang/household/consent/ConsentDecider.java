package org.shouwang.household.consent;

import static org.shouwang.eventsourcing.Decision.*;
import static org.shouwang.household.consent.Consent.Refusal.*;

import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.consent.Consent.*;
import org.shouwang.household.consent.ConsentCommand.*;
import org.shouwang.household.consent.ConsentEvent.*;

/** The rules of a consent: every adult signs, it names what may be compared, and it ends by its day or by the household's word. */
final class ConsentDecider implements Decider<ConsentCommand, Consent, ConsentEvent> {

    private record On(ConsentCommand command, Consent state) {}

    @Override
    public Decision<ConsentEvent> decide(ConsentCommand command, Consent state) {
        return switch (new On(command, state)) {
            case On(Grant c, Unknown _) when c.scope().isEmpty() -> refuse(SCOPE_REQUIRED);
            case On(Grant c, Unknown _)
            when c.document() == null || !c.document().wellFormed() -> refuse(EVIDENCE_MISSING, "DOC_CONSENT");
            case On(Grant c, Unknown _)
            when c.validTo().isBefore(c.grantedOn()) ->
                refuse(DATE_OUT_OF_ORDER, c.validTo().toString());
            case On(Grant c, Unknown _) when !missing(c).isEmpty() -> refuse(SIGNATURE_MISSING, missing(c));
            case On(Grant c, Unknown _) -> accept(granted(c, c.areaCode()));
            case On(Grant c, Given s) when granted(c, s.granted().areaCode()).equals(s.granted()) -> nothing();
            case On(Grant _, Given _) -> refuse(CONSENT_ALREADY_RECORDED);

            case On(Withdraw c, Given s)
            when !c.householdId().equals(s.granted().householdId()) -> refuse(CONSENT_UNKNOWN);
            case On(Withdraw c, Given(var _, var _, ConsentWithdrawn end)) ->
                withdrawn(c).equals(end) ? nothing() : refuse(CONSENT_ALREADY_WITHDRAWN);
            case On(Withdraw _, Given(var _, var _, ConsentExpired _)) -> refuse(CONSENT_EXPIRED);
            case On(Withdraw c, Given s)
            when c.on().isBefore(s.granted().grantedOn()) ->
                refuse(DATE_OUT_OF_ORDER, s.granted().grantedOn().toString());
            case On(Withdraw c, Given s) when c.on().isAfter(s.granted().validTo()) -> refuse(CONSENT_EXPIRED);
            case On(Withdraw c, Given _) -> accept(withdrawn(c));

            case On(Move c, Given s) ->
                c.toArea().equals(s.areaCode())
                        ? nothing()
                        : accept(new ConsentMoved(s.granted().householdId(), s.areaCode(), c.toArea(), c.on()));

            case On(Expire _, Given s) when s.end() != null -> nothing();
            case On(Expire c, Given s) when !c.date().isAfter(s.granted().validTo()) -> nothing();
            case On(Expire _, Given s) ->
                accept(new ConsentExpired(
                        s.granted().householdId(), s.granted().validTo().plusDays(1)));

            case On(ConsentCommand _, Unknown _) -> refuse(CONSENT_UNKNOWN);
        };
    }

    @Override
    public Consent initial() {
        return new Unknown();
    }

    @Override
    public Consent evolve(Consent state, ConsentEvent event) {
        return switch (event) {
            case ConsentGranted e -> new Given(e, e.areaCode(), null);
            case ConsentWithdrawn e when state instanceof Given s -> new Given(s.granted(), s.areaCode(), e);
            case ConsentExpired e when state instanceof Given s -> new Given(s.granted(), s.areaCode(), e);
            case ConsentMoved e when state instanceof Given s -> new Given(s.granted(), e.to(), s.end());
            case ConsentWithdrawn _, ConsentExpired _, ConsentMoved _ -> state;
        };
    }

    private static ConsentWithdrawn withdrawn(Withdraw c) {
        return new ConsentWithdrawn(c.householdId(), c.on(), c.reason());
    }

    /** @param area where the household lived when it was recorded */
    private static ConsentGranted granted(Grant c, String area) {
        return new ConsentGranted(
                c.householdId(), area, c.scope(), c.signers(), c.document(), c.grantedOn(), c.validTo());
    }

    private static List<String> missing(Grant c) {
        return c.adults().stream()
                .filter(adult -> !c.signers().contains(adult))
                .map(UUID::toString)
                .sorted()
                .toList();
    }
}
