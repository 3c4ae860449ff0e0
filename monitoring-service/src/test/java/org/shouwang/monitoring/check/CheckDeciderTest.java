package org.shouwang.monitoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.check.CheckRefusal.*;
import static org.shouwang.monitoring.object.ObjectRefusal.NOT_AN_OBJECT;
import static org.shouwang.monitoring.object.ObjectRefusal.OBJECT_NOT_ACTIVE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.check.CheckCommand.*;
import org.shouwang.monitoring.check.CheckEvent.*;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.MonitoredObject.Entry;
import org.shouwang.monitoring.object.MonitoredObject.Episode;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.warning.WarningItem;

class CheckDeciderTest {

    private static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    private static final UUID CHECK = UUID.fromString("00000000-0000-0000-0000-0000000000ab");
    private static final String VILLAGE = "610727105208";
    private static final YearMonth DECEMBER = YearMonth.of(2021, 12);
    private static final LocalDate DAY = LocalDate.of(2021, 12, 8);
    private static final Episode EPISODE = new Episode(
            1,
            CHECK,
            VILLAGE,
            ObjectType.UNSTABLE,
            List.of("01"),
            null,
            Entry.NOT_ENTERED,
            LocalDate.of(2021, 11, 15),
            List.of());
    private static final MonthlyMonitoringMissed MISSED = new MonthlyMonitoringMissed(HOUSEHOLD, VILLAGE, 1, DECEMBER);

    private final Spec<CheckCommand, MonthlyCheck, CheckEvent> check = Spec.of(new CheckDecider());

    /** A report, changed from the good one for one test. */
    private MonitoredObject object = new MonitoredObject.Active(EPISODE);

    private LocalDate day = DAY;
    private CheckMethod method = CheckMethod.ON_SITE;
    private boolean home;
    private String absence;
    private String reached;
    private SafeguardFact cited;
    private List<SafeguardFact.Item> items = items();
    private Employment work = Employment.STABLE;
    private LivingChange living = LivingChange.SAME;
    private List<WarningItem> solved;
    private String note;
    private List<DocumentRef> documents = List.of();
    private List<String> needed = List.of();
    private List<String> risks = List.of();
    private List<String> leftOut = List.of();
    private List<String> unfit = List.of();
    private boolean signed = true;
    private String visitor = "grid-member";

    @Test
    void a_visit_is_recorded_once_a_month() {
        check.given().when(report()).then(done());
        check.given(done()).when(report()).thenNothing();
        var first = done();
        note = "补充";
        check.given(first).when(report()).thenRefused(ALREADY_CHECKED);
    }

    @Test
    void what_is_not_good_is_wanting() {
        items = items("WATER", "FAIL", "HOUSING", "AT_RISK", "EDUCATION", "NOT_APPLICABLE", "MEDICAL", "UNKNOWN");
        var event =
                (MonthlyMonitoringDone) check.given().when(report()).events().getFirst();
        assertThat(event.wanting()).containsExactly(Indicator.MEDICAL, Indicator.HOUSING, Indicator.WATER);
    }

    @Test
    void a_visit_says_of_spending_and_other_matters_that_they_are_solved() {
        solved = List.of(WarningItem.SPENDING, WarningItem.OTHER);
        check.given().when(report()).then(done());
        solved = List.of(WarningItem.OTHER, WarningItem.WATER, WarningItem.INCOME, WarningItem.EMPLOYMENT);
        check.given().when(report()).thenRefused(SOLVED_OTHERWISE, "WATER", "INCOME", "EMPLOYMENT");
        solved = List.of();
        check.given().when(report()).then(done());
    }

    @Test
    void every_item_is_answered() {
        items = items().subList(0, 4);
        check.given().when(report()).thenRefused(CHECK_INCOMPLETE, "HOUSING", "WATER");
    }

    @Test
    void the_day_lies_in_the_month_and_not_before_the_inclusion() {
        day = DAY.plusMonths(1);
        check.given().when(report()).thenRefused(MONTH_MISMATCH, "2021-12");
        day = LocalDate.of(2021, 11, 14);
        check.given().when(report()).thenRefused(DATE_OUT_OF_ORDER, "2021-11-15");
    }

    @Test
    void only_who_is_away_is_called_by_phone() {
        method = CheckMethod.PHONE;
        signed = false;
        check.given().when(report()).thenRefused(PHONE_ONLY_FOR_ABSENT);
        absence = "全家外出务工";
        check.given().when(report()).thenRefused(REACHED_REQUIRED);
        reached = "李某";
        check.given().when(report()).thenRefused(PERSON_CODE, "reached");
        reached = CHECK.toString();
        check.given().when(report()).then(done());
        home = true;
        check.given().when(report()).thenRefused(NOT_AWAY);
    }

    @Test
    void a_visit_at_home_is_signed() {
        signed = false;
        check.given().when(report()).thenRefused(SIGNATURE_MISSING, "householder");
    }

    @Test
    void the_papers_of_the_policy_are_asked_of_a_visit_at_home() {
        needed = List.of("DOC_PHOTO");
        check.given().when(report()).thenRefused(EVIDENCE_MISSING, "DOC_PHOTO");
        documents = List.of(new DocumentRef("DOC_PHOTO", "ab".repeat(32)));
        check.given().when(report()).then(done());
        documents = List.of();
        method = CheckMethod.PHONE;
        absence = "全家外出务工";
        reached = CHECK.toString();
        check.given().when(report()).then(done());
    }

    /** As they were told before work and living conditions were asked. */
    @Test
    void what_was_not_asked_is_left_open() {
        work = null;
        living = null;
        check.given(done()).when(report()).thenNothing();
    }

    @Test
    void a_cited_check_is_of_the_same_month_up_to_the_visit() {
        cited = new SafeguardFact(CHECK, HOUSEHOLD, DAY.plusDays(1), items());
        check.given().when(report()).thenRefused(DATE_OUT_OF_ORDER, "2021-12-09");
        cited = new SafeguardFact(CHECK, HOUSEHOLD, LocalDate.of(2021, 11, 30), items());
        check.given().when(report()).thenRefused(DATE_OUT_OF_ORDER, "2021-11-30");
        cited = new SafeguardFact(CHECK, HOUSEHOLD, LocalDate.of(2021, 12, 1), items());
        items = List.of();
        assertThat(((MonthlyMonitoringDone)
                                check.given().when(report()).events().getFirst())
                        .checkId())
                .isEqualTo(CHECK);
    }

    @Test
    void new_risks_are_those_of_the_form() {
        risks = List.of("08");
        check.given().when(report()).thenRefused(RISK_UNKNOWN, "08");
        risks = List.of("99");
        check.given().when(report()).thenRefused(RISK_NOTE_REQUIRED);
        note = "房屋漏雨";
        unfit = List.of("99");
        check.given().when(report()).thenRefused(RISK_INCONSISTENT, "99");
        unfit = List.of();
        check.given().when(report()).then(done());
    }

    @Test
    void a_household_has_five_risks_and_the_visit_keeps_those_without_room() {
        object = risky("01", "02", "03");
        risks = List.of("05", "01", "05", "06", "10", "11");
        leftOut = List.of("10", "11");
        check.given().when(report()).then(done());
        var before = done();
        object = risky("01", "02", "03", "05", "06");
        check.given(before).when(report()).thenNothing();
        object = risky("01", "02", "03", "05");
        check.given(before).when(report()).thenNothing();
        check.given(before).when(correct(CHECK, CHECK, "误填")).thenNothing();
        note = "补充";
        leftOut = List.of("11");
        var corrected = new MonthlyMonitoringCorrected(CHECK, "误填", done());
        check.given(before).when(correct(CHECK, CHECK, "误填")).then(corrected);
        object = risky("01", "02", "03", "05", "10");
        check.given(before, corrected).when(correct(CHECK, CHECK, "误填")).thenNothing();
    }

    private static MonitoredObject risky(String... risks) {
        return new MonitoredObject.Active(new Episode(
                1,
                CHECK,
                VILLAGE,
                ObjectType.UNSTABLE,
                List.of(risks),
                null,
                Entry.NOT_ENTERED,
                EPISODE.includedOn(),
                List.of()));
    }

    @Test
    void persons_are_codes_and_texts_tell_nobody() {
        visitor = "李某";
        check.given().when(report()).thenRefused(PERSON_CODE, "visitor");
        visitor = "grid-member";
        note = "电话13912345678";
        check.given().when(report()).thenRefused(SENSITIVE_TEXT, "PHONE");
    }

    @Test
    void only_monitored_households_are_visited() {
        object = new MonitoredObject.Never();
        check.given().when(report()).thenRefused(NOT_AN_OBJECT);
        object = new MonitoredObject.Removed(EPISODE, CHECK, DAY);
        check.given().when(report()).thenRefused(OBJECT_NOT_ACTIVE);
        object = new MonitoredObject.Pending(EPISODE, CHECK);
        check.given().when(report()).then(done());
    }

    @Test
    void a_missed_month_is_noted_once_and_may_be_made_up_for() {
        var note = new NoteMissed(HOUSEHOLD, VILLAGE, 1, DECEMBER);
        check.given().when(note).then(MISSED);
        check.given(MISSED).when(note).thenNothing();
        check.given(done()).when(note).thenNothing();
        check.given(MISSED).when(report()).then(done());
    }

    @Test
    void a_correction_names_what_it_corrects_and_why() {
        check.given(MISSED).when(correct(CHECK, CHECK, "误填")).thenRefused(NOTHING_TO_CORRECT);
        var before = done();
        check.given(before).when(correct(CHECK, CHECK, "误填")).thenNothing();
        note = "补充";
        var corrected = new MonthlyMonitoringCorrected(CHECK, "误填", done());
        check.given(before).when(correct(CHECK, CHECK, "误填")).then(corrected);
        check.given(before).when(correct(CHECK, CHECK, " ")).thenRefused(REASON_REQUIRED);
        check.given(before).when(correct(CHECK, CHECK, "电话13912345678")).thenRefused(SENSITIVE_TEXT, "PHONE");
        check.given(before)
                .when(correct(CHECK, HOUSEHOLD, "误填"))
                .thenRefused(CORRECTION_OUTDATED, HOUSEHOLD.toString());
        check.given(before, corrected).when(correct(CHECK, HOUSEHOLD, "误填")).thenNothing();
        note = "再更正";
        check.given(before, corrected)
                .when(correct(HOUSEHOLD, HOUSEHOLD, "又误"))
                .then(new MonthlyMonitoringCorrected(HOUSEHOLD, "又误", done()));
    }

    @Test
    void a_correction_keeps_the_rules_of_a_report_and_the_households_stay() {
        var before = done();
        items = items().subList(0, 4);
        check.given(before).when(correct(CHECK, CHECK, "误填")).thenRefused(CHECK_INCOMPLETE, "HOUSING", "WATER");
        items = items();
        object = new MonitoredObject.Removed(EPISODE, CHECK, DAY);
        check.given(before).when(correct(CHECK, CHECK, "误填")).thenRefused(OBJECT_NOT_ACTIVE);
        object = new MonitoredObject.Active(new Episode(
                2, CHECK, VILLAGE, ObjectType.UNSTABLE, List.of("01"), null, Entry.NOT_ENTERED, DAY, List.of()));
        check.given(before).when(correct(CHECK, CHECK, "误填")).thenRefused(OBJECT_NOT_ACTIVE);
    }

    private Correct correct(UUID corrects, UUID last, String reason) {
        return new Correct(corrects, last, reason, report());
    }

    private Report report() {
        return new Report(
                HOUSEHOLD,
                object,
                DECEMBER,
                visitor,
                day,
                method,
                home,
                absence,
                reached,
                cited,
                items,
                IncomeChange.SAME,
                null,
                work,
                living,
                solved,
                note,
                risks,
                unfit,
                signed,
                documents,
                needed);
    }

    private MonthlyMonitoringDone done() {
        return new MonthlyMonitoringDone(
                HOUSEHOLD,
                VILLAGE,
                1,
                DECEMBER,
                visitor,
                day,
                method,
                absence,
                reached,
                null,
                items,
                List.of(),
                IncomeChange.SAME,
                null,
                work,
                living,
                solved,
                note,
                risks,
                leftOut,
                signed,
                documents);
    }

    private static List<SafeguardFact.Item> items(String... exceptions) {
        return Arrays.stream(Indicator.values())
                .map(indicator -> {
                    var at = Arrays.asList(exceptions).indexOf(indicator.name());
                    return new SafeguardFact.Item(
                            indicator, at < 0 ? SafeguardResult.PASS : SafeguardResult.valueOf(exceptions[at + 1]));
                })
                .toList();
    }
}
