package org.shouwang.household.income;

import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.household.income.IncomeEvent.IncomeStatementDrafted;
import org.shouwang.household.income.IncomeEvent.IncomeStatementSigned;

/** Where a statement of income stands. */
public sealed interface IncomeStatement {

    enum Status implements Worded {
        DRAFT("草稿"),
        SIGNED("已签字"),
        CONFIRMED("已确认"),
        SUPERSEDED("已被替代");

        private final String zh;

        Status(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    record None() implements IncomeStatement {}

    /**
     * @param areaCode where its household lives
     * @param signed null while it is a draft
     * @param lastOn the day of the last step
     * @param by the statement that took its place; null where none did
     */
    record Kept(
            IncomeStatementDrafted draft,
            String areaCode,
            IncomeStatementSigned signed,
            Status status,
            LocalDate lastOn,
            UUID by)
            implements IncomeStatement {

        UUID householdId() {
            return draft.householdId();
        }
    }

    enum Refusal implements Reason {
        STATEMENT_UNKNOWN(Kind.UNKNOWN, "没有找到该收入测算表", "No such statement of income"),
        STATEMENT_SIGNED(Kind.CONFLICT, "收入测算表已签字，不能修改，请新建一份更正", "It is signed: draft another one to correct it"),
        STATEMENT_NOT_SIGNED(Kind.CONFLICT, "收入测算表尚未双签字", "It is not signed by both sides yet"),
        STATEMENT_CONFIRMED(Kind.CONFLICT, "收入测算表已确认", "It is confirmed already"),
        STATEMENT_SUPERSEDED(Kind.CONFLICT, "收入测算表已被替代", "Another statement took its place"),
        INCOME_WINDOW_MISMATCH(
                Kind.INVALID,
                "收入区间应为已结束的连续12个月；预估时为一个自然年",
                "The window is twelve whole months that are over; for an estimate, a calendar year"),
        INCOME_DETAIL_REQUIRED(Kind.INVALID, "须填写收入明细", "The lines of income are missing"),
        LINE_UNKNOWN(Kind.INVALID, "收入项目代码不在表内", "A line is not on the form"),
        LINE_TWICE(Kind.INVALID, "同一收入项目填写了两次", "A line is given twice"),
        AMOUNT_NEGATIVE(Kind.INVALID, "金额不能为负", "Amounts are not negative"),
        AMOUNT_TOO_LARGE(Kind.INVALID, "金额过大，请核实", "An amount is too large to be true"),
        POPULATION(Kind.INVALID, "家庭人口应为1至60人", "The population is 1 to 60 persons"),
        SIGNATURE_MISSING(Kind.INVALID, "缺少签字，或电话确认未写明接听人", "A signature is missing, or who was reached by phone"),
        DATE_OUT_OF_ORDER(Kind.INVALID, "日期先后不合理", "The dates are out of order"),
        REASON_REQUIRED(Kind.INVALID, "须填写原因", "A reason is missing"),
        SUCCESSOR_UNKNOWN(Kind.INVALID, "替代的收入测算表不存在或不属于该户", "The statement in its place is none of this household");

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
