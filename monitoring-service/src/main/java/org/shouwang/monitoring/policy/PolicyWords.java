package org.shouwang.monitoring.policy;

import static org.shouwang.monitoring.policy.CaseStep.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the step words of a procedure mean in canonical steps: 排访评录测补销 of the 2020 town plan. 测, 补 and 销 come after identification. */
final class PolicyWords {

    private static final Map<String, List<CaseStep>> WORDS = Map.of(
            "PAI", List.of(CLUE),
            "FANG", List.of(VISIT),
            "PING", List.of(REVIEW, TOWN),
            "LU", List.of(ENTERED),
            "CE", List.of(),
            "BU", List.of(),
            "XIAO", List.of());

    /** What a household may be registered as. */
    static final Set<String> REGISTERED = Set.of("LIFTED", "GENERAL");

    /** How often a monitored household can be visited. */
    static final Set<String> CYCLES = Set.of("MONTHLY");

    /** Where a result can be made public. */
    static final Set<String> LEVELS = Set.of("VILLAGE_ONCE");

    private PolicyWords() {}

    static boolean known(String word) {
        return WORDS.containsKey(word)
                || Arrays.stream(values()).anyMatch(step -> step.name().equals(word));
    }

    static List<CaseStep> steps(String word) {
        return WORDS.containsKey(word)
                ? WORDS.get(word)
                : Arrays.stream(values())
                        .filter(step -> step.name().equals(word))
                        .toList();
    }
}
