package org.shouwang.household.roster;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shouwang.household.codes.CodeTable;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.IdType;
import org.shouwang.household.codes.Labour;
import org.shouwang.household.codes.Political;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.codes.Word;
import org.shouwang.household.monitored.MonitoredType;

/**
 * The columns of a roster (花名册), one line per person, in any order. Those of the household are repeated on the lines of its members,
 * or filled in on the first one only. The first header is the template's, the others are understood as well.
 */
public enum Column {
    AREA_CODE("areaCode", null, "村代码", "行政村代码", "村编码", "区划代码", "行政区划代码"),
    VILLAGE("village", null, "村", "行政村"),
    HOUSEHOLD_NO("details.householdNo", null, "户编号", "户编码", "户编号（国家平台）"),
    HOUSEHOLD_SEQ("householdSeq", null, "户序号", "户号"),
    HEAD("head", null, "户主", "户主姓名"),
    GROUP("groupCode", null, "组", "村民小组", "小组", "村组"),
    GRID("gridCode", null, "网格", "网格号", "所属网格"),
    NATURAL_VILLAGE("details.naturalVillage", null, "自然村", "自然村（组）"),
    ADDRESS("details.address", null, "家庭住址", "住址", "家庭地址"),
    CONTACT_PHONE("details.contactPhone", null, "户联系电话", "家庭联系电话"),
    REGISTERED_TYPE("registeredType", words(RegisteredType.class), "户类型", "农户类型"),
    MONITORED_TYPE("monitoredType", words(MonitoredType.class), "监测对象类别"),
    STANDING("tags", () -> List.of("低保", "低保A档", "低保B档", "低保C档", "特困供养", "残疾", "低保边缘", "无"), "保障身份"),
    NO_LABOUR("noLabour", Column::yesNo, "整户无劳动能力兜底保障户", "是否整户无劳动能力兜底保障户"),
    HOUSEHOLD_RESIDENT("resident", Column::yesNo, "是否常住户"),
    RELOCATED("relocated", Column::yesNo, "是否易地扶贫搬迁户", "是否易地搬迁户", "易地扶贫搬迁", "易地扶贫搬迁户"),
    SITE("details.resettlementSite", null, "安置点", "安置点名称"),
    LOCATION("location", null, "家庭位置", "家庭位置（经度,纬度）"),
    LONGITUDE("details.longitude", null, "经度"),
    LATITUDE("details.latitude", null, "纬度"),
    PERSONS("persons", null, "家庭人口", "家庭人口数"),
    RESIDENTS("residents", null, "常住人口", "常住人口数"),
    REGISTERED_POPULATION("details.registeredPopulation", null, "户籍人口", "户籍人口数"),
    MILITARY("details.militaryFamily", Column::yesNo, "是否军烈属", "军烈属"),
    COLLECTOR("details.infoCollector", null, "信息采集人", "监测联系人", "信息采集人/监测联系人"),
    COLLECTOR_PHONE("details.infoCollectorPhone", null, "信息采集人电话", "监测联系人电话", "信息采集人/监测联系人电话"),

    MEMBER_NO("person.memberNo", null, "人口编号", "人口编码"),
    NAME("person.name", null, "姓名"),
    SEX("person.sex", () -> List.of("男", "女"), "性别"),
    ID_TYPE("person.idType", words(IdType.class), "证件类型"),
    ID_NO("person.idNo", null, "证件号码", "身份证号", "身份证号码", "公民身份号码"),
    BIRTH_DATE("person.birthDate", null, "出生日期", "出生年月日"),
    ETHNIC("person.ethnic", () -> List.copyOf(CodeTable.ETHNIC.words().values()), "民族"),
    RELATION("relation", Column::relations, "与户主关系", "与户主的关系"),
    POLITICAL("person.political", words(Political.class), "政治面貌"),
    EDUCATION("education", () -> List.of("文盲或半文盲", "小学", "初中", "高中", "大专", "本科及以上"), "文化程度", "学历"),
    STUDENT("student", words(StudentStatus.class), "在校生状况", "在校状况"),
    DROPOUT("person.dropoutReason", null, "失学或辍学原因"),
    HEALTH("person.health", words(Health.class), "健康状况"),
    LABOUR("labour", words(Labour.class), "劳动技能", "劳动能力"),
    MEMBER_RESIDENT("memberResident", Column::yesNo, "是否常住人口", "是否常住"),
    WORK_PLACE("person.workPlace", null, "务工所在地", "务工地点"),
    WORK_MONTHS("workMonths", null, "务工时间（月）", "务工时间", "务工月数"),
    WORK_ABROAD("person.workAbroad", Column::yesNo, "是否国外务工"),
    EMPLOYER("person.employer", null, "务工企业名称", "务工单位"),
    WORKED_LAST_YEAR("workedLastYear", Column::yesNo, "上年末是否外出务工", "上年是否外出务工", "去年是否务工"),
    POST_TYPE("postType", null, "公益性岗位类型", "公益岗位类型"),
    POST_MONTHS("postMonths", null, "公益性岗位（月数）", "公益性岗位月数", "公益岗位月数"),
    MANDARIN("person.mandarin", Column::yesNo, "是否会讲普通话"),
    RESIDENT_MEDICAL("insurances", Column::yesNo, "是否参加城乡居民基本医疗保险"),
    EMPLOYEE_MEDICAL("insurances", Column::yesNo, "是否参加城镇职工基本医疗保险"),
    CRITICAL_ILLNESS("insurances", Column::yesNo, "是否参加大病保险"),
    COMMERCIAL_MEDICAL("insurances", Column::yesNo, "是否参加商业补充医疗保险"),
    RESIDENT_PENSION("insurances", Column::yesNo, "是否参加城乡居民基本养老保险"),
    EMPLOYEE_PENSION("insurances", Column::yesNo, "是否参加城镇职工基本养老保险"),
    DIBAO("tags.DIBAO", Column::yesNo, "是否享受低保", "是否享受农村居民最低生活保障"),
    DIBAO_CLASS("tags.DIBAO.class", () -> List.of("A", "B", "C"), "低保档次", "低保类别"),
    TEKUN("tags.TEKUN", Column::yesNo, "是否特困供养人员"),
    DIBAO_EDGE("tags.DIBAO_EDGE", Column::yesNo, "是否低保边缘人口"),
    MEMBER_RELOCATED("relocatedMember", Column::yesNo, "是否易地扶贫搬迁人口"),
    MEDICAL_AID("person.medicalAid", Column::yesNo, "是否接受医疗救助"),
    DISABILITY_NO("person.disability", null, "残疾人证号", "残疾证号"),
    DISABILITY_KIND("disabilityKind", Column::disabilities, "残疾类别"),
    DISABILITY_LEVEL("disabilityLevel", () -> List.of("一级", "二级", "三级", "四级"), "残疾等级"),
    DISABILITY_YEAR("person.disabilityYear", null, "残疾证办证年度"),
    MEMBER_PHONE("person.phone", null, "联系电话", "本人联系电话", "手机号码"),
    STATUS("status", () -> List.of("在册", "自然减少"), "状态", "人口状态");

    /** Worked out here, or decided elsewhere: compared with what is known, never taken from a file. */
    static final Set<Column> DERIVED = EnumSet.of(VILLAGE, HEAD, MONITORED_TYPE, NO_LABOUR, PERSONS, RESIDENTS);

    /** May hold several words: they are listed to read, not to choose from. */
    static final Set<Column> MANY = EnumSet.of(STANDING, HEALTH);

    /** Headers that clerks' files carry and that nothing is read from. */
    static final List<String> PASSED_OVER = List.of("序号", "省", "市", "县", "县（市、区）", "乡镇", "乡（镇）", "年龄", "备注");

    private final String field;
    private final Supplier<List<String>> choices;
    private final List<String> headers;

    Column(String field, Supplier<List<String>> choices, String... headers) {
        this.field = field;
        this.choices = choices;
        this.headers = List.of(headers);
    }

    /** The header that the template and all messages use. */
    public String header() {
        return headers.getFirst();
    }

    /** The words that may stand in it; empty: free text, numbers or dates. */
    public List<String> choices() {
        return choices == null ? List.of() : choices.get();
    }

    /** Says something of the household, not of one person. */
    boolean household() {
        return ordinal() < MEMBER_NO.ordinal();
    }

    /** Blanks and the difference of full-width and half-width brackets do not matter. */
    static Optional<Column> of(String header) {
        var plain = plain(header);
        return Arrays.stream(values())
                .filter(c -> c.headers.stream().anyMatch(h -> plain(h).equals(plain)))
                .findFirst();
    }

    /** The column that a finding's field was read from. */
    static Column ofField(String field, Column otherwise) {
        return Arrays.stream(values())
                .filter(c -> c.field.equals(field))
                .findFirst()
                .orElse(otherwise);
    }

    static String plain(String header) {
        return header.replaceAll("[\\s\\u3000\\u00a0\\ufeff*＊]", "")
                .replace('(', '（')
                .replace(')', '）');
    }

    private static <W extends Enum<W> & Word> Supplier<List<String>> words(Class<W> table) {
        return () -> Stream.of(table.getEnumConstants()).map(Word::zh).toList();
    }

    private static List<String> yesNo() {
        return List.of("是", "否");
    }

    private static List<String> relations() {
        return CodeTable.RELATION.words().keySet().stream()
                .map(CodeTable.RELATION::national)
                .distinct()
                .toList();
    }

    private static List<String> disabilities() {
        return List.of("视力", "听力", "言语", "肢体", "智力", "精神", "多重");
    }
}
