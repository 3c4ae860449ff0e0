package org.shouwang.monitoring.warning;

import java.util.Arrays;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.facts.Indicator;

/** What a warning is about: one of the safeguards, or something else in the household's life. */
public enum WarningItem implements Worded {
    FOOD("不愁吃"),
    CLOTHES("不愁穿"),
    EDUCATION("义务教育"),
    MEDICAL("基本医疗"),
    HOUSING("住房安全"),
    WATER("饮水安全"),
    INCOME("收入"),
    SPENDING("刚性支出"),
    EMPLOYMENT("就业"),
    OTHER("其他");

    private final String zh;

    WarningItem(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    public static WarningItem of(Indicator indicator) {
        return valueOf(indicator.name());
    }

    /** Nothing but the word of a monthly visit can show that it is solved. */
    public boolean told() {
        return this == SPENDING || this == OTHER;
    }

    /** The safeguard that it is about; null where it is none. */
    Indicator indicator() {
        return Arrays.stream(Indicator.values())
                .filter(i -> i.name().equals(name()))
                .findFirst()
                .orElse(null);
    }
}
