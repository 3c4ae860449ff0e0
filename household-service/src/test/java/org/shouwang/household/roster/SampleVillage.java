package org.shouwang.household.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;

/**
 * Makes up 青岗坪村 as it was counted on 7 September 2021: the counts are those that its inspection reported, the people are invented.
 * The seed is fixed: it always is the same village.
 */
final class SampleVillage {

    static final LocalDate ON = LocalDate.of(2021, 9, 7);
    static final String VILLAGE = "610727105208";
    static final int HOUSEHOLDS = 147;
    static final int PERSONS = 561;
    static final int LIFTED = 59;
    static final int LIFTED_PERSONS = 211;
    static final int DIBAO = 19;
    static final int DIBAO_PERSONS = 31;
    static final int TEKUN = 7;
    static final int TEKUN_PERSONS = 8;
    static final int LABOUR = 355;
    static final int PUPILS = 64;
    static final int LIFTED_WORKED_LAST_YEAR = 65;
    static final int LIFTED_WORKING = 68;
    static final int RELOCATED_WORKED_LAST_YEAR = 11;
    static final int RELOCATED_WORKING = 13;
    static final int BRIDGE_HOUSEHOLDS = 8;
    static final int BRIDGE_PERSONS = 21;

    private static final int UNSTABLE_PERSONS = 8;
    private static final int TEKUN_LIFTED = 4;
    private static final int TOWN_SITE_HOUSEHOLDS = 5;
    private static final int GENERAL_WORKING = 104;
    private static final String[] WORK_PLACES = {
        "陕西省西安市",
        "陕西省汉中市汉台区",
        "陕西省汉中市勉县",
        "略阳县城",
        "陕西省宝鸡市",
        "江苏省苏州市",
        "浙江省宁波市",
        "广东省东莞市",
        "新疆维吾尔自治区乌鲁木齐市",
        "山西省太原市",
        "四川省广元市",
        "上海市松江区"
    };

    private final Random random = new Random(610_727_105_208L);
    private final SampleNames names = new SampleNames(random);
    private final List<SampleHousehold> households = new ArrayList<>();

    private SampleVillage() {}

    static List<SampleHousehold> make() {
        var village = new SampleVillage();
        village.settle();
        return village.households;
    }

    private void settle() {
        var families = new SampleFamilies(random);
        var unstable = families.unstable();
        households.add(unstable);
        for (var i = 0; i < TEKUN - 1; i++) households.add(families.alone(i < TEKUN_LIFTED));
        households.add(families.brothers());
        for (var size : sizes(LIFTED - 1 - TEKUN_LIFTED, LIFTED_PERSONS - UNSTABLE_PERSONS - TEKUN_LIFTED))
            households.add(families.family(true, size));
        for (var size : sizes(
                HOUSEHOLDS - LIFTED - (TEKUN - TEKUN_LIFTED),
                PERSONS - LIFTED_PERSONS - (TEKUN_PERSONS - TEKUN_LIFTED)))
            households.add(families.family(false, size));
        families.grow(PUPILS - 3);
        disable();
        labour();
        dibao(unstable);
        relocate(unstable);
        work();
        number();
    }

    /** As many households as asked for with as many people as asked for, most of them of three to five. */
    private List<Integer> sizes(int count, int people) {
        var sizes = new ArrayList<Integer>();
        for (var i = 0; i < count; i++)
            sizes.add(new int[] {1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 6, 6}[random.nextInt(15)]);
        for (var sum = sizes.stream().mapToInt(s -> s).sum(); sum != people; ) {
            var i = random.nextInt(count);
            var step = Integer.signum(people - sum);
            if (sizes.get(i) + step < 1 || sizes.get(i) + step > 6) continue;
            sizes.set(i, sizes.get(i) + step);
            sum += step;
        }
        return sizes;
    }

    /** A few people of working age or older who lost their ability to work. */
    private void disable() {
        var grown = people().stream()
                .filter(p -> p.disability == null && p.dibao == null && !p.tekun && p.student == null && p.age() >= 30)
                .toList();
        var chosen = new ArrayList<>(grown);
        Collections.shuffle(chosen, random);
        for (var p : chosen.subList(0, 9)) {
            p.health = random.nextInt(3) == 0 ? List.of(Health.DISABLED, Health.CHRONIC) : List.of(Health.DISABLED);
            p.labour = Labour.LOST;
            p.disability = (1 + random.nextInt(6)) + "" + (1 + random.nextInt(3));
        }
    }

    /** The oldest no longer work, the younger of the old do a little: as many as it takes to reach the count. */
    private void labour() {
        var old = new ArrayList<>(people().stream()
                .filter(p -> p.age() >= 60 && !p.tekun && p.labour != Labour.LOST)
                .toList());
        old.removeIf(p -> households.getFirst().people.contains(p));
        old.sort(Comparator.comparing((SamplePerson p) -> p.born).reversed());
        for (var p : old) {
            p.labour = Labour.NONE;
            p.health = List.of(
                    new Health[] {Health.HEALTHY, Health.CHRONIC, Health.CHRONIC, Health.SERIOUS}[random.nextInt(4)]);
        }
        var missing =
                LABOUR - (int) people().stream().filter(SamplePerson::works).count();
        if (missing < 0 || missing > old.size())
            throw new IllegalStateException("labour cannot be met: " + missing + " of " + old.size());
        for (var p : old.subList(0, missing)) {
            p.labour = Labour.WEAK;
            if (p.health.contains(Health.SERIOUS)) p.health = List.of(Health.CHRONIC);
        }
    }

    /** Eighteen further households, in each of them one or two who cannot earn. */
    private void dibao(SampleHousehold unstable) {
        var candidates = new ArrayList<>(households.stream()
                .filter(h -> h != unstable && !h.tekun() && h.people.stream().anyMatch(this::needy))
                .toList());
        Collections.shuffle(candidates, random);
        candidates.sort(
                Comparator.comparing((SampleHousehold h) -> h.people.stream().noneMatch(p -> p.labour == Labour.LOST)));
        var left = DIBAO_PERSONS - UNSTABLE_PERSONS;
        var count = DIBAO - 1;
        var chosen = candidates.subList(0, count);
        for (var i = 0; i < count; i++) {
            var needy = chosen.get(i).people.stream().filter(this::needy).toList();
            var take = Math.min(needy.size(), left - (count - 1 - i) > 1 ? 2 : 1);
            for (var p : needy.subList(0, take)) p.dibao = new String[] {"A", "B", "B", "C", "C"}[random.nextInt(5)];
            left -= take;
        }
        if (left != 0) throw new IllegalStateException("dibao cannot be met: " + left);
    }

    private boolean needy(SamplePerson p) {
        return p.labour == Labour.LOST || p.labour == Labour.NONE && p.age() >= 60;
    }

    /** 桥头安置点 and the town's own site: households that moved there, none of them without somebody who can work. */
    private void relocate(SampleHousehold unstable) {
        var able = households.stream()
                .filter(h -> h.lifted
                        && h != unstable
                        && !h.tekun()
                        && h.people.stream().anyMatch(SamplePerson::mayLeaveForWork))
                .toList();
        var bridge = new ArrayList<SampleHousehold>();
        do {
            var drawn = new ArrayList<>(able);
            Collections.shuffle(drawn, random);
            bridge.clear();
            bridge.addAll(drawn.subList(0, BRIDGE_HOUSEHOLDS));
        } while (bridge.stream().mapToInt(h -> h.people.size()).sum() != BRIDGE_PERSONS);
        bridge.forEach(h -> h.site = "桥头安置点（风相湾）");
        able.stream().filter(h -> h.site == null).limit(TOWN_SITE_HOUSEHOLDS).forEach(h -> h.site = "徐家坪镇集镇安置点");
    }

    private void work() {
        var relocated = workers(h -> h.site != null);
        var lifted = workers(h -> h.lifted && h.site == null);
        var general = workers(h -> !h.lifted);
        send(relocated, RELOCATED_WORKING, RELOCATED_WORKED_LAST_YEAR);
        send(lifted, LIFTED_WORKING - RELOCATED_WORKING, LIFTED_WORKED_LAST_YEAR - RELOCATED_WORKED_LAST_YEAR);
        send(general, GENERAL_WORKING, GENERAL_WORKING - 7);
    }

    private List<SamplePerson> workers(java.util.function.Predicate<SampleHousehold> where) {
        var found = new ArrayList<>(households.stream()
                .filter(where)
                .flatMap(h -> h.people.stream())
                .filter(SamplePerson::mayLeaveForWork)
                .toList());
        Collections.shuffle(found, random);
        return found;
    }

    /** The last of this year's workers are new, two of last year's stayed at home. */
    private void send(List<SamplePerson> people, int now, int before) {
        if (people.size() < now + 2)
            throw new IllegalStateException("workers cannot be met: " + now + " of " + people.size());
        for (var p : people.subList(0, now)) {
            p.workPlace = names.pick(WORK_PLACES);
            p.workMonths = 3 + random.nextInt(6);
        }
        for (var p : people.subList(0, before - 2)) p.workedLastYear = true;
        for (var p : people.subList(now, now + 2)) p.workedLastYear = true;
    }

    private void number() {
        var order = new ArrayList<>(households);
        Collections.shuffle(order, random);
        order.sort(Comparator.comparing((SampleHousehold h) -> h.site == null || !h.site.startsWith("桥头")));
        group(order);
        order.sort(Comparator.comparing((SampleHousehold h) -> h.group));
        var people = 0;
        for (var i = 0; i < order.size(); i++) {
            var household = order.get(i);
            household.number = i + 1;
            var surname = names.surname();
            for (var p : household.people) {
                people++;
                p.name = names.name(p.relation.matches("配偶|之母|之儿媳|之祖母") ? names.surname() : surname, p.male, p.born);
                p.idNo = names.number(p.born, p.male);
                p.memberNo = household.householdNo() + "%02d".formatted(household.people.indexOf(p) + 1);
                if (p.disability != null) {
                    p.disability = p.idNo + p.disability;
                    p.disabilityYear = Math.max(p.born.getYear() + 3, 2009 + random.nextInt(11));
                }
                if (p == household.head() || p.age() >= 18 && p.age() < 60 && random.nextInt(2) == 0)
                    p.phone = "129%08d".formatted(people);
                if (p.age() >= 28 && p.education != null && random.nextInt(22) == 0) p.political = "中共党员";
                if (random.nextInt(60) == 0) p.ethnic = "羌族";
            }
        }
        households.clear();
        households.addAll(order);
    }

    /** Four groups of 37, 37, 37 and 36 households, 桥头 in the fourth: every grid is within 30 to 50. */
    private static void group(List<SampleHousehold> order) {
        var room = new int[] {37, 37, 37, 36};
        var next = 0;
        for (var household : order) {
            var bridge = household.site != null && household.site.startsWith("桥头");
            do next = (next + 1) % room.length;
            while (room[next] == 0);
            if (bridge) next = 3;
            household.group = next + 1;
            room[next]--;
        }
    }

    private List<SamplePerson> people() {
        return households.stream().flatMap(h -> h.people.stream()).toList();
    }
}
