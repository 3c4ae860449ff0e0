package org.shouwang.monitoring.villagereview;

import org.shouwang.monitoring.villagereview.VillageReviewEvent.VillageReviewHeld;

/** What a village meeting must remember to decide. */
public sealed interface VillageReview {

    record None() implements VillageReview {}

    record Held(VillageReviewHeld held) implements VillageReview {}
}
