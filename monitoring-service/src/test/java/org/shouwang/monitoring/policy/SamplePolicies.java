package org.shouwang.monitoring.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.shouwang.eventsourcing.journal.Json;

/** The 2020 town plan and the 2021 mechanism, as documents and as complete terms. */
public final class SamplePolicies {

    private SamplePolicies() {}

    public static String document(String name) {
        try (var file = SamplePolicies.class.getResourceAsStream("/policies/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PolicyTerms town2020() {
        return terms("pol-2020-town");
    }

    public static PolicyTerms county2021() {
        return terms("pol-2021");
    }

    public static PolicyTerms terms(String name) {
        try {
            var body = Json.MAPPER.readValue(document(name), PolicyDocument.class);
            return new PolicyDefaults().complete(body.terms(body.policyId(), body.version()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
