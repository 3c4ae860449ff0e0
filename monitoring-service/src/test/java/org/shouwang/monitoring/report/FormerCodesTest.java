package org.shouwang.monitoring.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;

/** A village whose code was replaced, told by the real broker: what it owes under either code. */
@QuarkusTest
@WithTestResource(Servers.class)
class FormerCodesTest {

    private static int villages = 560;

    @Inject
    MonthlyReports reports;

    @Inject
    Journal journal;

    private String old;
    private String next;

    @BeforeEach
    void a_village_and_its_successor() {
        Household.policies();
        old = "610727105" + ++villages;
        next = "610727105" + ++villages;
    }

    @Test
    void a_village_is_held_to_no_quarter_from_before_its_code_and_what_was_held_under_the_old_one_is_its_own() {
        var h = living(old);
        review(old, "2021-04-12");
        moved(h, old, next, "2021-08-01", true);
        ReadModels.settle();
        check(next, "2021-11-30")
                .body("applies", is(true), "minutes", is(1))
                .body("months.month", contains("2021-04", "2021-06", "2021-10"))
                .body("months.due", contains(false, false, true))
                .body("months.heldOn", contains("2021-04-12", null, null))
                .body("findings.month", contains("2021-10"));
        check(old, "2021-11-30")
                .body("months.due", contains(true, true, false))
                .body("findings.month", contains("2021-06"));
        calendar(next, "QUARTERLY_REVIEW", "2021-04-01", "2021-12-31", "2022-01-15")
                .body("items.step", contains("2021-04", "2021-10"))
                .body("items.doneOn", contains("2021-04-12", null))
                .body("items.state", contains("DONE", "LATE"));
    }

    @Test
    void minutes_of_the_month_in_which_the_code_changed_are_not_asked_for_again() {
        var h = living(old);
        review(old, "2021-10-08");
        moved(h, old, next, "2021-10-15", true);
        ReadModels.settle();
        check(next, "2021-11-30")
                .body("months.due", contains(false, false, true))
                .body("findings", empty());
        get("town-operator", "/worklist?level=VILLAGE&area=" + next + "&date=2021-10-20&limit=200")
                .statusCode(200)
                .body("items.findAll { it.duty == 'QUARTERLY_REVIEW' }", empty());
    }

    @Test
    void a_village_that_others_lived_in_before_owes_what_it_owed() {
        living(next);
        var h = living(old);
        review(old, "2021-04-12");
        moved(h, old, next, "2021-12-01", true);
        ReadModels.settle();
        check(next, "2021-12-31")
                .body("minutes", is(0))
                .body("findings.month", contains("2021-04", "2021-06", "2021-10", null));
    }

    @Test
    void a_household_that_moves_by_itself_ends_no_village() {
        var h = living(old);
        moved(h, old, next, "2021-08-01", false);
        ReadModels.settle();
        check(next, "2021-11-30").body("findings.month", contains("2021-04", "2021-06", "2021-10", null));
        check(old, "2021-11-30").body("findings.month", contains("2021-04", "2021-06", "2021-10", null));
    }

    @Test
    void no_report_is_asked_of_a_village_for_months_from_before_its_code() {
        var h = living(old);
        moved(h, old, next, "2021-09-10", true);
        ReadModels.settle();
        assertThat(unmet("2021-09-05")).isEmpty();
        assertThat(unmet("2021-10-05")).containsExactly(YearMonth.of(2021, 9));
        calendar(next, "MONTHLY_REPORT", "2021-08-01", "2021-11-30", "2021-12-01")
                .body("items.step", contains("2021-09", "2021-10"));
        asked("2021-08-20", empty());
        asked("2021-10-01", contains("2021-09"));
        var report = new MonthlyReports.Call(old, YearMonth.of(2021, 9), LocalDate.of(2021, 10, 1), "无新问题", "继续按月走访");
        Bench.await(() -> reports.submit(report, Bench.cause(), OptionalLong.empty()));
        ReadModels.settle();
        assertThat(unmet("2021-10-05")).isEmpty();
        asked("2021-10-01", empty());
        calendar(next, "MONTHLY_REPORT", "2021-08-01", "2021-11-30", "2021-12-01")
                .body("items.doneOn", contains("2021-10-01", null));
    }

    private List<YearMonth> unmet(String date) {
        return Bench.await(() -> journal.read(session -> reports.unmet(session, LocalDate.parse(date), 10_000)))
                .stream()
                .filter(found -> found.areaCode().equals(next))
                .map(MonthlyReports.Unmet::month)
                .toList();
    }

    private void asked(String date, Matcher<?> months) {
        get("town-operator", "/worklist?level=VILLAGE&area=" + next + "&date=" + date + "&limit=200")
                .statusCode(200)
                .body("items.findAll { it.duty == 'MONTHLY_REPORT' }.step", months);
    }

    /** Since the spring of 2021. */
    private static Household living(String village) {
        var h = Household.registered("LIFTED");
        moved(h, VILLAGE, village, "2021-02-01", false);
        return h;
    }

    private static void moved(Household h, String from, String to, String on, boolean recoded) {
        h.publish(
                "household",
                h.id,
                "HouseholdMoved",
                LocalDate.parse(on),
                Map.of("fromArea", from, "toArea", to, "on", on, "recoded", recoded));
    }

    private static void review(String village, String heldOn) {
        put(
                        "town-operator",
                        "/quarterly-reviews/" + village + "/" + heldOn.substring(0, 7),
                        Map.of(
                                "minutes",
                                minutes(heldOn),
                                "counts",
                                List.of(Map.of("category", "GENERAL", "households", 54)),
                                "householdsChecked",
                                54,
                                "householdsWithoutRisk",
                                54,
                                "documents",
                                docs("DOC_MEETING_MINUTES")))
                .statusCode(201);
    }

    private static ValidatableResponse check(String village, String date) {
        return get("town-operator", "/quarterly-reviews/check?area=" + village + "&date=" + date)
                .statusCode(200);
    }

    private static ValidatableResponse calendar(String village, String duty, String from, String to, String date) {
        return get(
                        "town-operator",
                        "/calendar?limit=200&area=" + village + "&duty=" + duty + "&from=" + from + "&to=" + to
                                + "&date=" + date)
                .statusCode(200);
    }
}
