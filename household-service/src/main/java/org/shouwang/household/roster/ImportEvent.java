package org.shouwang.household.roster;

import java.time.LocalDate;

/** Everything that can have happened to a file that was sent in. Holds counts only: what stands in the file is in the households' events. */
public sealed interface ImportEvent {

    enum Format {
        XLSX,
        CSV
    }

    /**
     * The file was read and compared with what is known; again where it is sent again before it is applied.
     *
     * @param areaCode whose staff may see and apply it
     * @param sha256 of the file
     * @param speaksOf the day that the roster speaks of
     * @param rows lines of data
     * @param accepted households that can be applied
     * @param errors of all households; a household with one of them stays out
     */
    record RosterChecked(
            String areaCode,
            Format format,
            String sha256,
            long bytes,
            LocalDate speaksOf,
            int rows,
            int households,
            int persons,
            int accepted,
            int errors,
            int warnings)
            implements ImportEvent {}

    /** It is not to be applied, whatever of it could be. @param reason why, as whoever sent it in is told */
    record RosterRejected(String reason) implements ImportEvent {}

    /** @param refused households that could no longer be applied, since they had changed after the check */
    record RosterApplied(int registered, int changed, int unchanged, int refused) implements ImportEvent {}
}
