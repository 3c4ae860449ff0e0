package org.shouwang.household.namedledger;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why a ledger was not taken, where no shared reason fits. */
enum NamedLedgerRefusal implements Reason {
    NO_HOUSEHOLD_COLUMN(
            Kind.INVALID,
            "表中没有“户标识”一列，请上传由监测服务下载的台账",
            "The table has no column of household ids (户标识): send in a ledger as the monitoring service gives it out");

    private final Kind kind;
    private final String zh;
    private final String en;

    NamedLedgerRefusal(Kind kind, String zh, String en) {
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
