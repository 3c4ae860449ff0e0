package org.shouwang.household.area;

import java.time.LocalDate;
import java.util.List;

/** Everything that can have happened to the areas of one block: a province's prefectures, a county with its towns and villages, a village's groups. */
public sealed interface AreaEvent {

    record Unit(String code, String name) {}

    record AreaUnitsRegistered(List<Unit> units, LocalDate validFrom) implements AreaEvent {}

    record AreaUnitsRenamed(List<Unit> units, LocalDate from) implements AreaEvent {}

    /** @param urbanClass 城乡分类, three digits */
    record Classified(String code, String urbanClass) {}

    record AreaUnitsClassified(List<Classified> units, LocalDate from) implements AreaEvent {}

    /** @param validTo the last day on which it was an area of its own */
    record AreaUnitReplaced(String code, String replacedBy, LocalDate validTo) implements AreaEvent {}

    /** @param validTo the last day */
    record AreaUnitClosed(String code, LocalDate validTo) implements AreaEvent {}
}
