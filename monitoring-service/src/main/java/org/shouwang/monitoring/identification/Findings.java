package org.shouwang.monitoring.identification;

import java.util.List;

/**
 * What was found at the home beside income and safeguards.
 *
 * @param risks codes of the collection form, main one first
 * @param suddenEvent illness, disaster, accident or the like has struck
 * @param severeDifficulty basic life is in serious difficulty for it
 * @param hardship life is difficult for a disaster, a sudden illness or an accident (2020 plan)
 * @param listedBefore marked in the national system's stock of 2019 (2020 plan)
 * @param assetFlags what speaks against need, by the codes of the policy's negative list; never decides by itself
 */
public record Findings(
        List<String> risks,
        String riskNote,
        boolean suddenEvent,
        boolean severeDifficulty,
        boolean hardship,
        boolean listedBefore,
        List<String> assetFlags,
        String note) {}
