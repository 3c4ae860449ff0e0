package org.shouwang.household.screening;

import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchClosed;
import org.shouwang.household.screening.DeliveryEvent.ScreeningBatchReceived;

/** How far a delivery has come. */
sealed interface Delivery {

    record Unknown() implements Delivery {}

    record Received(ScreeningBatchReceived batch) implements Delivery {}

    record Matched(ScreeningBatchReceived batch) implements Delivery {}

    record Closed(ScreeningBatchReceived batch, ScreeningBatchClosed as) implements Delivery {}

    /** Null while unknown. */
    default ScreeningBatchReceived received() {
        return switch (this) {
            case Unknown _ -> null;
            case Received s -> s.batch();
            case Matched s -> s.batch();
            case Closed s -> s.batch();
        };
    }

    enum Refusal implements Reason {
        DELIVERY_UNKNOWN(Kind.UNKNOWN, "没有这个比对批次", "There is no such delivery"),
        DELIVERY_ALREADY_RECEIVED(
                Kind.CONFLICT, "该批次号已接收过另一份数据，请换一个批次号", "Another content was received under this id: take a new one"),
        DELIVERY_NOT_MATCHED(
                Kind.CONFLICT, "比对尚未完成，暂不能办结", "The rows are still being matched: it cannot be closed yet"),
        DELIVERY_CLOSED(Kind.CONFLICT, "该批次已经办结", "This delivery is closed"),
        ROWS_OPEN(Kind.CONFLICT, "还有待确认的行，请先确认或否定", "Rows are still to be confirmed or refused"),
        TOTAL_DISAGREES(
                Kind.INVALID,
                "名单写明的总数与所列行数不符，请先说明是同一户列了两次，还是数字有误",
                "The list states another total than it has rows: say first whether rows repeat another or the number is wrong"),
        TOTAL_REASON_UNFIT(
                Kind.INVALID,
                "所作说明与名单对不上：重复的行应在名单内，且正好是多出的行数",
                "This does not fit the list: rows that repeat another are rows of it, and as many as there are too many"),
        DEPT_REQUIRED(Kind.INVALID, "请写明是哪个部门的数据", "Please say which department the figures are of"),
        DEPARTMENT_UNKNOWN(Kind.INVALID, "没有这个部门代码", "There is no department of this code"),
        OTHER_DEPT(Kind.FORBIDDEN, "只能报送和查看本部门的数据", "A department delivers and sees its own figures only"),
        SUGGESTION_DECIDED(Kind.CONFLICT, "这一行已经确认或否定", "This row has been confirmed or refused already"),
        DATE_OUT_OF_ORDER(Kind.INVALID, "确认日期早于报送日期", "The day lies before the delivery"),
        SUGGESTION_UNKNOWN(Kind.UNKNOWN, "没有待您确认的这一行", "There is no such row for you to confirm"),
        NOT_A_CANDIDATE(
                Kind.INVALID, "该成员不是该村同名的在册成员", "That member is not an active member of this name in that village");

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
