package org.shouwang.household.safeguard;

import static org.shouwang.eventsourcing.Decision.*;
import static org.shouwang.household.safeguard.SafeguardDecider.Refusal.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.household.income.Signature;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.safeguard.SafeguardCommand.*;
import org.shouwang.household.safeguard.SafeguardDecider.Checked;
import org.shouwang.household.safeguard.SafeguardEvent.*;
import org.shouwang.household.safeguard.SafeguardItem.Result;

/** The rules of a safeguard check: every indicator answered once, and no answer against its own measurements. Written once; what was wrong is corrected, and stays to be seen. */
final class SafeguardDecider implements Decider<SafeguardCommand, Checked, SafeguardEvent> {

    /** What counts, and where the household lives; null before. @param correction that made it so; null: it is as it was written down */
    record Checked(SafeguardChecked event, String areaCode, SafeguardCheckCorrected correction) {}

    private static final Set<String> SAFE = Set.of("A", "B");
    private static final Set<String> UNSAFE = Set.of("C", "D");

    enum Refusal implements Reason {
        CHECK_UNKNOWN(Kind.UNKNOWN, "没有这次核查记录", "There is no such safeguard check"),
        CHECK_ALREADY_RECORDED(Kind.CONFLICT, "这次核查已登记，如有变化请另行登记", "This check is recorded already: record a new one"),
        CORRECTION_OUTDATED(
                Kind.CONFLICT,
                "要更正的记录已被更正，请以最新记录为准重新提交",
                "What is to be corrected was corrected already: correct the record that counts now"),
        REASON_REQUIRED(Kind.INVALID, "须填写更正原因", "Say why the record is corrected"),
        INDICATOR_MISSING(Kind.INVALID, "两不愁三保障和饮水安全须逐项填写，且每项一次", "Answer every indicator, each once"),
        DOCUMENT_INVALID(Kind.INVALID, "证明材料的种类或摘要有误", "A cited document's kind or hash is wrong"),
        EVIDENCE_MISSING(
                Kind.INVALID,
                "住房安全填为达标的，须附住房安全等级认（鉴）定表等证明材料",
                "Safe housing is shown by a paper: the appraisal of the house, or what stands in its place"),
        WATER_CONTRADICTS(
                Kind.INVALID, "饮水测量值不达标，不能填写达标", "The water measurements fall short: the indicator cannot pass"),
        HOUSING_GRADE_UNKNOWN(Kind.INVALID, "住房等级应为A、B、C、D", "The housing grade is A, B, C or D"),
        HOUSING_CONTRADICTS(
                Kind.INVALID,
                "住房等级与核查结果不一致：A、B级安全，C、D级为危房",
                "Grades A and B are safe, C and D are not: the indicator says otherwise"),
        SIGNATURE_MISSING(
                Kind.INVALID,
                "核查须由核查人和户主双签字；电话核查须写明接听人姓名和电话",
                "Both sign the check: the official and the household, by phone with name and number of who was reached");

        private final Kind kind;
        private final String zh;
        private final String en;

        Refusal(Kind kind, String zh, String en) {
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

    @Override
    public Decision<SafeguardEvent> decide(SafeguardCommand command, Checked state) {
        return switch (command) {
            case Check c
            when state != null && checked(c, state.event().areaCode()).equals(state.event()) -> nothing();
            case Check _ when state != null -> refuse(CHECK_ALREADY_RECORDED);
            case Check c when !unanswered(c.items()).isEmpty() -> refuse(INDICATOR_MISSING, unanswered(c.items()));
            case Check c
            when c.items().stream().flatMap(i -> i.evidence().stream()).anyMatch(d -> !wellFormed(d)) ->
                refuse(DOCUMENT_INVALID);
            case Check c when unproven(c) -> refuse(EVIDENCE_MISSING, c.housingProof());
            case Check c
            when passes(c, Indicator.WATER)
                    && c.water() != null
                    && !c.water().wanting(c.standard()).isEmpty() ->
                refuse(WATER_CONTRADICTS, c.water().wanting(c.standard()));
            case Check c
            when c.housingGrade() != null && !SAFE.contains(c.housingGrade()) && !UNSAFE.contains(c.housingGrade()) ->
                refuse(HOUSING_GRADE_UNKNOWN, c.housingGrade());
            case Check c when contradicts(c) -> refuse(HOUSING_CONTRADICTS, c.housingGrade());
            case Check c when !unsigned(c).isEmpty() -> refuse(SIGNATURE_MISSING, unsigned(c));
            case Check c -> accept(checked(c, c.areaCode()));
            case Correct c
            when state == null || !state.event().householdId().equals(c.check().householdId()) -> refuse(CHECK_UNKNOWN);
            case Correct c -> correct(c, state);
            case Move _ when state == null -> refuse(CHECK_UNKNOWN);
            case Move c ->
                c.toArea().equals(state.areaCode())
                        ? nothing()
                        : accept(new SafeguardCheckMoved(
                                state.event().householdId(), state.areaCode(), c.toArea(), c.on()));
        };
    }

    @Override
    public Checked initial() {
        return null;
    }

    @Override
    public Checked evolve(Checked state, SafeguardEvent event) {
        return switch (event) {
            case SafeguardChecked e -> new Checked(e, e.areaCode(), null);
            case SafeguardCheckCorrected e -> new Checked(e.check(), state.areaCode(), e);
            case SafeguardCheckMoved e -> new Checked(state.event(), e.to(), state.correction());
        };
    }

    /** Held to the same rules as what it corrects. */
    private Decision<SafeguardEvent> correct(Correct c, Checked state) {
        var decision = decide(c.check(), null);
        if (!(decision instanceof Accepted<SafeguardEvent>)) return decision;
        var check = checked(c.check(), state.event().areaCode());
        var corrected = new SafeguardCheckCorrected(c.corrects(), c.reason(), check);
        if (corrected.equals(state.correction())) return nothing();
        if (!c.corrects().equals(c.last()))
            return refuse(CORRECTION_OUTDATED, c.last().toString());
        if (c.reason() == null || c.reason().isBlank()) return refuse(REASON_REQUIRED);
        return check.equals(state.event()) ? nothing() : accept(corrected);
    }

    /** @param area where the household lived when it was recorded */
    private static SafeguardChecked checked(Check c, String area) {
        return new SafeguardChecked(
                c.householdId(),
                area,
                c.checkedOn(),
                c.method(),
                c.items(),
                c.water(),
                c.housingGrade(),
                c.signatures());
    }

    /** Indicators that are missing or answered more than once. */
    private static List<String> unanswered(List<SafeguardItem> items) {
        return Stream.of(Indicator.values())
                .filter(indicator -> items.stream()
                                .filter(i -> i.indicator() == indicator && i.result() != null)
                                .count()
                        != 1)
                .map(Enum::name)
                .toList();
    }

    /** Who has not signed, where signatures are asked; who gives one gives both. */
    private static List<String> unsigned(Check c) {
        return c.signaturesAsked() || !c.signatures().isEmpty()
                ? Signature.missing(c.signatures()).stream().map(Enum::name).toList()
                : List.of();
    }

    private static boolean passes(Check c, Indicator indicator) {
        return c.items().stream().anyMatch(i -> i.indicator() == indicator && i.result() == Result.PASS);
    }

    private static boolean unproven(Check c) {
        return !c.housingProof().isEmpty()
                && passes(c, Indicator.HOUSING)
                && c.items().stream()
                        .filter(i -> i.indicator() == Indicator.HOUSING)
                        .flatMap(i -> i.evidence().stream())
                        .noneMatch(d -> c.housingProof().contains(d.kind()));
    }

    private static boolean contradicts(Check c) {
        if (c.housingGrade() == null) return false;
        var failed = c.items().stream().anyMatch(i -> i.indicator() == Indicator.HOUSING && i.result() == Result.FAIL);
        return SAFE.contains(c.housingGrade()) ? failed : passes(c, Indicator.HOUSING);
    }

    private static boolean wellFormed(DocumentRef document) {
        return document != null && document.wellFormed();
    }
}
