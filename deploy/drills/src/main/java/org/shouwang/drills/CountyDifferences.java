package org.shouwang.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Counts what is compared and keeps, in words, what differs. */
final class CountyDifferences {

    private final List<String> differences = new ArrayList<>();
    private int compared;

    List<String> all() {
        return differences;
    }

    int compared() {
        return compared;
    }

    void compare(String what, Object expected, Object found) {
        compared++;
        if (!Objects.equals(expected, found))
            differences.add("%s: expected %s, found %s".formatted(what, expected, found));
    }

    /** Entry by entry. */
    void compare(String what, SortedMap<?, ?> expected, SortedMap<?, ?> found) {
        Stream.concat(expected.keySet().stream(), found.keySet().stream())
                .distinct()
                .forEach(key -> compare(what + " " + key, expected.get(key), found.get(key)));
    }
}
