package org.shouwang.household.screening;

import org.shouwang.eventsourcing.Worded;

/** Why a row cannot be matched at all. */
enum RowFault implements Worded {
    NOBODY("没有证件号码，也没有姓名", "Neither an ID number nor a name"),
    ID_AS_NUMBER("证件号码被存为数字，末几位已丢失", "The number was kept as a numeral and lost its last digits"),
    ID_LENGTH("证件号码位数不对", "The number has a wrong length"),
    ID_CHECKSUM("证件号码校验码错误", "The check character of the number is wrong"),
    VILLAGE_UNKNOWN("没有证件号码，且村填写不清或不在本辖区", "No ID number, and the village is not told clearly or lies outside"),
    ITEM_FORMAT("没有写明指标或规则代码", "The row does not say by its code what it is about"),
    VALUE_FORMAT("数值应为数字", "The value should be a number"),
    TEXT_TOO_LONG("内容过长", "The text is too long");

    private final String zh;
    private final String en;

    RowFault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String zh() {
        return zh;
    }

    String en() {
        return en;
    }
}
