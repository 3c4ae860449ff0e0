package org.shouwang.monitoring.figures;

/** What changes how many households of the three types an area has. Stored by name. */
enum Flow {
    /** For the first time. */
    INCLUDED(1),
    /** After a removal or a voided inclusion. */
    RE_ENTERED(1),
    /** Kept in a colour before. */
    TYPED(1),
    /** A removal was taken back. */
    REVOKED(1),
    MOVED_IN(1),
    REMOVED(-1),
    VOIDED(-1),
    MOVED_OUT(-1);

    private final int sign;

    Flow(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
