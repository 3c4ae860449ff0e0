package org.shouwang.monitoring.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.clue.Channel;
import org.shouwang.monitoring.clue.ClueResult;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.identification.RejectionReason;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.patrol.FindingKind;
import org.shouwang.monitoring.report.ReportState;
import org.shouwang.monitoring.villagereview.ReviewTopic;
import org.shouwang.monitoring.warning.WarningItem;
import org.shouwang.monitoring.warning.WarningLevel;
import org.shouwang.monitoring.warning.WarningSource;
import org.shouwang.monitoring.warning.WarningStage;

/** A column of a ledger. @param words what is written for a code; null: the value itself @param number kept as a number */
record Column(String zh, boolean number, Words words) {

    /** Codes as people write them; several at once are parted by commas. */
    enum Words {
        REJECTION(code -> RejectionReason.valueOf(code).zh()),
        INDICATORS(code -> code.equals("PASS") ? "均达标" : Indicator.valueOf(code).zh() + "缺项"),
        RISKS(RiskCode::zh),
        DEPARTMENT(Department::zh),
        WARNING_ITEMS(code -> WarningItem.valueOf(code).zh()),
        LEVEL(code -> WarningLevel.valueOf(code).zh()),
        STAGES(code -> WarningStage.valueOf(code).zh()),
        METHOD(code -> code.equals("MISSED") ? "未走访" : CheckMethod.valueOf(code).zh()),
        INCOME(code -> IncomeChange.valueOf(code).zh()),
        SOURCE(code -> WarningSource.valueOf(code).zh()),
        CLUE_SOURCE(code -> ClueSource.valueOf(code).zh()),
        CHANNEL(code -> Channel.Via.valueOf(code).zh()),
        CLUE_RESULT(code -> ClueResult.valueOf(code).zh()),
        REVIEW_KIND(code ->
                code.equals("QUARTERLY") ? "季度排查评议" : ReviewTopic.valueOf(code).zh()),
        RESULT(code -> switch (code) {
            case "INCLUDED" -> "同意纳入";
            case "REMOVAL" -> "帮扶成效评议通过";
            case "KEPT" -> "不同意消除，继续监测";
            case "NO_RISK" -> "均无返贫致贫风险";
            case "AT_RISK" -> "有户存在返贫致贫风险";
            case "NOT_INCLUDED" -> "不同意纳入";
            default -> throw new IllegalArgumentException(code);
        }),
        FINDINGS(code -> FindingKind.valueOf(code).zh()),
        REPORT_STATE(code -> ReportState.valueOf(code).zh()),
        NOTICE_KIND(code -> switch (ReviewTopic.valueOf(code)) {
            case INCLUSION -> "拟纳入监测对象";
            case REMOVAL -> "拟消除风险";
        });

        private final UnaryOperator<String> zh;

        Words(UnaryOperator<String> zh) {
            this.zh = zh;
        }

        String zh(String codes) {
            return Arrays.stream(codes.split(",")).map(zh).collect(Collectors.joining("、"));
        }
    }

    static Column text(String zh) {
        return new Column(zh, false, null);
    }

    static Column number(String zh) {
        return new Column(zh, true, null);
    }

    static Column words(String zh, Words words) {
        return new Column(zh, false, words);
    }

    /** A text, a number, or null where there is nothing. */
    Object cell(Object value) {
        if (value == null || value.toString().isEmpty()) return null;
        if (number) return value instanceof Integer ? value : new BigDecimal(value.toString());
        return words == null ? value.toString() : words.zh(value.toString());
    }
}
