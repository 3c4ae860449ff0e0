package org.shouwang.monitoring.calendar;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.VillageCode;
import org.shouwang.monitoring.calendar.VillageCalendar.*;
import org.shouwang.monitoring.deadline.Duty;

/** A village's calendar: what is due when, what was done and what is late. */
@Path("/calendar")
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
@Tag(name = "calendar 村工作日历")
class CalendarResource {

    private static final int DAYS_MOST = 366;

    /** OPEN and DONE in time; LATE and DONE_LATE behind the last day. */
    enum State {
        OPEN("待办"),
        LATE("逾期未办"),
        DONE("已办"),
        DONE_LATE("逾期办结");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        private static State of(LocalDate dueOn, LocalDate doneOn, LocalDate date) {
            if (doneOn != null) return dueOn != null && doneOn.isAfter(dueOn) ? DONE_LATE : DONE;
            return dueOn != null && dueOn.isBefore(date) ? LATE : OPEN;
        }
    }

    record What(String zh, String en) {}

    /** @param kind as on the work list; {@code id} is its id @param householdId absent where the village as a whole is meant */
    record Subject(String kind, UUID id, UUID householdId) {}

    /**
     * @param on the day under which it stands: the last day, or where none is set the day on which it arose
     * @param dueOn last day, whole; null: none set
     * @param doneOn null: not done
     * @param step the week, month or item; a grid and its month or week, parted by a slash
     */
    record Day(
            LocalDate on,
            LocalDate dueOn,
            State state,
            String stateZh,
            LocalDate doneOn,
            Duty duty,
            String step,
            What what,
            Subject subject,
            LocalDate since) {}

    private final VillageCalendar calendar;
    private final Caller caller;

    CalendarResource(VillageCalendar calendar, Caller caller) {
        this.calendar = calendar;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "What a village has to do from one day to another, done or not, by day / 某村工作日历")
    public Uni<Page<Day>> list(
            @RestQuery String area,
            @RestQuery LocalDate from,
            @RestQuery LocalDate to,
            @RestQuery LocalDate date,
            @RestQuery Duty duty,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var size = Page.limit(limit);
        caller.scope(VillageCode.of("area", area));
        var known = date == null ? caller.cause(null).occurredOn() : date;
        var first = from == null ? known.withDayOfMonth(1) : from;
        var last = to == null ? first.withDayOfMonth(first.lengthOfMonth()) : to;
        if (last.isBefore(first)) throw new BadRequest("from", "起始日期晚于截止日期", "lies behind to");
        if (first.plusDays(DAYS_MOST).isBefore(last))
            throw new BadRequest("to", "最多查询 366 天", "must not lie more than 366 days behind from");
        return calendar.of(new Asked(area, caller.scope(null), first, last, known, duty), after(after), size + 1)
                .map(found -> {
                    var page = Page.of(found, size, CalendarResource::cursor);
                    return new Page<>(
                            page.items().stream()
                                    .map(entry -> day(entry, known))
                                    .toList(),
                            page.next());
                });
    }

    private static Day day(Entry e, LocalDate date) {
        var state = State.of(e.dueOn(), e.doneOn(), date);
        return new Day(
                e.on(),
                e.dueOn(),
                state,
                state.zh,
                e.doneOn(),
                e.duty(),
                e.step(),
                new What(e.duty().zh(), e.duty().en()),
                new Subject(e.duty().subject(), e.id(), e.householdId()),
                e.since());
    }

    private static String cursor(Entry e) {
        return e.on() + "~" + e.duty() + "/" + (e.step() == null ? "" : e.step()) + "~" + e.id();
    }

    private static After after(String cursor) {
        if (cursor == null) return null;
        if (!cursor.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}~[A-Z_]+/[^~]*~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
            throw new BadRequest("after", "翻页标记不正确", "must be the cursor of a page");
        var parts = cursor.split("~", 3);
        return new After(LocalDate.parse(parts[0]), parts[1], UUID.fromString(parts[2]));
    }
}
