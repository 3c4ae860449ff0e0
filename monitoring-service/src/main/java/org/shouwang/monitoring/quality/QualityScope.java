package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.monitoring.line.VillageLines;
import org.shouwang.monitoring.succession.Extent;

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

    /** @param own what the caller reaches @param from code of the first area that is looked at; null: all of the scope */
    Uni<QualityQuery> query(
            StatelessSession session, Collection<Rule> rules, String scope, String own, String from, LocalDate day) {
        return Extent.of(session, scope, own).chain(extent -> (rules.contains(Rule.BELOW_LINE_UNWATCHED)
                        ? lines.of(session, extent.range(), day)
                        : Uni.createFrom().item(List.<VillageLines.VillageLine>of()))
                .map(villages -> new QualityQuery(
                        rules, extent.range(), extent.former() ? scope : null, from, day, months, villages)));
    }
}
