package org.shouwang.household.income;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Personal;

/**
 * Who stands for the figures: the collector and the householder both sign; who is away confirms by phone, and then it is kept whom
 * one reached.
 *
 * @param reached needed with PHONE
 */
public record Signature(Party party, Way way, Reached reached) {

    public enum Party {
        COLLECTOR,
        HOUSEHOLDER
    }

    public enum Way {
        ON_PAPER,
        PHONE
    }

    public record Reached(String name, String phone) implements Personal {}

    /** Which of the two are missing, or confirmed by phone without whom one reached. */
    public static List<Party> missing(List<Signature> signatures) {
        return Stream.of(Party.values())
                .filter(party -> signatures.stream().noneMatch(s -> s.party() == party && s.complete()))
                .toList();
    }

    boolean complete() {
        return party != null
                && (way != Way.PHONE || reached != null && !blank(reached.name()) && !blank(reached.phone()));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
