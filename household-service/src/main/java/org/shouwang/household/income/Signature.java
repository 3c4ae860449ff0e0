package org.shouwang.household.income;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Personal;
import org.shouwang.eventsourcing.Worded;

/**
 * Who stands for the figures: the collector and the householder both sign; who is away confirms by phone, and then it is kept whom
 * one reached.
 *
 * @param reached needed with PHONE
 */
public record Signature(Party party, Way way, Reached reached) {

    public enum Party implements Worded {
        COLLECTOR("采集人"),
        HOUSEHOLDER("户主");

        private final String zh;

        Party(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    public enum Way implements Worded {
        ON_PAPER("纸质签字"),
        PHONE("电话确认");

        private final String zh;

        Way(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
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
