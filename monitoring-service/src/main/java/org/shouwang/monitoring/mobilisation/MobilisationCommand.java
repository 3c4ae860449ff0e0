package org.shouwang.monitoring.mobilisation;

import org.shouwang.monitoring.mobilisation.MobilisationEvent.MobilisationHeld;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.MobilisationTaskDone;

/** Everything one can ask of a mobilisation meeting. */
public sealed interface MobilisationCommand {

    record Hold(MobilisationHeld meeting) implements MobilisationCommand {}

    record Finish(MobilisationTaskDone done) implements MobilisationCommand {}
}
