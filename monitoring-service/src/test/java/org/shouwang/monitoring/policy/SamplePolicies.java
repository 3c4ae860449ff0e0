package org.shouwang.monitoring.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.policy.PolicyTerms.*;

/** The 2020 town plan and the 2021 mechanism, as documents and as complete terms. */
public final class SamplePolicies {

    public static final Publicity REQUIRED = new Publicity(true, false, 5, DayType.CALENDAR, "VILLAGE_ONCE");
    public static final Publicity FORBIDDEN = new Publicity(false, true, 0, null, null);
    public static final List<StepLimit> LIMITS = List.of(
            new StepLimit(CaseStep.VISIT, CaseStep.CLUE, 3, null),
            new StepLimit(CaseStep.COMPARE, CaseStep.VISIT, 5, null),
            new StepLimit(CaseStep.REVIEW, CaseStep.COMPARE, 5, null),
            new StepLimit(CaseStep.PUBLICITY, CaseStep.COMPARE, 5, null));

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

    /** The mechanism of 2021 by another procedure, or under a plan whose results are not made public. */
    public static PolicyTerms variant(Procedure procedure, Publicity publicity) {
        return changed(county2021(), terms -> {
            terms.put("procedure", procedure.name());
            terms.set("publicity", Json.MAPPER.valueToTree(publicity));
            if (publicity.forbidden()) terms.put("regime", "R2020");
        });
    }

    /** The mechanism of 2021 with only these steps. */
    public static PolicyTerms stepping(Collection<CaseStep> steps) {
        var posted = steps.contains(CaseStep.PUBLICITY);
        return changed(county2021(), terms -> {
            terms.set("steps", Json.MAPPER.valueToTree(steps));
            terms.set(
                    "publicity",
                    Json.MAPPER.valueToTree(posted ? REQUIRED : new Publicity(false, false, 0, null, null)));
        });
    }

    /** The mechanism of 2021 with the three, five and five days that a county gives the first steps. */
    public static PolicyTerms limited() {
        return limited(LIMITS.toArray(StepLimit[]::new));
    }

    /** The mechanism of 2021 with these limits. */
    public static PolicyTerms limited(StepLimit... limits) {
        return changed(county2021(), terms -> terms.set("stepLimits", Json.MAPPER.valueToTree(limits)));
    }

    static PolicyTerms changed(PolicyTerms of, Consumer<ObjectNode> change) {
        try {
            ObjectNode terms = Json.MAPPER.valueToTree(of);
            change.accept(terms);
            return Json.MAPPER.treeToValue(terms, PolicyTerms.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
