package org.shouwang.household.roster;

import java.util.List;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;

/** The file as a whole cannot be taken as a roster: nothing of it is read further. */
public final class RosterProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RosterRule rule;
    private final String detail;

    /** @param detail which column, how many; null where the rule says it all */
    public RosterProblem(RosterRule rule, String detail) {
        super(detail == null ? rule.name() : rule.name() + ": " + detail, null, false, false);
        this.rule = rule;
        this.detail = detail;
    }

    public RosterProblem(RosterRule rule) {
        this(rule, null);
    }

    public RosterRule rule() {
        return rule;
    }

    public String detail() {
        return detail;
    }

    public Refused refused() {
        return new Refused(rule, detail == null ? List.of() : List.of(detail));
    }
}
