package org.shouwang.household.area;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.household.area.AreaEvent.Unit;

/** Everything one can ask of a block of areas. */
public sealed interface AreaCommand {

    /** What is there already under the same name stays as it is. */
    record Register(List<Unit> units, LocalDate validFrom) implements AreaCommand {

        static Register one(String code, String name, LocalDate validFrom) {
            return new Register(List.of(new Unit(code, name)), validFrom);
        }
    }

    record Replace(String code, String replacedBy, LocalDate validTo) implements AreaCommand {}

    record Close(String code, LocalDate validTo) implements AreaCommand {}
}
