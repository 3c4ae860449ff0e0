package org.shouwang.household.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.household.area.AreaBlock.Refusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.area.AreaCommand.*;
import org.shouwang.household.area.AreaEvent.*;

class AreaDeciderTest {

    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate TO = LocalDate.of(2023, 6, 30);
    private static final Unit COUNTY = new Unit("610727000000", "略阳县");
    private static final Unit VILLAGE = new Unit("610727105208", "青岗坪村");
    private static final AreaUnitsRegistered BOTH = new AreaUnitsRegistered(List.of(COUNTY, VILLAGE), FROM);

    private final Spec<AreaCommand, AreaBlock, AreaEvent> block = Spec.of(new AreaDecider());

    @Test
    void levels_are_told_by_trailing_zeros() {
        assertThat(AreaLevel.of("610000000000")).isEqualTo(AreaLevel.PROVINCE);
        assertThat(AreaLevel.of("610700000000")).isEqualTo(AreaLevel.CITY);
        assertThat(AreaLevel.of("450181000000")).isEqualTo(AreaLevel.COUNTY);
        assertThat(AreaLevel.of("610727105000")).isEqualTo(AreaLevel.TOWNSHIP);
        assertThat(AreaLevel.of("610727105208")).isEqualTo(AreaLevel.VILLAGE);
        assertThat(AreaLevel.of("610727105208-Z01")).isEqualTo(AreaLevel.GROUP);
        assertThat(AreaLevel.of("610727105208-W001")).isEqualTo(AreaLevel.GRID);
    }

    @Test
    void a_town_right_under_a_prefecture_hangs_below_it() {
        assertThat(AreaLevel.parent("441900003001")).isEqualTo("441900003000");
        assertThat(AreaLevel.parent("441900003000")).isEqualTo("441900000000");
        assertThat(AreaLevel.parent("441900000000")).isEqualTo("440000000000");
        assertThat(AreaLevel.parent("440000000000")).isNull();
        assertThat(AreaLevel.parent("610727105208-Z01")).isEqualTo("610727105208");
    }

    @Test
    void codes_have_a_form() {
        assertThat(List.of("610727105208", "610727105208-Z01", "610727105208-W001"))
                .allMatch(AreaLevel::isCode);
        assertThat(List.of(
                        "61072710520",
                        "6107271052081",
                        "000000000000",
                        "610727105208-Z1",
                        "610727105208-X01",
                        "",
                        "61072710520a"))
                .noneMatch(AreaLevel::isCode);
        assertThat(AreaLevel.isCode(null)).isFalse();
    }

    @Test
    void what_is_new_is_registered_what_is_known_stays() {
        block.given().when(new Register(List.of(COUNTY, VILLAGE), FROM)).then(BOTH);
        block.given(BOTH).when(new Register(List.of(COUNTY, VILLAGE), TO)).thenNothing();
        var town = new Unit("610727105000", "徐家坪镇");
        var renamed = new Unit("610727105208", "青岗坪社区");
        block.given(BOTH)
                .when(new Register(List.of(COUNTY, town, renamed), TO))
                .then(new AreaUnitsRegistered(List.of(town), TO), new AreaUnitsRenamed(List.of(renamed), TO));
    }

    @Test
    void a_town_and_a_villages_unit_are_told_by_their_three_digits() {
        assertThat(List.of(
                        "610727001000", "610727099000", "610727100000", "610727199000", "610727200000", "610727399000"))
                .extracting(AreaKind::of)
                .containsExactly(
                        AreaKind.SUBDISTRICT,
                        AreaKind.SUBDISTRICT,
                        AreaKind.TOWN,
                        AreaKind.TOWN,
                        AreaKind.TOWNSHIP,
                        AreaKind.TOWNSHIP);
        assertThat(List.of("610727400000", "610727599000"))
                .extracting(AreaKind::of)
                .containsOnly(AreaKind.TOWNSHIP_LIKE);
        assertThat(List.of("610727105001", "610727105199", "610727105200", "610727105399"))
                .extracting(AreaKind::of)
                .containsExactly(
                        AreaKind.RESIDENTS_COMMITTEE,
                        AreaKind.RESIDENTS_COMMITTEE,
                        AreaKind.VILLAGE_COMMITTEE,
                        AreaKind.VILLAGE_COMMITTEE);
        assertThat(List.of("610727105400", "610727105499", "610727105500", "610727105599"))
                .extracting(AreaKind::of)
                .containsExactly(
                        AreaKind.RESIDENTS_LIKE, AreaKind.RESIDENTS_LIKE, AreaKind.VILLAGE_LIKE, AreaKind.VILLAGE_LIKE);
        assertThat(List.of("610727000000", "610727600000", "610727105600", "610727105208-Z01", "610727105208-W001"))
                .extracting(AreaKind::of)
                .containsOnlyNulls();
    }

    @Test
    void a_class_is_kept_until_another_is_told() {
        var rural = Map.of(VILLAGE.code(), "220");
        var classified = new AreaUnitsClassified(List.of(new Classified(VILLAGE.code(), "220")), FROM);
        block.given().when(new Register(List.of(COUNTY, VILLAGE), rural, FROM)).then(BOTH, classified);
        block.given(BOTH, classified)
                .when(new Register(List.of(COUNTY, VILLAGE), rural, TO))
                .thenNothing();
        block.given(BOTH, classified)
                .when(new Register(List.of(COUNTY, VILLAGE), TO))
                .thenNothing();
        var renamed = new Unit(VILLAGE.code(), "青岗坪社区");
        block.given(BOTH, classified)
                .when(new Register(List.of(renamed), Map.of(VILLAGE.code(), "122"), TO))
                .then(
                        new AreaUnitsRenamed(List.of(renamed), TO),
                        new AreaUnitsClassified(List.of(new Classified(VILLAGE.code(), "122")), TO));
        block.given(BOTH, classified, new AreaUnitsRenamed(List.of(renamed), TO))
                .when(new Register(List.of(renamed), rural, TO))
                .thenNothing();
    }

    @Test
    void an_area_ends_once() {
        block.given(BOTH).when(new Close(VILLAGE.code(), TO)).then(new AreaUnitClosed(VILLAGE.code(), TO));
        block.given(BOTH, new AreaUnitClosed(VILLAGE.code(), TO))
                .when(new Close(VILLAGE.code(), TO))
                .thenNothing();
        block.given(BOTH, new AreaUnitClosed(VILLAGE.code(), TO))
                .when(new Close(VILLAGE.code(), FROM))
                .thenRefused(AREA_ENDED, VILLAGE.code());
        block.given(BOTH).when(new Close("610727105299", TO)).thenRefused(AREA_UNKNOWN, "610727105299");
        block.given(BOTH)
                .when(new Close(VILLAGE.code(), FROM.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, VILLAGE.code());
    }

    @Test
    void an_area_is_replaced_by_another_one() {
        var replaced = new AreaUnitReplaced(VILLAGE.code(), "610727105207", TO);
        block.given(BOTH).when(new Replace(VILLAGE.code(), "610727105207", TO)).then(replaced);
        block.given(BOTH, replaced)
                .when(new Replace(VILLAGE.code(), "610727105207", TO))
                .thenNothing();
        block.given(BOTH, replaced)
                .when(new Replace(VILLAGE.code(), "610727105206", TO))
                .thenRefused(AREA_ENDED, VILLAGE.code());
        block.given(BOTH)
                .when(new Replace(VILLAGE.code(), VILLAGE.code(), TO))
                .thenRefused(REPLACED_BY_ITSELF, VILLAGE.code());
        block.given(BOTH)
                .when(new Replace("610727105299", VILLAGE.code(), TO))
                .thenRefused(AREA_UNKNOWN, "610727105299");
        block.given(BOTH)
                .when(new Replace(VILLAGE.code(), "610727105207", FROM.minusDays(1)))
                .thenRefused(DATE_OUT_OF_ORDER, VILLAGE.code());
    }

    @Test
    void blocks_are_a_province_a_county_or_a_village() {
        assertThat(AreaBlock.key("610700000000")).isEqualTo("61");
        assertThat(AreaBlock.key("610727105208")).isEqualTo("610727");
        assertThat(AreaBlock.key("610727105208-Z01")).isEqualTo("610727105208");
        assertThat(Actor.scope("610727000000")).isEqualTo("610727");
    }
}
