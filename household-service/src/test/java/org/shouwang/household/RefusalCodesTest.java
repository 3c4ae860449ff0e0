package org.shouwang.household;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.RefusalCodes;

class RefusalCodesTest {

    /** The field's guards that are kept here. */
    private static final List<String> FIELD = List.of(
            "PUBLICITY_FORBIDDEN_BY_POLICY",
            "EVIDENCE_MISSING",
            "DATE_OUT_OF_ORDER",
            "INCOME_WINDOW_MISMATCH",
            "INCOME_DETAIL_REQUIRED",
            "REASON_REQUIRED",
            "SIGNATURE_MISSING",
            "ID_CHECKSUM",
            "ID_DUPLICATE",
            "HEAD_COUNT",
            "AREA_OUT_OF_SCOPE");

    @Test
    void every_code_is_what_a_test_expects() {
        RefusalCodes.check(RefusalCodesTest.class, FIELD);
    }
}
