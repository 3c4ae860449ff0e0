package org.shouwang.monitoring.mobilisation;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.mobilisation.MobilisationRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.mobilisation.MobilisationCommand.*;
import org.shouwang.monitoring.mobilisation.MobilisationDecider.Mobilisation;
import org.shouwang.monitoring.mobilisation.MobilisationEvent.*;

class MobilisationDeciderTest {

    private static final String COUNTY = "610727000000";
    private static final LocalDate DAY = LocalDate.of(2021, 9, 1);

    private final Spec<MobilisationCommand, Mobilisation, MobilisationEvent> meeting =
            Spec.of(new MobilisationDecider());

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(
                        new MobilisationDecider(),
                        MobilisationEvent.class,
                        "/machines/mobilisation.md",
                        s -> s.held() == null ? "NONE" : s.done().isEmpty() ? "HELD" : "DONE")
                .on("hold", n -> hold(held("第" + n + "次动员会", 3, 38, task(COUNTY, null, DAY))))
                .on("finish", n -> finish(1, DAY.plusDays(n)))
                .on("finish a task that was not given", n -> finish(2, DAY.plusDays(n)))
                .walked(MobilisationCommand.class);
    }

    @Test
    void minutes_count_when_they_are_whole_and_tasks_when_somebody_has_them_until_a_day() {
        var good = held("动员会", 3, 38, task("610727105000", null, DAY), task(COUNTY, "WATER", DAY.plusDays(9)));
        meeting.given().when(hold(good)).then(good);
        meeting.given(good).when(hold(good)).thenNothing();
        meeting.given().when(hold(held("动员会", 2, 38))).thenRefused(MINUTES_INCOMPLETE, "signedIn");
        meeting.given().when(hold(held("动员会", 3, 0))).thenRefused(MINUTES_INCOMPLETE, "attendance");
        meeting.given()
                .when(hold(held(
                        "动员会",
                        3,
                        38,
                        task(COUNTY, null, DAY),
                        task("620826112000", null, DAY),
                        task(COUNTY, "WIZARDS", DAY),
                        task(COUNTY, null, DAY.minusDays(1)))))
                .thenRefused(TASK_INVALID, "2", "3", "4");
        var persons = new Attendance(AttendeeClass.UNIT_LEADERS, 12);
        meeting.given()
                .when(new Hold(
                        good.areaCode(),
                        good.title(),
                        good.minutes(),
                        good.subVenues(),
                        List.of(persons, new Attendance(AttendeeClass.TOWN_OFFICE, 2), persons),
                        good.tasks(),
                        good.documents()))
                .thenRefused(CLASS_TWICE, "UNIT_LEADERS");
        meeting.given(good).when(finish(0, DAY)).thenRefused(TASK_UNKNOWN, "0");
        meeting.given(good).when(finish(3, DAY)).thenRefused(TASK_UNKNOWN, "3");
        meeting.given(good).when(finish(2, DAY.minusDays(1))).thenRefused(DATE_OUT_OF_ORDER, "2021-09-01");
        meeting.given().when(finish(1, DAY)).thenRefused(MOBILISATION_UNKNOWN);
        meeting.given(good, new MobilisationTaskDone(1, DAY, "已完成"))
                .when(finish(1, DAY.plusDays(1)))
                .thenRefused(TASK_DONE);
    }

    private static Hold hold(MobilisationHeld m) {
        return new Hold(m.areaCode(), m.title(), m.minutes(), m.subVenues(), m.attendance(), m.tasks(), m.documents());
    }

    private static Finish finish(int task, LocalDate on) {
        return new Finish(task, on, "已完成");
    }

    private static Task task(String area, String dept, LocalDate dueOn) {
        return new Task("完成一轮集中排查", area, dept, dueOn);
    }

    private static MobilisationHeld held(String title, int signedIn, int persons, Task... tasks) {
        var minutes = new Minutes(
                DAY, "县政府会议室", "county-operator", "recorder", List.of("leader-1", "leader-2", "leader-3"), signedIn);
        return new MobilisationHeld(
                COUNTY,
                title,
                minutes,
                List.of("610727105000"),
                List.of(new Attendance(AttendeeClass.UNIT_LEADERS, persons)),
                List.of(tasks),
                List.of());
    }
}
