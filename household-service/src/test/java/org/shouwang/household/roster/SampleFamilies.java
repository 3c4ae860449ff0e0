package org.shouwang.household.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;

/** Who lives with whom in the sample village, and how old they are: children first, then what their ages make of parents and grandparents. */
final class SampleFamilies {

    private static final LocalDate TERM = LocalDate.of(2021, 8, 31);
    private static final int TODDLERS = 34;
    private static final int SENIORS = 24;

    private record Family(
            SampleHousehold household,
            List<SamplePerson> children,
            List<SamplePerson> parents,
            List<SamplePerson> elders,
            boolean small) {}

    private final Random random;
    private final List<Family> families = new ArrayList<>();

    SampleFamilies(Random random) {
        this.random = random;
    }

    /** The one household that is monitored: eight people, six of them without labour, all of them on dibao of class B. */
    SampleHousehold unstable() {
        var h = new SampleHousehold(true, 8);
        var head = grown(h.add("户主", true), 46, "初中", Labour.NORMAL, Health.HEALTHY);
        head.postType = "村级保洁员";
        head.postMonths = 8;
        head.workedLastYear = false;
        grown(h.add("配偶", false), 44, "小学", Labour.WEAK, Health.CHRONIC);
        grown(h.add("之父", true), 74, "小学", Labour.NONE, Health.CHRONIC);
        disabled(grown(h.add("之母", false), 71, "文盲或半文盲", Labour.LOST, Health.DISABLED, Health.CHRONIC), "42");
        disabled(grown(h.add("之兄弟姐妹", true), 41, "文盲或半文盲", Labour.LOST, Health.DISABLED), "51");
        child(h.add("之女", false), 13);
        child(h.add("之子", true), 10);
        child(h.add("之女", false), 7);
        h.people.forEach(p -> p.dibao = "B");
        return h;
    }

    /** 特困: an old person alone. */
    SampleHousehold alone(boolean lifted) {
        var h = new SampleHousehold(lifted, 1);
        tekun(grown(
                h.add("户主", random.nextInt(6) > 0), 64 + random.nextInt(20), "文盲或半文盲", Labour.NONE, Health.CHRONIC));
        return h;
    }

    /** 特困: two old brothers. */
    SampleHousehold brothers() {
        var h = new SampleHousehold(false, 2);
        tekun(grown(h.add("户主", true), 70, "小学", Labour.NONE, Health.CHRONIC));
        disabled(tekun(grown(h.add("之兄弟姐妹", true), 66, "文盲或半文盲", Labour.LOST, Health.DISABLED)), "31");
        return h;
    }

    SampleHousehold family(boolean lifted, int size) {
        var h = new SampleHousehold(lifted, size);
        var draw = random.nextInt(100);
        switch (size) {
            case 1 -> grown(h.add("户主", true), draw < 50 ? 48 + random.nextInt(10) : 62 + random.nextInt(16));
            case 2 -> {
                if (draw < 60) couple(h, 55 + random.nextInt(23));
                else family(h, 0, 1, draw < 80);
            }
            case 3 -> family(h, draw < 80 ? 1 : 0, draw < 80 ? 0 : 1, false);
            case 4 -> {
                if (draw < 20) threeGenerations(h, 0);
                else family(h, draw < 65 ? 2 : 1, draw < 65 ? 0 : 1, false);
            }
            case 5 -> {
                if (draw < 35) threeGenerations(h, 1);
                else family(h, draw < 75 ? 2 : 1, draw < 75 ? 1 : 2, false);
            }
            default -> {
                if (draw < 45) threeGenerations(h, 2);
                else family(h, 2, 2, false);
            }
        }
        return h;
    }

    private void couple(SampleHousehold h, int age) {
        grown(h.add("户主", true), age);
        grown(h.add("配偶", false), age - random.nextInt(4));
    }

    /** @param single the head has no spouse and lives with a parent or a child */
    private void family(SampleHousehold h, int children, int elders, boolean single) {
        var parents = new ArrayList<SamplePerson>();
        var old = new ArrayList<SamplePerson>();
        var young = new ArrayList<SamplePerson>();
        parents.add(h.add("户主", true));
        if (!single && h.size > 1 + children + elders) parents.add(h.add("配偶", false));
        for (var i = 0; i < children; i++) {
            var boy = random.nextInt(20) < 11;
            young.add(h.add(boy ? "之子" : "之女", boy));
        }
        if (elders == 2) old.add(h.add("之父", true));
        if (elders > 0) old.add(h.add("之母", false));
        while (h.people.size() < h.size) {
            var boy = random.nextBoolean();
            young.add(h.add(boy ? "之子" : "之女", boy));
        }
        families.add(new Family(h, young, parents, old, false));
    }

    private void threeGenerations(SampleHousehold h, int children) {
        var elders = List.of(h.add("户主", true), h.add("配偶", false));
        var parents = List.of(h.add("之子", true), h.add("之儿媳", false));
        var young = new ArrayList<SamplePerson>();
        for (var i = 0; i < children; i++) {
            var boy = random.nextBoolean();
            young.add(h.add(boy ? "之孙子" : "之孙女", boy));
        }
        families.add(new Family(h, young, parents, elders, true));
    }

    /** @param pupils children at school from grade 1 to 9 */
    void grow(int pupils) {
        Collections.shuffle(families, random);
        families.sort(Comparator.comparing((Family f) -> !f.small()));
        var slots = families.stream().mapToInt(f -> f.children().size()).sum();
        var ages = new ArrayList<Integer>();
        for (var i = 0; i < TODDLERS; i++) ages.add(i * 6 / TODDLERS);
        for (var i = 0; i < pupils; i++) ages.add(6 + i * 9 / pupils);
        for (var i = 0; i < SENIORS; i++) ages.add(15 + i * 6 / SENIORS);
        for (var i = 0; ages.size() < slots; i++) ages.add(21 + i % 10);
        Collections.sort(ages);
        if (ages.size() > slots) throw new IllegalStateException("too few children: " + slots);
        for (var family : families) {
            var own = new ArrayList<Integer>();
            for (var child = 0; child < family.children().size(); child++) {
                var age = own.isEmpty() ? first(family, ages) : next(own.getLast() + 2, ages);
                ages.remove(age);
                own.add(age);
            }
            own.sort(Comparator.reverseOrder());
            for (var i = 0; i < own.size(); i++) child(family.children().get(i), own.get(i));
            parents(family);
        }
    }

    private Integer first(Family family, List<Integer> ages) {
        return ages.get(random.nextInt(family.small() ? Math.min(60, ages.size()) : ages.size()));
    }

    private static Integer next(int least, List<Integer> ages) {
        return ages.stream().filter(a -> a >= least).findFirst().orElse(ages.getLast());
    }

    private void parents(Family family) {
        var oldest = family.children().stream()
                .mapToInt(SamplePerson::age)
                .max()
                .orElse(family.small() ? 2 + random.nextInt(4) : 20 + random.nextInt(16));
        var mother = oldest + 21 + random.nextInt(7);
        for (var parent : family.parents()) grown(parent, parent.male ? mother + random.nextInt(4) : mother);
        var father = family.parents().getFirst().age();
        for (var elder : family.elders()) grown(elder, father + 21 + random.nextInt(4));
    }

    /** @param age on 31 August, by which the grade is told */
    private void child(SamplePerson p, int age) {
        p.born = TERM.minusYears(age).minusDays(random.nextInt(360));
        p.student = switch (age) {
            case 0, 1, 2 -> StudentStatus.PRESCHOOL_AGE;
            case 3, 4, 5 -> StudentStatus.KINDERGARTEN;
            case 6, 7, 8, 9, 10, 11 -> StudentStatus.PRIMARY;
            case 12 -> StudentStatus.GRADE_7;
            case 13 -> StudentStatus.GRADE_8;
            case 14 -> StudentStatus.GRADE_9;
            case 15 -> random.nextBoolean() ? StudentStatus.SENIOR_1 : StudentStatus.VOCATIONAL_1;
            case 16 -> random.nextBoolean() ? StudentStatus.SENIOR_2 : StudentStatus.VOCATIONAL_2;
            case 17 -> random.nextBoolean() ? StudentStatus.SENIOR_3 : StudentStatus.VOCATIONAL_3;
            case 18 -> random.nextBoolean() ? StudentStatus.BACHELOR_1 : StudentStatus.COLLEGE_1;
            case 19 -> random.nextBoolean() ? StudentStatus.BACHELOR_2 : StudentStatus.COLLEGE_2;
            case 20 -> random.nextBoolean() ? StudentStatus.BACHELOR_3 : StudentStatus.COLLEGE_3;
            default -> null;
        };
        if (p.student == null) {
            p.education = new String[] {"初中", "初中", "高中", "高中", "大专", "本科及以上"}[random.nextInt(6)];
            p.labour = random.nextInt(6) == 0 ? Labour.SKILLED : Labour.NORMAL;
        } else p.labour = Labour.NONE;
        if (age > 14 && age < 21) p.political = "共青团员";
    }

    private SamplePerson grown(SamplePerson p, int age) {
        var education = age >= 65 ? "文盲或半文盲 文盲或半文盲 小学 小学 初中" : age >= 45 ? "小学 小学 初中 初中 初中 高中" : "小学 初中 初中 初中 高中 大专";
        var words = education.split(" ");
        var chronic = random.nextInt(100) < (age >= 45 ? 14 : 4);
        return grown(
                p,
                age,
                words[random.nextInt(words.length)],
                random.nextInt(7) == 0 ? Labour.SKILLED : Labour.NORMAL,
                chronic ? Health.CHRONIC : Health.HEALTHY);
    }

    private SamplePerson grown(SamplePerson p, int age, String education, Labour labour, Health... health) {
        p.born = SampleVillage.ON.minusYears(age).minusDays(1 + random.nextInt(350));
        p.education = education;
        p.labour = labour;
        p.health = List.of(health);
        return p;
    }

    private static SamplePerson tekun(SamplePerson p) {
        p.tekun = true;
        return p;
    }

    /** @param card category and level, the last two digits of the card's number */
    private static SamplePerson disabled(SamplePerson p, String card) {
        p.disability = card;
        return p;
    }
}
