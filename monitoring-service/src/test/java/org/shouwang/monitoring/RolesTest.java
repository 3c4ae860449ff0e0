package org.shouwang.monitoring;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Permissions;

class RolesTest {

    @Test
    void who_may_do_what_is_as_the_matrix_of_permissions_has_it() throws IOException {
        Permissions.check("org.shouwang.monitoring", "/permissions.txt");
    }
}
