package org.shouwang.monitoring.patrol;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.patrol.PatrolRefusal.*;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.patrol.PatrolCommand.*;
import org.shouwang.monitoring.patrol.PatrolEvent.*;

/** The rules of a patrol: a grid member at a household of the own grid, in person unless it is away for long. */
final class PatrolDecider implements Decider<PatrolCommand, Patrol, PatrolEvent> {

    private record On(PatrolCommand command, Patrol state) {}

    @Override
    public Decision<PatrolEvent> decide(PatrolCommand command, Patrol state) {
        return switch (new On(command, state)) {
            case On(Report c, Patrol(PatrolMade made, var _))
            when made != null -> same(c, made) ? nothing() : refuse(PATROL_ALREADY_RECORDED);
            case On(Report c, Patrol _) -> report(c);
            case On(Correct _, Patrol(PatrolMade made, var _)) when made == null -> refuse(NOTHING_TO_CORRECT);
            case On(Correct c, Patrol p) -> correct(c, p);
        };
    }

    private static Decision<PatrolEvent> report(Report c) {
        if (c.place() == null) return refuse(HOUSEHOLD_ENDED);
        if (c.place().grid() == null) return refuse(HOUSEHOLD_WITHOUT_GRID);
        if (!PersonCode.ok(c.visitor())) return refuse(PERSON_CODE, "visitor");
        if (c.reporter() != null && !c.reporter().equals(c.visitor())) return refuse(PATROL_OF_ANOTHER);
        if (!c.carers().contains(c.visitor()))
            return refuse(NOT_THE_GRIDS_MEMBER, c.place().grid());
        if (c.method() == CheckMethod.PHONE && c.place().resident()) return refuse(PHONE_ONLY_FOR_AWAY);
        if (c.findings().stream().anyMatch(f -> f.text() == null || f.text().isBlank()))
            return refuse(FINDING_TEXT_REQUIRED);
        if (c.findings().stream()
                .anyMatch(f -> !SensitiveText.numbersIn(f.text()).isEmpty())) return refuse(SENSITIVE_TEXT, "findings");
        return accept(made(c));
    }

    /** Held to the same rules as what it corrects; the household stays the same. */
    private static Decision<PatrolEvent> correct(Correct c, Patrol p) {
        if (!c.report().householdId().equals(p.made().householdId()))
            return refuse(PATROL_OF_ANOTHER_HOUSEHOLD, p.made().householdId().toString());
        var decision = report(c.report());
        if (!(decision instanceof Accepted<PatrolEvent>)) return decision;
        var corrected = new PatrolCorrected(c.corrects(), c.reason(), made(c.report()));
        if (corrected.equals(p.correction())) return nothing();
        if (!c.corrects().equals(c.last()))
            return refuse(CORRECTION_OUTDATED, c.last().toString());
        if (c.reason() == null || c.reason().isBlank()) return refuse(REASON_REQUIRED);
        if (!SensitiveText.numbersIn(c.reason()).isEmpty()) return refuse(SENSITIVE_TEXT, "reason");
        return corrected.made().equals(p.made()) ? nothing() : accept(corrected);
    }

    private static PatrolMade made(Report c) {
        return new PatrolMade(
                c.householdId(),
                c.place().areaCode(),
                c.place().grid(),
                c.visitedOn(),
                c.visitor(),
                c.method(),
                c.findings(),
                c.findings().stream().anyMatch(f -> f.kind() == FindingKind.RISK) ? c.clueId() : null);
    }

    /** Where the household lies may be known better by now. */
    private static boolean same(Report c, PatrolMade made) {
        return c.householdId().equals(made.householdId())
                && c.visitedOn().equals(made.visitedOn())
                && c.visitor().equals(made.visitor())
                && c.method() == made.method()
                && c.findings().equals(made.findings());
    }

    @Override
    public Patrol initial() {
        return new Patrol(null, null);
    }

    @Override
    public Patrol evolve(Patrol state, PatrolEvent event) {
        return switch (event) {
            case PatrolMade e -> new Patrol(e, null);
            case PatrolCorrected e -> new Patrol(e.made(), e);
        };
    }
}
