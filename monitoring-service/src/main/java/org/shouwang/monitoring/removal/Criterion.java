package org.shouwang.monitoring.removal;

import java.util.List;
import org.shouwang.eventsourcing.Worded;

/** The nine criteria of removal (2021 rules), all of which must hold. */
public enum Criterion implements Worded {
    C1("收入稳定超过当年监测范围，原则上半年以上", "income stable above the year's monitoring range, in principle for half a year"),
    C2("人均纯收入高于监测线", "income per person above the line"),
    C3("医疗、就学等大额刚性支出已解决", "large unavoidable spending is solved"),
    C4("三保障和饮水安全持续达标", "safeguards and safe water hold without a break"),
    C5("识别时的风险已消除，没有新风险", "the risks at identification are gone and there is no new one"),
    C6("识别已满规定时间，至少落实一项针对风险的帮扶措施", "identified long enough ago, and helped against the risk"),
    C7("不是整户无劳动力", "not a household entirely without labour"),
    C8("监测对象知情同意", "the household knows and agrees"),
    C9("不在识别当月和次月", "not in the month of identification or the next");

    private final String zh;
    private final String en;

    Criterion(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** OPEN: it can be answered only later in the procedure. NOT_ASKED: the policy or the method does not ask. */
    public enum Result implements Worded {
        PASS("达标"),
        FAIL("未达标"),
        OPEN("待后续环节"),
        NOT_ASKED("不要求");

        private final String zh;

        Result(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** @param why what it rests on, a code with its values; null where nothing more is to be said */
    public record Answer(Criterion criterion, Result result, String why) {}

    /** An answer in words. @param zh and {@code en}: the criterion @param whyZh and {@code whyEn}: what the answer rests on */
    public record Explained(
            Criterion criterion, String zh, String en, Result result, String why, String whyZh, String whyEn) {

        static List<Explained> of(List<Answer> answers) {
            return answers.stream()
                    .map(a -> new Explained(
                            a.criterion(),
                            a.criterion().zh(),
                            a.criterion().en(),
                            a.result(),
                            a.why(),
                            Why.zh(a.why()),
                            Why.en(a.why())))
                    .toList();
        }
    }
}
