package org.shouwang.assistance;

import static org.shouwang.eventsourcing.Decision.Reason.Kind.*;

import org.shouwang.eventsourcing.Decision.Reason;

/** Refusals that several features of assistance share; the codes are those of the field's list of guards. */
public enum Guard implements Reason {
    NOT_YET_KNOWN(
            CONFLICT,
            "该户信息还没有同步到帮扶服务，请稍候再试",
            "The assistance service does not know this household yet: try again shortly"),
    NOT_FOUND(UNKNOWN, "没有找到，或不在您的管辖范围内", "Not found, or outside your area"),
    DOCUMENT_INVALID(
            INVALID,
            "材料引用不合规：种类应为DOC_开头的代码，指纹应为64位小写十六进制",
            "A document reference needs a DOC_ kind and a SHA-256 of 64 lower-case hex digits"),
    EVIDENCE_MISSING(INVALID, "缺少必备材料", "Required documents are missing"),
    SENSITIVE_TEXT(
            INVALID,
            "文字中含有身份证号、手机号或银行账号，请删除",
            "The text holds an ID number, a phone or a bank account: please take it out"),
    PERSON_CODE(INVALID, "人员请填用户编号，不要填姓名", "Persons are given by user id, never by name"),
    DATE_OUT_OF_ORDER(
            INVALID, "日期早于上一步的日期，或起止日期颠倒", "The date lies before that of the step before, or the end before the start"),
    STEP_OUT_OF_ORDER(CONFLICT, "还没有完成前面的步骤，或已经过了这一步", "Earlier steps are not done yet, or this step is over"),
    STEP_ALREADY_RECORDED(CONFLICT, "这一步已经登记，内容不同", "This step is on record already, with other content"),
    REASON_REQUIRED(INVALID, "请写明理由，不少于5个字", "Please give a reason of at least 5 characters"),
    RISK_UNKNOWN(INVALID, "返贫致贫风险代码不在该户登记的风险之内", "The risk is not among those on record for the household");

    private final Kind kind;
    private final String zh;
    private final String en;

    Guard(Kind kind, String zh, String en) {
        this.kind = kind;
        this.zh = zh;
        this.en = en;
    }

    /** A reason that says something. */
    public static boolean reasonGiven(String reason) {
        return reason != null && reason.strip().length() >= 5;
    }

    /** A user id, not a person's name. */
    public static boolean userId(String text) {
        return text != null && text.matches("[A-Za-z0-9._@-]{1,64}");
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
