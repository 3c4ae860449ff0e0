package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.line.VillageLines;

/** Looks up what the rules need to know of an area besides its tables. */
@Singleton
class QualityScope {

    private final VillageLines lines;
    private final int months;

    /** @param months after which a household without a measure in effect counts as not helped */
    QualityScope(VillageLines lines, @ConfigProperty(name = "shouwang.quality.unhelped-months") int months) {
        this.lines = lines;
        this.months = months;
    }

    /** @param from code of the first area that is looked at; null: all of the scope */
    Uni<QualityQuery> query(
            StatelessSession session, Collection<Rule> rules, String scope, String from, LocalDate day) {
        return (rules.contains(Rule.BELOW_LINE_UNWATCHED)
                        ? lines.of(session, scope, day)
                        : Uni.createFrom().item(List.<VillageLines.VillageLine>of()))
                .map(villages -> new QualityQuery(rules, scope, from, day, months, villages));
    }
}
