package org.shouwang.household.overview;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Word;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;
import org.shouwang.household.sheet.Phone;

/** What can change of a member, as text that is compared and read: JSON field, its Chinese name, and how it is shown to whom. */
enum MemberField implements Worded {
    RELATION("relation", "与户主关系", Member::relation, CodeTable.RELATION::word),
    LABOUR("labour", "劳动技能", Member::labour),
    STUDENT("student", "在校生状况", Member::student),
    EDUCATION("education", "文化程度", Member::education, CodeTable.EDUCATION::word),
    RESIDENT("resident", "是否常住人口", Member::resident),
    WORKING("working", "是否务工", Member::working),
    WORK_MONTHS("workMonths", "务工时间（月）", Member::workMonths),
    WORKED_LAST_YEAR("workedLastYear", "上年末是否外出务工", Member::workedLastYear),
    POST_TYPE("postType", "公益性岗位类型", Member::postType),
    POST_MONTHS("postMonths", "公益性岗位（月数）", Member::postMonths),
    INSURANCES("insurances", "参加的保险", Member::insurances),
    RELOCATED("relocated", "是否易地扶贫搬迁人口", Member::relocated),
    NAME("person.name", "姓名", of(Person::name)),
    SEX("person.sex", "性别", of(Person::sex), CodeTable.SEX::word),
    ID_TYPE("person.idType", "证件类型", of(Person::idType)),
    ID_NO("person.idNo", "证件号码", of(Person::idNo)),
    BIRTH_DATE("person.birthDate", "出生日期", of(Person::birthDate)),
    ETHNIC("person.ethnic", "民族", of(Person::ethnic), CodeTable.ETHNIC::word),
    HEALTH("person.health", "健康状况", of(Person::health)),
    POLITICAL("person.political", "政治面貌", of(Person::political)),
    DISABILITY("person.disability", "残疾人证号", of(Person::disability)),
    DISABILITY_YEAR("person.disabilityYear", "残疾证办证年度", of(Person::disabilityYear)),
    PHONE("person.phone", "联系电话", of(Person::phone)),
    WORK_PLACE("person.workPlace", "务工所在地", of(Person::workPlace)),
    WORK_ABROAD("person.workAbroad", "是否国外务工", of(Person::workAbroad)),
    EMPLOYER("person.employer", "务工企业名称", of(Person::employer)),
    DROPOUT_REASON("person.dropoutReason", "失学或辍学原因", of(Person::dropoutReason)),
    MANDARIN("person.mandarin", "是否会讲普通话", of(Person::mandarin)),
    MEMBER_NO("person.memberNo", "人口编号", of(Person::memberNo)),
    MEDICAL_AID("person.medicalAid", "是否接受医疗救助", of(Person::medicalAid));

    private final String field;
    private final String zh;
    private final Function<Member, Object> read;
    private final UnaryOperator<String> words;

    MemberField(String field, String zh, Function<Member, Object> read) {
        this(field, zh, read, UnaryOperator.identity());
    }

    MemberField(String field, String zh, Function<Member, Object> read, UnaryOperator<String> words) {
        this.field = field;
        this.zh = zh;
        this.read = read;
        this.words = words;
    }

    String field() {
        return field;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** As the API writes it, several with commas; null where nothing is known or there is no member. */
    String code(Member m) {
        return m == null ? null : code(read.apply(m));
    }

    /** As people read it. @param open for who enters data; everybody else sees numbers and phones masked */
    String shown(Member m, boolean open) {
        var text = m == null ? null : shown(read.apply(m));
        if (open) return text;
        return switch (this) {
            case ID_NO, DISABILITY -> IdNumber.masked(text);
            case PHONE -> Phone.masked(text);
            default -> text;
        };
    }

    private static String code(Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> one -> one.name();
            case Collection<?> several ->
                several.stream().map(MemberField::code).collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private String shown(Object value) {
        return switch (value) {
            case null -> null;
            case Word word -> word.zh();
            case Boolean yes -> yes ? "是" : "否";
            case Collection<?> several -> several.stream().map(this::shown).collect(Collectors.joining("、"));
            default -> words.apply(value.toString());
        };
    }

    private static Function<Member, Object> of(Function<Person, Object> read) {
        return m -> m.person() == null ? null : read.apply(m.person());
    }
}
