package org.shouwang.monitoring.removal;

import java.util.Arrays;
import java.util.List;
import org.shouwang.monitoring.removal.RemovalEvent.RemovalProposed;

/** The steps that a removal takes by its policy and method. */
public final class RemovalSteps {

    private RemovalSteps() {}

    /** In order, from the proposal. */
    public static List<RemovalStep> of(RemovalProposed proposed) {
        var progress = RemovalCase.Progress.begin(proposed);
        return Arrays.stream(RemovalStep.values()).filter(progress::takes).toList();
    }
}
