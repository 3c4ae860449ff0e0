package org.shouwang.household.registry;

import static org.shouwang.household.registry.Check.*;
import static org.shouwang.household.registry.Rule.Severity.*;

import java.util.List;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.eventsourcing.Worded;

/**
 * What the data of a household, or a department's list of households, must satisfy, each rule with its place in the list of data-quality
 * rules (DQ-00: what any entry must satisfy, which that list takes for granted), its sentence for the clerk, its predicates and the fields
 * that they read.
 */
public enum Rule implements Reason {
    AREA_NOT_A_VILLAGE(
            "DQ-00",
            ERROR,
            "地区应为行政村的12位区划代码",
            "The area must be the 12-digit code of a village",
            household(HouseholdRules::areaNotAVillage, "areaCode")),
    GROUP_CODE(
            "DQ-00",
            ERROR,
            "村民小组代码应为“村代码-Z两位数”",
            "A group's code is its village's code, -Z and two digits",
            household(HouseholdRules::groupOutside, "groupCode")),
    GRID_CODE(
            "DQ-00",
            ERROR,
            "网格代码应为“村代码-W三位数”",
            "A grid's code is its village's code, -W and three digits",
            household(HouseholdRules::gridOutside, "gridCode")),
    GEO_RANGE(
            "DQ-00",
            ERROR,
            "家庭位置的经纬度超出范围",
            "Longitude or latitude of the home lies out of range",
            household(HouseholdRules::geoRange, "details.longitude", "details.latitude")),
    MEMBERS_EMPTY(
            "DQ-00",
            ERROR,
            "户内至少应有一名成员",
            "A household has at least one member",
            household(HouseholdRules::nobody, "members")),
    MEMBER_TWICE(
            "DQ-00",
            ERROR,
            "同一成员编号出现两次",
            "The same member id is given twice",
            members(HouseholdRules::memberTwice, "memberId")),
    HEAD_COUNT(
            "DQ-04",
            ERROR,
            "每户应有且只有一名户主",
            "A household has exactly one head",
            household(HouseholdRules::headCount, "members")),
    SPOUSE_COUNT(
            "DQ-04",
            ERROR,
            "户主的配偶最多一人",
            "A head has at most one spouse",
            household(HouseholdRules::spouseCount, "members")),
    NAME_EMPTY("DQ-00", ERROR, "姓名不能为空", "The name is missing", member(MemberRules::nameEmpty, "person.name")),
    ID_EMPTY("DQ-00", ERROR, "证件号码不能为空", "The document number is missing", member(MemberRules::idEmpty, "person.idNo")),
    ID_LENGTH(
            "DQ-02",
            ERROR,
            "证件号码应为18位（残疾人证18、20或22位）",
            "The number has 18 characters, a disability card's 18, 20 or 22",
            member(MemberRules::idLength, "person.idNo")),
    ID_DATE(
            "DQ-01",
            ERROR,
            "证件号码中的出生日期不存在或晚于今天",
            "The birth date in the number is no date, lies before 1900 or ahead",
            member(MemberRules::idDate, "person.idNo")),
    ID_CHECKSUM(
            "DQ-01",
            ERROR,
            "证件号码校验码错误",
            "The check character of the number is wrong",
            member(MemberRules::idChecksum, "person.idNo")),
    ID_DUPLICATE(
            "DQ-03",
            ERROR,
            "证件号码与其他在册成员重复",
            "Another active member has the same number",
            members(HouseholdRules::idDuplicate, "person.idNo")),
    BIRTH_MISMATCH(
            "DQ-00",
            ERROR,
            "出生日期与证件号码不一致",
            "The birth date differs from the number's",
            member(MemberRules::birthMismatch, "person.birthDate", "person.idNo")),
    SEX_UNKNOWN(
            "DQ-00",
            ERROR,
            "性别代码不在 GB/T 2261.1 表内",
            "The sex is not in GB/T 2261.1",
            member(MemberRules::sexUnknown, "person.sex")),
    ETHNIC_UNKNOWN(
            "DQ-00",
            ERROR,
            "民族代码不在 GB/T 3304 表内",
            "The ethnic group is not in GB/T 3304",
            member(MemberRules::ethnicUnknown, "person.ethnic")),
    RELATION_UNKNOWN(
            "DQ-05",
            ERROR,
            "与户主关系不在 GB/T 4761 表内",
            "The relation is not in GB/T 4761",
            member(MemberRules::relationUnknown, "relation")),
    EDUCATION_UNKNOWN(
            "DQ-00",
            ERROR,
            "文化程度不在 GB/T 4658 表内",
            "The education is not in GB/T 4658",
            member(MemberRules::educationUnknown, "education")),
    EDUCATION_XOR_STUDENT(
            "DQ-06",
            ERROR,
            "文化程度与在校生状况应填且只填一项",
            "Exactly one of education and school status is filled in",
            member(MemberRules::educationXorStudent, "education", "student")),
    LABOUR_EMPTY(
            "DQ-00", ERROR, "劳动技能不能为空", "The labour ability is missing", member(MemberRules::labourEmpty, "labour")),
    HEALTH_EMPTY(
            "DQ-07",
            ERROR,
            "健康状况不能为空",
            "The state of health is missing",
            member(MemberRules::healthEmpty, "person.health")),
    HEALTH_CONTRADICTION(
            "DQ-00",
            ERROR,
            "“健康”不能与其他健康状况同时填写",
            "Healthy excludes every other state of health",
            member(MemberRules::healthContradiction, "person.health")),
    WORK_INCOMPLETE(
            "DQ-08",
            ERROR,
            "务工所在地与务工时间（月）应同时填写",
            "Work place and months of work come together",
            member(MemberRules::workIncomplete, "workMonths", "person.workPlace")),
    WORK_MONTHS(
            "DQ-00",
            ERROR,
            "务工时间应为1至12个月",
            "Months of work are 1 to 12",
            member(MemberRules::workMonths, "workMonths")),
    POST_INCOMPLETE(
            "DQ-00",
            ERROR,
            "公益性岗位类型与月数应同时填写，月数为1至12",
            "Kind and months (1 to 12) of a public-welfare post come together",
            member(MemberRules::postIncomplete, "postMonths", "postType")),
    INSURANCE_CHOICE(
            "DQ-10",
            ERROR,
            "居民医保与职工医保应参加且只参加一种",
            "Exactly one of residents' and employees' medical insurance holds",
            member(MemberRules::insuranceChoice, "insurances")),
    DISABILITY_NUMBER(
            "DQ-02",
            ERROR,
            "残疾人证号应为18、20或22位，写明类别和等级的，类别1至7，等级1至4",
            "A disability card's number has 18, 20 or 22 characters; a category, where there is one, is 1–7, a level 1–4",
            member(MemberRules::disabilityNumber, "person.disability")),
    NO_LABOUR_UNMARKED(
            "DQ-18",
            ERROR,
            "全户均无劳动能力，却标注为不是“整户无劳动能力”",
            "Nobody in the household has labour, yet it is marked as having some",
            household(HouseholdRules::noLabourUnmarked, "noLabour", "members")),
    PHONE_LENGTH(
            "DQ-09",
            WARNING,
            "联系电话不是11位数字",
            "A phone number has 11 digits",
            household(HouseholdRules::contactPhone, "details.contactPhone"),
            household(HouseholdRules::collectorPhone, "details.infoCollectorPhone"),
            member(MemberRules::phoneLength, "person.phone")),
    INSURANCE_UNKNOWN(
            "DQ-10",
            WARNING,
            "未登记参加居民医保还是职工医保，请核实",
            "Neither residents' nor employees' medical insurance is told of: find out which one holds",
            member(SafeguardRules::insuranceUnknown, "insurances")),
    SEX_MISMATCH(
            "DQ-00",
            WARNING,
            "性别与证件号码不一致",
            "The sex differs from the number's",
            member(MemberRules::sexMismatch, "person.sex", "person.idNo")),
    SPOUSE_SEX(
            "DQ-13",
            WARNING,
            "户主与配偶性别相同",
            "Head and spouse are of the same sex by their numbers",
            household(HouseholdRules::spouseSex, "members")),
    LABOUR_DOUBTFUL(
            "DQ-11",
            WARNING,
            "处于劳动年龄、健康且非在校，劳动技能却为无或弱，请核实",
            "Healthy, of working age, not at school, yet without labour: check",
            member(MemberRules::labourDoubtful, "labour", "person.health", "person.birthDate")),
    PUPIL_AGE(
            "DQ-12",
            WARNING,
            "小学生年龄偏小或偏大，请核实",
            "A primary pupil younger or older than is usual: check",
            member(MemberRules::pupilAge, "student", "person.birthDate")),
    DISABLED_WITHOUT_CARD(
            "DQ-00",
            WARNING,
            "健康状况为残疾但未填残疾人证号",
            "Disabled, but no card number is given",
            member(MemberRules::disabledWithoutCard, "person.disability")),
    CARD_WITHOUT_DISABLED(
            "DQ-00",
            WARNING,
            "填有残疾人证号但健康状况未含残疾",
            "A disability card, but health does not say so",
            member(MemberRules::cardWithoutDisabled, "person.health", "person.disability")),
    COLLECTOR_MISSING(
            "DQ-00",
            WARNING,
            "监测对象（含已消除风险的）应填写信息采集人及其联系电话",
            "Who collects the data of a monitored household, and the phone, are missing; also after its risk was removed",
            household(HouseholdRules::collectorMissing, "details.infoCollector", "details.infoCollectorPhone")),
    EDUCATION_PASSED(
            "DQ-00",
            WARNING,
            "最近一次核查义务教育填为达标，该适龄儿童少年却失学辍学或未填在校生状况，请核实",
            "The latest check lets education pass, yet this child of school age is not at school: check",
            member(SafeguardRules::education, "student", "person.dropoutReason", "education")),
    MEDICAL_PASSED(
            "DQ-00",
            WARNING,
            "最近一次核查基本医疗填为达标，该成员却未参加居民或职工医保，请核实",
            "The latest check lets medical care pass, yet this member has no basic medical insurance: check",
            member(SafeguardRules::medical, "insurances")),
    HOUSING_PASSED(
            "DQ-00",
            WARNING,
            "最近一次核查住房安全填为达标，登记的住房等级却为C级或D级，请核实",
            "The latest check lets housing pass, yet the house was appraised as C or D: check",
            household(SafeguardRules::housing, "housing.grade")),
    WAGE_DOUBTFUL(
            "DQ-25",
            WARNING,
            "全年工资性收入很少但不为零，请核实单位",
            "A year's wages are next to nothing but not nothing: check the unit",
            wages(HouseholdRules::wageDoubtful, "wage", "lines")),
    STATED_TOTAL(
            "DQ-27",
            ERROR,
            "部门名单写明的总数与列出的行数不符，尚未说明",
            "A department's list states another total than it has rows, and nobody said why",
            list("statedTotal", "rows"));

    /** An error stops the command and keeps a line of a roster out; a warning is shown beside the data. */
    public enum Severity implements Worded {
        ERROR("错误"),
        WARNING("提示");

        private final String zh;

        Severity(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    private final String code;
    private final Severity severity;
    private final String zh;
    private final String en;
    private final List<Check> checks;

    Rule(String code, Severity severity, String zh, String en, Check... checks) {
        this.code = code;
        this.severity = severity;
        this.zh = zh;
        this.en = en;
        this.checks = List.of(checks);
    }

    /** In the list of rules, {@code DQ-01}; several rules may stand under one. */
    public String code() {
        return code;
    }

    public Severity severity() {
        return severity;
    }

    public boolean error() {
        return severity == ERROR;
    }

    /** JSON fields that it reads. */
    public List<String> fields() {
        return checks.stream().flatMap(c -> c.fields().stream()).distinct().toList();
    }

    List<Check> checks() {
        return checks;
    }

    @Override
    public Kind kind() {
        return this == ID_DUPLICATE ? Kind.CONFLICT : Kind.INVALID;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
