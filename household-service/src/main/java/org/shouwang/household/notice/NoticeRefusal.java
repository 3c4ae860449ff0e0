package org.shouwang.household.notice;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a notice was not made, where no shared reason fits. */
enum NoticeRefusal implements Reason {
    PUBLICITY_FORBIDDEN_BY_POLICY(Kind.CONFLICT, "本政策规定评定结果不公示", "This policy forbids to make the result public"),
    SENSITIVE_FIELD_IN_NOTICE(
            Kind.INVALID,
            "公示中不得写入证件号码、手机号码或银行账号",
            "No number of a document, a mobile phone or an account is shown in public"),
    NOTICE_UNKNOWN(
            Kind.CONFLICT,
            "所列农户尚无拟公示的类别或公示天数：须先评议通过（消除的须先提出）",
            "Of these households no type or no days of a notice are known: the village's review, or the proposal of a removal, comes first"),
    NOTICE_CONTRADICTS(
            Kind.CONFLICT,
            "填写的类别或公示期与该户本次识别（消除）的不一致",
            "The type or the days that are given are not those of the household's case or removal");

    private final Kind kind;
    private final String zh;
    private final String en;

    NoticeRefusal(Kind kind, String zh, String en) {
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
