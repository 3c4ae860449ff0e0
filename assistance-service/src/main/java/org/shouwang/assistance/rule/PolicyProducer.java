package org.shouwang.assistance.rule;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.shouwang.eventsourcing.Cause.PolicyRef;
import org.shouwang.eventsourcing.journal.Json;

/** Reads the policy of help that this build ships with. */
public class PolicyProducer {

    /** @throws IOException where the file is missing or not as it should be; the service does not start then */
    @Produces
    @Singleton
    public static AssistancePolicy policy() throws IOException {
        try (var file = PolicyProducer.class.getResourceAsStream("/assistance-policy.json")) {
            return Json.MAPPER.readValue(file, AssistancePolicy.class);
        }
    }

    /** How events name it. */
    @Produces
    @Singleton
    static PolicyRef reference(AssistancePolicy policy) {
        return policy.ref();
    }
}
