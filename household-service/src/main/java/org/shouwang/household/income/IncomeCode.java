package org.shouwang.household.income;

import java.util.Arrays;
import java.util.Optional;
import org.shouwang.eventsourcing.Worded;

/**
 * The lines of the income sheet, as on the national collection form for monitored households (2023). A wages, B operating income,
 * C property, D transfers, E operating cost.
 */
public enum IncomeCode implements Worded {
    A1("务工收入"),
    A2("行业部门公益岗收入"),
    A3("乡镇公益岗收入"),
    A4("村级公益岗收入"),
    A5("自主采摘收入"),
    B1("种植业收入"),
    B2("养殖业收入"),
    B3("林果业收入"),
    B4("其他生产经营性收入"),
    C1("资产收益分红"),
    C2("土地流转收入"),
    C3("金融贷款项目收入"),
    C4("代种代养收入"),
    C5("其他财产性收入"),
    D1("计划生育金"),
    D2("低保金"),
    D3("特困供养金"),
    D4("养老保险金"),
    D5A("退耕还林补助"),
    D5B("公益林补助"),
    D5C("草原生态奖补"),
    D5D("移民补助"),
    D5E("其他生态补偿金"),
    D6A("玉米大豆种植补贴"),
    D6B("地力补贴"),
    D6C("大田保险"),
    D6D("高龄补贴"),
    D6E("优抚金"),
    D6F("残疾补贴"),
    D6G("教育扶持"),
    D6H("救灾款"),
    D6I("失能老人补贴"),
    D6J("赡养费"),
    D6K("取暖费"),
    D6L("物价补贴"),
    D6M("社会救济"),
    D6N("防贫保险"),
    D6O("经常性捐赠和赔偿"),
    D6P("其他转移性收入"),
    E1("种植支出"),
    E2("养殖支出"),
    E3("林果支出"),
    E4("其他生产经营性支出");

    private final String zh;

    IncomeCode(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** The form's own writing: a capital letter, a digit, and a small letter for a part of a line. */
    public String code() {
        return name().length() == 2
                ? name()
                : name().substring(0, 2) + name().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    public IncomeKind kind() {
        return switch (name().charAt(0)) {
            case 'A' -> IncomeKind.WAGE;
            case 'B' -> IncomeKind.OPERATING;
            case 'C' -> IncomeKind.PROPERTY;
            case 'D' -> IncomeKind.TRANSFER;
            default -> IncomeKind.COST;
        };
    }

    public static Optional<IncomeCode> of(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }
}
