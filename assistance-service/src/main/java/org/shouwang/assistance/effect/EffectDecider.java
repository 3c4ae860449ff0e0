package org.shouwang.assistance.effect;

import static org.shouwang.assistance.effect.EffectDecider.Refusal.*;
import static org.shouwang.eventsourcing.Decision.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.assistance.Guard;
import org.shouwang.assistance.SensitiveText;
import org.shouwang.assistance.effect.EffectCommand.Review;
import org.shouwang.assistance.effect.EffectDecider.Reviewed;
import org.shouwang.assistance.effect.EffectEvent.*;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** The rules of a review of effect (成效评议, 2021 county mechanism): held once, with minutes, over measures that are in effect. */
final class EffectDecider implements Decider<EffectCommand, Reviewed, EffectEvent> {

    /** What was reviewed; null before. */
    record Reviewed(EffectReviewed event) {}

    private static final String MINUTES = "DOC_REVIEW_MINUTES";
    private static final int SHORTEST_REASON = 5;

    enum Refusal implements Reason {
        REVIEW_ALREADY_RECORDED(Kind.CONFLICT, "这次成效评议已登记，内容不同", "This review is recorded already, with other content"),
        NOT_AN_OBJECT(
                Kind.CONFLICT, "该户不是监测对象，不需要成效评议", "The household is not monitored: there is no effect to review"),
        MINUTES_INCOMPLETE(
                Kind.INVALID,
                "会议记录不完整：地点、主持、记录、参加人员须填全，签到人数须与参加人数一致",
                "The minutes need place, host, recorder and participants, and as many signatures"),
        MEASURE_REQUIRED(
                Kind.CONFLICT, "没有已落实的帮扶措施，不能评议为有成效", "Without a measure in effect the help cannot be found effective"),
        MEASURE_NOT_EFFECTIVE(
                Kind.CONFLICT,
                "已落实的帮扶措施中没有一项评价为有成效，不能评议为有成效",
                "No measure in effect was evaluated as effective by the day of the review: the help cannot be found effective"),
        MEASURE_UNKNOWN(Kind.INVALID, "评议的措施不属于该户本次监测", "A judged measure does not belong to this episode");

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
    public Decision<EffectEvent> decide(EffectCommand command, Reviewed state) {
        return switch (command) {
            case Review c when state != null && repeated(c, state.event()) -> nothing();
            case Review _ when state != null -> refuse(REVIEW_ALREADY_RECORDED);
            case Review c when c.areaCode() == null -> refuse(Guard.NOT_YET_KNOWN);
            case Review c when c.episode() == 0 -> refuse(NOT_AN_OBJECT);
            case Review c when !missing(c.meeting()).isEmpty() -> refuse(MINUTES_INCOMPLETE, missing(c.meeting()));
            case Review c when SensitiveText.in(texts(c)) -> refuse(Guard.SENSITIVE_TEXT);
            case Review c when c.documents().stream().anyMatch(d -> !d.wellFormed()) -> refuse(Guard.DOCUMENT_INVALID);
            case Review c
            when c.documents().stream().noneMatch(d -> d.kind().equals(MINUTES)) ->
                refuse(Guard.EVIDENCE_MISSING, MINUTES);
            case Review c when !c.risks().containsAll(c.risksGone()) -> refuse(Guard.RISK_UNKNOWN, c.risksGone());
            case Review c
            when c.judgements().stream().anyMatch(j -> !c.measures().contains(j.measureId())) ->
                refuse(MEASURE_UNKNOWN);
            case Review c
            when c.conclusion() == Conclusion.EFFECTIVE && c.inEffect().isEmpty() -> refuse(MEASURE_REQUIRED);
            case Review c
            when c.conclusion() == Conclusion.EFFECTIVE && c.effective().isEmpty() -> refuse(MEASURE_NOT_EFFECTIVE);
            case Review c
            when c.conclusion() == Conclusion.INEFFECTIVE && tooShort(c.reason()) -> refuse(Guard.REASON_REQUIRED);
            case Review c -> accept(reviewed(c, c.areaCode(), c.episode()));
        };
    }

    @Override
    public Reviewed initial() {
        return null;
    }

    @Override
    public Reviewed evolve(Reviewed state, EffectEvent event) {
        return switch (event) {
            case EffectReviewed e -> new Reviewed(e);
        };
    }

    /** The same meeting, wherever the household lives by now and however often it was monitored since. */
    private static boolean repeated(Review c, EffectReviewed before) {
        return reviewed(c, before.areaCode(), before.episode()).equals(before);
    }

    private static EffectReviewed reviewed(Review c, String areaCode, int episode) {
        return new EffectReviewed(
                c.householdId(),
                areaCode,
                episode,
                c.reviewedOn(),
                c.conclusion(),
                c.judgements(),
                c.risksGone(),
                c.reason(),
                c.meeting(),
                c.documents());
    }

    private static List<String> missing(Meeting meeting) {
        var missing = new ArrayList<String>();
        if (meeting == null) return List.of("MEETING");
        if (blank(meeting.place())) missing.add("PLACE");
        if (blank(meeting.host())) missing.add("HOST");
        if (blank(meeting.recorder())) missing.add("RECORDER");
        if (meeting.attendees().isEmpty()) missing.add("ATTENDEES");
        if (meeting.signedIn() != meeting.attendees().size()) missing.add("SIGN_IN");
        return missing;
    }

    private static Stream<String> texts(Review c) {
        return Stream.concat(
                Stream.of(c.reason() == null ? "" : c.reason(), c.meeting().place()),
                c.judgements().stream().map(Judgement::note));
    }

    private static boolean tooShort(String reason) {
        return reason == null || reason.strip().length() < SHORTEST_REASON;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
