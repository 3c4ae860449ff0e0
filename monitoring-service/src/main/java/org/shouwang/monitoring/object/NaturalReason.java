package org.shouwang.monitoring.object;

import org.shouwang.eventsourcing.Worded;

/** Why a household is no longer there to be helped. */
public enum NaturalReason implements Worded {
    ALL_DECEASED("整户死亡"),
    ALL_MOVED_OUT("整户迁出"),
    LOST_CONTACT("长期失联"),
    MERGED_HOUSEHOLD("并入他户"),
    URBANISED("转为城镇居民");

    private final String zh;

    NaturalReason(String zh) {
        this.zh = zh;
    }

    /** It says that the household is not kept any more, here or at all. */
    public boolean ended() {
        return switch (this) {
            case ALL_DECEASED, ALL_MOVED_OUT, MERGED_HOUSEHOLD -> true;
            case LOST_CONTACT, URBANISED -> false;
        };
    }

    @Override
    public String zh() {
        return zh;
    }
}
