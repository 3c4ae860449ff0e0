package org.shouwang.household.safeguard;

import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;
import org.shouwang.eventsourcing.testing.ReadModels;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.eventsourcing.testing.Topics;
import org.shouwang.household.Village;

/** Whether a check is signed by both is what the policy of its village and day says, as monitoring published it. */
@QuarkusTest
@WithTestResource(Servers.class)
class SignatureRuleTest {

    private static final List<String> BOTH = List.of("COLLECTOR", "HOUSEHOLDER");

    private final UUID policy = UUID.randomUUID();
    private final String policyId = "POL-" + policy;
    private UUID household;

    @BeforeEach
    void a_couple() {
        Village.areas();
        household = couple(QINGGANGPING);
    }

    @Test
    void what_is_read_of_policies_is_what_monitoring_promises() throws IOException {
        EventShapes.assertPromised(List.of(new SignatureRuleConsumer()), "monitoring-service");
    }

    @Test
    void both_sign_where_and_while_the_policy_wants_it() {
        published(1, "2023-01-01", Map.of("safeguardSignatures", "REQUIRED"));
        published(2, "2023-03-01", Map.of("safeguardSignatures", "OPTIONAL"));
        Topics.publish(
                "monitoring.events",
                "policy",
                policy,
                policy,
                3,
                "PolicySuperseded",
                QINGGANGPING,
                LocalDate.of(2023, 1, 1),
                Map.of("policyId", policyId, "version", 1, "by", 2, "from", "2023-03-01"));
        ReadModels.settle();
        check("2022-12-31", List.of()).statusCode(201);
        check("2023-01-01", List.of())
                .statusCode(422)
                .body("code", is("SIGNATURE_MISSING"))
                .body("details", contains("COLLECTOR", "HOUSEHOLDER"));
        check("2023-02-28", List.of("COLLECTOR")).statusCode(422).body("details", contains("HOUSEHOLDER"));
        check("2023-02-28", BOTH).statusCode(201);
        check("2023-03-01", List.of()).statusCode(201);
    }

    @Test
    void a_policy_that_is_older_than_the_term_asks_for_nothing() {
        published(1, "2024-01-01", null);
        ReadModels.settle();
        check("2024-01-02", List.of()).statusCode(201);
    }

    /** For the village only and until the end of the year, so that no other check is asked for it. */
    private void published(int version, String from, Map<String, String> monitoring) {
        var terms = new TreeMap<String, Object>(Map.of(
                "policyId",
                policyId,
                "version",
                version,
                "areaPrefix",
                QINGGANGPING,
                "effectiveFrom",
                from,
                "effectiveTo",
                from.substring(0, 4) + "-12-31"));
        if (monitoring != null) terms.put("monitoring", monitoring);
        Topics.publish(
                "monitoring.events",
                "policy",
                policy,
                policy,
                version,
                "PolicyPublished",
                QINGGANGPING,
                LocalDate.of(2023, 1, 1),
                Map.of("terms", terms));
    }

    private ValidatableResponse check(String on, List<String> signatures) {
        var items = Stream.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER")
                .map(i -> Map.of("indicator", i, "result", "PASS"))
                .toList();
        return as("info-officer")
                .body(Map.of("checkedOn", on, "method", "ON_SITE", "items", items, "signatures", signatures))
                .put("/household/households/" + household + "/safeguard-checks/" + UUID.randomUUID())
                .then();
    }
}
