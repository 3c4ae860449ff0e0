package org.shouwang.drills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of one household, as the generator thought it up and by its own plain reckoning: where it lives on a day, how many belong to
 * it, and whether it is monitored. An episode counts from the day of its inclusion to the day before its end.
 */
final class CountyLife {

    enum Outcome {
        INCLUDED,
        REJECTED,
        /** Visited, and left lying. */
        OPEN
    }

    enum Type {
        UNSTABLE,
        EDGE,
        SUDDEN
    }

    enum Answer {
        CASE,
        NOT_FOUND,
        NO_RISK,
        /** Nobody answers it. */
        WAITING
    }

    enum Finding {
        FINE,
        /** Income has fallen. */
        FELL,
        /** A safeguard is wanting, and a warning follows. */
        WANTING,
        /** Nobody came. */
        MISSED
    }

    /** @param rule and period by which a department's figure raised it; null: heard of in the village */
    record Clue(String rule, String period, String source, LocalDate on, Answer answer) {}

    /** @param item the safeguard that is wanting; else null @param closedOn of its warning; null: left open */
    record Visit(LocalDate on, Finding found, String item, LocalDate closedOn) {}

    /** @param revokedOn null: it stands */
    record Removal(boolean natural, LocalDate proposedOn, LocalDate markedOn, LocalDate revokedOn) {}

    record Move(LocalDate on, String from, String to) {}

    /** @param joined false: it is the grown-up son who leaves */
    record MemberChange(LocalDate on, boolean joined) {}

    /** A case, and the episode where it becomes one. */
    static final class Spell {
        final Clue clue;
        final Outcome outcome;
        /** Of the inclusion, or of the decision against it. */
        final LocalDate decidedOn;

        final Type type;
        /** Main one first. */
        final List<String> risks;
        /** Per person, in fen. */
        final long income;

        final SortedMap<YearMonth, Visit> visits = new TreeMap<>();
        Removal removal;
        LocalDate voidedOn;

        Spell(Clue clue, Outcome outcome, LocalDate decidedOn, Type type, List<String> risks, long income) {
            this.clue = clue;
            this.outcome = outcome;
            this.decidedOn = decidedOn;
            this.type = type;
            this.risks = risks;
            this.income = income;
        }

        boolean included() {
            return outcome == Outcome.INCLUDED;
        }

        /** At the end of the day. */
        boolean watched(LocalDate day) {
            if (!included() || day.isBefore(decidedOn)) return false;
            if (voidedOn != null && !day.isBefore(voidedOn)) return false;
            if (removal == null || day.isBefore(removal.markedOn())) return true;
            return removal.revokedOn() != null && !day.isBefore(removal.revokedOn());
        }

        boolean warned(String item) {
            return visits.values().stream().anyMatch(v -> item.equals(v.item()));
        }

        boolean warningOpen() {
            return visits.values().stream().anyMatch(v -> v.item() != null && v.closedOn() == null);
        }

        /** Nothing was wanting and no income fell after this day. */
        boolean quietSince(LocalDate day) {
            return visits.values().stream()
                    .noneMatch(v -> (v.found() == Finding.FELL || v.found() == Finding.WANTING) && v.on().isAfter(day));
        }
    }

    final County.Household household;
    final List<Spell> spells = new ArrayList<>();
    final List<Clue> clues = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    final List<MemberChange> changes = new ArrayList<>();

    CountyLife(County.Household household) {
        this.household = household;
    }

    /** In which it is monitored at the end of the day. */
    Optional<Spell> watched(LocalDate day) {
        return spells.stream().filter(spell -> spell.watched(day)).findFirst();
    }

    /** Whether the day's end finds it monitored or in a case. */
    boolean engaged(LocalDate day) {
        return watched(day).isPresent()
                || spells.stream().anyMatch(s -> s.outcome == Outcome.OPEN || s.decidedOn.isAfter(day));
    }

    Spell last() {
        return spells.getLast();
    }

    String village(LocalDate day) {
        var village = household.village();
        for (var move : moves) if (!day.isBefore(move.on())) village = move.to();
        return village;
    }

    int persons(LocalDate day) {
        var persons = household.persons().size();
        for (var change : changes) if (!day.isBefore(change.on())) persons += change.joined() ? 1 : -1;
        return persons;
    }
}
