package org.shouwang.monitoring.object;

/** How a risk went away. */
public enum RemovalMethod {
    /** 帮扶消除: by help. */
    ASSISTED,
    /** 自然消除: the household itself is no longer there. */
    NATURAL
}
