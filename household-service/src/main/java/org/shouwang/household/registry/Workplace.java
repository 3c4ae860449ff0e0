package org.shouwang.household.registry;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.Personal;

/**
 * Where and for whom somebody works: it stays here. Everything but the place may be absent.
 *
 * @param place 务工所在地, or where the post is
 * @param employer 务工企业名称
 * @param channel 渠道: who led to it
 */
public record Workplace(String place, String employer, Boolean abroad, String channel) implements Personal {

    private static final int LONGEST = 100;

    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (place == null || place.isBlank() || place.length() > LONGEST) wrong.add("workplace.place");
        if (employer != null && employer.length() > LONGEST) wrong.add("workplace.employer");
        if (channel != null && channel.length() > LONGEST) wrong.add("workplace.channel");
        return wrong;
    }
}
