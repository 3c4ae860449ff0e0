package org.shouwang.household.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.Political;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;
import org.shouwang.household.roster.RosterHousehold.Says;

/** Makes a member of a person's line. */
final class PersonReader {

    private static final Map<Column, Insurance> INSURANCES = new EnumMap<>(Map.of(
            Column.RESIDENT_MEDICAL, Insurance.RESIDENT_MEDICAL,
            Column.EMPLOYEE_MEDICAL, Insurance.EMPLOYEE_MEDICAL,
            Column.CRITICAL_ILLNESS, Insurance.CRITICAL_ILLNESS,
            Column.COMMERCIAL_MEDICAL, Insurance.COMMERCIAL_MEDICAL,
            Column.RESIDENT_PENSION, Insurance.RESIDENT_PENSION,
            Column.EMPLOYEE_PENSION, Insurance.EMPLOYEE_PENSION));
    private static final int ID_LENGTH = 18;

    /** What stands for the answer where the file asks and the line says nothing. */
    static final String UNANSWERED = "未填";

    private final RosterRow line;
    private final Cells cells;
    private final List<Issue> issues;

    PersonReader(RosterRow line, List<Issue> issues) {
        this.line = line;
        this.cells = new Cells(line, issues);
        this.issues = issues;
    }

    Member member(UUID id) {
        return Member.of(
                id,
                cells.code(Column.RELATION, CodeTable.RELATION),
                cells.word(Column.LABOUR, Labour.class),
                cells.atSchool() ? cells.word(Column.STUDENT, StudentStatus.class) : null,
                cells.code(Column.EDUCATION, CodeTable.EDUCATION),
                !Boolean.FALSE.equals(cells.yesNo(Column.MEMBER_RESIDENT)),
                positive(Column.WORK_MONTHS),
                cells.yesNo(Column.WORKED_LAST_YEAR),
                cells.text(Column.POST_TYPE),
                positive(Column.POST_MONTHS),
                insurances(),
                cells.yesNo(Column.MEMBER_RELOCATED),
                person());
    }

    private Person person() {
        var number = cells.number(Column.ID_NO);
        return new Person(
                cells.text(Column.NAME),
                cells.code(Column.SEX, CodeTable.SEX),
                idType(number),
                number,
                cells.date(Column.BIRTH_DATE),
                cells.code(Column.ETHNIC, CodeTable.ETHNIC),
                cells.health(),
                cells.word(Column.POLITICAL, Political.class),
                disability(number),
                cells.whole(Column.DISABILITY_YEAR),
                cells.text(Column.MEMBER_PHONE),
                cells.text(Column.WORK_PLACE),
                cells.yesNo(Column.WORK_ABROAD),
                cells.text(Column.EMPLOYER),
                cells.text(Column.DROPOUT),
                cells.yesNo(Column.MANDARIN),
                cells.number(Column.MEMBER_NO),
                cells.yesNo(Column.MEDICAL_AID));
    }

    private IdType idType(String number) {
        var type = cells.word(Column.ID_TYPE, IdType.class);
        if (type != null) return type;
        return number != null && number.length() > ID_LENGTH ? IdType.DISABILITY_CARD : IdType.ID_CARD;
    }

    /** The card's number is the person's number, the category's digit and the level's: what is not written of it is put together from its parts. */
    private String disability(String number) {
        var card = cells.number(Column.DISABILITY_NO);
        var kind = digit(Column.DISABILITY_KIND, "[1-7]");
        var level = digit(Column.DISABILITY_LEVEL, "[1-4]");
        var citizen = card == null ? number : card;
        if (kind == null || level == null || citizen == null || citizen.length() != ID_LENGTH) return card;
        return citizen + kind + level;
    }

    /** A digit as it stands, or the place of the word among the column's words. */
    private String digit(Column column, String digits) {
        var text = cells.text(column);
        if (text == null) return null;
        if (text.matches(digits)) return text;
        var plain = text.replace("残疾", "").replace("级", "");
        for (var i = 0; i < column.choices().size(); i++)
            if (column.choices().get(i).replace("级", "").equals(plain)) return Integer.toString(i + 1);
        issues.add(Issue.of(line.row(), column, RosterRule.WORD_UNKNOWN, String.join("、", column.choices())));
        return null;
    }

    /** Nought months are as good as none. */
    private Integer positive(Column column) {
        var months = cells.whole(column);
        return months != null && months == 0 ? null : months;
    }

    static boolean insurancesBlank(Map<Column, String> cells) {
        return INSURANCES.keySet().stream().noneMatch(cells::containsKey);
    }

    /** Null where nothing is said: what is known stays. */
    private List<Insurance> insurances() {
        if (insurancesBlank(line.cells())) return null;
        if (UNANSWERED.equals(line.cell(Column.RESIDENT_MEDICAL))) {
            issues.add(Issue.of(line.row(), Column.RESIDENT_MEDICAL, RosterRule.INSURANCE_UNANSWERED));
            return null;
        }
        var held = new ArrayList<Insurance>();
        INSURANCES.forEach((column, insurance) -> {
            if (cells.yes(column)) held.add(insurance);
        });
        return held;
    }

    /**
     * What the line says of the person's standing aid.
     *
     * @param standing what the household's own column says: where it names 低保, a class alone is enough
     */
    Map<SecurityTag, Says> tags(Member member, Map<SecurityTag, Says> standing) {
        var says = new EnumMap<SecurityTag, Says>(SecurityTag.class);
        var dibao = cells.yesNo(Column.DIBAO);
        var tagClass = dibaoClass();
        var all = standing.getOrDefault(SecurityTag.DIBAO, new Says(false, null));
        if (dibao == null && tagClass != null && all.holds()) dibao = true;
        if (tagClass != null && !Boolean.TRUE.equals(dibao))
            issues.add(Issue.of(line.row(), Column.DIBAO, RosterRule.DIBAO_CLASS_ALONE));
        if (dibao != null)
            says.put(SecurityTag.DIBAO, new Says(dibao, !dibao ? null : tagClass == null ? all.tagClass() : tagClass));
        said(says, SecurityTag.TEKUN, cells.yesNo(Column.TEKUN));
        said(says, SecurityTag.DIBAO_EDGE, cells.yesNo(Column.DIBAO_EDGE));
        var health = member.person().health();
        said(says, SecurityTag.DISABLED, health.isEmpty() ? null : RosterReader.disabled(health));
        return says;
    }

    private static void said(Map<SecurityTag, Says> says, SecurityTag tag, Boolean holds) {
        if (holds != null) says.put(tag, new Says(holds, null));
    }

    /** A, A档, a类 … */
    private String dibaoClass() {
        var text = cells.text(Column.DIBAO_CLASS);
        if (text == null) return null;
        var letter = text.replaceAll("[档类级]", "").toUpperCase(java.util.Locale.ROOT);
        if (letter.matches("[ABC]")) return letter;
        issues.add(Issue.of(line.row(), Column.DIBAO_CLASS, RosterRule.WORD_UNKNOWN, "A、B、C"));
        return null;
    }
}
