package org.shouwang.monitoring.identification;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about an identification case was refused, where no shared guard says it. */
public enum CaseRefusal implements Reason {
    CASE_UNKNOWN(Kind.UNKNOWN, "没有这件识别申请", "There is no such identification case"),
    CASE_EXISTS(Kind.CONFLICT, "该编号的识别申请已存在，内容不同", "A case with this id exists already, with another content"),
    CASE_ALREADY_OPEN(Kind.CONFLICT, "该户已有一件识别申请正在办理", "Another case of this household is still open"),
    CASE_CLOSED(Kind.CONFLICT, "这件识别申请已经办结", "This case is closed"),
    ALREADY_OBJECT(Kind.CONFLICT, "该户已是监测对象", "This household is a monitored object already"),
    CLUE_REQUIRED(Kind.INVALID, "请至少引用一条线索", "At least one clue is needed"),
    CHANNEL_NOT_OF_CLUES(
            Kind.INVALID, "线索来源应为所引用线索之一的来源", "The channel is that of one of the clues with which the case is opened"),
    VISITOR_REQUIRED(Kind.INVALID, "请填写入户人员", "Please give who visited"),
    ASSET_FLAG_UNKNOWN(Kind.INVALID, "本政策的慎重纳入情形中没有这些代码", "This policy's negative list has no such codes"),
    SAFEGUARD_CHECK_REQUIRED(Kind.INVALID, "请引用“两不愁三保障”核查", "Please cite a check of the safeguards"),
    COMPARISON_EMPTY(Kind.INVALID, "请至少填写一个部门的比对结果", "The result of at least one department is needed"),
    COMPARISON_OF_OTHER_DEPT(
            Kind.FORBIDDEN, "部门用户只能填写本部门的比对结果", "A department's user records what that department found"),
    CONSENT_SCOPE(
            Kind.CONFLICT, "农户授权的查询范围不包括这些部门，不得比对", "The household's consent does not let these departments be asked"),
    TYPE_REQUIRED(Kind.INVALID, "请填写监测对象类别", "Please give the type of object"),
    TYPE_NOT_IN_POLICY(Kind.INVALID, "本政策没有这个监测对象类别", "This policy has no such type of object"),
    TYPE_INCONSISTENT(
            Kind.INVALID,
            "监测对象类别与户类型不符：脱贫户为脱贫不稳定户，一般户为边缘易致贫户",
            "The type does not fit what the household is registered as"),
    NOTICE_INCOMPLETE(Kind.INVALID, "请填写公示内容和张贴地点", "Please give the notice's text and where it is posted"),
    NOT_WATCHED(Kind.UNKNOWN, "该户不在不纳入持续关注名单中", "This household is not on the watch list"),
    RETURN_TARGET(Kind.INVALID, "只能退回到前面已经完成的步骤", "A case is returned to a step before the present one"),
    OBJECTION_EXISTS(
            Kind.CONFLICT, "该编号的异议已登记，内容不同", "An objection with this id is on record already, with another content");

    private final Kind kind;
    private final String zh;
    private final String en;

    CaseRefusal(Kind kind, String zh, String en) {
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
