package org.shouwang.household.screening;

import java.util.List;

/**
 * Everything that can have happened to what a department delivered for a period. Holds counts only: the rows, with the names and numbers in
 * them, are kept apart.
 */
public sealed interface DeliveryEvent {

    enum Format {
        JSON,
        XLSX,
        CSV
    }

    /**
     * All rows are in; they are matched from now on.
     *
     * @param dept code of the department
     * @param areaCode only households in it are matched
     * @param period year, month or day that the figures speak of: {@code 2021}, {@code 2021-09}, {@code 2021-09-07}
     * @param item what rows that say nothing are about; null: each row says it
     * @param sha256 of what was sent
     * @param faulty rows that cannot be read
     * @param statedTotal how many rows there are by what the list says of itself; null where it says nothing
     */
    record ScreeningBatchReceived(
            String dept,
            String areaCode,
            String period,
            String item,
            Format format,
            String sha256,
            int rows,
            int faulty,
            Integer statedTotal)
            implements DeliveryEvent {}

    /**
     * @param matched rows whose number is a member's
     * @param suggested rows without a number that somebody has to look at
     * @param unmatched rows whose person is not on record here
     */
    record ScreeningBatchMatched(int matched, int suggested, int unmatched) implements DeliveryEvent {}

    /**
     * Every row is settled, and the list is filed.
     *
     * @param reason null where the stated total is that of the rows, or none was stated
     * @param repeated rows that mean what another row means, in order
     */
    record ScreeningBatchClosed(TotalReason reason, List<Integer> repeated) implements DeliveryEvent {}
}
