package org.shouwang.household.roster;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.Word;
import org.shouwang.household.roster.RosterHousehold.Says;

/** Turns what stands in one line's cells into values; what cannot be read becomes an issue and null. */
final class Cells {

    private static final int LONGEST = 200;
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/.年]?([0-9]{1,2})[-/.月]?([0-9]{1,2})日?");
    private static final Pattern NUMBERED = Pattern.compile("第?([0-9]{1,3}|[一二三四五六七八九十]{1,3})(村民)?(小)?(组|社|网格|号网格)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9.]+E\\+?[0-9]+");
    private static final Pattern GAP = Pattern.compile("[\\s\\u3000'’‘]");
    private static final Pattern PARTS = Pattern.compile("[,，、;；\\s]+");
    private static final Pattern STANDINGS = Pattern.compile("[,，、;；+/\\s]+");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final List<String> NOT_AT_SCHOOL = List.of("非在校生", "非在校", "不在校", "无", "否");
    private static final List<String> NO_STANDING = List.of("无", "否", "一般户", "一般农户", "普通农户");
    private static final String DIGITS = "一二三四五六七八九";

    /** Everyday words that clerks write beside the standard's. */
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("本人", "02"),
            Map.entry("妻子", "12"),
            Map.entry("丈夫", "11"),
            Map.entry("儿子", "20"),
            Map.entry("二子", "23"),
            Map.entry("女儿", "30"),
            Map.entry("二女", "33"),
            Map.entry("爷爷", "61"),
            Map.entry("奶奶", "62"),
            Map.entry("弟弟", "73"),
            Map.entry("哥哥", "71"),
            Map.entry("妹妹", "77"));

    private static final Map<String, String> EDUCATIONS =
            Map.of("文盲", "90", "半文盲", "90", "中专", "40", "中职", "40", "本科", "20", "大学", "20", "专科", "30", "研究生", "10");

    /** What the national system or an older policy calls the same. */
    private static final Map<String, String> WORDS =
            Map.of("一般农户", "一般户", "普通农户", "一般户", "建档立卡脱贫户", "脱贫户", "建档立卡户", "脱贫户", "脱贫监测户", "脱贫不稳定户", "边缘户", "边缘易致贫户");

    private static final Pattern DEGREES = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");
    private static final Pattern DIBAO_CLASS = Pattern.compile("([A-Ca-c])[档类级]?");

    private final RosterRow row;
    private final List<Issue> issues;

    Cells(RosterRow row, List<Issue> issues) {
        this.row = row;
        this.issues = issues;
    }

    String text(Column column) {
        var text = row.cell(column);
        if (text == null) return null;
        if (text.length() > LONGEST) return wrong(column, RosterRule.TEXT_TOO_LONG);
        return text;
    }

    /** A document's number: with the blanks that people put between its parts left out. */
    String number(Column column) {
        var text = text(column);
        if (text == null) return null;
        if (text.indexOf('E') >= 0 && SCIENTIFIC.matcher(text).matches()) return wrong(column, RosterRule.ID_AS_NUMBER);
        return text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? text
                : GAP.matcher(text).replaceAll("");
    }

    Boolean yesNo(Column column) {
        var text = text(column);
        return text == null
                ? null
                : yesNo(text).orElseGet(() -> wrong(column, RosterRule.WORD_UNKNOWN, column.choices()));
    }

    static Optional<Boolean> yesNo(String text) {
        return switch (text) {
            case "是", "有", "1", "Y", "y", "√", "true" -> Optional.of(true);
            case "否", "无", "0", "N", "n", "×", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    boolean yes(Column column) {
        return Boolean.TRUE.equals(yesNo(column));
    }

    <W extends Enum<W> & Word> W word(Column column, Class<W> table) {
        var text = text(column);
        if (text == null) return null;
        return Word.of(table, usual(text)).orElseGet(() -> wrong(column, RosterRule.WORD_UNKNOWN, column.choices()));
    }

    static String usual(String word) {
        return WORDS.getOrDefault(word, word);
    }

    String code(Column column, CodeTable table) {
        var text = text(column);
        if (text == null) return null;
        return table.code(text)
                .or(() -> Optional.ofNullable(everyday(table).get(text)))
                .orElseGet(() -> wrong(column, RosterRule.WORD_UNKNOWN, column.choices()));
    }

    List<Health> health() {
        var text = text(Column.HEALTH);
        if (text == null) return List.of();
        var found = new ArrayList<Health>();
        for (var part : PARTS.split(text)) {
            var health = Word.of(Health.class, part);
            if (health.isEmpty()) {
                wrong(Column.HEALTH, RosterRule.WORD_UNKNOWN, Column.HEALTH.choices());
                return List.of();
            }
            if (!found.contains(health.get())) found.add(health.get());
        }
        return List.copyOf(found);
    }

    /** What 保障身份 says of a household, tag by tag, 低保 with its class where it names one; empty where it is blank. */
    Map<SecurityTag, Says> standing() {
        var text = text(Column.STANDING);
        if (text == null) return Map.of();
        var says = new EnumMap<SecurityTag, Says>(SecurityTag.class);
        for (var tag : SecurityTag.values()) says.put(tag, new Says(false, null));
        for (var part : STANDINGS.split(text)) {
            var tag = tag(part);
            if (tag.isPresent()) {
                var letter = DIBAO_CLASS.matcher(part);
                says.put(
                        tag.get(),
                        new Says(true, letter.find() ? letter.group(1).toUpperCase(Locale.ROOT) : null));
            } else if (!NO_STANDING.contains(part)) {
                wrong(Column.STANDING, RosterRule.WORD_UNKNOWN, Column.STANDING.choices());
                return Map.of();
            }
        }
        return says;
    }

    /** 全家b档低保, 五保户 and 低保边缘户 are understood too. */
    private static Optional<SecurityTag> tag(String word) {
        if (word.contains("边缘")) return Optional.of(SecurityTag.DIBAO_EDGE);
        if (word.contains("低保") || word.contains("最低生活保障")) return Optional.of(SecurityTag.DIBAO);
        if (word.contains("特困") || word.contains("五保")) return Optional.of(SecurityTag.TEKUN);
        return word.contains("残疾") ? Optional.of(SecurityTag.DISABLED) : Optional.empty();
    }

    /** Longitude, then latitude, whichever was written first: in China the one is always the larger. */
    List<BigDecimal> location() {
        var text = text(Column.LOCATION);
        if (text == null) return List.of();
        var degrees = DEGREES.matcher(text)
                .results()
                .map(m -> new BigDecimal(m.group()))
                .sorted(Comparator.reverseOrder())
                .toList();
        if (degrees.size() == 2) return degrees;
        wrong(Column.LOCATION, RosterRule.LOCATION_FORMAT);
        return List.of();
    }

    /** Filled in and more than a way to say: not at school. */
    boolean atSchool() {
        var text = row.cell(Column.STUDENT);
        return text != null && !NOT_AT_SCHOOL.contains(text);
    }

    Integer whole(Column column) {
        var number = decimal(column);
        if (number == null) return null;
        try {
            return number.intValueExact();
        } catch (ArithmeticException _) {
            return wrong(column, RosterRule.NOT_A_NUMBER);
        }
    }

    BigDecimal decimal(Column column) {
        var text = text(column);
        if (text == null) return null;
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : wrong(column, RosterRule.NOT_A_NUMBER);
    }

    LocalDate date(Column column) {
        var text = text(column);
        if (text == null) return null;
        var m = DATE.matcher(text);
        if (!m.matches()) return wrong(column, RosterRule.NOT_A_DATE);
        try {
            return LocalDate.of(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
        } catch (DateTimeException _) {
            return wrong(column, RosterRule.NOT_A_DATE);
        }
    }

    /** A group's or grid's code from a number as people write it: 1, 1组, 第一组, Z01, or the whole code. */
    String part(Column column, String area, char letter, int digits) {
        var text = text(column);
        if (text == null) return null;
        if (text.startsWith(area + "-")) return text;
        var tail = text.matches(letter + "[0-9]{" + digits + "}") ? text.substring(1) : text;
        var m = NUMBERED.matcher(tail);
        if (!m.matches()) return wrong(column, RosterRule.CODE_FORMAT);
        var number = numeral(m.group(1));
        if (number < 1 || number >= Math.pow(10, digits)) return wrong(column, RosterRule.CODE_FORMAT);
        return area + "-" + letter + ("%0" + digits + "d").formatted(number);
    }

    private static int numeral(String text) {
        if (Character.isDigit(text.charAt(0)) && text.charAt(0) < 128) return Integer.parseInt(text);
        var ten = text.indexOf('十');
        if (ten < 0) return text.length() == 1 ? DIGITS.indexOf(text) + 1 : -1;
        var tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(0)) + 1;
        var rest = text.substring(ten + 1);
        return tens * 10 + (rest.isEmpty() ? 0 : DIGITS.indexOf(rest) + 1);
    }

    private static Map<String, String> everyday(CodeTable table) {
        return table == CodeTable.RELATION ? RELATIONS : table == CodeTable.EDUCATION ? EDUCATIONS : Map.of();
    }

    private <T> T wrong(Column column, RosterRule rule) {
        return wrong(column, rule, List.of());
    }

    private <T> T wrong(Column column, RosterRule rule, List<String> allowed) {
        var hint = allowed.isEmpty() || allowed.size() > 30 ? null : String.join("、", allowed);
        var issue = Issue.of(row.row(), column, rule, hint);
        if (!issues.contains(issue)) issues.add(issue);
        return null;
    }
}
