package org.shouwang.household.monitored;

/** @param type null for NONE, and for households that are kept in a colour only; a removed one keeps its own */
public record Monitored(MonitoredType type, MonitoredState state) {

    public static final Monitored NONE = new Monitored(null, MonitoredState.NONE);

    /** From the columns of {@code monitored_household}, both null where it has no row. */
    public static Monitored of(Object type, Object state) {
        return state == null
                ? NONE
                : new Monitored(
                        type == null ? null : MonitoredType.valueOf((String) type),
                        MonitoredState.valueOf((String) state));
    }
}
