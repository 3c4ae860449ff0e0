package org.shouwang.monitoring.quality;

import static org.shouwang.monitoring.quality.Check.ABLE;
import static org.shouwang.monitoring.quality.Rule.Severity.*;
import static org.shouwang.monitoring.quality.Rule.Source.*;
import static org.shouwang.monitoring.quality.Subject.*;

import java.util.List;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.monitoring.object.AfterRemoval;

/**
 * What the data of monitoring must satisfy, each rule with its place in the list of data-quality rules, its sentence for the clerk, where it
 * comes from, and its predicates. Those of households and incomes are the household service's.
 */
enum Rule implements Worded {
    RISK_EMPTY(
            "DQ-14",
            ERROR,
            CHECKS,
            "监测对象没有登记过返贫致贫风险",
            "A monitored household of the three types never had a risk on record",
            Check.when(OBJECT, "s.type is not null and s.risks = '{}' and not s.had_risks", "risks")),
    RISK_UNEXPLAINED(
            "DQ-14",
            ERROR,
            CHECKS,
            "返贫致贫风险为“其他”，但没有写明情况",
            "The risk is \"other\" and nobody said what it is",
            Check.when(OBJECT, "'99' = any (s.risks) and s.unexplained", "risks", "riskNote")),
    RISKS_RESOLVED(
            "DQ-14",
            WARNING,
            CHECKS,
            "返贫致贫风险已全部化解，却没有办理风险消除，请核实",
            "All risks are resolved and no removal is under way: check",
            Check.when(
                    OBJECT, "s.type is not null and s.risks = '{}' and s.had_risks and s.state = 'ACTIVE'", "risks")),
    DISABLED_NOBODY(
            "DQ-15",
            ERROR,
            CHECKS,
            "风险为“因残”，但家中没有残疾人",
            "The risk is disability, but nobody in the household holds that tag",
            Check.when(OBJECT, "'03' = any (s.risks) and not 'DISABLED' = any (s.tags)", "risks", "tags")),
    LABOUR_NOT_LACKING(
            "DQ-15",
            ERROR,
            CHECKS,
            "风险为“缺劳动力”，但全户均有劳动能力",
            "The risk is lack of labour, but every member can work",
            Check.when(
                    OBJECT,
                    "'04' = any (s.risks) and s.labour <> '{}' and s.labour <@ " + ABLE,
                    "risks",
                    "members.labour")),
    WORK_IMPOSSIBLE(
            "DQ-15",
            ERROR,
            CHECKS,
            "风险为“因务工就业不稳”，但全户均无劳动能力",
            "The risk is unstable work, but nobody in the household can work",
            Check.when(
                    OBJECT,
                    "'07' = any (s.risks) and s.labour <> '{}' and not s.labour && " + ABLE,
                    "risks",
                    "members.labour")),
    WORK_UNRECORDED(
            "DQ-15",
            ERROR,
            CHECKS,
            "风险为“因务工就业不稳”，但全户没有任何务工信息",
            "The risk is unstable work, but nothing is on record of anybody's work",
            Check.when(
                    OBJECT,
                    "'07' = any (s.risks) and s.labour && " + ABLE + " and not s.worked",
                    "risks",
                    "members.working")),
    LABOUR_RARELY_LACKING(
            "DQ-15",
            WARNING,
            CHECKS,
            "风险为“缺劳动力”，但四人及以上的户中普通、技能劳动力不少于一半，请核实",
            "The risk is lack of labour, but of four persons or more at least half are full labour: check",
            Check.when(
                    OBJECT,
                    "'04' = any (s.risks) and cardinality(s.labour) >= 4 and not s.labour <@ " + ABLE
                            + " and 2 * (select count(*) from unnest(s.labour) l where l in ('NORMAL', 'SKILLED'))"
                            + " >= cardinality(s.labour)",
                    "risks",
                    "members.labour")),
    DISASTER_UNRECORDED(
            "DQ-15",
            WARNING,
            CHECKS,
            "风险为“因自然灾害”，但没有部门推送的受灾记录，请核实",
            "The risk is a natural disaster, but no department delivered that the household was hit by one: check",
            Check.when(
                    OBJECT,
                    "exists (select from unnest(s.risks) r where starts_with(r, '02')) and not s.disaster",
                    "risks")),
    UNHELPED(
            "DQ-16",
            ERROR,
            CHECKS,
            "识别满一个月仍没有落实任何帮扶措施",
            "A month after the identification no measure is in effect",
            Check.when(OBJECT, "s.type is not null and s.long_since and s.helped = 0", "measures")),
    ONLY_AID(
            "DQ-17",
            WARNING,
            CHECKS,
            "家中有普通或技能劳动力，却只安排了综合保障，请核实",
            "A household with full labour is given standing aid only: check",
            Check.when(
                    OBJECT,
                    "s.planned > 0 and 'M10' = all (s.codes) and s.labour && array['NORMAL', 'SKILLED']",
                    "measures.code",
                    "members.labour")),
    DIBAO_WITHOUT_HOLDER(
            "DQ-19",
            ERROR,
            CHECKS,
            "措施中有低保，但家中没有低保对象",
            "A measure is dibao, but nobody in the household holds it",
            Check.when(OBJECT, "'DIBAO' = any (s.items) and not 'DIBAO' = any (s.tags)", "measures.item", "tags")),
    HOLDER_WITHOUT_DIBAO(
            "DQ-19",
            ERROR,
            CHECKS,
            "家中有低保对象，但措施中没有低保",
            "A member holds dibao, but no measure says so",
            Check.when(
                    OBJECT, "'DIBAO' = any (s.tags) and 'DIBAO' = any (s.items) is not true", "measures.item", "tags")),
    SUBSIDY_WITHOUT_DISABLED(
            "DQ-19",
            ERROR,
            CHECKS,
            "措施中有残疾人两项补贴，但家中没有残疾人",
            "A measure is a disability subsidy, but nobody in the household is disabled",
            Check.when(
                    OBJECT,
                    "'DISABILITY_SUBSIDY' = any (s.items) and not 'DISABLED' = any (s.tags)",
                    "measures.item",
                    "tags")),
    AFTER_REMOVAL_EMPTY(
            "DQ-20",
            ERROR,
            CHECKS,
            "已消除风险，但风险消除后的信息没有填全",
            "The risk is removed, but facts to be collected afterwards are missing",
            Check.empty(REMOVED, "after_removal", AfterRemoval.class)),
    REMOVED_BELOW_LINE(
            "DQ-21",
            ERROR,
            CHECKS,
            "帮扶消除的户，风险消除后人均纯收入低于监测收入线",
            "Removed by help with an income below the line",
            Check.when(REMOVED, "(s.after_removal ->> 'perCapita')::numeric < s.line", "after.perCapita")),
    REMOVED_UNHELPED(
            "DQ-21",
            ERROR,
            CHECKS,
            "帮扶消除的户没有落实过任何帮扶措施",
            "Removed by help without a measure in effect",
            Check.when(REMOVED, "s.helped = 0", "measures")),
    REMOVED_EARLY(
            "DQ-22",
            WARNING,
            CHECKS,
            "识别当月或次月就标注风险消除，请核实",
            "Removed in the month of identification or the next: check",
            Check.when(
                    REMOVED,
                    "date_trunc('month', s.removed_on) <= date_trunc('month', s.included_on) + interval '1 month'",
                    "includedOn",
                    "removedOn")),
    REMOVED_UNSAFE(
            "DQ-23",
            ERROR,
            CHECKS,
            "已消除风险，但“三保障”和饮水安全有不达标项",
            "The risk is removed, but a safeguard fails",
            new Check(REMOVED, """
                    array(select 'safeguards.' || item from unnest(s.failed) item)
                      || array(select 'after.' || field from unnest(array['dropout', 'houseDamaged', 'uninsured', 'waterDamaged']) field
                        where s.after_removal -> field = 'true')""")),
    BELOW_LINE_UNWATCHED(
            "DQ-24",
            WARNING,
            CHECKS,
            "脱贫户最近一次签字的人均纯收入在监测范围内，却不是监测对象，请核实",
            "A lifted household's latest signed income is below the line, yet it is not monitored: check",
            Check.when(LIFTED, "s.compared < s.line or s.inclusive and s.compared = s.line", "perCapita")),
    STOCK_UNEXPLAINED(
            "DQ-26",
            ERROR,
            BALANCE,
            "本月期末数与期初数、增减变动不符",
            "The stock at the end of the month differs from the stock before and what happened since",
            Check.of(MONTH, "true", "month", "s.households", "households", "s.persons", "persons")),
    COUNTS_DISAGREE(
            "DQ-27",
            ERROR,
            MECHANISM,
            "各类户数之和与排查户数不符",
            "The households of all categories do not add up to those that were checked",
            Check.of(
                    QUARTERLY,
                    "s.counted <> s.checked",
                    "counts",
                    "s.counted <> s.checked or s.without_risk > s.checked",
                    "householdsChecked",
                    "s.without_risk > s.checked",
                    "householdsWithoutRisk")),
    MINUTES_INCOMPLETE(
            "DQ-28",
            ERROR,
            MECHANISM,
            "会议记录没有主持人、记录人或参加人员",
            "The minutes name no host, recorder or attendees",
            Check.of(
                    MINUTES,
                    "coalesce(btrim(s.host), '') = ''",
                    "host",
                    "coalesce(btrim(s.recorder), '') = ''",
                    "recorder",
                    "coalesce(s.present, 0) = 0",
                    "attendees")),
    MINUTES_NOT_PER_HOUSEHOLD(
            "DQ-29",
            ERROR,
            MECHANISM,
            "研判会议记录没有写到当日在监测的每一户",
            "The minutes of a judgement meeting leave out a household that was monitored on that day",
            Check.when(MEETING, "not s.told", "items")),
    DATES_OUT_OF_ORDER(
            "DQ-30",
            ERROR,
            MECHANISM,
            "程序各步骤的日期先后颠倒",
            "Steps of the procedure are dated out of order",
            Check.of(
                    CASE,
                    "s.visited_on < s.clue_on",
                    "visitedOn",
                    "s.consented_on < s.clue_on",
                    "consentedOn",
                    "s.compared_on < coalesce(s.consented_on, s.clue_on)",
                    "comparedOn",
                    "s.reviewed_on < s.visited_on",
                    "reviewedOn",
                    "s.posted_on < s.reviewed_on",
                    "postedOn",
                    "s.town_on < greatest(s.visited_on, s.consented_on, s.compared_on, s.reviewed_on, s.posted_on)",
                    "townOn",
                    "s.county_on < s.town_on",
                    "countyOn",
                    "s.entered_on < coalesce(s.county_on, s.town_on)",
                    "enteredOn"),
            Check.of(
                    REMOVAL,
                    "s.visited_on < s.proposed_on",
                    "visitedOn",
                    "s.reviewed_on < greatest(s.proposed_on, s.visited_on)",
                    "reviewedOn",
                    "s.consented_on < s.reviewed_on",
                    "consentedOn",
                    "s.posted_on < greatest(s.reviewed_on, s.consented_on)",
                    "postedOn",
                    "s.town_on < greatest(s.reviewed_on, s.consented_on, s.posted_on)",
                    "townOn",
                    "s.county_on < s.town_on",
                    "countyOn",
                    "s.marked_on < coalesce(s.county_on, s.town_on)",
                    "markedOn")),
    PUBLICITY_SHORT(
            "DQ-31",
            ERROR,
            MECHANISM,
            "公示天数少于政策规定",
            "The publicity was shorter than the policy wants",
            publicity(CASE),
            publicity(REMOVAL));

    /** An error must be put right, a warning looked at. */
    enum Severity implements Worded {
        ERROR("错误"),
        WARNING("提示");

        private final String zh;

        Severity(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    /** Where a rule comes from. */
    enum Source implements Worded {
        CHECKS("全国系统数据校验规则（省级执行）"),
        MECHANISM("2021年防止返贫监测帮扶机制"),
        BALANCE("统计数字平衡关系");

        private final String zh;

        Source(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    private final String code;
    private final Severity severity;
    private final Source source;
    private final String zh;
    private final String en;
    private final List<Check> checks;

    Rule(String code, Severity severity, Source source, String zh, String en, Check... checks) {
        this.code = code;
        this.severity = severity;
        this.source = source;
        this.zh = zh;
        this.en = en;
        this.checks = List.of(checks);
    }

    /** Days are counted in the calendar here: where the policy counts working days, its end was reckoned when the notice was posted. */
    private static Check publicity(Subject subject) {
        return Check.of(
                subject,
                "s.publicity_days > 0 and s.posted_on is null and s.town_on is not null",
                "postedOn",
                "s.ends_on < s.posted_on + s.publicity_days",
                "endsOn",
                "s.ended_on < s.ends_on",
                "endedOn",
                "s.town_on <= s.ends_on",
                "townOn");
    }

    /** In the list of rules, {@code DQ-14}; several rules may stand under one. */
    String code() {
        return code;
    }

    Severity severity() {
        return severity;
    }

    Source source() {
        return source;
    }

    @Override
    public String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    List<Check> checks() {
        return checks;
    }
}
