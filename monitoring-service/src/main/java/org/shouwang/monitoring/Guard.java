package org.shouwang.monitoring;

import static org.shouwang.eventsourcing.Decision.Reason.Kind.*;

import org.shouwang.eventsourcing.Decision.Reason;

/** Refusals that several features of monitoring share; the codes are those of the field's list of guards. */
public enum Guard implements Reason {
    NOT_YET_KNOWN(
            CONFLICT,
            "引用的户、收入、核查或授权信息还没有同步到监测服务，请稍候再试",
            "What is cited here has not reached the monitoring service yet: try again shortly"),
    HOUSEHOLD_ENDED(
            CONFLICT, "该户已销户（合户、整户迁出或消亡）", "This household is no longer kept: it was merged, moved out or died out"),
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
    SENSITIVE_FIELD_IN_NOTICE(
            INVALID,
            "公示内容不得出现身份证号、手机号、银行账号和健康状况",
            "A public notice must not show ID numbers, phones, bank accounts or health"),
    PERSON_CODE(INVALID, "人员请填用户编号或成员编号，不要填姓名", "Persons are given by user id or member id, never by name"),
    DATE_OUT_OF_ORDER(INVALID, "日期早于上一步的日期", "The date lies before that of the step before"),
    STEP_OUT_OF_ORDER(CONFLICT, "还没有完成前面的步骤，或已经过了这一步", "Earlier steps are not done yet, or this step is over"),
    STEP_NOT_IN_POLICY(CONFLICT, "本政策没有这一步", "This policy has no such step"),
    NOTHING_TO_CORRECT(CONFLICT, "还没有可以更正的记录", "There is no record yet that could be corrected"),
    CORRECTION_OUTDATED(
            CONFLICT,
            "要更正的记录已被更正，请以最新记录为准重新提交",
            "What is to be corrected was corrected already: correct the record that counts now"),
    REASON_REQUIRED(INVALID, "请写明理由，字数要足够", "Please give a reason that is long enough"),
    SIGNATURE_MISSING(INVALID, "缺少签字", "A signature is missing"),
    SEPARATION_OF_DUTIES(
            FORBIDDEN,
            "同一人不能既入户又审核或审定同一户，也不能既张贴公示又处理对它的异议",
            "Nobody both visits a household and reviews or determines its case, or posts a notice and decides an objection to it"),
    MINUTES_INCOMPLETE(
            INVALID,
            "会议记录不完整：时间、地点、主持、记录、参加人员都要填，签到人数要与参加人员一致",
            "The minutes are incomplete: time, place, host, recorder and attendees are all needed, and the sign-in count must match"),
    DUPLICATE_MEETING(
            CONFLICT, "该村这一期的会议记录已经提交，不能再提交另一份", "The minutes of this meeting are recorded already: there is one only"),
    VOTES_AGAINST(INVALID, "同意票没有过半，不能作出同意的结论", "The votes do not carry it"),
    QUORUM_NOT_MET(INVALID, "到会人数不足", "Too few of those who should attend were present"),
    PUBLICITY_FORBIDDEN_BY_POLICY(CONFLICT, "本政策规定评定结果不公示", "This policy forbids to make the result public"),
    PUBLICITY_NOT_FINISHED(CONFLICT, "公示期未满", "The publicity period is not over yet"),
    PUBLICITY_OBJECTION_OPEN(CONFLICT, "公示期间的异议还没有处理完", "An objection raised during the publicity is still open"),
    PUBLICITY_OVER(
            CONFLICT, "公示期已过，异议请按信访渠道提出", "The publicity is over: objections go through the petition channel now"),
    OBJECTION_UNKNOWN(UNKNOWN, "没有这条异议", "There is no such objection"),
    OBJECTION_DECIDED(CONFLICT, "这条异议已经作出处理", "This objection has been decided already"),
    CONSENT_REQUIRED(CONFLICT, "没有有效的承诺授权书，不能查询比对", "Without a valid consent of the household nothing may be compared"),
    INCOME_STATEMENT_REQUIRED(INVALID, "请引用收入区间内的收入表", "Please cite the income statement of the period"),
    STATEMENT_SUPERSEDED(
            CONFLICT,
            "这张收入表已被新表代替，请引用新表",
            "This income statement has been superseded: please cite the one that counts"),
    STATEMENT_UNSIGNED(
            CONFLICT,
            "这张收入表还没有签字，不能作为依据；刚刚签字的，请稍候再试",
            "This income statement is not signed, so nothing rests on it yet: if it was signed just now, try again shortly"),
    INCOME_WINDOW_MISMATCH(
            INVALID, "收入表的收入区间与政策要求不一致", "The income statement does not cover the period that the policy asks for"),
    INCOME_DETAIL_REQUIRED(
            INVALID,
            "不纳入必须附上收入区间内各项收入齐全的收入表",
            "A decision not to include needs an income statement of the period with all five components"),
    APPLICATION_FORBIDDEN_BY_POLICY(CONFLICT, "本政策规定监测对象不申请", "Under this policy households do not apply"),
    LINE_NOT_DEFINED(
            CONFLICT,
            "该地区当年的监测收入线还没有公布，不能研判",
            "The monitoring line of this area and year is not set, so nothing can be recommended"),
    POLICY_NOT_FOUND(CONFLICT, "该地区在这一天没有生效的政策", "No policy is in force in this area on that day"),
    DEPARTMENT_UNKNOWN(
            INVALID, "没有这个部门代码，或者本政策没有列出该部门", "There is no such department, or this policy does not name it"),
    RISK_UNKNOWN(INVALID, "返贫致贫风险代码不在采集表中", "The collection form has no such risk code"),
    RISK_REQUIRED(INVALID, "至少要有一项返贫致贫风险", "At least one risk is needed"),
    RISK_NOTE_REQUIRED(INVALID, "风险为“其他”时必须写明情况", "The risk \"other\" needs a remark"),
    RISK_INCONSISTENT(INVALID, "所填风险与家庭成员情况不符", "A risk does not fit what is known of the household's members"),
    TOO_MANY_RISKS(INVALID, "返贫致贫风险最多填五项", "A household has five risks at most");

    private final Kind kind;
    private final String zh;
    private final String en;

    Guard(Kind kind, String zh, String en) {
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
