package org.shouwang.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A roster of invented people, four to a household, with numbers of an area that does not exist. */
final class Roster {

    /** The village that it is of. */
    static final String VILLAGE = "610727115207";

    private static final List<String> RELATIONS = List.of("户主", "配偶", "之子", "之母");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 12_000;

    private Roster() {}

    /** @param run makes the people of one run others than those of another, 0 to 9 */
    static String csv(int persons, int run) {
        return IntStream.range(0, persons)
                .mapToObj(i -> line(i, run))
                .collect(Collectors.joining(
                        "\n", "户编号,姓名,证件号码,与户主关系,健康状况,劳动技能,文化程度,在校生状况,户类型,组,家庭住址,是否享受低保,低保档次\n", "\n"));
    }

    private static String line(int i, int run) {
        var household = i / 4;
        var place = i % 4;
        var born = FIRST.plusDays(i % DAYS);
        var first = "99999%d%04d%02d%02d%03d"
                .formatted(
                        run,
                        born.getYear(),
                        born.getMonthValue(),
                        born.getDayOfMonth(),
                        2 * (100 + i / DAYS) + (place % 2 == 0 ? 1 : 0));
        return String.join(
                ",",
                "B" + run + "-" + household,
                "试" + i,
                first + check(first),
                RELATIONS.get(place),
                "健康",
                "普通劳动力",
                "初中",
                "",
                household % 3 == 0 ? "脱贫户" : "一般户",
                Integer.toString(1 + household % 20),
                "试验路" + household + "号",
                place == 3 ? "是" : "",
                place == 3 ? "C" : "");
    }

    /** The last character of a number by ISO 7064, MOD 11-2. */
    private static char check(String first) {
        var sum = 0;
        for (var i = 0; i < first.length(); i++) sum += (first.charAt(i) - '0') * ((1 << (17 - i)) % 11);
        return "10X98765432".charAt(sum % 11);
    }
}
