package org.shouwang.monitoring;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.monitoring.check.CheckEvent;
import org.shouwang.monitoring.checklist.ChecklistEvent;
import org.shouwang.monitoring.clue.ClueEvent;
import org.shouwang.monitoring.evaluation.EvaluationEvent;
import org.shouwang.monitoring.evaluation.RunEvent;
import org.shouwang.monitoring.identification.CaseEvent;
import org.shouwang.monitoring.line.LineEvent;
import org.shouwang.monitoring.meeting.MeetingEvent;
import org.shouwang.monitoring.mobilisation.MobilisationEvent;
import org.shouwang.monitoring.object.ObjectEvent;
import org.shouwang.monitoring.patrol.GridMonthEvent;
import org.shouwang.monitoring.patrol.GridWeekEvent;
import org.shouwang.monitoring.patrol.PatrolEvent;
import org.shouwang.monitoring.policy.PolicyEvent;
import org.shouwang.monitoring.quarterly.QuarterlyEvent;
import org.shouwang.monitoring.removal.RemovalEvent;
import org.shouwang.monitoring.report.MonthlyReportEvent;
import org.shouwang.monitoring.request.RequestEvent;
import org.shouwang.monitoring.revisit.RevisitEvent;
import org.shouwang.monitoring.screening.JudgementEvent;
import org.shouwang.monitoring.screening.RuleSetEvent;
import org.shouwang.monitoring.sweep.FocusedSweepEvent;
import org.shouwang.monitoring.sweep.SweepCheckEvent;
import org.shouwang.monitoring.topic.AnswerEvent;
import org.shouwang.monitoring.topic.SweepEvent;
import org.shouwang.monitoring.villagereview.VillageReviewEvent;
import org.shouwang.monitoring.warning.WarningEvent;

/** What is stored and published is a promise: {@code -Dapprove} makes a new one. */
class EventsTest {

    @Test
    void the_stored_shapes_are_as_approved() throws IOException {
        EventShapes.assertApproved(
                new EventCatalog<>(PolicyEvent.class),
                new EventCatalog<>(LineEvent.class),
                new EventCatalog<>(ClueEvent.class),
                new EventCatalog<>(CaseEvent.class),
                new EventCatalog<>(ObjectEvent.class),
                new EventCatalog<>(CheckEvent.class),
                new EventCatalog<>(WarningEvent.class),
                new EventCatalog<>(RemovalEvent.class),
                new EventCatalog<>(EvaluationEvent.class),
                new EventCatalog<>(RunEvent.class),
                new EventCatalog<>(RuleSetEvent.class),
                new EventCatalog<>(JudgementEvent.class),
                new EventCatalog<>(RequestEvent.class),
                new EventCatalog<>(SweepEvent.class),
                new EventCatalog<>(AnswerEvent.class),
                new EventCatalog<>(FocusedSweepEvent.class),
                new EventCatalog<>(SweepCheckEvent.class),
                new EventCatalog<>(MeetingEvent.class),
                new EventCatalog<>(QuarterlyEvent.class),
                new EventCatalog<>(PatrolEvent.class),
                new EventCatalog<>(GridMonthEvent.class),
                new EventCatalog<>(GridWeekEvent.class),
                new EventCatalog<>(MonthlyReportEvent.class),
                new EventCatalog<>(VillageReviewEvent.class),
                new EventCatalog<>(MobilisationEvent.class),
                new EventCatalog<>(RevisitEvent.class),
                new EventCatalog<>(ChecklistEvent.class));
    }
}
