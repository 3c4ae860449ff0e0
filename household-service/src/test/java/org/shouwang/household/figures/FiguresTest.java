package org.shouwang.household.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.Waiting;
import org.shouwang.household.figures.Partition.Category;

/** Indicators overlap, categories do not: every registered household is counted in one of them. */
@QuarkusTest
@WithTestResource(Servers.class)
class FiguresTest {

    @Inject
    Journal journal;

    private static final String VILLAGE = "610727105905";

    @Test
    void every_household_stands_in_one_category_and_in_as_many_indicators_as_it_fits() {
        Village.areas();
        as("sys-admin").body(Map.of("name", "分类村", "validFrom", "2020-01-01")).put("/household/areas/" + VILLAGE);
        registered("LIFTED", "TEKUN", "DIBAO");
        registered("GENERAL", "TEKUN", "DIBAO");
        registered("GENERAL", "DIBAO", "DISABLED");
        registered("GENERAL", "DISABLED");
        registered("GENERAL");
        registered("GENERAL");
        as("town-operator")
                .get("/household/figures?area=" + VILLAGE + "&date=2021-09-30")
                .then()
                .statusCode(200)
                .body("categories.code", contains("LIFTED", "TEKUN", "DIBAO", "DISABLED", "GENERAL"))
                .body("categories.households", contains(1, 1, 1, 1, 2))
                .body("categories.persons", contains(1, 1, 1, 1, 2))
                .body("figures.find { it.code == 'I04' }.households", is(3))
                .body("figures.find { it.code == 'I05' }.households", is(2))
                .body("figures.find { it.code == 'DISABLED' }.households", is(2))
                .body("figures.find { it.code == 'REGISTERED' }.households", is(6))
                .body("checks.find { it.rule == '类别合计=REGISTERED' }.holds", is(true));
        as("town-operator")
                .get("/household/figures?area=" + VILLAGE + "&date=2020-09-30")
                .then()
                .statusCode(200)
                .body("categories.households", contains(0, 0, 0, 0, 0));
    }

    @Test
    void the_order_is_a_setting_and_who_fits_nothing_named_is_general() {
        assertThat(new Partition(List.of(Category.LIFTED, Category.GENERAL, Category.DIBAO, Category.LIFTED)).order())
                .containsExactly(Category.LIFTED, Category.DIBAO, Category.GENERAL);
        assertThat(new Partition(List.of(Category.DISABLED, Category.LIFTED)).sql())
                .isEqualTo("case when disabled > 0 then 'DISABLED' when lifted then 'LIFTED' when true then 'GENERAL'"
                        + " end");
    }

    @Test
    void whether_weak_labour_is_counted_is_a_setting_and_changes_nothing_of_who_has_none() {
        Village.areas();
        var village = "610727105907";
        as("sys-admin").body(Map.of("name", "劳力村", "validFrom", "2020-01-01")).put("/household/areas/" + village);
        living(village, "SKILLED", "WEAK");
        living(village, "WEAK");
        living(village, "LOST");
        as("town-operator")
                .get("/household/figures?area=" + village + "&date=2021-09-30")
                .then()
                .statusCode(200)
                .body("figures.find { it.code == 'I06' }.persons", is(3))
                .body("figures.find { it.code == 'NO_LABOUR' }.households", is(1));
        var without = new Figures(journal, new Partition(List.of()), false);
        var report = Waiting.on(() -> without.of(village, "610727", LocalDate.of(2021, 9, 30)));
        assertThat(report.figures())
                .filteredOn(f -> f.code().equals("I06"))
                .extracting(Figures.Figure::persons)
                .containsExactly(1L);
        assertThat(report.figures())
                .filteredOn(f -> f.code().equals("NO_LABOUR"))
                .extracting(Figures.Figure::households)
                .containsExactly(1L);
    }

    private static void living(String village, String... labour) {
        var id = UUID.randomUUID();
        var members = new ArrayList<Map<String, Object>>();
        for (var one : labour) {
            var member = members.isEmpty()
                    ? member(head(id), "02", "赵甲", LocalDate.of(1970, 1, 2), true)
                    : member(spouse(id), "10", "钱乙", LocalDate.of(1972, 3, 4), false);
            member.put("labour", one);
            members.add(member);
        }
        as("town-operator")
                .body(household(village, members))
                .put("/household/households/" + id)
                .then()
                .statusCode(201);
    }

    private static void registered(String type, String... tags) {
        var id = UUID.randomUUID();
        var body = household(VILLAGE, List.of(member(head(id), "02", "赵甲", LocalDate.of(1970, 1, 2), true)));
        body.put("registeredType", type);
        body.put(
                "tags",
                Arrays.stream(tags)
                        .map(tag -> Map.of("tag", tag, "memberIds", List.of(head(id)), "from", "2021-03-01"))
                        .toList());
        as("town-operator").body(body).put("/household/households/" + id).then().statusCode(201);
    }
}
