package org.shouwang.eventsourcing.daily;

import io.smallrye.mutiny.Uni;

/** What a service does by itself once a day: noting what has become late, for example. */
public interface Daily {

    /** Does what is due on the present day in Asia/Shanghai; done again on that day, or by another replica, it changes nothing. */
    Uni<?> today();
}
