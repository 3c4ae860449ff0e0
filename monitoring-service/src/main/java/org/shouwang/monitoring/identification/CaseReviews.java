package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.identification.CaseCommand.Review;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.ObjectType;

/** Makes a case's review out of a meeting's minutes and what is known of the household, whether the meeting was about it alone or about several. */
@Singleton
public class CaseReviews {

    /** What the meeting said of the household. @param type null: as recommended @param risks null: as found at the visit */
    public record Said(boolean included, ObjectType type, List<String> risks, Votes votes, String reason) {}

    private final Facts facts;
    private final Lines lines;

    CaseReviews(Facts facts, Lines lines) {
        this.facts = facts;
        this.lines = lines;
    }

    /** @param shouldAttend null: not told */
    public Uni<Review> command(
            StatelessSession session,
            IdentificationCase state,
            Minutes minutes,
            Integer shouldAttend,
            Said said,
            List<DocumentRef> documents) {
        return Uni.combine()
                .all()
                .unis(
                        facts.household(session, state.householdId()),
                        facts.income(session, state.householdId(), state.statementId()),
                        facts.consent(session, state.householdId(), state.consentId()),
                        lines.amount(session, state.terms(), state.areaCode(), state.clueOn()))
                .usingConcurrencyOf(1)
                .with((household, income, consent, line) -> new Review(
                        minutes.heldOn(),
                        minutes.place(),
                        minutes.host(),
                        minutes.recorder(),
                        minutes.attendees() == null ? List.of() : minutes.attendees(),
                        minutes.signedIn(),
                        shouldAttend,
                        said.votes(),
                        said.included(),
                        said.type(),
                        said.risks(),
                        said.reason(),
                        documents,
                        income,
                        consent,
                        line.orElse(null),
                        household));
    }
}
