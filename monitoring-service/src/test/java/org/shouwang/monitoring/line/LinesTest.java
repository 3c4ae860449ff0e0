package org.shouwang.monitoring.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.shouwang.monitoring.Household.get;
import static org.shouwang.monitoring.Household.put;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.Servers;

/** Which line holds in a village on a day: the smallest area around it that has one, and of that area's the latest. */
@QuarkusTest
@WithTestResource(Servers.class)
class LinesTest {

    private static final String PROVINCE = "610000000000";
    private static final String COUNTY = "610727000000";
    private static final String TOWN = "610727105000";
    private static final String VILLAGE = "610727105208";

    @Inject
    Journal journal;

    @Test
    void a_line_holds_from_its_day_to_the_next_one_of_its_area() {
        set("sys-admin", PROVINCE, "5500", "2041-01-01");
        set("county-operator", COUNTY, "6000", "2041-02-01");
        set("county-operator", COUNTY, "6500", "2041-07-01");
        assertThat(on("2041-01-31")).contains(new BigDecimal("5500.00"));
        assertThat(on("2041-02-01")).contains(new BigDecimal("6000.00"));
        assertThat(on("2041-06-30")).contains(new BigDecimal("6000.00"));
        assertThat(on("2041-07-01")).contains(new BigDecimal("6500.00"));
        get("county-operator", "/lines?year=2041&area=" + COUNTY)
                .body("amount", contains(5500.00f, 6000.00f, 6500.00f))
                .body("effectiveFrom", contains("2041-01-01", "2041-02-01", "2041-07-01"));

        set("county-operator", COUNTY, "6100", "2041-02-01");
        assertThat(on("2041-06-30")).contains(new BigDecimal("6100.00"));
        assertThat(on("2041-07-01")).contains(new BigDecimal("6500.00"));
    }

    @Test
    void the_smallest_area_counts_however_old_its_line_is() {
        set("county-operator", TOWN, "5000", "2042-01-01");
        set("county-operator", COUNTY, "6000", "2042-03-01");
        assertThat(on("2042-03-01")).contains(new BigDecimal("5000.00"));
    }

    @Test
    void a_line_of_another_year_is_none() {
        set("county-operator", COUNTY, "6000", "2043-02-01");
        assertThat(on("2043-01-31")).isEmpty();
        assertThat(on("2044-02-01")).isEmpty();
    }

    private static void set(String user, String area, String amount, String from) {
        put(
                        user,
                        "/lines/" + area + "/" + from.substring(0, 4),
                        Map.of("amount", new BigDecimal(amount), "effectiveFrom", from, "source", "某年通知"))
                .statusCode(anyOf(is(201), is(204)));
    }

    private Optional<BigDecimal> on(String day) {
        return Bench.await(() -> journal.read(session -> LineTable.amount(session, VILLAGE, LocalDate.parse(day))));
    }
}
