package org.shouwang.household.roster;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.StudentStatus;

/** An invented person of the sample village, while it is being made up. */
final class SamplePerson {

    String relation;
    String name;
    boolean male;
    LocalDate born;
    String idNo;
    String memberNo;
    String ethnic = "汉族";
    String political = "群众";
    String education;
    StudentStatus student;
    List<Health> health = List.of(Health.HEALTHY);
    Labour labour = Labour.NORMAL;
    String workPlace;
    int workMonths;
    boolean workedLastYear;
    String postType;
    int postMonths;
    String dibao;
    boolean tekun;
    String disability;
    int disabilityYear;
    String phone;

    SamplePerson(String relation, boolean male) {
        this.relation = relation;
        this.male = male;
    }

    int age() {
        return Period.between(born, SampleVillage.ON).getYears();
    }

    boolean works() {
        return labour.works();
    }

    boolean mayLeaveForWork() {
        return (labour == Labour.NORMAL || labour == Labour.SKILLED)
                && student == null
                && !tekun
                && age() >= 18
                && age() <= 57
                && postType == null;
    }

    Map<Column, String> cells(boolean relocated) {
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.MEMBER_NO, memberNo);
        cells.put(Column.NAME, name);
        cells.put(Column.SEX, male ? "男" : "女");
        cells.put(Column.ID_TYPE, "居民身份证");
        cells.put(Column.ID_NO, idNo);
        cells.put(Column.ETHNIC, ethnic);
        cells.put(Column.RELATION, relation);
        cells.put(Column.POLITICAL, political);
        cells.put(Column.EDUCATION, education);
        cells.put(Column.STUDENT, student == null ? null : student.zh());
        cells.put(
                Column.HEALTH, String.join(",", health.stream().map(Health::zh).toList()));
        cells.put(Column.LABOUR, labour.zh());
        cells.put(Column.MEMBER_RESIDENT, "是");
        cells.put(Column.WORK_PLACE, workPlace);
        cells.put(Column.WORK_MONTHS, workPlace == null ? null : Integer.toString(workMonths));
        cells.put(Column.WORKED_LAST_YEAR, yes(workedLastYear));
        cells.put(Column.POST_TYPE, postType);
        cells.put(Column.POST_MONTHS, postType == null ? null : Integer.toString(postMonths));
        cells.put(Column.MANDARIN, yes(age() >= 3 && age() < 65));
        cells.put(Column.RESIDENT_MEDICAL, "是");
        cells.put(Column.EMPLOYEE_MEDICAL, "否");
        cells.put(Column.CRITICAL_ILLNESS, "是");
        cells.put(Column.RESIDENT_PENSION, yes(age() >= 16 && student == null));
        cells.put(Column.DIBAO, yes(dibao != null));
        cells.put(Column.DIBAO_CLASS, dibao);
        cells.put(Column.TEKUN, yes(tekun));
        cells.put(Column.MEMBER_RELOCATED, yes(relocated));
        cells.put(Column.DISABILITY_NO, disability);
        cells.put(Column.DISABILITY_YEAR, disability == null ? null : Integer.toString(disabilityYear));
        cells.put(Column.MEMBER_PHONE, phone);
        cells.values().removeIf(java.util.Objects::isNull);
        return cells;
    }

    private static String yes(boolean yes) {
        return yes ? "是" : "否";
    }
}
