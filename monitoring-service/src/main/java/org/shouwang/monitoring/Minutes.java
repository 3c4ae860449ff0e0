package org.shouwang.monitoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the minutes of a meeting must say to count.
 *
 * @param attendees user or member ids of those present
 * @param signedIn how many signed in
 */
public record Minutes(
        LocalDate heldOn, String place, String host, String recorder, List<String> attendees, Integer signedIn) {

    /** The parts that are missing or do not fit, in the order of the form. */
    public List<String> flaws() {
        var flaws = new ArrayList<String>();
        if (heldOn == null) flaws.add("heldOn");
        if (blank(place)) flaws.add("place");
        if (blank(host)) flaws.add("host");
        if (blank(recorder)) flaws.add("recorder");
        if (attendees == null || attendees.isEmpty() || attendees.stream().anyMatch(Minutes::blank))
            flaws.add("attendees");
        else if (signedIn == null || signedIn != attendees.size()) flaws.add("signedIn");
        return List.copyOf(flaws);
    }

    /** All who are named in minutes without flaws. */
    public List<String> people() {
        var people = new ArrayList<>(attendees);
        people.add(host);
        people.add(recorder);
        return List.copyOf(people);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
