package org.shouwang.monitoring.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.check.CheckRefusal.CHECK_INCOMPLETE;
import static org.shouwang.monitoring.check.CheckRefusal.NOT_AWAY;
import static org.shouwang.monitoring.check.CheckRefusal.PHONE_ONLY_FOR_ABSENT;
import static org.shouwang.monitoring.check.CheckRefusal.REACHED_REQUIRED;
import static org.shouwang.monitoring.object.ObjectRefusal.NOT_AN_OBJECT;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;
import static org.shouwang.monitoring.revisit.RevisitRefusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.check.IncomeChange;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.revisit.RevisitCommand.*;
import org.shouwang.monitoring.revisit.RevisitEvent.*;

class RevisitDeciderTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final UUID CLUE = new UUID(0, 2);
    private static final String VILLAGE = "610727105208";
    private static final LocalDate REMOVED_ON = LocalDate.of(2022, 6, 20);
    private static final LocalDate DAY = LocalDate.of(2022, 8, 10);
    private static final YearMonth JULY = YearMonth.of(2022, 7);
    private static final MonitoredObject.Episode EPISODE = new MonitoredObject.Episode(
            1,
            new UUID(0, 3),
            VILLAGE,
            ObjectType.UNSTABLE,
            List.of("01"),
            null,
            MonitoredObject.Entry.ENTERED,
            LocalDate.of(2021, 11, 15),
            List.of());
    private static final MonitoredObject REMOVED = new MonitoredObject.Removed(EPISODE, new UUID(0, 4), REMOVED_ON);

    private final Spec<RevisitCommand, Revisit, RevisitEvent> revisit = Spec.of(new RevisitDecider());

    /** A request that is taken, and what each test changes of it. */
    private static final class Asked {
        MonitoredObject object = REMOVED;
        RemovalMethod removedBy = RemovalMethod.ASSISTED;
        Integer months = 3;
        YearMonth from = JULY;
        String visitor = "grid-member";
        LocalDate on = DAY;
        CheckMethod method = CheckMethod.ON_SITE;
        boolean home;
        String absence;
        String reached;
        List<SafeguardFact.Item> items = items(SafeguardResult.PASS);
        AfterRemoval after;
        BigDecimal line = new BigDecimal("6000.00");
        String note;
        List<String> risks = List.of();
        boolean signed = true;
        LocalDate endedOn;

        Report report() {
            var member = new HouseholdFact.Member(
                    new UUID(0, 9), "02", Labour.NORMAL, null, YearMonth.of(1970, 1), false, null, null);
            var household = new HouseholdFact(
                    HOUSEHOLD,
                    VILLAGE,
                    RegisteredType.LIFTED,
                    List.of(member, member, member, member, member),
                    List.of(),
                    endedOn);
            return new Report(
                    household,
                    object,
                    removedBy,
                    months,
                    from,
                    visitor,
                    on,
                    method,
                    home,
                    absence,
                    reached,
                    null,
                    items,
                    IncomeChange.SAME,
                    after,
                    line,
                    note,
                    risks,
                    signed,
                    List.<DocumentRef>of(),
                    CLUE);
        }
    }

    private static Report asked(Consumer<Asked> change) {
        var asked = new Asked();
        change.accept(asked);
        return asked.report();
    }

    private static List<SafeguardFact.Item> items(SafeguardResult water) {
        return Arrays.stream(Indicator.values())
                .map(i -> new SafeguardFact.Item(i, i == Indicator.WATER ? water : SafeguardResult.PASS))
                .toList();
    }

    private RevisitDone done(Report report) {
        return (RevisitDone) revisit.given().when(report).events().getFirst();
    }

    @Test
    void a_household_that_fares_well_is_visited_once_a_period() {
        var done = done(asked(a -> {}));
        assertThat(done.clueId()).isNull();
        assertThat(List.of(done.from(), done.to())).containsExactly(JULY, YearMonth.of(2022, 9));
        revisit.given(done).when(asked(a -> {})).thenNothing();
        revisit.given(done).when(asked(a -> a.note = "无变化")).thenRefused(ALREADY_REVISITED);
        var missed = new RevisitMissed(HOUSEHOLD, VILLAGE, 1, JULY, YearMonth.of(2022, 9));
        var note = new NoteMissed(HOUSEHOLD, VILLAGE, 1, JULY, YearMonth.of(2022, 9));
        revisit.given().when(note).then(missed);
        revisit.given(missed).when(note).thenNothing();
        revisit.given(done).when(note).thenNothing();
        revisit.given(missed).when(asked(a -> {})).then(done);
    }

    @Test
    void what_is_found_makes_a_clue() {
        assertThat(done(asked(a -> a.items = items(SafeguardResult.AT_RISK))).clueId())
                .isEqualTo(CLUE);
        assertThat(done(asked(a -> a.risks = List.of("05"))).clueId()).isEqualTo(CLUE);
        assertThat(done(asked(a -> a.after = after("7000.00", false))).clueId()).isNull();
        assertThat(done(asked(a -> a.after = after("6000.01", false))).clueId()).isNull();
        assertThat(done(asked(a -> a.after = after("6000.00", false))).belowLine())
                .isTrue();
        assertThat(done(asked(a -> a.after = after("6000.00", false))).clueId()).isEqualTo(CLUE);
        assertThat(done(asked(a -> a.after = after("7000.00", true))).clueId()).isEqualTo(CLUE);
        assertThat(done(asked(a -> {
                            a.after = after("5000.00", false);
                            a.line = null;
                        }))
                        .belowLine())
                .isFalse();
    }

    @Test
    void only_who_was_let_go_by_help_is_visited() {
        refused(a -> a.object = new MonitoredObject.Never(), NOT_AN_OBJECT);
        refused(a -> a.object = new MonitoredObject.Active(EPISODE), REVISIT_NOT_OWED);
        refused(a -> a.removedBy = RemovalMethod.NATURAL, REVISIT_NOT_OWED);
        refused(a -> a.months = null, REVISIT_NOT_OWED);
        refused(a -> a.endedOn = DAY, HOUSEHOLD_ENDED);
    }

    @Test
    void the_day_lies_in_the_period_and_not_before_the_removal() {
        refused(a -> a.from = JULY.plusMonths(1), PERIOD_MISMATCH, "2022-07", "2022-09");
        refused(
                a -> {
                    a.on = REMOVED_ON.minusDays(1);
                    a.from = YearMonth.of(2022, 4);
                },
                DATE_OUT_OF_ORDER,
                "2022-06-20");
        revisit.given()
                .when(asked(a -> {
                    a.on = REMOVED_ON;
                    a.from = YearMonth.of(2022, 4);
                }))
                .events();
    }

    @Test
    void the_visit_is_told_in_full() {
        refused(a -> a.visitor = "王某", PERSON_CODE, "visitor");
        refused(a -> a.signed = false, SIGNATURE_MISSING, "householder");
        refused(a -> called(a), PHONE_ONLY_FOR_ABSENT);
        refused(a -> called(a).absence = "全家外出务工", REACHED_REQUIRED);
        refused(a -> called(a).home = true, NOT_AWAY);
        refused(
                a -> {
                    called(a).absence = "全家外出务工";
                    a.reached = "李某";
                },
                PERSON_CODE,
                "reached");
        assertThat(done(asked(a -> {
                            called(a).absence = "全家外出务工";
                            a.reached = "grid-member";
                        }))
                        .reached())
                .isEqualTo("grid-member");
        refused(a -> a.items = items(SafeguardResult.PASS).subList(1, 6), CHECK_INCOMPLETE, "FOOD");
        refused(a -> a.risks = List.of("08"), RISK_UNKNOWN, "08");
        refused(a -> a.risks = List.of("99"), RISK_NOTE_REQUIRED);
        refused(a -> a.risks = List.of("05", "04", "09"), RISK_INCONSISTENT, "04", "09");
        refused(a -> a.note = "电话13912345678", SENSITIVE_TEXT, "PHONE");
        refused(
                a -> a.after = new AfterRemoval(
                        false, false, false, false, null, null, null, null, null, null, null, null, null),
                AFTER_REMOVAL_INCOMPLETE,
                "wage",
                "property",
                "transfer",
                "operating",
                "cost",
                "net",
                "perCapita",
                "claims",
                "selfPaid");
        refused(
                a -> a.after = new AfterRemoval(
                        false,
                        false,
                        false,
                        false,
                        new BigDecimal("-1"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO),
                AFTER_REMOVAL_INVALID,
                "wage",
                "net");
    }

    @Property
    void every_month_lies_in_one_period_of_its_year(
            @ForAll @IntRange(min = 2019, max = 2030) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        var day = YearMonth.of(year, month);
        for (var months : List.of(1, 2, 3, 4, 6, 12)) {
            var period = RevisitPeriod.of(day, months);
            assertThat(period.from()).isBeforeOrEqualTo(day);
            assertThat(period.to()).isAfterOrEqualTo(day);
            assertThat(period.from().getYear()).isEqualTo(period.to().getYear()).isEqualTo(year);
            assertThat(Stream.iterate(period.from(), m -> m.plusMonths(1)).limit(months))
                    .allSatisfy(m -> assertThat(RevisitPeriod.of(m, months)).isEqualTo(period))
                    .last()
                    .isEqualTo(period.to());
        }
    }

    private static Asked called(Asked asked) {
        asked.method = CheckMethod.PHONE;
        asked.signed = false;
        return asked;
    }

    private void refused(Consumer<Asked> change, Reason reason, String... details) {
        revisit.given().when(asked(change)).thenRefused(reason, details);
    }

    private static AfterRemoval after(String perCapita, boolean uninsured) {
        var net = new BigDecimal(perCapita).multiply(BigDecimal.valueOf(5));
        return new AfterRemoval(
                false,
                false,
                uninsured,
                false,
                net,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                net,
                new BigDecimal(perCapita),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }
}
