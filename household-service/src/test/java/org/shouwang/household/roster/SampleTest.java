package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Limits;
import org.shouwang.household.registry.Member;
import org.shouwang.household.roster.RosterFile.Line;

/** The sample's file is what the generator makes (with {@code -Dapprove}: is made anew), and the village it describes is the one that was counted. */
class SampleTest {

    private static final List<SampleHousehold> VILLAGE = SampleVillage.make();

    private static List<RosterHousehold> households;

    @BeforeAll
    static void read() throws IOException {
        if (Boolean.getBoolean("approve")) SampleRoster.save(VILLAGE);
        var lines = lines(SampleRoster.ROSTER);
        var at = lines.stream().filter(Header::isHeader).findFirst().orElseThrow();
        var header = Header.of(at, false);
        assertThat(header.issues()).isEmpty();
        var keys = new Keys(null);
        var rows = new LinkedHashMap<String, List<RosterRow>>();
        lines.stream().filter(l -> l.row() > at.row()).map(header::read).forEach(row -> rows.computeIfAbsent(
                        keys.of(row.orElseThrow()).orElseThrow(), _ -> new ArrayList<>())
                .add(row.orElseThrow()));
        var reader = new RosterReader(null, SampleVillage.ON, Limits.USUAL, n -> n);
        households = rows.entrySet().stream()
                .map(e -> reader.read(e.getKey(), Keys.household(e.getKey()), e.getValue()))
                .toList();
    }

    private static List<Line> lines(java.nio.file.Path file) {
        var lines = new ArrayList<Line>();
        RosterFile.kind(file).read(file, lines::add);
        return lines;
    }

    @Test
    void the_committed_file_is_what_the_generator_makes(@TempDir java.nio.file.Path folder) throws IOException {
        var made = new ByteArrayOutputStream();
        SampleRoster.write(SampleRoster.sheet(VILLAGE), made);
        var file = Files.write(folder.resolve("made.xlsx"), made.toByteArray());
        assertThat(lines(SampleRoster.ROSTER)).isEqualTo(lines(file)).hasSize(2 + SampleVillage.PERSONS);
        assertThat(Files.readString(SampleRoster.ASSISTANCE))
                .isEqualTo(SampleRoster.json(SampleRoster.assistance(VILLAGE)));
    }

    @Test
    void nothing_is_wrong_with_it() {
        assertThat(households.stream().flatMap(h -> h.issues().stream())).isEmpty();
    }

    @Test
    void the_village_is_the_one_that_was_counted() {
        assertThat(households).hasSize(SampleVillage.HOUSEHOLDS);
        assertThat(persons(_ -> true, _ -> true)).isEqualTo(SampleVillage.PERSONS);
        assertThat(households.stream().map(RosterHousehold::groupCode).distinct())
                .hasSize(4);
        assertThat(households.stream().map(RosterHousehold::gridCode).distinct())
                .hasSize(4);
        assertThat(households.stream().filter(SampleTest::lifted)).hasSize(SampleVillage.LIFTED);
        assertThat(persons(SampleTest::lifted, _ -> true)).isEqualTo(SampleVillage.LIFTED_PERSONS);
        assertThat(persons(_ -> true, m -> m.labour().works())).isEqualTo(SampleVillage.LABOUR);
        assertThat(persons(_ -> true, m -> m.student() != null && m.student().compulsory()))
                .isEqualTo(SampleVillage.PUPILS);
        assertThat(persons(_ -> true, m -> m.postType() != null)).isEqualTo(1);
        assertThat(persons(_ -> true, m -> !m.insurances()
                        .containsAll(List.of(Insurance.RESIDENT_MEDICAL, Insurance.CRITICAL_ILLNESS))))
                .isZero();
    }

    @Test
    void so_are_those_on_standing_aid() {
        assertThat(households.stream().filter(h -> holders(h, SecurityTag.DIBAO) > 0))
                .hasSize(SampleVillage.DIBAO);
        assertThat(households.stream()
                        .mapToLong(h -> holders(h, SecurityTag.DIBAO))
                        .sum())
                .isEqualTo(SampleVillage.DIBAO_PERSONS);
        assertThat(households.stream().filter(h -> holders(h, SecurityTag.TEKUN) > 0))
                .hasSize(SampleVillage.TEKUN);
        assertThat(households.stream()
                        .mapToLong(h -> holders(h, SecurityTag.TEKUN))
                        .sum())
                .isEqualTo(SampleVillage.TEKUN_PERSONS);
    }

    @Test
    void and_those_who_work_away() {
        assertThat(persons(SampleTest::lifted, m -> Boolean.TRUE.equals(m.workedLastYear())))
                .isEqualTo(SampleVillage.LIFTED_WORKED_LAST_YEAR);
        assertThat(persons(SampleTest::lifted, Member::working)).isEqualTo(SampleVillage.LIFTED_WORKING);
        assertThat(persons(_ -> true, m -> m.relocated() && m.workedLastYear()))
                .isEqualTo(SampleVillage.RELOCATED_WORKED_LAST_YEAR);
        assertThat(persons(_ -> true, m -> m.relocated() && m.working())).isEqualTo(SampleVillage.RELOCATED_WORKING);
        var bridge = households.stream()
                .filter(h -> "桥头安置点（风相湾）".equals(h.details().resettlementSite()))
                .toList();
        assertThat(bridge).hasSize(SampleVillage.BRIDGE_HOUSEHOLDS);
        assertThat(bridge.stream().mapToInt(h -> h.entries().size()).sum()).isEqualTo(SampleVillage.BRIDGE_PERSONS);
    }

    @Test
    void one_household_is_the_one_that_is_monitored() {
        var eight = households.stream().filter(h -> h.entries().size() == 8).toList();
        assertThat(eight).singleElement().satisfies(h -> {
            assertThat(lifted(h)).isTrue();
            assertThat(h.members().stream().filter(m -> !m.labour().works())).hasSize(6);
            assertThat(h.tags().get(SecurityTag.DIBAO).values()).hasSize(8).allSatisfy(s -> assertThat(s.tagClass())
                    .isEqualTo("B"));
            assertThat(h.tags().get(SecurityTag.DISABLED).values().stream().filter(RosterHousehold.Says::holds))
                    .isNotEmpty();
            assertThat(h.members().stream().filter(m -> m.postType() != null)).hasSize(1);
        });
    }

    private static long persons(Predicate<RosterHousehold> household, Predicate<Member> member) {
        return households.stream()
                .filter(household)
                .flatMap(h -> h.members().stream())
                .filter(member)
                .count();
    }

    private static boolean lifted(RosterHousehold h) {
        return h.type() == RegisteredType.LIFTED;
    }

    private static long holders(RosterHousehold h, SecurityTag tag) {
        return h.tags().getOrDefault(tag, java.util.Map.of()).values().stream()
                .filter(RosterHousehold.Says::holds)
                .count();
    }
}
