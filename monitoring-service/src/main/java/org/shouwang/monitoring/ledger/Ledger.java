package org.shouwang.monitoring.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.ledger.Column.Words;
import org.shouwang.monitoring.succession.Extent;

/**
 * The ledgers 台账 whose facts this service keeps, with their columns in the field's order. Households stand under their id: their names are
 * the household service's alone. A query gives the key of the order, then one value per column; {@code EXTENT} stands for the
 * area that is asked for, by household where the line is about one, {@code RECORDED} where that keeps the code of its day.
 */
enum Ledger implements Worded {
    CLUES(
            "风险线索台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("户标识"),
                    Column.text("线索编号"),
                    Column.words("来源", Words.CLUE_SOURCE),
                    Column.words("申报方式", Words.CHANNEL),
                    Column.text("申报窗口"),
                    Column.text("登记日期"),
                    Column.text("回执编号"),
                    Column.text("核实期限"),
                    Column.words("核实结果", Words.CLUE_RESULT),
                    Column.text("答复日期"),
                    Column.text("逾期")),
            """
            select to_char(received_on, 'YYYY-MM-DD') || id as key, area_code, household, id, source, via, window_id, received_on, receipt_no, due_on, result,
              answered_on, case when overdue then '是' else '否' end
            from clue where EXTENT and received_on between $2 and $3
            """),
    /** Below the line and not included all the same, each with its reason. */
    NON_INCLUSIONS(
            "不纳入明细台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("户标识"),
                    Column.number("家庭人口"),
                    Column.text("收入区间"),
                    Column.number("工资性收入"),
                    Column.number("生产经营性收入"),
                    Column.number("财产性收入"),
                    Column.number("转移性收入"),
                    Column.number("生产经营性支出"),
                    Column.number("人均纯收入"),
                    Column.text("评议日期"),
                    Column.text("评议结果"),
                    Column.text("决定日期"),
                    Column.words("不纳入理由", Words.REJECTION),
                    Column.text("理由"),
                    Column.text("记录编号")),
            """
            select to_char(w.decided_on, 'YYYY-MM-DD') || w.case_id as key, w.area_code, w.household, i.population,
              i.from_month || '至' || i.to_month, i.wage, i.operating, i.property, i.transfer, i.cost, w.per_capita, m.held_on, '不纳入',
              w.decided_on, w.reason_code, w.reason, w.case_id
            from non_inclusion w left join income_fact i on i.id = w.statement
            left join lateral (select held_on from case_meeting where stream = w.case_id order by version desc limit 1) m on true
            where w.below_line and w.EXTENT and w.decided_on between $2 and $3
            """),
    CHECKS(
            "监测月台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("对象（户标识）"),
                    Column.text("月份"),
                    Column.text("走访日期"),
                    Column.text("走访人"),
                    Column.words("方式", Words.METHOD),
                    Column.words("三保障和饮水", Words.INDICATORS),
                    Column.words("收入变化", Words.INCOME),
                    Column.words("新风险", Words.RISKS),
                    Column.words("预警", Words.WARNING_ITEMS),
                    Column.words("处置", Words.STAGES)),
            """
            select c.month || c.household as key, c.area_code, c.household, c.month, c.visited_on, c.visitor, case when c.missed then 'MISSED' else c.method end,
              case when c.missed then null else coalesce(nullif(c.wanting, ''), 'PASS') end, c.income, c.new_risks, w.items, w.stages
            from monthly_check c left join lateral (select string_agg(item, ',' order by raised_on, id) as items,
                string_agg(stage, ',' order by raised_on, id) as stages
              from warning where household = c.household and to_char(raised_on, 'YYYY-MM') = c.month) w on true
            where c.EXTENT and (c.month || '-01')::date between date_trunc('month', $2::date)::date and $3::date
            """),
    WARNINGS(
            "预警台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("户标识"),
                    Column.text("预警编号"),
                    Column.words("来源", Words.SOURCE),
                    Column.words("级别", Words.LEVEL),
                    Column.words("项目", Words.WARNING_ITEMS),
                    Column.text("提出日期"),
                    Column.words("责任单位", Words.DEPARTMENT),
                    Column.text("期限"),
                    Column.text("措施"),
                    Column.text("销号日期"),
                    Column.text("回访日期"),
                    Column.words("状态", Words.STAGES),
                    Column.text("逾期")),
            """
            select to_char(raised_on, 'YYYY-MM-DD') || id as key, area_code, household, id, source, level, item, raised_on, coalesce(dept, responsible),
              due_on, action, closed_on, revisited_on, stage, case when overdue then '是' else '否' end
            from warning where EXTENT and raised_on between $2 and $3
            """),
    REVIEWS(
            "评议会登记",
            List.of(
                    Column.text("区划代码"),
                    Column.text("日期"),
                    Column.words("类型", Words.REVIEW_KIND),
                    Column.text("地点"),
                    Column.text("主持"),
                    Column.text("记录"),
                    Column.number("应到人数"),
                    Column.number("实到人数"),
                    Column.text("参加人员"),
                    Column.text("户标识"),
                    Column.words("结果", Words.RESULT),
                    Column.number("赞成"),
                    Column.number("反对"),
                    Column.number("弃权"),
                    Column.text("说明")),
            """
            select to_char(m.held_on, 'YYYY-MM-DD') || m.stream || to_char(m.version, 'FM0000000000') || coalesce(m.household::text, '') as key, m.area_code, m.held_on, m.kind, m.place, m.host,
              m.recorder, m.expected, m.present, m.attendees, m.household, m.result, m.agree, m.disagree, m.abstain, m.reason
            from (select *, 'INCLUSION' as kind from case_meeting union all select *, 'REMOVAL' from removal_meeting
              union all select *, 'REMOVAL' from kept_meeting
              union all select stream_id('quarterly/' || area_code || '/' || month), version, null, area_code, held_on, minutes::json ->> 'place',
                minutes::json ->> 'host', minutes::json ->> 'recorder', null, json_array_length(minutes::json -> 'attendees'), null, null, null,
                case when without_risk = checked then 'NO_RISK' else 'AT_RISK' end, '排查' || checked || '户，无风险' || without_risk || '户',
                (select string_agg(a, '、' order by n) from json_array_elements_text(minutes::json -> 'attendees') with ordinality x(a, n)), 'QUARTERLY'
                from quarterly_review) m
            where m.RECORDED and m.held_on between $2 and $3
            """),
    PUBLICITIES(
            "公示台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("对象（户标识）"),
                    Column.words("内容", Words.NOTICE_KIND),
                    Column.text("开始"),
                    Column.text("结束"),
                    Column.text("地点"),
                    Column.text("照片（指纹）"),
                    Column.number("异议")),
            """
            select to_char(n.posted_on, 'YYYY-MM-DD') || n.stream || to_char(n.version, 'FM0000000000') as key, n.area_code, n.household, n.kind, n.posted_on,
              n.ends_on, n.place, n.photos, n.objections
            from (select *, 'INCLUSION' as kind from case_notice union all select *, 'REMOVAL' from removal_notice) n
            where n.RECORDED and n.posted_on between $2 and $3
            """),
    PATROLS(
            "网格走访台账",
            List.of(
                    Column.text("区划代码"),
                    Column.text("网格"),
                    Column.text("户标识"),
                    Column.text("走访日期"),
                    Column.text("走访人"),
                    Column.words("方式", Words.METHOD),
                    Column.words("发现情况", Words.FINDINGS),
                    Column.text("说明"),
                    Column.text("线索编号")),
            """
            select to_char(p.visited_on, 'YYYY-MM-DD') || p.id as key, p.area_code, p.grid, p.household, p.visited_on, p.visitor, p.method, f.kinds, f.texts,
              p.clue
            from patrol p left join lateral (select string_agg(f ->> 'kind', ',' order by n) as kinds, string_agg(f ->> 'text', '；' order by n) as texts
              from json_array_elements(p.findings::json) with ordinality e(f, n)) f on true
            where p.RECORDED and p.visited_on between $2 and $3
            """),
    MONTHLY_REPORTS(
            "月报",
            List.of(
                    Column.text("区划代码"),
                    Column.text("月份"),
                    Column.text("期限"),
                    Column.text("报送日期"),
                    Column.text("逾期"),
                    Column.words("状态", Words.REPORT_STATE),
                    Column.number("监测对象户数"),
                    Column.number("监测对象人数"),
                    Column.number("新增户数"),
                    Column.number("消除户数"),
                    Column.number("预警提出"),
                    Column.number("预警销号"),
                    Column.number("未销预警"),
                    Column.number("落实措施"),
                    Column.number("应走访户数"),
                    Column.number("已走访户数"),
                    Column.number("另走访户次"),
                    Column.text("存在问题"),
                    Column.text("下步打算")),
            """
            select r.month || r.area_code as key, r.area_code, r.month, r.due_on, r.submitted_on, case when r.late then '是' else '否' end, r.state,
              f -> 'stock' ->> 'households', f -> 'stock' ->> 'persons', f -> 'added' ->> 'households', f -> 'removed' ->> 'households',
              f ->> 'warningsRaised', f ->> 'warningsClosed', f ->> 'warningsOpen', f ->> 'measures', f ->> 'visitsPlanned', f ->> 'visitsDone',
              f ->> 'visitsToOthers',
              r.problems, r.next_steps
            from (select *, figures::json as f from monthly_report) r
            where r.area_code like $1 || '%' and (r.month || '-01')::date between date_trunc('month', $2::date)::date and $3::date
            """);

    private static final Pattern EXTENT = Pattern.compile("(\\w\\.)?(EXTENT|RECORDED)");

    private final String zh;
    private final List<Column> columns;
    private final String query;

    Ledger(String zh, List<Column> columns, String query) {
        this.zh = zh;
        this.columns = columns;
        this.query = query;
    }

    @Override
    public String zh() {
        return zh;
    }

    List<String> headers() {
        return columns.stream().map(Column::zh).toList();
    }

    /** Parameters: prefix, first and last day, the key of the row before or null, the most rows. */
    String page(Extent extent) {
        var asked = EXTENT.matcher(query).replaceAll(found -> {
            var alias = Objects.requireNonNullElse(found.group(1), "");
            return Matcher.quoteReplacement(
                    found.group(2).equals("RECORDED") ? extent.recorded(alias) : extent.where(alias));
        });
        return "with l as (" + asked
                + ") select * from l where $4::text is null or l.key > $4::text order by l.key limit $5";
    }

    /** A row as cells: texts and numbers, null where empty. */
    List<Object> cells(Object[] row) {
        var cells = new ArrayList<Object>(columns.size());
        for (var i = 0; i < columns.size(); i++) cells.add(columns.get(i).cell(row[i + 1]));
        return cells;
    }
}
