package org.shouwang.household.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;
import org.shouwang.household.Waiting;
import org.shouwang.household.registry.Household.Refusal;

/** The county in a citizen's number: asked for only where the deployment is strict. The numbers of these tests are of an area that does not exist. */
@QuarkusTest
@WithTestResource(Servers.class)
class IdAreasTest {

    private static final String NUMBER = "999999196503121011";

    @Inject
    Journal journal;

    @BeforeEach
    void areas() {
        Village.areas();
    }

    @Test
    void a_number_of_no_county_is_refused_where_that_is_asked_and_nowhere_else() {
        var there = couple(QINGGANGPING);
        QuarkusMock.installMockForType(new IdAreas(true), IdAreas.class);
        var id = UUID.randomUUID();
        as("town-operator")
                .body(household(QINGGANGPING, List.of(member(head(id), "02", "赵甲", LocalDate.of(1970, 1, 2), true))))
                .put("/household/households/" + id)
                .then()
                .statusCode(422)
                .body("code", is(Refusal.ID_AREA_UNKNOWN.name()))
                .body("details", contains("999999"));
        var child = UUID.randomUUID();
        as("town-operator")
                .body(Map.of(
                        "member",
                        member(child, "20", "赵丙", LocalDate.of(1999, 3, 4), true),
                        "reason",
                        "MOVED_IN",
                        "on",
                        "2021-06-01"))
                .put("/household/households/" + there + "/members/" + child)
                .then()
                .statusCode(422)
                .body("code", is("ID_AREA_UNKNOWN"));
    }

    @Test
    void a_county_is_known_after_it_ended_too() {
        var strict = new IdAreas(true);
        var before = Waiting.on(() -> journal.read(session -> strict.unknown(session, Stream.of(NUMBER))));
        assertThat(before).containsExactly("999999");
        var known = Waiting.on(() -> journal.transaction(session -> Sql.update(session, """
                        insert into area (code, name, level, valid_from, valid_to)
                        values ('999999000000', '某县', 'COUNTY', '2000-01-01', '2010-12-31')""")
                .chain(() -> strict.unknown(session, Stream.of(NUMBER)))
                .call(() -> Sql.update(session, "delete from area where code = '999999000000'"))));
        assertThat(known).isEmpty();
    }

    @Test
    void only_what_is_a_citizens_number_by_its_form_has_a_county() {
        assertThat(IdAreas.area(NUMBER)).isEqualTo("999999");
        assertThat(IdAreas.area(NUMBER + "43")).isEqualTo("999999");
        assertThat(IdAreas.area("999999196503121012")).isNull();
        assertThat(IdAreas.area("AB1234567")).isNull();
        assertThat(IdAreas.area(null)).isNull();
        var lenient = new IdAreas(false);
        var asked = Waiting.on(() -> journal.read(session -> lenient.unknown(session, Stream.of(NUMBER))));
        assertThat(asked).isEmpty();
    }
}
