package org.shouwang.household.roster;

import org.shouwang.eventsourcing.Decision.Reason;

/** What a roster must satisfy before the rules of a household can be asked at all: how the file is made and what stands in its cells. */
public enum RosterRule implements Reason {
    FILE_EMPTY(true, "文件是空的", "The file is empty"),
    FILE_KIND(true, "只支持 xlsx 和 csv 文件；xls 请另存为 xlsx", "Only xlsx and csv files are read; save xls as xlsx"),
    FILE_BROKEN(true, "文件无法读取，可能已损坏或加密", "The file cannot be read: it may be damaged or encrypted"),
    FILE_ENCODING(true, "文字编码无法识别，请保存为 UTF-8 或 GB18030", "The text is neither UTF-8 nor GB18030"),
    FILE_TOO_LARGE(true, "文件过大，请按乡镇或村拆分后导入", "The file is too large: split it by town or village"),
    TOO_MANY_ROWS(true, "行数超过上限，请拆分后导入", "Too many rows: split the file"),
    HEADER_MISSING(true, "前20行中没有找到表头（至少应有“姓名”和“证件号码”两列）", "No header in the first 20 rows: at least 姓名 and 证件号码"),
    COLUMN_MISSING(true, "缺少必需的列", "A required column is missing"),
    COLUMN_TWICE(true, "同一列出现两次", "A column appears twice"),
    NO_ROWS(true, "表头之下没有数据", "There are no rows below the header"),
    COLUMN_UNKNOWN(false, "不认识这一列，未读取", "This column is not known and was not read"),
    DERIVED_DIFFERS(
            false,
            "此项由系统得出或在别处认定，与系统不一致，未采用",
            "This is worked out here or decided elsewhere: it differs from what is known and was not taken"),
    STANDING_DIFFERS(
            false, "保障身份与成员各列填写的不一致，以成员各列为准", "The household's 保障身份 differs from its members' columns, which count"),
    LOCATION_DIFFERS(false, "家庭位置与经度、纬度两列不一致，以两列为准", "家庭位置 differs from the columns 经度 and 纬度, which count"),
    INSURANCE_UNANSWERED(
            false,
            "居民医保、职工医保两栏都没有填，请核实参加了哪一种；本次未更新参保情况",
            "Neither medical insurance is filled in: find out which one the person has; nothing was changed"),
    PERSON_LEFT(
            false,
            "状态不是“在册”，该行未读取；仍在册的成员请另行办理减少",
            "Not 在册: this line was not read; remove the person if still a member"),
    MEMBERS_MISSING(
            false,
            "文件中缺少该户的在册成员，导入不会减少他们",
            "Members of this household are not in the file; applying it removes nobody"),
    LOCATION_FORMAT(true, "家庭位置应写作“经度,纬度”，如 106.15,33.33", "A place is written as longitude,latitude: 106.15,33.33"),
    HOUSEHOLD_KEY_EMPTY(true, "户编号和户序号至少填一项", "Either 户编号 or 户序号 must be filled in"),
    HOUSEHOLD_OTHER(
            true,
            "该户编号或户序号下登记的是另一户，没有一名相同的成员，请核对",
            "Another family is kept under this 户编号 or 户序号: not one person is the same"),
    HOUSEHOLD_CHANGED_SINCE(
            true,
            "该户在花名册所述日期之后已有变更，按本行会改回旧情况，请核对日期",
            "The household changed after the day that the roster speaks of: this line would take it back"),
    AREA_EMPTY(true, "未填村代码，导入时也未指定村", "No village code in the row, and none given with the import"),
    AREA_OUT_OF_SCOPE(true, "该村不在您的管辖范围内", "That village is outside your scope"),
    AREA_UNKNOWN(true, "区划代码表中没有该村，请先导入区划代码表", "The village is not in the area table: import the table first"),
    VALUE_EMPTY(true, "此项必填", "This must be filled in"),
    VALUE_DIFFERS(true, "同一户各行的户信息不一致", "The household's columns differ between its rows"),
    WORD_UNKNOWN(true, "填写的内容不在可选范围内", "The value is not one of those allowed"),
    NOT_A_NUMBER(true, "应为数字", "This should be a number"),
    NOT_A_DATE(true, "日期格式应为 2021-09-07", "A date looks like 2021-09-07"),
    CODE_FORMAT(true, "小组应写作“1”“1组”或“Z01”，网格应写作“1”或“W001”", "A group is written 1, 1组 or Z01, a grid 1 or W001"),
    ID_AS_NUMBER(
            true,
            "证件号码被存为数字，末几位已丢失，请把该列设为文本后重填",
            "The number was kept as a numeral and lost its last digits: format the column as text"),
    TEXT_TOO_LONG(true, "内容超过200字", "The text is longer than 200 characters"),
    DIBAO_CLASS_ALONE(
            true, "填了低保档次但未填“是否享受低保”为“是”", "A dibao class is given, but the person is not marked as receiving it"),
    ID_IN_TWO_HOUSEHOLDS(true, "同一证件号码在文件的另一户中也出现", "The same number stands in another household of the file");

    private final boolean error;
    private final String zh;
    private final String en;

    RosterRule(boolean error, String zh, String en) {
        this.error = error;
        this.zh = zh;
        this.en = en;
    }

    boolean error() {
        return error;
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
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
