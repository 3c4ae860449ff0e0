package org.shouwang.monitoring.revisit;

import org.shouwang.monitoring.revisit.RevisitEvent.RevisitDone;
import org.shouwang.monitoring.revisit.RevisitEvent.RevisitMissed;

/** What the visit to one household in one period after its removal must remember to decide. */
public sealed interface Revisit {

    record Expected() implements Revisit {}

    /** Nobody came; a record that is typed in late is still taken. */
    record Missed(RevisitMissed missed) implements Revisit {}

    record Done(RevisitDone done) implements Revisit {}
}
