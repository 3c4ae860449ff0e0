package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;

class ImportLocksTest {

    private final ImportLocks locks = new ImportLocks();

    @Test
    void a_file_is_worked_on_once_at_a_time() {
        var id = new UUID(0, 1);
        locks.take(id);
        locks.take(new UUID(0, 2));
        assertThatThrownBy(() -> locks.take(id))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Import.Refusal.IMPORT_RUNNING));
        locks.release(id);
        assertThatCode(() -> locks.take(id)).doesNotThrowAnyException();
    }
}
