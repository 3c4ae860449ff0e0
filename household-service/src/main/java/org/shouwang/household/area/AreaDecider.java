package org.shouwang.household.area;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.area.AreaBlock.Refusal.*;

import java.util.ArrayList;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.area.AreaBlock.Known;
import org.shouwang.household.area.AreaCommand.*;
import org.shouwang.household.area.AreaEvent.*;

/** The rules of areas: registered once, renamed, ended once. */
final class AreaDecider implements Decider<AreaCommand, AreaBlock, AreaEvent> {

    @Override
    public Decision<AreaEvent> decide(AreaCommand command, AreaBlock block) {
        return switch (command) {
            case Register c -> register(c, block);
            case Replace c when !block.units().containsKey(c.code()) -> refuse(AREA_UNKNOWN, c.code());
            case Replace c when c.code().equals(c.replacedBy()) -> refuse(REPLACED_BY_ITSELF, c.code());
            case Replace c when same(block.units().get(c.code()), c.validTo(), c.replacedBy()) -> nothing();
            case Replace c when block.units().get(c.code()).validTo() != null -> refuse(AREA_ENDED, c.code());
            case Replace c
            when c.validTo().isBefore(block.units().get(c.code()).validFrom()) -> refuse(DATE_OUT_OF_ORDER, c.code());
            case Replace c -> accept(new AreaUnitReplaced(c.code(), c.replacedBy(), c.validTo()));
            case Close c when !block.units().containsKey(c.code()) -> refuse(AREA_UNKNOWN, c.code());
            case Close c when same(block.units().get(c.code()), c.validTo(), null) -> nothing();
            case Close c when block.units().get(c.code()).validTo() != null -> refuse(AREA_ENDED, c.code());
            case Close c
            when c.validTo().isBefore(block.units().get(c.code()).validFrom()) -> refuse(DATE_OUT_OF_ORDER, c.code());
            case Close c -> accept(new AreaUnitClosed(c.code(), c.validTo()));
        };
    }

    @Override
    public AreaBlock initial() {
        return AreaBlock.EMPTY;
    }

    @Override
    public AreaBlock evolve(AreaBlock block, AreaEvent event) {
        return switch (event) {
            case AreaUnitsRegistered e -> block.with(e.units(), e.validFrom());
            case AreaUnitsRenamed e -> block.named(e.units());
            case AreaUnitsClassified e -> block.with(e.units());
            case AreaUnitReplaced e -> block.ended(e.code(), e.validTo(), e.replacedBy());
            case AreaUnitClosed e -> block.ended(e.code(), e.validTo(), null);
        };
    }

    private static Decision<AreaEvent> register(Register c, AreaBlock block) {
        var events = new ArrayList<AreaEvent>();
        var unknown = block.unknown(c.units());
        var renamed = block.renamed(c.units());
        if (!unknown.isEmpty()) events.add(new AreaUnitsRegistered(unknown, c.validFrom()));
        if (!renamed.isEmpty()) events.add(new AreaUnitsRenamed(renamed, c.validFrom()));
        var classified = block.classified(c.units(), c.classes());
        if (!classified.isEmpty()) events.add(new AreaUnitsClassified(classified, c.validFrom()));
        return accept(events);
    }

    private static boolean same(Known known, java.time.LocalDate validTo, String by) {
        return validTo.equals(known.validTo()) && java.util.Objects.equals(by, known.replacedBy());
    }
}
