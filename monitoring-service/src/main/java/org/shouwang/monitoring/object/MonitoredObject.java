package org.shouwang.monitoring.object;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.object.ObjectEvent.*;

/** What a monitored household must remember to decide: nothing more. */
public sealed interface MonitoredObject {

    /** Never included. */
    record Never() implements MonitoredObject {}

    record Active(Episode episode) implements MonitoredObject {}

    record Pending(Episode episode, UUID removalId) implements MonitoredObject {}

    /** @param last the latest date recorded: the removal's */
    record Removed(Episode episode, UUID removalId, LocalDate last) implements MonitoredObject {}

    /** Included by mistake. */
    record Voided(Episode episode, LocalDate last) implements MonitoredObject {}

    /** How far the national systems know of it; the import step exists in the 2020 plan only. */
    enum Entry implements Worded {
        NOT_ENTERED("未录入"),
        ENTERED("已录入"),
        IMPORTED("已导入"),
        /** What changed since was entered too. */
        UPDATED("已更新");

        private final String zh;

        Entry(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /**
     * @param type null: coloured only
     * @param grade null where the policy gives none
     * @param recorded what requests led to, so that the same request again changes nothing
     */
    record Episode(
            int number,
            UUID caseId,
            String areaCode,
            ObjectType type,
            List<String> risks,
            Grade grade,
            Entry entry,
            LocalDate includedOn,
            List<ObjectEvent> recorded) {

        Episode graded(Grade value) {
            return new Episode(number, caseId, areaCode, type, risks, value, entry, includedOn, recorded);
        }

        Episode typed(ObjectType value) {
            return new Episode(number, caseId, areaCode, value, risks, grade, entry, includedOn, recorded);
        }

        Episode entered(Entry value) {
            return new Episode(number, caseId, areaCode, type, risks, grade, value, includedOn, recorded);
        }

        Episode in(String area) {
            return new Episode(number, caseId, area, type, risks, grade, entry, includedOn, recorded);
        }

        Episode with(String risk) {
            return risky(Stream.concat(risks.stream(), Stream.of(risk)).toList());
        }

        Episode without(String risk) {
            return risky(risks.stream().filter(r -> !r.equals(risk)).toList());
        }

        private Episode risky(List<String> value) {
            return new Episode(number, caseId, areaCode, type, value, grade, entry, includedOn, recorded);
        }

        Episode noting(ObjectEvent event) {
            var all = Stream.concat(recorded.stream(), Stream.of(event)).toList();
            return new Episode(number, caseId, areaCode, type, risks, grade, entry, includedOn, all);
        }

        /** Whether the county's platform has it. */
        public boolean imported() {
            return importedOn() != null;
        }

        /** The day on which the county's platform got it; null: it has not. */
        public LocalDate importedOn() {
            return first(e -> e instanceof BigDataImported i ? i.importedOn() : null);
        }

        /** The day on which it was entered in the national system; null: it was not. */
        LocalDate nationalOn() {
            return first(e -> e instanceof NationalEntryRecorded n ? n.enteredOn() : null);
        }

        private LocalDate first(Function<ObjectEvent, LocalDate> day) {
            return recorded.stream()
                    .map(day)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** The last day on which something about it was entered or imported; null: never. */
        LocalDate enteredOn() {
            return recorded.stream()
                    .map(e -> switch (e) {
                        case NationalEntryRecorded n -> n.enteredOn();
                        case BigDataImported i -> i.importedOn();
                        case NationalEntryUpdated u -> u.updatedOn();
                        default -> null;
                    })
                    .filter(Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }

        /** Open or resolved meanwhile. */
        public List<String> everRisks() {
            var resolved =
                    recorded.stream().filter(RiskResolved.class::isInstance).map(e -> ((RiskResolved) e).risk());
            return Stream.concat(risks.stream(), resolved).distinct().toList();
        }
    }

    /** The current or last episode; null for {@link Never}. */
    default Episode current() {
        return switch (this) {
            case Never _ -> null;
            case Active o -> o.episode();
            case Pending o -> o.episode();
            case Removed o -> o.episode();
            case Voided o -> o.episode();
        };
    }

    /** Monitored and helped: also while its removal is under way. */
    default boolean watched() {
        return this instanceof Active || this instanceof Pending;
    }
}
