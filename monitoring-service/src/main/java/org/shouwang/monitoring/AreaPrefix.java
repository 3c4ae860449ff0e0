package org.shouwang.monitoring;

import org.shouwang.eventsourcing.Actor;

/** 适用区划: the leading digits that the codes of an area share, without the zeros that only fill them up, so that one area is written in one way. */
public final class AreaPrefix {

    /** Nothing, or as many digits as a province, city, county, town or village has. */
    public static final String PATTERN = "((?!00)([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}))?";

    private static final int DIGITS = 12;

    private AreaPrefix() {}

    /** @param written as {@link #PATTERN} says; null: everywhere, as is nothing */
    public static String of(String written) {
        if (written == null || written.isEmpty()) return "";
        return Actor.scope(written + "0".repeat(DIGITS - written.length()));
    }
}
