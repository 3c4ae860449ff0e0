package org.shouwang.monitoring.facts;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.EventShapes;

/** What is read here of the other services' events is what they promise. */
class PromisesTest {

    @Test
    void households_incomes_safeguards_and_consents() throws IOException {
        EventShapes.assertPromised(List.of(new HouseholdConsumer()), "household-service");
    }

    @Test
    void grids_and_where_households_live() throws IOException {
        EventShapes.assertPromised(List.of(new GridConsumer()), "household-service");
    }

    @Test
    void what_departments_delivered() throws IOException {
        EventShapes.assertPromised(List.of(new ScreeningBatchConsumer()), "household-service");
    }

    @Test
    void plans_measures_and_reviews_of_their_effect() throws IOException {
        EventShapes.assertPromised(List.of(new AssistanceConsumer()), "assistance-service");
    }
}
