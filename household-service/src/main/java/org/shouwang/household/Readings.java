package org.shouwang.household;

/** How a text is read where it leaves room, said at the operations that go by it. */
public final class Readings {

    public static final String D03 =
            "D-03: net and disposable income per head are taken as one figure; which of them it is, is stored. / 人均纯收入与人均可支配收入按同一数字使用，所用口径予以保存。";
    public static final String D16 =
            "D-16: the reference income, with claims and own payments, is shown and decides no type, unless the policy says so (line.useReferenceIncome). / 计入理赔和自付支出的参考收入只作参考，不决定监测类别，政策可改。";
    public static final String D19 =
            "D-19: where the policy forbids publicity (publicity.forbidden) nothing is posted and no household is told. / 政策规定不公示的，不张贴公示，也不告知农户。";
    public static final String D13 =
            "D-13: income is divided by those who live and spend together; how many they are is stored with the statement and may differ from the members on record. / 人均按共同生活人口计算，人数随测算表保存，可与在册成员数不同。";

    public static final String D10 =
            "D-10: a list whose stated total is not that of its rows (37, and 4 + 34 named) is a finding that somebody explains; nothing is put right by itself. / 名单写明的总数与所列行数不符的，列为问题并由人说明，系统不自动更正。";

    private Readings() {}
}
