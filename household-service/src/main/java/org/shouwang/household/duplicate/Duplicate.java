package org.shouwang.household.duplicate;

import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.duplicate.DuplicateEvent.DuplicateIdDetected;
import org.shouwang.household.duplicate.DuplicateEvent.DuplicateIdResolved;

/** What must be remembered of a number that is asked for twice. */
sealed interface Duplicate {

    record Unknown() implements Duplicate {}

    /** @param areaCode where the household lives @param resolved null: open */
    record Known(DuplicateIdDetected detected, String areaCode, DuplicateIdResolved resolved) implements Duplicate {

        boolean open() {
            return resolved == null;
        }
    }

    enum Refusal implements Reason {
        DUPLICATE_UNKNOWN(Kind.UNKNOWN, "没有这条重复登记提示", "There is no such notice of a double registration"),
        DUPLICATE_RESOLVED(Kind.CONFLICT, "这条重复登记提示已办结", "This notice of a double registration is settled already"),
        REASON_REQUIRED(Kind.INVALID, "须说明该成员仍属本户的理由", "Say why the member belongs to this household"),
        DATE_OUT_OF_ORDER(Kind.INVALID, "日期早于提示日期", "The day lies before the notice");

        private final Kind kind;
        private final String zh;
        private final String en;

        Refusal(Kind kind, String zh, String en) {
            this.kind = kind;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
