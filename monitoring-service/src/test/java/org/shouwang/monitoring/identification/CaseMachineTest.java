package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.identification.Story.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.identification.IdentificationCase.Objection;
import org.shouwang.monitoring.policy.CaseStep;

/** Every step of a case in every state, ten days after the one before, so that a publicity is over when the next step is taken. */
class CaseMachineTest {

    private static final List<CaseState> TARGETS = List.of(
            CaseState.OPENED,
            CaseState.VISITED,
            CaseState.CONSENTED,
            CaseState.COMPARED,
            CaseState.REVIEWED,
            CaseState.PUBLICIZED,
            CaseState.TOWN_APPROVED,
            CaseState.NOT_INCLUDED);

    @TestFactory
    Stream<DynamicTest> under_the_mechanism_of_2021() {
        return machine("/machines/case-2021.md", CaseScript.of2021()).walked(CaseCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> under_the_plan_of_2020() {
        return machine("/machines/case-2020.md", CaseScript.of2020()).walked(CaseCommand.class);
    }

    private static Machine<CaseCommand, IdentificationCase, CaseEvent> machine(String table, CaseScript script) {
        IntFunction<LocalDate> day = step -> script.clueOn().plusDays(10L * step);
        var machine = new Machine<>(new CaseDecider(), CaseEvent.class, table, CaseMachineTest::name)
                .on("open", n -> script.open(day.apply(n)))
                .on("visit", n -> script.visit(day.apply(n)))
                .on("link the consent", n -> script.linkConsent(day.apply(n)))
                .on("request the comparison", n -> script.request(day.apply(n)))
                .on("compare", n -> script.compare(day.apply(n)))
                .on("review for", n -> script.review(day.apply(n), true))
                .on("review against", n -> script.review(day.apply(n), false))
                .on("publicize", n -> script.publicize(day.apply(n)))
                .on("end the publicity", n -> new EndPublicity(day.apply(n)))
                .on("object", (n, s) -> script.object(posted(s, day.apply(n)), open(s, id(100 + n)), "第" + n + "次反映"))
                .on("dismiss the objection", (n, s) -> script.decide(day.apply(n), open(s, id(200 + n)), false))
                .on("sustain the objection", (n, s) -> script.decide(day.apply(n), open(s, id(200 + n)), true))
                .on("town", n -> script.town(day.apply(n)))
                .on("county", n -> script.county(day.apply(n)))
                .on("enter", n -> script.enter(day.apply(n)))
                .on("reject", n -> script.reject(day.apply(n)))
                .on("withdraw", n -> new Withdraw(day.apply(n), "农户撤回"))
                .on("look again", n -> script.recheck(day.apply(n)))
                .on("sweep without a risk", n -> new NoteNoRisk(day.apply(n), null))
                .on("move", n -> new Move("6107271052" + (10 + n), day.apply(n)))
                .on("lapse", n -> new Lapse(day.apply(n)))
                .on("note what is late", _ -> new NoteOverdue(script.clueOn()));
        for (var to : TARGETS) machine.on("return to " + to, n -> script.sendBack(day.apply(n), to));
        return machine;
    }

    private static String name(IdentificationCase state) {
        if (state instanceof IdentificationCase.Rejected r && !r.watched()) return "NOT_INCLUDED/unwatched";
        if (!(state instanceof IdentificationCase.Open o))
            return state.reached() == null ? "UNKNOWN" : state.reached().name();
        var name = new StringBuilder(o.state().name());
        if (o.visit() == null && o.comparison() != null) name.append("/compared");
        else if (o.visit() == null && o.consent() != null) name.append("/consent");
        if (o.town() != null || o.review() == null) return name.toString();
        if (!o.review().included()) name.append("/against");
        if (o.ended() != null) name.append("/over");
        if (o.comparison() == null && o.has(CaseStep.COMPARE)) name.append("/uncompared");
        return name.toString();
    }

    /** The day after the notice was posted. */
    private static LocalDate posted(IdentificationCase state, LocalDate otherwise) {
        return state.file() == null || state.file().publicity() == null
                ? otherwise
                : state.file().publicity().postedOn().plusDays(1);
    }

    /** The objection that is open. */
    private static UUID open(IdentificationCase state, UUID otherwise) {
        var objections =
                state.file() == null ? Map.<UUID, Objection>of() : state.file().objections();
        return objections.entrySet().stream()
                .filter(e -> e.getValue().decision() == null)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(otherwise);
    }

    @Test
    void an_objection_that_is_open_when_the_case_is_sent_back_is_still_to_be_decided() {
        var script = CaseScript.of2021();
        var back = history(
                script.open(day(1)),
                script.visit(day(3)),
                script.linkConsent(day(3)),
                script.compare(day(4)),
                script.review(day(5), true),
                script.publicize(day(5)),
                script.object(day(6), OBJECTION, "该户有房"),
                script.sendBack(day(7), CaseState.REVIEWED),
                script.publicize(day(8)));
        var objected = Spec.of(new CaseDecider()).given(back);
        objected.when(script.town(day(14))).thenRefused(Guard.PUBLICITY_OBJECTION_OPEN);
        assertThat(objected.when(script.decide(day(9), OBJECTION, false)).events())
                .hasSize(1);
    }
}
