package org.shouwang.monitoring.topic;

import org.shouwang.monitoring.topic.SweepEvent.TopicSweepClosed;
import org.shouwang.monitoring.topic.SweepEvent.TopicSweepStarted;

/** Everything one can ask of a sweep about one topic. */
public sealed interface SweepCommand {

    record Start(TopicSweepStarted sweep) implements SweepCommand {}

    record Close(TopicSweepClosed end) implements SweepCommand {}
}
