package org.shouwang.monitoring.villagereview;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;

/** All village meetings on several households. */
@Singleton
class VillageReviews extends Streams<VillageReviewCommand, VillageReview, VillageReviewEvent> {

    VillageReviews(Journal journal, @All List<Projection<VillageReviewEvent>> projections) {
        super(
                journal,
                "village-review",
                new VillageReviewDecider(),
                new EventCatalog<>(VillageReviewEvent.class),
                projections);
    }

    @Override
    protected String area(VillageReview state) {
        return switch (state) {
            case VillageReview.None _ -> null;
            case VillageReview.Held s -> s.held().areaCode();
        };
    }
}
