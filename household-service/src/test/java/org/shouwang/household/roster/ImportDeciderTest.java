package org.shouwang.household.roster;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.roster.ImportCommand.Check;
import org.shouwang.household.roster.ImportCommand.Finish;
import org.shouwang.household.roster.ImportCommand.Reject;
import org.shouwang.household.roster.ImportEvent.Format;
import org.shouwang.household.roster.ImportEvent.RosterApplied;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportEvent.RosterRejected;

class ImportDeciderTest {

    private static final String REASON = "误传了上一年度的花名册";
    private static final RosterApplied APPLIED = new RosterApplied(2, 0, 0, 0);
    private static final RosterRejected REJECTED = new RosterRejected(REASON);

    private final Spec<ImportCommand, Import, ImportEvent> file = Spec.of(new ImportDecider());

    @Test
    void a_file_is_checked_when_it_is_sent() {
        file.when(new Check(checked(2))).then(checked(2));
    }

    @Test
    void sent_again_it_is_checked_again_where_that_comes_out_otherwise() {
        file.given(checked(2)).when(new Check(checked(2))).thenNothing();
        file.given(checked(2)).when(new Check(checked(3))).then(checked(3));
    }

    @Test
    void it_is_applied_once() {
        file.given(checked(2)).when(new Finish(APPLIED)).then(APPLIED);
        file.given(checked(2), APPLIED)
                .when(new Finish(new RosterApplied(0, 0, 2, 0)))
                .thenNothing();
        file.given(checked(2), APPLIED).when(new Check(checked(3))).thenNothing();
    }

    @Test
    void what_was_rejected_is_applied_no_more() {
        file.given(checked(2)).when(new Reject(REASON, 0)).then(REJECTED);
        file.given(checked(2), REJECTED).when(new Reject(REASON, 0)).thenNothing();
        file.given(checked(2), REJECTED).when(new Reject("另有原因", 0)).thenRefused(Import.Refusal.IMPORT_REJECTED);
        file.given(checked(2), REJECTED).when(new Finish(APPLIED)).thenRefused(Import.Refusal.IMPORT_REJECTED);
        file.given(checked(2), REJECTED).when(new Check(checked(3))).thenNothing();
    }

    @Test
    void it_is_rejected_for_a_reason_before_anything_of_it_is_applied() {
        file.given(checked(2)).when(new Reject(null, 0)).thenRefused(Import.Refusal.REASON_REQUIRED);
        file.given(checked(2)).when(new Reject(" ", 0)).thenRefused(Import.Refusal.REASON_REQUIRED);
        file.given(checked(2)).when(new Reject(REASON, 1)).thenRefused(Import.Refusal.IMPORT_BEGUN);
        file.given(checked(2), APPLIED).when(new Reject(REASON, 2)).thenRefused(Import.Refusal.IMPORT_APPLIED);
        file.given().when(new Reject(REASON, 0)).thenRefused(Import.Refusal.IMPORT_UNKNOWN);
    }

    @Test
    void nothing_is_applied_that_was_not_sent() {
        file.given().when(new Finish(APPLIED)).thenRefused(Import.Refusal.IMPORT_UNKNOWN);
    }

    private static RosterChecked checked(int accepted) {
        return new RosterChecked(
                "610727105208",
                Format.XLSX,
                "a".repeat(64),
                100,
                LocalDate.of(2021, 9, 7),
                6,
                3,
                6,
                accepted,
                3 - accepted,
                0);
    }
}
