package org.shouwang.assistance.measure;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouwang.assistance.DocumentRef;

/** What requests about measures bring and what they are answered with. */
final class MeasureBodies {

    private MeasureBodies() {}

    record Planning(
            @NotNull UUID householdId,
            @NotNull MeasureCode code,
            MeasureItem item,
            @Size(max = 4) String risk,
            @Size(max = 50) List<@NotNull UUID> memberIds,
            @Size(max = 500) String detail,
            @Size(max = 100) String provider,
            @Size(max = 20) String dept,
            @Digits(integer = 12, fraction = 2) BigDecimal amount,
            @Size(max = 100) String fundSource,
            @Size(max = 10) String incomeLine,
            LocalDate startOn,
            LocalDate dueOn,
            @NotNull LocalDate plannedOn) {

        MeasureContent content() {
            return new MeasureContent(
                    code,
                    item,
                    risk,
                    memberIds,
                    detail,
                    provider,
                    dept,
                    amount,
                    fundSource,
                    incomeLine,
                    startOn,
                    dueOn);
        }
    }

    record Day(@NotNull LocalDate on) {}

    record Implementation(
            @NotNull LocalDate on,
            @Size(max = 50) List<@NotNull DocumentRef> evidence,
            @Digits(integer = 12, fraction = 2) BigDecimal amount) {}

    record Evaluation(
            @NotNull LocalDate on,
            @NotNull Boolean effective,
            @Size(max = 500) String note) {}

    record Cancellation(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    record Kind(
            MeasureCode code,
            String zh,
            String en,
            boolean developmental,
            List<String> departments,
            List<Item> items) {}

    record Item(MeasureItem item, String zh) {}
}
