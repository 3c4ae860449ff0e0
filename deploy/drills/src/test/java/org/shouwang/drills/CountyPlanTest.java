package org.shouwang.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.drills.CountyAccount.Count;
import org.shouwang.drills.CountyLife.Finding;
import org.shouwang.drills.CountyLife.Outcome;

/** What the generator thinks up, and that its own account is sound before services are held against it. */
class CountyPlanTest {

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
    private static final List<String> INCOMING = List.of("before", "included", "reEntered", "revoked", "movedIn");
    private static final List<String> OUTGOING = List.of("removed", "voided", "movedOut");

    @Test
    void a_seed_makes_one_county_and_nobody_s_number_is_given_twice() {
        var county = County.of(HOME, 7, 20_000);
        var numbers = new HashSet<String>();
        county.households()
                .forEach(household -> household.persons().forEach(person -> assertThat(numbers.add(person.idNo()))
                        .as(person.idNo())
                        .isTrue()));
        for (var number = 0; number < county.size(); number++) {
            assertThat(numbers.add(county.newcomer(number).idNo())).isTrue();
            assertThat(numbers.add(county.stranger(county.size() + number))).isTrue();
        }
        assertThat(numbers).allMatch(number -> number.startsWith("999999") && number.length() == 18);
        assertThat(story(county))
                .isEqualTo(story(County.of(HOME, 7, 20_000)))
                .isNotEqualTo(story(County.of(HOME, 8, 20_000)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stock_is_what_was_there_before_and_what_happened_since(long seed) {
        var county = County.of(HOME, seed, 10_000);
        var account = new CountyAccount(county, CountyPlan.of(county).lives());
        for (var area :
                Stream.concat(Stream.of(County.CODE), county.towns().stream()).toList())
            for (var month = CountyPlan.FIRST; !month.isAfter(CountyPlan.LAST); month = month.plusMonths(1)) {
                var sheet = account.month(area, month);
                var households = 0L;
                var persons = sheet.of("joined").persons() - sheet.of("left").persons();
                for (var name : INCOMING) {
                    households += sheet.of(name).households();
                    persons += sheet.of(name).persons();
                }
                for (var name : OUTGOING) {
                    households -= sheet.of(name).households();
                    persons -= sheet.of(name).persons();
                }
                assertThat(sheet.of("stock")).as(area + " " + month).isEqualTo(new Count(households, persons));
                assertThat(sheet.of("stock").households())
                        .isEqualTo(Stream.of("UNSTABLE", "EDGE", "SUDDEN")
                                .mapToLong(type -> sheet.of("types " + type).households())
                                .sum());
            }
    }

    @Test
    void everything_that_is_to_be_exercised_happens() {
        var lives = CountyPlan.of(County.of(HOME, 1, 10_000)).lives();
        var spells = lives.stream().flatMap(life -> life.spells.stream()).toList();
        assertThat(spells.stream().map(s -> s.outcome)).contains(Outcome.values());
        assertThat(spells.stream().map(s -> s.type)).contains(CountyLife.Type.values());
        assertThat(spells.stream()
                        .flatMap(s -> s.visits.values().stream().map(CountyLife.Visit::found))
                        .collect(Collectors.toSet()))
                .contains(Finding.values());
        assertThat(lives.stream()
                        .flatMap(life -> life.clues.stream().map(CountyLife.Clue::answer))
                        .collect(Collectors.toSet()))
                .contains(CountyLife.Answer.values());
        assertThat(spells).anyMatch(s -> s.voidedOn != null).anyMatch(CountyLife.Spell::warningOpen);
        assertThat(spells.stream().map(s -> s.removal).filter(r -> r != null))
                .anyMatch(CountyLife.Removal::natural)
                .anyMatch(r -> r.revokedOn() != null)
                .anyMatch(r -> r.markedOn().getDayOfMonth() == r.markedOn().lengthOfMonth());
        assertThat(lives)
                .anyMatch(life -> life.spells.size() > 1)
                .anyMatch(life -> !life.moves.isEmpty())
                .anyMatch(life -> life.changes.stream().anyMatch(c -> !c.joined()));
    }

    /** Everything that happens, in words. */
    private static List<String> story(County county) {
        return CountyPlan.of(county).lives().stream()
                .map(life -> life.household.no()
                        + life.clues
                        + life.moves
                        + life.changes
                        + life.spells.stream()
                                .map(s -> s.outcome + " " + s.decidedOn + s.type + s.risks + s.income + s.visits
                                        + s.removal + s.voidedOn)
                                .toList())
                .toList();
    }
}
