package org.shouwang.monitoring.check;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a monthly record was refused, where no shared reason fits. */
public enum CheckRefusal implements Reason {
    ALREADY_CHECKED(Kind.CONFLICT, "该户本月已有监测记录", "The household has a record for this month already"),
    MONTH_MISMATCH(Kind.INVALID, "走访日期不在所填月份内", "The day of the visit does not lie in the month"),
    CHECK_INCOMPLETE(Kind.INVALID, "两不愁三保障和饮水安全各项都要填写", "Every safeguard item must be answered"),
    PHONE_ONLY_FOR_ABSENT(
            Kind.INVALID,
            "只有外出不在家的户可以电话监测，请写明外出情况",
            "Only households that are away may be called by phone: say why nobody was at home"),
    NOT_AWAY(Kind.INVALID, "该户常住在家，应当入户，不能用电话代替", "The household lives at home: visit it, a call is not enough"),
    SOLVED_OTHERWISE(
            Kind.INVALID,
            "走访记录只能认定刚性支出和其他类预警已解决，其余以核查、收入或就业为准",
            "A visit says of spending and other matters that they are solved; the rest is shown by a check, an income or work"),
    REACHED_REQUIRED(
            Kind.INVALID, "电话监测请写明接听人的成员编号或用户编号", "Please say by member id or user id who was reached by phone");

    private final Kind kind;
    private final String zh;
    private final String en;

    CheckRefusal(Kind kind, String zh, String en) {
        this.kind = kind;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Kind kind() {
        return kind;
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
