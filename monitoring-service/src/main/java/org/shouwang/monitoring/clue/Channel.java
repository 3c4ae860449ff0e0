package org.shouwang.monitoring.clue;

import org.shouwang.eventsourcing.Worded;

/** How a household that declares itself came forward. @param windowId code of the declaration window, for {@link Via#WINDOW} alone */
public record Channel(Via via, String windowId) {

    /** The ways in which a household may declare itself. */
    public enum Via implements Worded {
        SPOKEN("口述"),
        WRITTEN("书面"),
        HOTLINE_12317("12317热线"),
        APP("手机APP"),
        MINI_PROGRAM("小程序"),
        WINDOW("防返贫风险申报窗口");

        private final String zh;

        Via(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    boolean namesItsWindow() {
        return (via == Via.WINDOW) == (windowId != null);
    }
}
