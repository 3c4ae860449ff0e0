package org.shouwang.household.succession;

import jakarta.inject.Singleton;
import org.shouwang.eventsourcing.inbox.Consumer;

/** Where an area is replaced, its households pass to the one in its place. */
@Singleton
class SuccessionConsumer extends Consumer {

    record AreaUnitReplaced(String code) {}

    SuccessionConsumer(Succession succession) {
        super("household.events");
        on("AreaUnitReplaced", AreaUnitReplaced.class, (session, e, _) -> succession.pass(session, e.code()));
    }
}
