package org.shouwang.monitoring.worklist;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.deadline.Calendar;
import org.shouwang.monitoring.deadline.Calendar.After;
import org.shouwang.monitoring.deadline.Calendar.Item;
import org.shouwang.monitoring.deadline.Duty;
import org.shouwang.monitoring.deadline.Level;
import org.shouwang.monitoring.policy.CaseStep;
import org.shouwang.monitoring.removal.RemovalStep;

/** What is due for a village, a town or a county on a day; for a day in the past, what was due then. */
@Path("/worklist")
@RolesAllowed({
    GRID_MEMBER,
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    AREA_GROUP_LEADER,
    HELPER,
    TOWN_OPERATOR,
    TOWN_REVIEWER,
    TOWN_LEADERSHIP,
    COUNTY_OPERATOR,
    COUNTY_APPROVER,
    DEPARTMENT_USER,
    INSPECTOR,
    AUDITOR,
    SYS_ADMIN
})
@Tag(name = "worklist 待办")
class WorklistResource {

    record What(String zh, String en) {}

    /**
     * @param kind clue, case, removal, warning, object, meeting, quarterly-review, grid, monthly-report, request, delivery, mobilisation, sweep or village-checklist; {@code id} is its id
     * @param householdId absent where the village as a whole is meant
     */
    record Subject(String kind, UUID id, UUID householdId) {}

    /**
     * @param dueOn last day, whole; null: none set
     * @param step of a case or a removal; the week of a meeting, the month of a review or report, the first month of a period after a removal; a grid, or a department, and its month or week, parted by a slash; the year of sweeps with how many ended in it and how many are asked for, parted by slashes; the department of a request; the items of a checklist that are missing, parted by slashes; the unit that has a task of a meeting
     * @param level whose turn it is
     * @param since when it became due
     */
    record Work(
            LocalDate dueOn,
            boolean overdue,
            Duty duty,
            String step,
            What what,
            Level level,
            Subject subject,
            String areaCode,
            LocalDate since) {}

    private final Calendar calendar;
    private final Caller caller;
    private final Clock clock;

    WorklistResource(Calendar calendar, Caller caller, Clock clock) {
        this.calendar = calendar;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "What is due in an area on a day, the most pressing first / 某地区某日的待办事项")
    public Uni<Page<Work>> list(
            @RestQuery String area,
            @RestQuery LocalDate date,
            @RestQuery Level level,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        var day = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return calendar.open(caller.scope(area), caller.scope(null), day, level, after(after), size + 1)
                .map(found -> {
                    var page = Page.of(found, size, WorklistResource::cursor);
                    return new Page<>(
                            page.items().stream().map(item -> work(item, day)).toList(), page.next());
                });
    }

    private static Work work(Item item, LocalDate day) {
        return new Work(
                item.dueOn(),
                item.dueOn() != null && item.dueOn().isBefore(day),
                item.duty(),
                item.step(),
                what(item),
                item.level(),
                new Subject(item.duty().subject(), item.id(), item.householdId()),
                item.areaCode(),
                item.since());
    }

    private static What what(Item item) {
        var duty = item.duty();
        if (item.step() == null) return new What(duty.zh(), duty.en());
        return switch (duty) {
            case CASE_STEP, CASE_STEP_LIMIT -> step(duty, caseStep(item.step()));
            case REMOVAL_STEP -> step(duty, removalStep(item.step()));
            default -> new What(duty.zh(), duty.en());
        };
    }

    private static What step(Duty duty, What step) {
        return new What(duty.zh() + "：" + step.zh(), duty.en() + ": " + step.en());
    }

    private static What caseStep(String step) {
        if (step.equals("NON_INCLUSION")) return new What("作出不纳入决定", "record that it is not included");
        var known = CaseStep.valueOf(step);
        return new What(known.zh(), known.en());
    }

    private static What removalStep(String step) {
        var known = RemovalStep.valueOf(step);
        return new What(known.zh(), known.en());
    }

    private static String cursor(Item item) {
        return (item.dueOn() == null ? "" : item.dueOn()) + "~" + item.id() + "~" + item.duty() + "/" + item.part();
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        var parts = cursor.split("~", 3);
        try {
            return new After(
                    parts[0].isEmpty() ? null : LocalDate.parse(parts[0]), UUID.fromString(parts[1]), parts[2]);
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        }
    }
}
