package org.shouwang.household.screening;

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
     */
    record ScreeningBatchReceived(
            String dept,
            String areaCode,
            String period,
            String item,
            Format format,
            String sha256,
            int rows,
            int faulty)
            implements DeliveryEvent {}

    /**
     * @param matched rows whose number is a member's
     * @param suggested rows without a number that somebody has to look at
     * @param unmatched rows whose person is not on record here
     */
    record ScreeningBatchMatched(int matched, int suggested, int unmatched) implements DeliveryEvent {}
}
