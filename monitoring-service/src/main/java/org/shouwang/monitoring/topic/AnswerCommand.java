package org.shouwang.monitoring.topic;

import org.shouwang.monitoring.topic.AnswerEvent.TopicSweepAnswered;
import org.shouwang.monitoring.topic.SweepDecider.Sweep;

/** Everything one can ask about a household's answer. */
public sealed interface AnswerCommand {

    /** @param sweep as it stands @param watched whether the household is monitored now */
    record Tell(TopicSweepAnswered answer, Sweep sweep, boolean watched) implements AnswerCommand {}
}
