package org.shouwang.household.staff;

import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.staff.StaffEvent.StaffNamed;

/** What must be remembered of a user's name. @param named last; null: never */
record Staff(StaffNamed named) {

    enum Refusal implements Reason {
        STAFF_NAME(Kind.INVALID, "姓名不能为空，且不超过60个字", "The name is missing or longer than 60 characters"),
        STAFF_USER(
                Kind.INVALID,
                "用户编号以字母或数字开头，只能用字母、数字和._@-，不超过64位",
                "A user id begins with a letter or digit and has letters, digits and ._@- only, at most 64"),
        STAFF_AREA(Kind.INVALID, "区划代码应为12位数字", "The code of an area has twelve digits");

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
