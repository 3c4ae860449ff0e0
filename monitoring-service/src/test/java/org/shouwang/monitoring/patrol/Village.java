package org.shouwang.monitoring.patrol;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.testing.Topics;

/** A village with grids and households as the household service publishes them. */
public record Village(String code) {

    private static final String TOPIC = "household.events";

    public String grid(int n) {
        return code + "-W%03d".formatted(n);
    }

    public String group(int n) {
        return code + "-Z%02d".formatted(n);
    }

    /** Laid out from a day on and looked after by {@code member} since. */
    public Village laidOut(int grid, String from, List<String> groups, List<UUID> households, String member) {
        var day = LocalDate.parse(from);
        publish(
                grid,
                "GridDefined",
                day,
                Map.of("gridCode", grid(grid), "groupCodes", groups, "households", households, "from", from));
        publish(
                grid,
                "GridMemberAssigned",
                day,
                Map.of("gridCode", grid(grid), "userId", member, "carer", Map.of(), "from", from));
        return this;
    }

    public Village released(int grid, String member, String to) {
        publish(
                grid,
                "GridMemberReleased",
                LocalDate.parse(to),
                Map.of("gridCode", grid(grid), "userId", member, "reason", "调整", "to", to));
        return this;
    }

    static Map<String, Object> member() {
        return Map.of(
                "memberId",
                UUID.randomUUID(),
                "relation",
                "20",
                "labour",
                "NORMAL",
                "born",
                "1970-01",
                "working",
                false);
    }

    /** Of two members. @param group null: none @param grid that it names itself; null: none */
    public UUID household(String group, String grid, boolean resident) {
        var id = UUID.randomUUID();
        var event = new HashMap<String, Object>(Map.of(
                "areaCode",
                code,
                "registeredType",
                "GENERAL",
                "resident",
                resident,
                "members",
                List.of(member(), member())));
        event.put("groupCode", group);
        event.put("gridCode", grid);
        changed(id, "HouseholdRegistered", LocalDate.of(2021, 1, 1), event);
        return id;
    }

    public void changed(UUID household, String type, LocalDate on, Map<String, Object> event) {
        Topics.publish(TOPIC, "household", household, household, 1, type, code, on, event);
    }

    private void publish(int grid, String type, LocalDate on, Map<String, Object> event) {
        var stream = UUID.nameUUIDFromBytes(("grid:" + grid(grid)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Topics.publish(TOPIC, "grid", stream, stream, 1, type, code, on, event);
    }
}
