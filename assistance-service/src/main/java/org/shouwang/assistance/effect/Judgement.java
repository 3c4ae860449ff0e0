package org.shouwang.assistance.effect;

import java.util.UUID;

/** How one measure was judged. */
public record Judgement(UUID measureId, boolean effective, String note) {}
