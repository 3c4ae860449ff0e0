package org.shouwang.monitoring.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.shouwang.monitoring.object.ObjectType;

/** What may happen to one household over the months, by chance, and what it looked like on any day: counted again by walking through it. */
record History(UUID household, String village, boolean lifted, int members, List<Happened> events) {

    static final String TOWN = "610728198";
    static final List<String> VILLAGES = List.of(TOWN + "201", TOWN + "202", TOWN + "203");
    static final LocalDate START = LocalDate.of(2021, 1, 20);

    enum What {
        INCLUDE,
        COLOUR,
        TYPE,
        RISK,
        REMOVE,
        REVOKE,
        VOID,
        MOVE,
        JOIN,
        LEAVE,
        REGISTER
    }

    /** @param on as it is written down @param counts the day from which it counts: never before what was known already */
    record Happened(What what, LocalDate on, LocalDate counts, int choice) {}

    /** @param village of a household that is watched or was */
    record Standing(boolean watched, String village, ObjectType type, int episode, int persons, boolean lifted) {
        boolean counted() {
            return watched && type != null;
        }
    }

    private record Draw(What what, int gap, int choice) {}

    static Arbitrary<History> any() {
        var draws = Combinators.combine(
                        Arbitraries.of(What.class),
                        Arbitraries.integers().between(-15, 40),
                        Arbitraries.integers().between(0, 2))
                .as(Draw::new);
        return Combinators.combine(
                        draws.list().ofMinSize(2).ofMaxSize(14),
                        Arbitraries.of(VILLAGES),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(1, 5))
                .as(History::of);
    }

    private static History of(List<Draw> draws, String village, boolean lifted, int members) {
        var history = new History(UUID.randomUUID(), village, lifted, members, new ArrayList<>());
        var on = START;
        var ofObject = LocalDate.MIN;
        var ofHousehold = LocalDate.MIN;
        for (var draw : draws) {
            on = on.plusDays(draw.gap());
            if (!history.possible(draw.what())) continue;
            var member = draw.what().compareTo(What.JOIN) >= 0;
            var known = member ? ofHousehold : ofObject;
            var counts = on.isBefore(known) ? known : on;
            if (member) ofHousehold = counts;
            else ofObject = counts;
            history.events.add(new Happened(draw.what(), on, counts, draw.choice()));
        }
        return history;
    }

    /** The same of another household. */
    History of(UUID other) {
        return new History(other, village, lifted, members, events);
    }

    private boolean possible(What what) {
        var now = at(LocalDate.MAX);
        return switch (what) {
            case INCLUDE, COLOUR -> !now.watched();
            case TYPE -> now.watched() && now.type() == null;
            case RISK -> now.watched() && events.stream().noneMatch(e -> e.what() == What.RISK);
            case REMOVE, VOID -> now.watched();
            case REVOKE -> !now.watched() && now.episode() > 0 && lastEnd() == What.REMOVE;
            case MOVE -> now.episode() > 0;
            case JOIN, REGISTER -> true;
            case LEAVE -> now.persons() > 0;
        };
    }

    private What lastEnd() {
        return events.stream()
                .map(Happened::what)
                .filter(w -> w == What.REMOVE || w == What.VOID)
                .reduce(null, (_, w) -> w);
    }

    /** At the end of a day. */
    Standing at(LocalDate day) {
        var now = new Standing(false, village, null, 0, members, lifted);
        for (var e : events) if (!e.counts().isAfter(day)) now = after(now, e);
        return now;
    }

    private static Standing after(Standing s, Happened e) {
        return switch (e.what()) {
            case INCLUDE ->
                new Standing(
                        true, s.village(), ObjectType.values()[e.choice()], s.episode() + 1, s.persons(), s.lifted());
            case COLOUR -> new Standing(true, s.village(), null, s.episode() + 1, s.persons(), s.lifted());
            case TYPE -> new Standing(true, s.village(), ObjectType.UNSTABLE, s.episode(), s.persons(), s.lifted());
            case REMOVE, VOID -> new Standing(false, s.village(), s.type(), s.episode(), s.persons(), s.lifted());
            case REVOKE -> new Standing(true, s.village(), s.type(), s.episode(), s.persons(), s.lifted());
            case MOVE ->
                new Standing(s.watched(), target(s.village(), e), s.type(), s.episode(), s.persons(), s.lifted());
            case JOIN -> new Standing(s.watched(), s.village(), s.type(), s.episode(), s.persons() + 1, s.lifted());
            case LEAVE -> new Standing(s.watched(), s.village(), s.type(), s.episode(), s.persons() - 1, s.lifted());
            case REGISTER -> new Standing(s.watched(), s.village(), s.type(), s.episode(), s.persons(), !s.lifted());
            case RISK -> s;
        };
    }

    /** Another village than this. */
    static String target(String from, Happened move) {
        return VILLAGES.get((VILLAGES.indexOf(from) + 1 + move.choice() % 2) % VILLAGES.size());
    }

    /** How it stood just before its n-th event, whatever day it was. */
    Standing before(int n) {
        var now = new Standing(false, village, null, 0, members, lifted);
        for (var e : events.subList(0, n)) now = after(now, e);
        return now;
    }
}
