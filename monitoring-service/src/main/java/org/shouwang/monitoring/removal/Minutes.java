package org.shouwang.monitoring.removal;

import java.time.LocalDate;
import java.util.List;

/**
 * What the minutes of a village meeting must say to count.
 *
 * @param attendees user or member ids of those present
 * @param signedIn how many signed in
 */
public record Minutes(
        LocalDate heldOn, String place, String host, String recorder, List<String> attendees, Integer signedIn) {

    /** The parts that are missing or do not fit, in the order of the form. */
    List<String> flaws() {
        var flaws = new java.util.ArrayList<String>();
        if (heldOn == null) flaws.add("heldOn");
        if (blank(place)) flaws.add("place");
        if (blank(host)) flaws.add("host");
        if (blank(recorder)) flaws.add("recorder");
        if (attendees == null || attendees.isEmpty()) flaws.add("attendees");
        else if (signedIn == null || signedIn != attendees.size()) flaws.add("signedIn");
        return List.copyOf(flaws);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
