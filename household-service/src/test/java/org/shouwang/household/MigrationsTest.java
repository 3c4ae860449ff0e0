package org.shouwang.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.OldDatabase;

/** What stood in the tables before a migration stands in them as today's code writes it. */
class MigrationsTest {

    private static final OffsetDateTime SPRING = OffsetDateTime.parse("2021-04-01T08:00:00Z");
    private static final OffsetDateTime AUTUMN = OffsetDateTime.parse("2021-10-20T08:00:00Z");

    private final UUID mended = new UUID(0, 1);
    private final UUID told = new UUID(0, 2);
    private final UUID sound = new UUID(0, 3);
    private final UUID silent = new UUID(0, 4);
    private final UUID corrected = new UUID(0, 5);
    private final UUID ungraded = new UUID(0, 6);

    @Test
    void every_grade_of_a_dwelling_that_was_found_is_on_the_roster() throws SQLException {
        try (var database = new OldDatabase("1632")) {
            appraised(database, mended, 2, SPRING, "D", "2021-04-01");
            appraised(database, mended, 3, AUTUMN, "A", "2021-10-20");
            conditions(database, told, 2, "{\"housingGrade\":\"C\"}", 2021, "2022-03-01");
            conditions(database, sound, 2, "{\"housingGrade\":\"B\"}", 2021, "2021-06-01");
            appraised(database, sound, 3, AUTUMN, "A", "2021-05-01");
            conditions(database, silent, 2, "{}", 2021, "2021-06-01");
            var check = "{\"householdId\":\"" + mended + "\",\"checkedOn\":\"2021-04-02\"";
            database.event("safeguard", corrected, 1, "SafeguardChecked", SPRING, check + ",\"housingGrade\":\"B\"}");
            database.event(
                    "safeguard",
                    corrected,
                    2,
                    "SafeguardCheckCorrected",
                    AUTUMN,
                    "{\"check\":" + check + ",\"housingGrade\":\"D\"}}");
            database.event("safeguard", ungraded, 1, "SafeguardChecked", SPRING, check + "}");

            database.migrate("latest");

            assertThat(
                            database.rows(
                                    "select household, grade, dangerous, found_on, recorded_at at time zone 'UTC' from appraised_housing order by household"))
                    .containsExactly(
                            Arrays.asList(mended.toString(), "A", "t", "2021-10-20", "2021-10-20 08:00:00"),
                            Arrays.asList(told.toString(), "C", "t", "2021-12-31", "2021-04-01 08:00:00"),
                            Arrays.asList(sound.toString(), "B", "f", "2021-06-01", "2021-04-01 08:00:00"));
            assertThat(
                            database.rows(
                                    "select id, household, grade, dangerous, found_on, recorded_at at time zone 'UTC' from checked_housing order by id"))
                    .containsExactly(
                            Arrays.asList(
                                    corrected.toString(),
                                    mended.toString(),
                                    "D",
                                    "t",
                                    "2021-04-02",
                                    "2021-04-01 08:00:00"),
                            Arrays.asList(
                                    ungraded.toString(),
                                    mended.toString(),
                                    null,
                                    "f",
                                    "2021-04-02",
                                    "2021-04-01 08:00:00"));
        }
    }

    private static void appraised(
            OldDatabase database, UUID household, int version, OffsetDateTime at, String grade, String on)
            throws SQLException {
        database.event(
                "household",
                household,
                version,
                "HousingGradeAppraised",
                at,
                "{\"grade\":\"" + grade + "\",\"appraisedOn\":\"" + on + "\"}");
    }

    private static void conditions(
            OldDatabase database, UUID household, int version, String conditions, int year, String on)
            throws SQLException {
        database.event(
                "household",
                household,
                version,
                "LivingConditionsRecorded",
                SPRING,
                "{\"year\":" + year + ",\"conditions\":" + conditions + ",\"on\":\"" + on + "\"}");
    }
}
