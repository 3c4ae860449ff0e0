package org.shouwang.assistance.effect;

import java.util.List;

/** The meeting that reviewed the effect. @param host, recorder, attendees user ids */
public record Meeting(String place, String host, String recorder, List<String> attendees, int signedIn) {}
