package org.shouwang.household.staff;

import static org.shouwang.eventsourcing.Decision.*;
import static org.shouwang.household.staff.Staff.Refusal.*;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.household.staff.StaffCommand.*;
import org.shouwang.household.staff.StaffEvent.*;

/** The rules of a user's name: one at a time, the last one counts. */
final class StaffDecider implements Decider<StaffCommand, Staff, StaffEvent> {

    private static final String USER = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";
    private static final String AREA = "[0-9]{12}";
    private static final int LONGEST = 60;

    @Override
    public Decision<StaffEvent> decide(StaffCommand command, Staff state) {
        return switch (command) {
            case Name c when !c.userId().matches(USER) -> refuse(STAFF_USER);
            case Name c when !c.areaCode().matches(AREA) -> refuse(STAFF_AREA, c.areaCode());
            case Name c
            when c.name().text() == null
                    || c.name().text().isBlank()
                    || c.name().text().length() > LONGEST -> refuse(STAFF_NAME);
            case Name c
            when state.named() != null
                    && c.name().equals(state.named().name())
                    && c.areaCode().equals(state.named().areaCode()) -> nothing();
            case Name c -> accept(new StaffNamed(c.userId(), c.areaCode(), c.name(), c.on()));
        };
    }

    @Override
    public Staff initial() {
        return new Staff(null);
    }

    @Override
    public Staff evolve(Staff state, StaffEvent event) {
        return switch (event) {
            case StaffNamed e -> new Staff(e);
        };
    }
}
