package org.shouwang.household.area;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.household.area.AreaEvent.Unit;

/** Everything one can ask of a block of areas. */
public sealed interface AreaCommand {

    /** What is there already under the same name and class stays as it is. @param classes 城乡分类 by code; whose is not told keeps the one it has */
    record Register(List<Unit> units, Map<String, String> classes, LocalDate validFrom) implements AreaCommand {

        Register(List<Unit> units, LocalDate validFrom) {
            this(units, Map.of(), validFrom);
        }

        static Register one(String code, String name, LocalDate validFrom) {
            return new Register(List.of(new Unit(code, name)), validFrom);
        }
    }

    record Replace(String code, String replacedBy, LocalDate validTo) implements AreaCommand {}

    record Close(String code, LocalDate validTo) implements AreaCommand {}
}
