package org.shouwang.archive.log;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Somebody who keeps something of every archived event, in the transaction that archives it. */
public interface Intake {

    /** That it alone writes. */
    List<String> tables();

    Uni<Void> take(StatelessSession session, Archived event);
}
