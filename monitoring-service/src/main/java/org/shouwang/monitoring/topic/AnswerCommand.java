package org.shouwang.monitoring.topic;

import java.util.List;
import org.shouwang.monitoring.topic.AnswerEvent.TopicSweepAnswered;
import org.shouwang.monitoring.topic.SweepDecider.Sweep;

/** Everything one can ask about a household's answer. */
public sealed interface AnswerCommand {

    /**
     * @param sweep as it stands
     * @param watched whether the household is monitored now
     * @param former codes under which it was kept that were replaced after the first day of the sweep
     */
    record Tell(TopicSweepAnswered answer, Sweep sweep, boolean watched, List<String> former)
            implements AnswerCommand {}
}
