package org.shouwang.monitoring.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Household.get;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.sample.Bench;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.object.Grade;
import org.shouwang.monitoring.object.GradeTrigger;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.AddRisk;
import org.shouwang.monitoring.object.ObjectCommand.Assess;
import org.shouwang.monitoring.object.ObjectCommand.Include;
import org.shouwang.monitoring.object.ObjectCommand.ResolveRisk;
import org.shouwang.monitoring.object.ObjectType;
import org.shouwang.monitoring.object.Objects;

/** A month counts colours and risks as they stand at the end of its last day, in households and persons, whatever they were in between. */
@QuarkusTest
@WithTestResource(Servers.class)
class GradeMonthsTest {

    private static final String TOPIC = "household.events";
    private static final String VILLAGE = "610728196201";
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @Inject
    Objects objects;

    @Test
    void colours_and_risks_that_change_within_a_month_and_between_months() {
        var changing = registered(4);
        give(changing, include(ObjectType.UNSTABLE, List.of("01"), Grade.YELLOW, "2020-04-10"), "2020-04-10");
        assess(changing, Grade.RED, GradeTrigger.INCOME_UPDATE, "2020-05-06");
        add(changing, "11", "2020-05-10");
        assess(changing, Grade.GREEN, GradeTrigger.REEVALUATION, "2020-05-20");
        resolve(changing, "11", "2020-05-25");
        add(changing, "06", "2020-06-15");
        published(changing, "MemberAdded", LocalDate.of(2020, 6, 20), Map.of("member", member()));
        assess(changing, Grade.YELLOW, GradeTrigger.INCOME_UPDATE, "2020-06-30");
        assess(changing, Grade.RED, GradeTrigger.HARDSHIP_EVENT, "2020-07-01");
        resolve(changing, "01", "2020-07-05");
        var red = registered(2);
        give(red, include(ObjectType.EDGE, List.of("06", "01"), Grade.RED, "2020-05-31"), "2020-05-31");
        var coloured = registered(3);
        give(coloured, include(null, List.of("01"), Grade.YELLOW, "2020-05-15"), "2020-05-15");
        Stream.of(changing, red, coloured)
                .forEach(id -> published(
                        id, "HouseholdDeactivated", START, Map.of("reason", "MOVED_OUT", "on", "2000-01-01")));
        ReadModels.settle();

        var months = months();
        assertThat(months).extracting(m -> m.get("month")).containsExactly("2020-04", "2020-05", "2020-06", "2020-07");
        assertThat(months)
                .extracting(m -> parts(m, "grades"))
                .containsExactly(
                        Map.of("YELLOW", new Count(1, 4)),
                        Map.of("RED", new Count(1, 2), "YELLOW", new Count(1, 3), "GREEN", new Count(1, 4)),
                        Map.of("RED", new Count(1, 2), "YELLOW", new Count(2, 8)),
                        Map.of("RED", new Count(2, 7), "YELLOW", new Count(1, 3)));
        assertThat(months)
                .extracting(m -> parts(m, "mainRisks"))
                .containsExactly(
                        Map.of("01", new Count(1, 4)),
                        Map.of("01", new Count(1, 4), "06", new Count(1, 2)),
                        Map.of("01", new Count(1, 5), "06", new Count(1, 2)),
                        Map.of("06", new Count(2, 7)));
        assertThat(months)
                .extracting(m -> parts(m, "risks"))
                .containsExactly(
                        Map.of("01", new Count(1, 4)),
                        Map.of("01", new Count(2, 6), "06", new Count(1, 2)),
                        Map.of("01", new Count(2, 7), "06", new Count(2, 7)),
                        Map.of("01", new Count(1, 2), "06", new Count(2, 7)));
    }

    private static List<Map<String, Object>> months() {
        return get("viewer-province", "/figures/months?area=" + VILLAGE + "&from=2020-04&to=2020-07")
                .statusCode(200)
                .extract()
                .path("items");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Count> parts(Map<String, Object> month, String by) {
        var parts = new LinkedHashMap<String, Count>();
        for (var part : (List<Map<String, Object>>) month.get(by))
            parts.put((String) part.get("code"), new Count((Integer) part.get("households"), (Integer)
                    part.get("persons")));
        return parts;
    }

    private static UUID registered(int members) {
        var id = UUID.randomUUID();
        published(
                id,
                "HouseholdRegistered",
                START,
                Map.of(
                        "areaCode",
                        VILLAGE,
                        "registeredType",
                        "LIFTED",
                        "members",
                        Stream.generate(GradeMonthsTest::member).limit(members).toList()));
        return id;
    }

    private static Map<String, Object> member() {
        return Map.of(
                "memberId",
                UUID.randomUUID(),
                "relation",
                "20",
                "labour",
                "NORMAL",
                "born",
                "1990-01",
                "working",
                true);
    }

    private static void published(UUID household, String type, LocalDate on, Map<String, Object> event) {
        Topics.publish(TOPIC, "household", household, household, 1, type, VILLAGE, on, event);
    }

    private static Include include(ObjectType type, List<String> risks, Grade grade, String on) {
        return new Include(UUID.randomUUID(), VILLAGE, type, risks, grade, null, null, LocalDate.parse(on), null, null);
    }

    private void assess(UUID household, Grade grade, GradeTrigger trigger, String on) {
        give(household, new Assess(grade, trigger, "INCOME", LocalDate.parse(on), 0), on);
    }

    private void add(UUID household, String risk, String on) {
        give(household, new AddRisk(risk, null, LocalDate.parse(on), true), on);
    }

    private void resolve(UUID household, String risk, String on) {
        var evidence = List.of(new DocumentRef("DOC_PHOTO", "ab".repeat(32)));
        give(household, new ResolveRisk(risk, evidence, LocalDate.parse(on)), on);
    }

    private void give(UUID household, ObjectCommand command, String on) {
        var id = UUID.randomUUID();
        var day = LocalDate.parse(on);
        var cause = new Cause(Actor.system("test"), day, Instant.parse("2026-01-01T00:00:00Z"), id, id, null);
        Bench.await(() -> objects.handle(household, command, cause, OptionalLong.empty()));
    }
}
