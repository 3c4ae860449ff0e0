package org.shouwang.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A county of invented households. Who lives where follows from the seed and the household's number, so that nothing of it need be kept.
 * Numbers of identity are of area 999999, which does not exist, and none is given twice.
 *
 * @param size how many households, at most {@link #MOST}
 * @param villages codes of 12 digits
 */
record County(long seed, int size, List<String> villages) {

    /** More would run out of numbers of identity. */
    static final int MOST = 120_000;

    static final String CODE = "610727000000";

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final String HEADER = "户编号,村代码,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,组,家庭住址\n";
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫";
    private static final String GIVEN = "安平文武山川林泉春秋晨辰远航";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int PLACES = 8;

    enum Kind {
        ADULT("普通劳动力", "初中", ""),
        CHILD("无劳动力", "", "小学"),
        OLD("无劳动力", "小学", "");

        private final String labour;
        private final String education;
        private final String student;

        Kind(String labour, String education, String student) {
            this.labour = labour;
            this.education = education;
            this.student = student;
        }
    }

    /** Who somebody is in the household, with the birthdays that there are for such people. */
    enum Place {
        HEAD("户主", LocalDate.of(1962, 1, 1), 12_000),
        SPOUSE("配偶", LocalDate.of(1964, 1, 1), 11_000),
        SON("之子", LocalDate.of(1988, 1, 1), 5_000),
        CHILD("之子", LocalDate.of(2008, 6, 1), 2_400),
        MOTHER("之母", LocalDate.of(1932, 1, 1), 8_000),
        NEWCOMER("其他", LocalDate.of(1990, 1, 1), 5_000),
        STRANGER("其他", LocalDate.of(1970, 1, 1), 5_000);

        private final String relation;
        private final LocalDate first;
        private final int days;

        Place(String relation, LocalDate first, int days) {
            this.relation = relation;
            this.first = first;
            this.days = days;
        }
    }

    record Person(Place place, Kind kind, String relation, String name, String idNo) {}

    /** @param number from 0 @param lifted 脱贫户, else 一般户 */
    record Household(int number, String village, boolean lifted, List<Person> persons) {

        String no() {
            return no(number);
        }

        static String no(int number) {
            return "C%07d".formatted(number);
        }

        /** Somebody in it can work. */
        boolean labour() {
            return persons.stream().anyMatch(p -> p.kind() == Kind.ADULT);
        }

        boolean has(Place place) {
            return persons.stream().anyMatch(p -> p.place() == place);
        }
    }

    /** @param home the project's folder, with the sample's areas in it */
    static County of(Path home, long seed, int size) {
        try (var lines = Files.lines(home.resolve("deploy/sample/areas-610727.csv"))) {
            return new County(
                    seed,
                    size,
                    lines.map(line -> line.split(",")[0])
                            .filter(code -> code.matches("[0-9]{12}") && !code.endsWith("000"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String town(String village) {
        return village.substring(0, 9) + "000";
    }

    List<String> towns() {
        return villages.stream().map(County::town).distinct().sorted().toList();
    }

    Household household(int number) {
        var random = new SplittableRandom(seed ^ number * GOLDEN);
        var village = villages.get(random.nextInt(villages.size()));
        var lifted = random.nextInt(4) == 0;
        var persons = new ArrayList<Person>();
        var male = random.nextBoolean();
        var old = random.nextInt(20) == 0;
        var kind = old ? Kind.OLD : Kind.ADULT;
        persons.add(person(number, Place.HEAD, kind, male, random));
        if (!old || random.nextBoolean()) persons.add(person(number, Place.SPOUSE, kind, !male, random));
        if (!old) {
            if (random.nextInt(10) < 4) persons.add(person(number, Place.SON, Kind.ADULT, true, random));
            if (random.nextInt(10) < 3)
                persons.add(person(number, Place.CHILD, Kind.CHILD, random.nextBoolean(), random));
            if (random.nextInt(10) < 2) persons.add(person(number, Place.MOTHER, Kind.OLD, false, random));
        }
        return new Household(number, village, lifted, List.copyOf(persons));
    }

    /** Who comes into the household later. */
    Person newcomer(int number) {
        return person(number, Place.NEWCOMER, Kind.ADULT, false, new SplittableRandom(seed + number));
    }

    /** The number of somebody who is on record nowhere. */
    String stranger(int number) {
        return idNo(number, Place.STRANGER, Place.STRANGER, false);
    }

    private Person person(int number, Place place, Kind kind, boolean male, SplittableRandom random) {
        var name = "" + FAMILY.charAt(random.nextInt(FAMILY.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length()));
        return new Person(
                place,
                kind,
                place == Place.CHILD && !male ? "之女" : place.relation,
                name,
                idNo(number, place, kind == Kind.OLD ? Place.MOTHER : place, male));
    }

    /**
     * GB 11643-1999: the place in the household is part of the sequence, so that two who share a birthday differ.
     *
     * @param age as whom of age
     */
    private static String idNo(int number, Place place, Place age, boolean male) {
        var born = age.first.plusDays(number % age.days);
        var first17 = "999999%d%02d%02d%03d"
                .formatted(
                        born.getYear(),
                        born.getMonthValue(),
                        born.getDayOfMonth(),
                        (number / age.days * PLACES + place.ordinal()) * 2 + (male ? 1 : 0));
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        return first17 + "10X98765432".charAt(sum % 11);
    }

    /** What each town sends in: one line per person. */
    Map<String, String> rosters() {
        var rosters = new TreeMap<String, StringBuilder>();
        for (var number = 0; number < size; number++) {
            var household = household(number);
            var lines = rosters.computeIfAbsent(town(household.village()), _ -> new StringBuilder(HEADER));
            for (var p : household.persons())
                lines.append(String.join(
                                ",",
                                household.no(),
                                household.village(),
                                p.name(),
                                p.idNo(),
                                p.relation(),
                                "健康",
                                p.kind().labour,
                                p.kind().education,
                                p.kind().student,
                                household.lifted() ? "脱贫户" : "一般户",
                                Integer.toString(1 + number % 8),
                                "试验路" + number + "号"))
                        .append('\n');
        }
        var texts = new TreeMap<String, String>();
        rosters.forEach((town, lines) -> texts.put(town, lines.toString()));
        return texts;
    }

    /** All of them, made up anew. */
    Stream<Household> households() {
        return IntStream.range(0, size).mapToObj(this::household);
    }
}
