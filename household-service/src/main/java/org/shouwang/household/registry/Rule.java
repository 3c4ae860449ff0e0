package org.shouwang.household.registry;

import org.shouwang.eventsourcing.Decision.Reason;

/** What the data of a household must satisfy: an error stops the command, a warning is shown beside the data. */
public enum Rule implements Reason {
    AREA_NOT_A_VILLAGE(true, "地区应为行政村的12位区划代码", "The area must be the 12-digit code of a village"),
    GROUP_CODE(true, "村民小组代码应为“村代码-Z两位数”", "A group's code is its village's code, -Z and two digits"),
    GRID_CODE(true, "网格代码应为“村代码-W三位数”", "A grid's code is its village's code, -W and three digits"),
    GEO_RANGE(true, "家庭位置的经纬度超出范围", "Longitude or latitude of the home lies out of range"),
    MEMBERS_EMPTY(true, "户内至少应有一名成员", "A household has at least one member"),
    MEMBER_TWICE(true, "同一成员编号出现两次", "The same member id is given twice"),
    HEAD_COUNT(true, "每户应有且只有一名户主", "A household has exactly one head"),
    SPOUSE_COUNT(true, "户主的配偶最多一人", "A head has at most one spouse"),
    NAME_EMPTY(true, "姓名不能为空", "The name is missing"),
    ID_EMPTY(true, "证件号码不能为空", "The document number is missing"),
    ID_LENGTH(true, "证件号码应为18位（残疾人证20或22位）", "The number has 18 characters, a disability card's 20 or 22"),
    ID_DATE(true, "证件号码中的出生日期不存在或晚于今天", "The birth date in the number is no date, lies before 1900 or ahead"),
    ID_CHECKSUM(true, "证件号码校验码错误", "The check character of the number is wrong"),
    ID_DUPLICATE(true, "证件号码与其他在册成员重复", "Another active member has the same number"),
    BIRTH_MISMATCH(true, "出生日期与证件号码不一致", "The birth date differs from the number's"),
    SEX_UNKNOWN(true, "性别代码不在 GB/T 2261.1 表内", "The sex is not in GB/T 2261.1"),
    ETHNIC_UNKNOWN(true, "民族代码不在 GB/T 3304 表内", "The ethnic group is not in GB/T 3304"),
    RELATION_UNKNOWN(true, "与户主关系不在 GB/T 4761 表内", "The relation is not in GB/T 4761"),
    EDUCATION_UNKNOWN(true, "文化程度不在 GB/T 4658 表内", "The education is not in GB/T 4658"),
    EDUCATION_XOR_STUDENT(true, "文化程度与在校生状况应填且只填一项", "Exactly one of education and school status is filled in"),
    LABOUR_EMPTY(true, "劳动技能不能为空", "The labour ability is missing"),
    HEALTH_EMPTY(true, "健康状况不能为空", "The state of health is missing"),
    HEALTH_CONTRADICTION(true, "“健康”不能与其他健康状况同时填写", "Healthy excludes every other state of health"),
    WORK_INCOMPLETE(true, "务工所在地与务工时间（月）应同时填写", "Work place and months of work come together"),
    WORK_MONTHS(true, "务工时间应为1至12个月", "Months of work are 1 to 12"),
    POST_INCOMPLETE(
            true, "公益性岗位类型与月数应同时填写，月数为1至12", "Kind and months (1 to 12) of a public-welfare post come together"),
    INSURANCE_CHOICE(true, "居民医保与职工医保应参加且只参加一种", "Exactly one of residents' and employees' medical insurance holds"),
    DISABILITY_NUMBER(
            true,
            "残疾人证号应为20或22位，类别1至7，等级1至4",
            "A disability card's number has 20 or 22 characters, category 1–7, level 1–4"),
    PHONE_LENGTH(false, "联系电话不是11位数字", "A phone number has 11 digits"),
    SEX_MISMATCH(false, "性别与证件号码不一致", "The sex differs from the number's"),
    SPOUSE_SEX(false, "户主与配偶性别相同", "Head and spouse are of the same sex by their numbers"),
    LABOUR_DOUBTFUL(
            false, "16至59周岁、健康且非在校，劳动技能却为无或弱，请核实", "Healthy, 16 to 59, not at school, yet without labour: check"),
    PUPIL_AGE(false, "小学生年龄小于6岁或大于14岁，请核实", "A primary pupil younger than 6 or older than 14: check"),
    DISABLED_WITHOUT_CARD(false, "健康状况为残疾但未填残疾人证号", "Disabled, but no card number is given"),
    CARD_WITHOUT_DISABLED(false, "填有残疾人证号但健康状况未含残疾", "A disability card, but health does not say so");

    private final boolean error;
    private final String zh;
    private final String en;

    Rule(boolean error, String zh, String en) {
        this.error = error;
        this.zh = zh;
        this.en = en;
    }

    /** Stops a command; otherwise only a warning. */
    public boolean error() {
        return error;
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
