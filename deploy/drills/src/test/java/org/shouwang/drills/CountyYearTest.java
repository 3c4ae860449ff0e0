package org.shouwang.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The year of the smallest county on the services as they were built; and that what does not add up would be found. It takes more than a
 * minute, a larger one ({@code -Dcounty.households=1000}) longer.
 */
@TestMethodOrder(OrderAnnotation.class)
class CountyYearTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private static Stand stand;
    private static CountyYear year;

    @BeforeAll
    static void start() {
        stand = Stand.start(HOME, Stand.Shape.USUAL);
        year = new CountyYear(
                stand, HOME, County.of(HOME, 7, Integer.getInteger("county.households", CountyYear.LEAST)));
    }

    @AfterAll
    static void end() {
        stand.close();
    }

    @Test
    @Order(1)
    void every_figure_adds_up() {
        year.pass();
        var results = year.results();
        assertThat(results.differences()).isEmpty();
        assertThat(results.compared()).isGreaterThan(2_000);
        assertThat(results.commands()).isGreaterThan(500);
    }

    @Test
    @Order(2)
    void what_does_not_add_up_is_found() throws SQLException {
        execute(
                "monitoring",
                "delete from object_flow where kind = 'INCLUDED' and on_day between '2022-01-01' and '2022-12-31'");
        execute("monitoring", "delete from monthly_check where month = '2022-03' and not missed");
        execute(
                "monitoring",
                "update monitored_object set risks = '99' where household = (select max(household::text)::uuid from"
                        + " monitored_object)");
        execute("monitoring", "delete from clue where id = (select min(id::text)::uuid from clue)");
        execute(
                "household",
                "delete from monitored_household where id = (select min(id::text)::uuid from monitored_household where"
                        + " state = 'ACTIVE')");
        execute("assistance", "delete from plan where household = (select min(household::text)::uuid from plan)");

        assertThat(year.results().differences())
                .anyMatch(d -> d.startsWith(County.CODE + " 202") && d.contains(" included: "))
                .anyMatch(d -> d.startsWith(County.CODE + " 202") && d.contains(" unexplained: "))
                .anyMatch(d -> d.startsWith("stock and events (DQ-26): "))
                .anyMatch(d -> d.startsWith("visit to C") && d.contains(" 2022-03: "))
                .anyMatch(d -> d.startsWith("object C") && d.contains("[99]"))
                .anyMatch(d -> d.startsWith("clue C") && d.endsWith("found null"))
                .anyMatch(d -> d.startsWith("on record as ACTIVE C") && d.endsWith("found null"))
                .anyMatch(d -> d.startsWith("plan C") && d.endsWith("found null"));
    }

    private static void execute(String service, String sql) throws SQLException {
        try (var connection = stand.database(service);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
