package org.shouwang.eventsourcing.rest;

import java.util.List;
import java.util.function.Function;

/**
 * A piece of a list in its stable order.
 *
 * @param next to be given as {@code after} for the following piece; null behind the last
 */
public record Page<T>(List<T> items, String next) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @param found up to {@code limit + 1} items: one more than is shown tells that there is a following piece */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        if (found.size() <= limit) return new Page<>(found, null);
        var items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** 1 to 200, 50 where nothing is asked for. */
    public static int limit(Integer asked) {
        if (asked == null) return DEFAULT_LIMIT;
        if (asked < 1 || asked > MAX_LIMIT)
            throw new BadRequest("limit", "每页条数应为 1 到 " + MAX_LIMIT, "must be from 1 to " + MAX_LIMIT);
        return asked;
    }
}
