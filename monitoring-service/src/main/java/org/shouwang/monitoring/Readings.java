package org.shouwang.monitoring;

/** How a text is read where it leaves room, said at the operations that go by it; {@code RULES.md} has them all. */
public final class Readings {

    public static final String D01 =
            "D-01: income below the red line, or a hardship with a safeguard at risk, makes red; a policy may ask for a safeguard at risk in either case (grading.redRule). / 收入低于红色线，或遇困难且有一项保障可能不达标，符合其一即为红色；政策可改为两种情形都须有一项可能不达标。";
    public static final String D02 =
            "D-02: a household that was never registered as poor, on or above the red line and with a safeguard that fails, is red with a hardship only; else it has no colour and stays a clue. / 非脱贫户收入不低于红色线而有一项保障不达标的，遇困难才为红色，否则不定颜色，只作线索。";
    public static final String D03 =
            "D-03: net and disposable income per head are taken as one figure; which of them it is, is stored. / 人均纯收入与人均可支配收入按同一数字使用，所用口径予以保存。";
    public static final String D04 =
            "D-04: a report that is due before the 2nd is in time until the end of the 2nd (monitoring.reportDay). / “2号前”含2号当天，到当日24时为止。";
    public static final String D05 =
            "D-05: a red warning that is found behind the closing day of the plan is due by the end of the month in which it was found (deadlines.laterRed). / 超过方案规定的销号日期后发现的红色预警，当月月底前销号。";
    public static final String D06 =
            "D-06: the plan names the step 销 and says nothing of it: the warning is closed and the household visited again soon. / “销”一步方案未作说明：预警销号，并及时回访。";
    public static final String D07 =
            "D-07: households in yellow or green have all been lifted from poverty, so one with a gap is entered as a lifted one, UNSTABLE. / 黄色、绿色户都是脱贫户，出现缺项的按脱贫监测户录入。";
    public static final String D08 =
            "D-08: the three levels that work together are village, town and county. / “三级联动”指村、镇、县三级。";
    public static final String D11 =
            "D-11: categories that do not add up to the households that were checked (83 beside 84) are a finding: such minutes are refused until somebody says which number is right. / 各类户数之和与排查户数不符的（如83与84），列为问题，会议记录更正前不予接收。";
    public static final String D12 =
            "D-12: plans of several places are policies of their own, each for the areas under its prefix (areaPrefix). / 各地方案分别作为政策发布，按区划前缀适用。";
    public static final String D14 =
            "D-14: a notice hangs for calendar days, unless the policy says working days (publicity.dayType). / 公示天数按自然日计算，政策可改为工作日。";
    public static final String D15 =
            "D-15: who is exactly on the line is not below it, unless the policy says so (line.inclusive). / 刚好等于监测线不算低于，政策可改。";
    public static final String D16 =
            "D-16: the reference income, with claims and own payments, is shown and decides no type, unless the policy says so (line.useReferenceIncome). / 计入理赔和自付支出的参考收入只作参考，不决定监测类别，政策可改。";
    public static final String D17 =
            "D-17: a village with monitored households judges how they stand every week; a policy may ask for it every month, or not at all (monitoring.meetings). / 研判会议每周一次，政策可改为每月一次，也可不要求。";
    public static final String D18 =
            "D-18: who belongs to the four teams (四支队伍) is laid down nowhere: who was there is named one by one. / “四支队伍”的组成没有依据，参加人员逐人填写。";
    public static final String D19 =
            "D-19: where the policy forbids publicity (publicity.forbidden) nothing is posted and no household is told. / 政策规定不公示的，不张贴公示，也不告知农户。";

    private Readings() {}
}
