package org.shouwang.monitoring.topic;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.topic.SweepRefusal.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.PersonCode;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.topic.AnswerCommand.Tell;
import org.shouwang.monitoring.topic.AnswerDecider.Told;
import org.shouwang.monitoring.topic.AnswerEvent.Answer;
import org.shouwang.monitoring.topic.AnswerEvent.TopicSweepAnswered;
import org.shouwang.monitoring.topic.SweepEvent.Question;
import org.shouwang.monitoring.topic.SweepEvent.TopicSweepStarted;

/** A household answers the whole list, while the sweep goes on. */
final class AnswerDecider implements Decider<AnswerCommand, Told, AnswerEvent> {

    /** @param last null: nothing yet */
    record Told(TopicSweepAnswered last) {}

    @Override
    public Decision<AnswerEvent> decide(AnswerCommand command, Told state) {
        return switch (command) {
            case Tell c when c.answer().equals(state.last()) -> nothing();
            case Tell c when c.sweep().started() == null -> refuse(SWEEP_UNKNOWN);
            case Tell c when c.sweep().closed() != null -> refuse(SWEEP_CLOSED);
            case Tell c when !c.watched() || outside(c) -> refuse(NOT_AN_OBJECT);
            case Tell c -> tell(c.answer(), c.sweep().started());
        };
    }

    private static boolean outside(Tell c) {
        var swept = Actor.scope(c.sweep().started().areaCode());
        return Stream.concat(Stream.of(c.answer().areaCode()), c.former().stream())
                .noneMatch(code -> code.startsWith(swept));
    }

    private static Decision<AnswerEvent> tell(TopicSweepAnswered a, TopicSweepStarted sweep) {
        if (a.visitedOn().isBefore(sweep.from()))
            return refuse(Guard.DATE_OUT_OF_ORDER, sweep.from().toString());
        if (a.visitedOn().isAfter(sweep.to()))
            return refuse(SWEEP_CLOSED, sweep.to().toString());
        if (!PersonCode.ok(a.visitor())) return refuse(Guard.PERSON_CODE, "visitor");
        var wrong = wrong(sweep, a.answers());
        if (!wrong.isEmpty()) return refuse(ANSWERS_INCOMPLETE, wrong);
        return a.answers().stream()
                        .allMatch(x -> SensitiveText.numbersIn(x.text()).isEmpty())
                ? accept(a)
                : refuse(Guard.SENSITIVE_TEXT, "answers");
    }

    /** Codes that are not answered, or answered without being asked, or twice. */
    private static List<String> wrong(TopicSweepStarted sweep, List<Answer> answers) {
        var open =
                new ArrayList<>(sweep.questions().stream().map(Question::code).toList());
        var wrong = new ArrayList<String>();
        for (var answer : answers) if (answer.text().isBlank() || !open.remove(answer.code())) wrong.add(answer.code());
        wrong.addAll(open);
        return wrong.stream().distinct().sorted().toList();
    }

    @Override
    public Told initial() {
        return new Told(null);
    }

    @Override
    public Told evolve(Told state, AnswerEvent event) {
        return switch (event) {
            case TopicSweepAnswered e -> new Told(e);
        };
    }
}
