package org.shouwang.household.notice;

/** What a village is told about households before it is decided. */
public enum NoticeKind {
    INCLUSION("关于拟纳入防止返贫监测对象的公示", "经农户申报或摸排发现、入户核实、民主评议，下列农户拟纳入防止返贫监测对象"),
    REMOVAL("关于拟消除监测对象返贫致贫风险的公示", "经入户核实、帮扶成效评议，下列监测对象返贫致贫风险已稳定消除，拟标注为风险消除");

    private final String title;
    private final String what;

    NoticeKind(String title, String what) {
        this.title = title;
        this.what = what;
    }

    public String title() {
        return title;
    }

    /** The first words of the notice, up to what it asks for. */
    public String what() {
        return what;
    }
}
