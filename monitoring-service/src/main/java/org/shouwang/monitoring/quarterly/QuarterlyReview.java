package org.shouwang.monitoring.quarterly;

import org.shouwang.monitoring.quarterly.QuarterlyEvent.QuarterlyReviewRecorded;

/** What the quarterly review of one village in one month must remember to decide: how it was recorded; null: not yet. */
record QuarterlyReview(QuarterlyReviewRecorded recorded) {}
