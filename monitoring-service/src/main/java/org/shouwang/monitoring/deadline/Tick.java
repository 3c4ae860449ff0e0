package org.shouwang.monitoring.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.daily.Daily;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.check.CheckCommand.NoteMissed;
import org.shouwang.monitoring.check.Checks;
import org.shouwang.monitoring.clue.ClueCommand;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.deadline.Calendar.Late;
import org.shouwang.monitoring.deadline.Calendar.Unrevisited;
import org.shouwang.monitoring.deadline.Calendar.Unvisited;
import org.shouwang.monitoring.deadline.MeetingPeriods.Unmet;
import org.shouwang.monitoring.identification.CaseCommand;
import org.shouwang.monitoring.identification.Cases;
import org.shouwang.monitoring.meeting.MeetingCommand;
import org.shouwang.monitoring.meeting.Meetings;
import org.shouwang.monitoring.patrol.GridMonths;
import org.shouwang.monitoring.patrol.GridMonths.Over;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.report.MonthlyReportCommand;
import org.shouwang.monitoring.report.MonthlyReports;
import org.shouwang.monitoring.revisit.RevisitCommand;
import org.shouwang.monitoring.revisit.Revisits;
import org.shouwang.monitoring.warning.WarningCommand;
import org.shouwang.monitoring.warning.Warnings;

/**
 * Records what has become late by a day: clues, cases and single steps of theirs, warnings whose last day lies before it, whole months in which nobody came, whole
 * weeks and months without a judgement meeting, whole periods after a removal in which nobody came; months of grids that are over; reports of
 * villages whose last day lies before it.
 */
@Singleton
public class Tick implements Daily {

    /** How many of each were recorded, steps under their cases, meetings of months under the weeks; a second tick of the same day records none. */
    public record Result(
            LocalDate date,
            int clues,
            int cases,
            int warnings,
            int months,
            int weeks,
            int gridMonths,
            int reports,
            int revisits) {}

    private static final int BATCH = 200;

    private final Journal journal;
    private final Calendar calendar;
    private final MeetingPeriods periods;
    private final Clues clues;
    private final Cases cases;
    private final Warnings warnings;
    private final Checks checks;
    private final Meetings meetings;
    private final GridMonths gridMonths;
    private final MonthlyReports reports;
    private final Revisits revisits;
    private final Policies policies;
    private final Clock clock;

    Tick(
            Journal journal,
            Calendar calendar,
            MeetingPeriods periods,
            Clues clues,
            Cases cases,
            Warnings warnings,
            Checks checks,
            Meetings meetings,
            GridMonths gridMonths,
            MonthlyReports reports,
            Revisits revisits,
            Policies policies,
            Clock clock) {
        this.journal = journal;
        this.calendar = calendar;
        this.periods = periods;
        this.clues = clues;
        this.cases = cases;
        this.warnings = warnings;
        this.checks = checks;
        this.meetings = meetings;
        this.gridMonths = gridMonths;
        this.reports = reports;
        this.revisits = revisits;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Uni<Result> today() {
        return run(null);
    }

    /** @param date null: today in Asia/Shanghai; never later than that */
    public Uni<Result> run(LocalDate date) {
        var today = LocalDate.ofInstant(clock.instant(), Streams.ZONE);
        var day = date == null ? today : date;
        if (day.isAfter(today)) return Uni.createFrom().failure(new Refused(Refusal.DATE_IN_FUTURE, day.toString()));
        return late(clues, new ClueCommand.NoteOverdue(day), Duty.CLUE_ANSWER, day, null, 0)
                .chain(lateClues -> late(cases, new CaseCommand.NoteOverdue(day), Duty.IDENTIFICATION, day, null, 0)
                        .chain(whole ->
                                late(cases, new CaseCommand.NoteOverdue(day), Duty.CASE_STEP_LIMIT, day, null, whole))
                        .chain(lateCases -> late(
                                        warnings, new WarningCommand.NoteOverdue(day), Duty.WARNING, day, null, 0)
                                .chain(lateWarnings -> unvisited(day, 0).chain(months -> unrevisited(day, 0)
                                        .chain(periods -> ofVillages(
                                                day,
                                                new Result(
                                                        day,
                                                        lateClues,
                                                        lateCases,
                                                        lateWarnings,
                                                        months,
                                                        0,
                                                        0,
                                                        0,
                                                        periods)))))));
    }

    private Uni<Result> ofVillages(LocalDate day, Result r) {
        return unmet(day, 0).chain(weeks -> over(day, 0).chain(grids -> unreported(day, 0)
                .map(unreported -> new Result(
                        day, r.clues(), r.cases(), r.warnings(), r.months(), weeks, grids, unreported, r.revisits()))));
    }

    /** Batch by batch, each stream in a transaction of its own. */
    private <C> Uni<Integer> late(
            Streams<C, ?, ?> streams, C command, Duty duty, LocalDate day, UUID after, int before) {
        return journal.read(session -> calendar.late(session, duty, day, after, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(
                                        found,
                                        late -> streams.handle(
                                                late.id(), command, cause(late, duty), OptionalLong.empty()))
                                .chain(() -> late(
                                        streams,
                                        command,
                                        duty,
                                        day,
                                        found.getLast().id(),
                                        before + found.size())));
    }

    private Uni<Integer> unvisited(LocalDate day, int before) {
        return journal.read(session -> calendar.unvisited(session, day, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(found, this::missed).chain(() -> unvisited(day, before + found.size())));
    }

    private Uni<?> missed(Unvisited u) {
        var stream = Checks.stream(u.household(), u.month());
        var over = after(u.month());
        return journal.transaction(session -> policies.under(
                        session,
                        cause(stream, over, "missed"),
                        u.areaCode(),
                        u.month().atEndOfMonth())
                .chain(cause -> checks.handle(
                        session,
                        stream,
                        new NoteMissed(u.household(), u.areaCode(), u.episode(), u.month()),
                        cause,
                        OptionalLong.empty())));
    }

    private Uni<Integer> unmet(LocalDate day, int before) {
        return journal.read(session -> periods.unmet(session, day, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(found, this::missed).chain(() -> unmet(day, before + found.size())));
    }

    private Uni<?> missed(Unmet u) {
        var stream = Meetings.stream(u.areaCode(), u.period());
        var over = u.period().last().plusDays(1);
        return journal.transaction(session -> policies.under(
                        session,
                        cause(stream, over, "missed"),
                        u.areaCode(),
                        u.period().last())
                .chain(cause -> meetings.handle(
                        session,
                        stream,
                        new MeetingCommand.NoteMissed(u.areaCode(), u.period()),
                        cause,
                        OptionalLong.empty())));
    }

    private Uni<Integer> over(LocalDate day, int before) {
        return journal.read(session -> gridMonths.over(session, day, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(found, this::closed).chain(() -> over(day, before + found.size())));
    }

    private Uni<?> closed(Over o) {
        return journal.transaction(session -> policies.under(
                        session,
                        cause(o.stream(), after(o.month()), "closed"),
                        o.areaCode(),
                        o.month().atEndOfMonth())
                .chain(cause -> gridMonths.close(session, o, cause)));
    }

    private Uni<Integer> unreported(LocalDate day, int before) {
        return journal.read(session -> reports.unmet(session, day, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(found, this::overdue).chain(() -> unreported(day, before + found.size())));
    }

    private Uni<?> overdue(MonthlyReports.Unmet u) {
        var stream = MonthlyReports.stream(u.areaCode(), u.month());
        return journal.transaction(session -> policies.under(
                        session,
                        cause(stream, u.dueOn().plusDays(1), Duty.MONTHLY_REPORT.name()),
                        u.areaCode(),
                        u.month().atEndOfMonth())
                .chain(cause -> reports.handle(
                        session,
                        stream,
                        new MonthlyReportCommand.NoteOverdue(u.areaCode(), u.month(), u.dueOn()),
                        cause,
                        OptionalLong.empty())));
    }

    private Uni<Integer> unrevisited(LocalDate day, int before) {
        return journal.read(session -> calendar.unrevisited(session, day, BATCH))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(before)
                        : each(found, this::missed).chain(() -> unrevisited(day, before + found.size())));
    }

    private Uni<?> missed(Unrevisited u) {
        var stream = Revisits.stream(u.household(), u.from());
        return journal.transaction(session -> policies.under(
                        session, cause(stream, after(u.to()), "missed"), u.areaCode(), u.to().atEndOfMonth())
                .chain(cause -> revisits.handle(
                        session,
                        stream,
                        new RevisitCommand.NoteMissed(u.household(), u.areaCode(), u.episode(), u.from(), u.to()),
                        cause,
                        OptionalLong.empty())));
    }

    private static <T> Uni<?> each(List<T> found, java.util.function.Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList();
    }

    /** It became late when its last day was over. */
    private Cause cause(Late late, Duty duty) {
        return cause(late.id(), late.dueOn().plusDays(1), duty.name());
    }

    private Cause cause(UUID stream, LocalDate on, String what) {
        var id = UUID.nameUUIDFromBytes(("tick/" + what + "/" + stream + "/" + on).getBytes(StandardCharsets.UTF_8));
        return new Cause(Actor.system("tick"), on, clock.instant(), id, id, null);
    }

    private static LocalDate after(YearMonth month) {
        return month.plusMonths(1).atDay(1);
    }
}
