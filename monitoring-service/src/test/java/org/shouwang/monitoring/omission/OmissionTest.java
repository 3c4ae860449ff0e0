package org.shouwang.monitoring.omission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;
import static org.shouwang.monitoring.Household.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.monitoring.Household;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.Included;

/** Who is below the line, not monitored and not decided against stands on the list; who is not, does not. */
@QuarkusTest
@WithTestResource(Servers.class)
class OmissionTest {

    private static final String REFERENCE = "610727105771";

    @Test
    void a_household_below_the_line_that_nobody_took_up_is_listed() {
        Household.policies();
        var poor = below("29999.95");
        var onTheLine = below("30000.00");
        var atRisk = below("20000.00").safeguards("2021-10-01", "WATER", "AT_RISK");
        var heard = below("20000.00").heard("2021-11-01");
        var gone = below("20000.00");
        gone.publish(
                "household",
                gone.id,
                "HouseholdDeactivated",
                LocalDate.of(2021, 11, 1),
                Map.of("reason", "x", "on", "2021-11-01"));

        ReadModels.settle();
        listed(poor.id, true, false);
        listed(atRisk.id, true, true);
        listed(heard.id, true, true);
        listed(onTheLine.id, false, false);
        listed(gone.id, false, false);
        item(poor.id, "2021-12-01")
                .body("perCapita", is(5999.99f))
                .body("line", is(6000.0f))
                .body("until", is("2021-10"))
                .body("clues", is(0));
    }

    @Test
    void who_is_monitored_is_not_listed() {
        var included = Included.in2021();
        ReadModels.settle();
        listed(included.id(), false, false);
    }

    @Test
    void where_the_policy_compares_the_reference_income_that_decides() {
        Household.policies();
        put(
                        "sys-admin",
                        "/policies/POL-REFERENCE/versions/1",
                        SamplePolicies.document("pol-2021")
                                .replace("\"policyId\":\"POL-2021\",", "")
                                .replace("\"areaPrefix\":\"610727\"", "\"areaPrefix\":\"" + REFERENCE + "\"")
                                .replace("\"inclusive\":false", "\"inclusive\":false,\"useReferenceIncome\":true"))
                .statusCode(201);
        var burdened = compared("40000.00", "29999.95");
        var repaid = compared("20000.00", "30000.00");

        ReadModels.settle();
        listed(burdened.id, true, false);
        listed(repaid.id, false, false);
        item(burdened.id, "2021-12-01").body("perCapita", is(5999.99f));
        get("town-operator", "/quality/findings?rule=DQ-24&date=2021-12-01&area=" + REFERENCE)
                .statusCode(200)
                .body("items.householdId", contains(burdened.id.toString()));
    }

    private static Household compared(String net, String reference) {
        var household = Household.registered("LIFTED").income(net, reference, "2020-11", "2021-10", "ACTUAL_12M");
        household.publish(
                "household",
                household.id,
                "HouseholdMoved",
                Map.of("fromArea", VILLAGE, "toArea", REFERENCE, "on", "2021-11-02"));
        return household;
    }

    @Test
    void an_area_beyond_a_county_is_refused() {
        get("auditor", "/omissions?area=610727000000").statusCode(200);
        get("auditor", "/omissions?area=620000000000").statusCode(403);
    }

    /** With five persons. */
    private static Household below(String net) {
        return Household.registered("GENERAL").income(net, "2020-11", "2021-10", "ACTUAL_12M");
    }

    private static void listed(UUID household, boolean there, boolean recommended) {
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var row = find(household, "2021-12-01");
            assertThat(row != null).isEqualTo(there);
            if (there) assertThat(row.get("recommended")).isEqualTo(recommended);
        });
    }

    private static io.restassured.response.ValidatableResponse item(UUID household, String date) {
        return get("county-operator", "/omissions?limit=1&date=" + date + "&after=" + before(household))
                .rootPath("items[0]")
                .body("householdId", is(household.toString()));
    }

    private static UUID before(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private static Map<String, Object> find(UUID household, String date) {
        String next = null;
        do {
            var page = get(
                            "county-operator",
                            "/omissions?limit=200&date=" + date + (next == null ? "" : "&after=" + next))
                    .statusCode(200)
                    .extract();
            Map<String, Object> row = page.path("items.find { it.householdId == '" + household + "' }");
            if (row != null) return row;
            next = page.path("next");
        } while (next != null);
        return null;
    }
}
