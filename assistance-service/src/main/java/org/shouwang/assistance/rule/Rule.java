package org.shouwang.assistance.rule;

import static org.shouwang.assistance.rule.Finding.Severity.*;

import java.util.List;
import java.util.Optional;
import org.shouwang.assistance.rule.Finding.Severity;

/** The rules of help and the table of risks and measures, each a named predicate with a sentence for the clerk. */
public enum Rule {
    PLAN_IN_TIME(
            "A-1", ERROR, false, "一户一策没有在规定期限内批准", "The plan was not approved by its due day", Predicates::planInTime),
    HELPED_IN_TIME(
            "A-1",
            ERROR,
            false,
            "识别后规定期限内没有落实任何帮扶措施",
            "No measure was put into effect by its due day",
            Predicates::helpedInTime),
    RISK_ANSWERED(
            "A-0", ERROR, true, "有风险没有对应的帮扶措施", "A risk has no measure that answers it", Predicates::riskAnswered),
    LABOUR_DEVELOPS(
            "A-2",
            ERROR,
            true,
            "有劳动力的户满规定月数仍没有开发式帮扶措施",
            "A household with labour has no developmental measure after the months allowed",
            Predicates::labourDevelops),
    LABOUR_SHOULD_DEVELOP(
            "A-2",
            DOUBT,
            false,
            "有劳动力的户还没有开发式帮扶措施",
            "A household with labour has no developmental measure yet",
            Predicates::labourShouldDevelop),
    NOT_ONLY_AID(
            "A-3",
            DOUBT,
            false,
            "有普通或技能劳动力的户只安排了综合保障",
            "A household with full labour is given standing aid only",
            Predicates::notOnlyAid),
    DEVELOPMENTAL_STATED(
            "A-4",
            ERROR,
            true,
            "有开发式帮扶措施，“实施开发式帮扶措施情况”不能为空或“尚未实施”",
            "With developmental measures the plan cannot leave their state empty or call them not implemented",
            Predicates::developmentalStated),
    NO_LABOUR_STATED(
            "A-5",
            ERROR,
            true,
            "整户无劳动力，必须标注“整户无劳动能力”",
            "A household entirely without labour must be marked as such",
            Predicates::noLabourStated),
    NO_LABOUR_MISSTATED(
            "A-5",
            DOUBT,
            false,
            "家中有劳动力，却标注了“整户无劳动能力”",
            "The plan calls the household without labour, but a member can work",
            Predicates::noLabourMisstated),
    NO_LABOUR_AIDED(
            "A-5",
            ERROR,
            true,
            "整户无劳动力，必须安排综合保障兜底",
            "A household entirely without labour needs standing aid",
            Predicates::noLabourAided),
    AID_FITS_DIBAO(
            "A-6", ERROR, true, "安排了低保，但家中没有低保对象", "Dibao is planned, but nobody holds it", Predicates::aidFitsDibao),
    AID_FITS_TEKUN(
            "A-6",
            ERROR,
            true,
            "安排了特困供养，但家中没有特困人员",
            "Tekun support is planned, but nobody holds it",
            Predicates::aidFitsTekun),
    SUBSIDY_FITS_DISABLED(
            "A-6",
            ERROR,
            true,
            "安排了残疾人两项补贴，但家中没有残疾人",
            "A disability subsidy is planned, but nobody is disabled",
            Predicates::subsidyFitsDisabled),
    DIBAO_IS_PLANNED(
            "A-6",
            ERROR,
            true,
            "家中有低保对象，但措施中没有低保",
            "A member holds dibao, but no measure says so",
            Predicates::dibaoIsPlanned),
    WORK_HAS_WORKER(
            "A-7",
            DOUBT,
            false,
            "安排了就业或公益岗位，但家中没有人务工，也没有人在公益岗位",
            "Work is planned, but nobody is registered as working or holds a post",
            Predicates::workHasWorker),
    WAGE_AFTER_REMOVAL(
            "A-7",
            ERROR,
            false,
            "享受就业帮扶的户风险消除后工资性收入应大于零",
            "After removal a household helped with work must have wage income",
            Predicates::wageAfterRemoval),
    TRANSFER_AFTER_REMOVAL(
            "A-7",
            ERROR,
            false,
            "享受低保、特困或残疾补贴的户风险消除后转移性收入应大于零",
            "After removal a household on standing aid must have transfer income",
            Predicates::transferAfterRemoval),
    POST_OF_AGE(
            "A-8",
            ERROR,
            true,
            "未满规定年龄的人不能担任公益岗位",
            "Who is under age cannot hold a public-welfare post",
            Predicates::postOfAge),
    STUDENT_NOT_WORKING(
            "A-8",
            ERROR,
            true,
            "在校学生不能登记为务工",
            "A student cannot be registered as working",
            Predicates::studentNotWorking),
    TEKUN_NOT_WORKING(
            "A-8",
            ERROR,
            true,
            "特困人员不能登记为务工",
            "A person on tekun support cannot be registered as working",
            Predicates::tekunNotWorking),
    ABLE_TO_WORK(
            "A-8",
            ERROR,
            true,
            "无劳动力或丧失劳动力的人不能登记为务工",
            "Who cannot work cannot be registered as working",
            Predicates::ableToWork),
    HELPER_NAMED("A-9", ERROR, true, "没有确定帮扶责任人", "No helper is named", Predicates::helperNamed);

    /** Empty: kept. Else what exactly is wrong. */
    interface Predicate {
        List<String> broken(Dossier dossier, AssistancePolicy policy);
    }

    private final String code;
    private final Severity severity;
    private final boolean bars;
    private final String zh;
    private final String en;
    private final Predicate predicate;

    Rule(String code, Severity severity, boolean bars, String zh, String en, Predicate predicate) {
        this.code = code;
        this.severity = severity;
        this.bars = bars;
        this.zh = zh;
        this.en = en;
        this.predicate = predicate;
    }

    /** Of the list of rules; A-0 is the table of risks and measures. */
    public String code() {
        return code;
    }

    /** True where a plan that breaks it cannot be approved; rules on time and on what follows a removal are reported only. */
    public boolean bars() {
        return bars;
    }

    public Optional<Finding> check(Dossier dossier, AssistancePolicy policy) {
        var broken = predicate.broken(dossier, policy);
        return broken.isEmpty() ? Optional.empty() : Optional.of(new Finding(code, name(), severity, zh, en, broken));
    }
}
