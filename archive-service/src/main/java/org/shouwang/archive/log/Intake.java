package org.shouwang.archive.log;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Somebody who keeps something of every archived event, in the transaction that archives it. */
public interface Intake {

    Uni<Void> take(StatelessSession session, Archived event);
}
