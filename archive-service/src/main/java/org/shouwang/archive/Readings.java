package org.shouwang.archive;

/** How a text is read where it leaves room, said at the operations that go by it. */
public final class Readings {

    public static final String D09 =
            "D-09: the list of a village's archive begins with its second category, that of the resident team leaves out its sixth item, and that of the town is missing. What belongs there is to be confirmed: documents are kept by kind, and nothing is said to be complete by those lists. / 村级档案目录缺第一类，驻村工作队目录缺第六项，乡镇目录没有列出，均待确认；材料按类别存档，不据这些目录认定齐全。";

    private Readings() {}
}
