package org.shouwang.household.reviewroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.screening.MatchEvent;
import org.shouwang.household.screening.MatchEvent.*;

/** Households that the housing department's lists of dangerous dwellings name, since when. Lists give no grade. */
@Singleton
class ListedHousingTable implements Projection<MatchEvent> {

    private final String dept;
    private final Set<String> items;

    /** @param dept whose lists count @param items what a row of theirs has to be about */
    ListedHousingTable(
            @ConfigProperty(name = "shouwang.roster.unsafe-housing.dept") String dept,
            @ConfigProperty(name = "shouwang.roster.unsafe-housing.items") Set<String> items) {
        this.dept = dept;
        this.items = Set.copyOf(items);
    }

    @Override
    public List<String> tables() {
        return List.of("listed_housing");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<MatchEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> apply(session, recorded).replaceWithVoid());
        return done;
    }

    private Uni<Integer> apply(StatelessSession session, Recorded<MatchEvent> recorded) {
        return switch (recorded.event()) {
            case ScreeningRowsMatched e
            when e.dept().equals(dept) -> {
                var listed = e.rows().stream()
                        .filter(r -> items.contains(r.item()))
                        .map(MatchedRow::household)
                        .distinct()
                        .toArray(UUID[]::new);
                yield listed.length == 0
                        ? Uni.createFrom().item(0)
                        : Sql.update(session, """
                        insert into listed_housing (household, listed_on) select household, $2::date from unnest($1::uuid[]) as l (household) order by 1
                        on conflict (household) do update set listed_on = least(listed_housing.listed_on, excluded.listed_on)
                        """, listed, recorded.envelope().occurredOn());
            }
            case ScreeningRowsMatched _, SuggestionRefused _ -> Uni.createFrom().item(0);
        };
    }
}
