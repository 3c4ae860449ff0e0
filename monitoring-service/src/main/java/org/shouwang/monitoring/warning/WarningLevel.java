package org.shouwang.monitoring.warning;

import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.policy.PolicyTerms.Regime;

/** How pressing a warning is: colours under the 2020 plan, urgent or normal since 2021. */
public enum WarningLevel implements Worded {
    RED("红色", Regime.R2020),
    YELLOW("黄色", Regime.R2020),
    GREEN("绿色", Regime.R2020),
    URGENT("紧急", Regime.R2021),
    NORMAL("一般", Regime.R2021);

    private final String zh;
    private final Regime regime;

    WarningLevel(String zh, Regime regime) {
        this.zh = zh;
        this.regime = regime;
    }

    @Override
    public String zh() {
        return zh;
    }

    boolean knownTo(Regime other) {
        return regime == other;
    }

    /** That of a safeguard found wanting. */
    public static WarningLevel highest(Regime regime) {
        return regime == Regime.R2020 ? RED : URGENT;
    }
}
