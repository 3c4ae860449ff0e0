package org.shouwang.monitoring;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.RefusalCodes;

class RefusalCodesTest {

    /**
     * The field's guards that are kept here. A stale version is told by all services alike, as {@code STALE_SEQUENCE}; a repeat is no refusal.
     */
    private static final List<String> FIELD = List.of(
            "PUBLICITY_FORBIDDEN_BY_POLICY",
            "APPLICATION_FORBIDDEN_BY_POLICY",
            "PUBLICITY_NOT_FINISHED",
            "PUBLICITY_OBJECTION_OPEN",
            "SENSITIVE_FIELD_IN_NOTICE",
            "NATIONAL_ENTRY_REQUIRED_FIRST",
            "CONSENT_REQUIRED",
            "EVIDENCE_MISSING",
            "STEP_OUT_OF_ORDER",
            "DATE_OUT_OF_ORDER",
            "INCOME_WINDOW_MISMATCH",
            "INCOME_DETAIL_REQUIRED",
            "REASON_REQUIRED",
            "LINE_NOT_DEFINED",
            "POLICY_NOT_FOUND",
            "POLICY_OVERLAP",
            "MINUTES_INCOMPLETE",
            "MINUTES_NOT_PER_HOUSEHOLD",
            "DUPLICATE_MEETING",
            "REMOVAL_CRITERIA_FAILED",
            "NO_LABOUR_HOUSEHOLD",
            "SIGNATURE_MISSING",
            "QUORUM_NOT_MET",
            "SEPARATION_OF_DUTIES");

    @Test
    void every_code_is_what_a_test_expects() {
        RefusalCodes.check(RefusalCodesTest.class, FIELD);
    }
}
