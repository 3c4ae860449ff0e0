package org.shouwang.monitoring.removal;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.object.RiskCode;

/** What the answer to a criterion rests on: stored as a code with its values, shown as a sentence in both languages. */
enum Why {
    INCOME_FELL("%s走访发现收入下降", "a visit on %s found that income had fallen"),
    INCOME_IN_RANGE("收入在监测范围内", "income lies within the range"),
    INCOME_AND_LINE("人均纯收入%s元，监测线%s元", "%s yuan per person, line %s"),
    SAFEGUARD_WANTING_ON("%s核查有不达标项", "a safeguard was wanting on %s"),
    SAFEGUARDS_WANTING(
            "不达标或不清楚：%s", "wanting: %s", code -> Indicator.valueOf(code).zh()),
    WARNINGS_OPEN("未销号预警%s条", "%s warnings open"),
    RISKS_NEW("新风险：%s", "new risks: %s", RiskCode::zh),
    RISKS_LEFT("仍有风险：%s", "risks left: %s", RiskCode::zh),
    NOT_BEFORE("最早%s", "not before %s"),
    MEASURES_FEW("针对风险已落实%s项，至少%s项", "%s measures in effect against a risk, %s needed"),
    NO_DEVELOPMENTAL("有劳动能力，没有落实开发式帮扶措施", "somebody can work, and no developmental measure is in effect");

    private final String zh;
    private final String en;
    private final UnaryOperator<String> name;

    Why(String zh, String en) {
        this(zh, en, UnaryOperator.identity());
    }

    /** @param name Chinese name of a code; several at once are parted by commas */
    Why(String zh, String en, UnaryOperator<String> name) {
        this.zh = zh;
        this.en = en;
        this.name = name;
    }

    /** The code and its values, none of which holds a space. */
    String of(Object... values) {
        return Arrays.stream(values).map(value -> " " + value).collect(Collectors.joining("", name(), ""));
    }

    /** What was stored before codes were is shown as it is; null stays null. */
    static String zh(String why) {
        var known = known(why);
        return known == null ? why : known.zh.formatted((Object[]) values(why, known.name));
    }

    static String en(String why) {
        var known = known(why);
        return known == null ? why : known.en.formatted((Object[]) values(why, UnaryOperator.identity()));
    }

    private static Why known(String why) {
        if (why == null) return null;
        var code = why.split(" ", 2)[0];
        return Arrays.stream(values())
                .filter(w -> w.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String[] values(String why, UnaryOperator<String> name) {
        return Arrays.stream(why.split(" "))
                .skip(1)
                .map(value -> Arrays.stream(value.split(",")).map(name).collect(Collectors.joining("、")))
                .toArray(String[]::new);
    }
}
