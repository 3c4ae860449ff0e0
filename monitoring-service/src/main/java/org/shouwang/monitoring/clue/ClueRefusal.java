package org.shouwang.monitoring.clue;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a request about a clue was refused. */
public enum ClueRefusal implements Reason {
    CLUE_UNKNOWN(Kind.UNKNOWN, "没有这条线索", "There is no such clue"),
    CLUE_ALREADY_RECEIVED(Kind.CONFLICT, "这条线索已登记，内容不同", "This clue is on record already, with another content"),
    CLUE_ANSWERED(Kind.CONFLICT, "这条线索已经答复", "This clue has been answered already"),
    CLUE_OF_OTHER_HOUSEHOLD(Kind.CONFLICT, "这条线索说的是另一户", "This clue is about another household"),
    CLUE_OF_ITSELF(Kind.INVALID, "线索不能与自己重复", "A clue does not repeat itself"),
    CLUE_OF_OTHER_DEPT(Kind.FORBIDDEN, "这条线索没有转交给您的部门", "This clue was not handed to your department"),
    CLUE_NOT_HANDED_OVER(
            Kind.CONFLICT, "这条线索没有在部门办理，不能答复“部门已解决”", "This clue is with no department that could have solved it"),
    DUPLICATE_OF_REQUIRED(
            Kind.INVALID, "重复线索请指明与哪一条线索重复，线索随之答复", "Say which clue this one repeats: that is its answer"),
    CASE_REQUIRED(Kind.INVALID, "转入识别程序请直接以该线索建案，线索随之答复", "Open the case with this clue: that is its answer"),
    WARNING_REQUIRED(Kind.INVALID, "转预警请直接以该线索提出预警，线索随之答复", "Raise the warning with this clue: that is its answer"),
    CLUE_TEXT_REQUIRED(Kind.INVALID, "请写明线索内容", "Please say what the clue is"),
    AREA_REQUIRED(Kind.INVALID, "请填写村的12位区划代码", "Please give the village's area code of 12 digits"),
    CHANNEL_OF_DECLARATIONS(Kind.INVALID, "只有农户自主申报才填写申报方式", "Only a declaration says by which way it came"),
    WINDOW_REQUIRED(
            Kind.INVALID,
            "通过申报窗口申报的请填写窗口编号，其他方式不填",
            "A declaration at a window names the window, and no other one does"),
    DECLARANT_REQUIRED(
            Kind.INVALID,
            "自主申报须登记申报人；不是本户成员的，请写明代办人与该户的关系",
            "A declaration needs its declarant; for somebody from outside, the relation to the household"),
    DECLARANT_NOT_OF_HOUSEHOLD(
            Kind.CONFLICT,
            "申报人不是本户成员；他人代办的，请写明代办人与该户的关系",
            "The declarant is not of this household; for somebody from outside, give the relation to it");

    private final Kind kind;
    private final String zh;
    private final String en;

    ClueRefusal(Kind kind, String zh, String en) {
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
