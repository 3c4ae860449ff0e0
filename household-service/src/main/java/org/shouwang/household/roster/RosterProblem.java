package org.shouwang.household.roster;

/** The file as a whole cannot be taken as a roster: nothing of it is read further. */
final class RosterProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final RosterRule rule;
    private final String detail;

    /** @param detail which column, how many; null where the rule says it all */
    RosterProblem(RosterRule rule, String detail) {
        super(detail == null ? rule.name() : rule.name() + ": " + detail, null, false, false);
        this.rule = rule;
        this.detail = detail;
    }

    RosterProblem(RosterRule rule) {
        this(rule, null);
    }

    RosterRule rule() {
        return rule;
    }

    String detail() {
        return detail;
    }
}
