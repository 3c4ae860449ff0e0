package org.shouwang.monitoring.policy;

import static org.shouwang.monitoring.policy.CaseStep.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * The procedure variants in use, each as the canonical steps that it has. Sources: county meeting of 2021 (six steps, and the entry that follows
 * them), 2020 town plan (seven steps), 略阳 (eight), 靖边 (nine), 秦安 (four). A variant that names no clue begins with the visit.
 */
public enum Procedure {
    SIX_STEP(CLUE, VISIT, CONSENT, COMPARE, REVIEW, PUBLICITY, TOWN, COUNTY, ENTERED),
    SEVEN_STEP(CLUE, VISIT, REVIEW, TOWN, ENTERED),
    EIGHT_STEP(CLUE, VISIT, CONSENT, COMPARE, REVIEW, PUBLICITY, TOWN, COUNTY),
    NINE_STEP(CLUE, VISIT, CONSENT, COMPARE, REVIEW, PUBLICITY, TOWN, COUNTY, ENTERED),
    FOUR_STEP(VISIT, CONSENT, REVIEW, PUBLICITY, TOWN, COUNTY);

    private final Set<CaseStep> steps;

    Procedure(CaseStep first, CaseStep... rest) {
        this.steps = EnumSet.of(first, rest);
    }

    public Set<CaseStep> steps() {
        return EnumSet.copyOf(steps);
    }
}
