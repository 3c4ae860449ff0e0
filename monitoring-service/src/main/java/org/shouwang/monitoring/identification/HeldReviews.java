package org.shouwang.monitoring.identification;

import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Tells whether a village's quarterly review of a month is recorded, so that who is not included waits for one that is still to come. */
public interface HeldReviews {

    Uni<Boolean> held(StatelessSession session, String areaCode, YearMonth month);
}
