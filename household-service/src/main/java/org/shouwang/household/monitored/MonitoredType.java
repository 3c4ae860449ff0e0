package org.shouwang.household.monitored;

import org.shouwang.household.codes.Word;

/** 监测对象类别: as what a household is watched. */
public enum MonitoredType implements Word {
    UNSTABLE("脱贫不稳定户"),
    EDGE("边缘易致贫户"),
    SUDDEN("突发严重困难户");

    private final String zh;

    MonitoredType(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }
}
