package org.shouwang.household;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.OpenApi;
import org.shouwang.eventsourcing.testing.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class OpenApiTest {

    @Test
    void every_operation_is_described_and_shown_as_it_is() throws IOException {
        OpenApi.check();
    }
}
