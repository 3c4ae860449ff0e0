package org.shouwang.archive.log;

/** What can be wrong with an event that arrives. It is kept all the same: an archive that refused it would hide it. */
public enum Fault {
    HASH("内容与其哈希值不符", "its content is not what was hashed"),
    LINK("与前一条记录的哈希链不相接", "it does not follow the event before it"),
    GAP("之前有记录缺失", "events before it are missing"),
    TWICE("该序号已有另一条记录", "another event already stands at its version");

    private final String zh;
    private final String en;

    Fault(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
