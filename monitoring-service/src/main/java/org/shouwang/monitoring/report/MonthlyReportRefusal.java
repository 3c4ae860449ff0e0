package org.shouwang.monitoring.report;

import org.shouwang.eventsourcing.Decision.Reason;

/** Why something about a monthly report was refused, where no shared reason fits. */
public enum MonthlyReportRefusal implements Reason {
    REPORT_NOT_OWED(Kind.CONFLICT, "该村这一月按政策不需要报送月报", "The policy asks for no report of this month from this village"),
    MONTH_NOT_OVER(Kind.CONFLICT, "当月还没有结束，不能报送月报", "The month is not over yet"),
    REPORT_TEXT_REQUIRED(
            Kind.INVALID, "请写明存在问题和下步打算，没有问题也要写明", "Please say what the problems are, be it none, and what comes next"),
    REPORT_ALREADY_SUBMITTED(
            Kind.CONFLICT, "该月月报已经报送，等待乡镇审核", "The report of this month is handed in and waits for the town"),
    REPORT_ACCEPTED(
            Kind.CONFLICT,
            "该月月报乡镇已经通过，不能再改",
            "The town has taken the report of this month: it is not changed any more"),
    REPORT_NOT_SUBMITTED(
            Kind.CONFLICT, "该月月报还没有报送，或已退回", "The report of this month is not handed in, or was sent back"),
    OWN_REPORT(Kind.FORBIDDEN, "报送人不能审核自己报送的月报", "Who handed the report in cannot judge it");

    private final Kind kind;
    private final String zh;
    private final String en;

    MonthlyReportRefusal(Kind kind, String zh, String en) {
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
