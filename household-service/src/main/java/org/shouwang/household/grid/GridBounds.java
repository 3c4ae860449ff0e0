package org.shouwang.household.grid;

import io.smallrye.config.ConfigMapping;

/** How large a grid should be and who may look after it, as the county sets it under {@code shouwang.grid}. */
@ConfigMapping(prefix = "shouwang.grid")
public interface GridBounds {

    /** Households of a grid that is not too small. */
    int least();

    /** Households of a grid as it is usual. */
    int usual();

    /** Households of a grid that is not too large. */
    int most();

    /** Full years above which a grid member is asked about. */
    int age();
}
