package org.shouwang.household.roster;

import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportEvent.RosterRejected;

/** How far a file has come. */
sealed interface Import {

    record Unknown() implements Import {}

    record Checked(RosterChecked outcome) implements Import {}

    record Rejected(RosterChecked checked, RosterRejected outcome) implements Import {}

    record Applied(RosterChecked checked, RosterApplied outcome) implements Import {}

    enum Refusal implements Reason {
        IMPORT_UNKNOWN(Kind.UNKNOWN, "没有找到该导入批次", "No such import"),
        IMPORT_RUNNING(Kind.CONFLICT, "该文件正在处理中，请稍候", "This file is being worked on: wait a moment"),
        IMPORT_BEGUN(Kind.CONFLICT, "已有农户导入，不能退回，请继续完成导入", "Households of it are applied already: finish it instead"),
        IMPORT_APPLIED(Kind.CONFLICT, "该花名册已经导入，不能退回", "This roster is applied: it is too late to reject it"),
        IMPORT_REJECTED(Kind.CONFLICT, "该花名册已经退回，请更正后重新上传", "This roster was rejected: send in a corrected one"),
        REASON_REQUIRED(Kind.INVALID, "须填写退回原因", "Say why the roster is rejected"),
        IMPORT_PURGED(Kind.CONFLICT, "预览已过期，请重新上传文件", "The preview has expired: send the file again");

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
