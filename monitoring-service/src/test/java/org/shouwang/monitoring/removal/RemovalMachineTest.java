package org.shouwang.monitoring.removal;

import static org.shouwang.monitoring.removal.RemovalSamples.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.removal.RemovalCase.*;
import org.shouwang.monitoring.removal.RemovalCommand.*;

/** Every step of a removal in every state, ten days after the one before, so that a publicity can be ended by the next step. */
class RemovalMachineTest {

    private static final List<DocumentRef> VISIT = docs("DOC_VISIT_FORM");
    private static final List<DocumentRef> MEETING = docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO");

    @TestFactory
    Stream<DynamicTest> under_the_mechanism_of_2021() {
        return machine("/machines/removal-2021.md", R2021, RemovalMethod.ASSISTED)
                .walked(RemovalCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> under_the_plan_of_2020() {
        return machine("/machines/removal-2020.md", R2020, RemovalMethod.ASSISTED)
                .walked(RemovalCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> of_a_household_that_is_gone() {
        return machine("/machines/removal-natural.md", R2021, RemovalMethod.NATURAL)
                .walked(RemovalCommand.class);
    }

    @TestFactory
    Stream<DynamicTest> of_a_household_that_is_gone_where_that_is_made_public() {
        return machine("/machines/removal-natural-posted.md", withNaturalPublicity(), RemovalMethod.NATURAL)
                .walked(RemovalCommand.class);
    }

    private static Machine<RemovalCommand, RemovalCase, RemovalEvent> machine(
            String table, PolicyTerms terms, RemovalMethod method) {
        var natural = method == RemovalMethod.NATURAL;
        return new Machine<>(new RemovalDecider(), RemovalEvent.class, table, RemovalMachineTest::name)
                .on("propose", n -> propose(n, terms, natural))
                .on("visit", n -> visit(n, terms))
                .on("review", n -> new Review(natural ? null : effect(true, 1), minutes(n), null, null, MEETING))
                .on("agree", n -> new Agree(day(n), List.of(MEMBER), doc("DOC_CONSENT"), facts()))
                .on("publicize", n -> publicize(n))
                .on("end the publicity", n -> new EndPublicity(day(n), List.of()))
                .on("object", RemovalMachineTest::object)
                .on("dismiss the objection", (n, s) -> decide(n, s, false))
                .on("sustain the objection", (n, s) -> decide(n, s, true))
                .on("town", n -> town(n, true))
                .on("town sends back", n -> town(n, false))
                .on("county", n -> county(n, true))
                .on("county sends back", n -> county(n, false))
                .on(
                        "mark",
                        n -> new Mark(
                                day(n), natural ? null : after(), natural ? RemovalSamples.ended(facts()) : facts()))
                .on("reject", n -> new Reject(day(n), REASON, List.of(Criterion.C1)))
                .on("move", n -> new Move("6107271052" + (10 + n), day(n)));
    }

    private static String name(RemovalCase state) {
        return switch (state) {
            case None _ -> "NONE";
            case Marked _ -> "MARKED";
            case Rejected _ -> "REJECTED";
            case Running(var p) -> {
                if (p.county() != null) yield "COUNTY_APPROVED";
                if (p.town() != null) yield "TOWN_APPROVED";
                if (p.ended() != null) yield "PUBLICIZED/over";
                if (p.publicized() != null) yield open(state) == null ? "PUBLICIZED" : "OBJECTED";
                if (p.consented() != null) yield "CONSENTED";
                if (p.reviewed() != null) yield "EFFECT_REVIEWED";
                yield p.visited() != null ? "VISITED" : "PROPOSED";
            }
        };
    }

    private static LocalDate day(int step) {
        return JUNE_1.plusDays(10L * step);
    }

    private static Propose propose(int n, PolicyTerms terms, boolean natural) {
        return new Propose(
                HOUSEHOLD,
                VILLAGE,
                natural ? RemovalMethod.NATURAL : RemovalMethod.ASSISTED,
                natural ? NaturalReason.ALL_MOVED_OUT : null,
                natural ? docs("DOC_PROOF") : List.of(),
                day(n),
                terms,
                natural ? RemovalSamples.ended(facts()) : facts());
    }

    private static Visit visit(int n, PolicyTerms terms) {
        var actual = terms == R2021;
        var income = income(
                "8000.00",
                actual ? YearMonth.of(2021, 6) : YearMonth.of(2022, 1),
                actual ? YearMonth.of(2022, 5) : YearMonth.of(2022, 12),
                terms.incomeBasis(),
                IncomeFact.State.CONFIRMED);
        return new Visit(
                List.of("grid-member"),
                "grid-member",
                day(n),
                income,
                safeguards(SafeguardResult.PASS),
                true,
                true,
                List.of("01"),
                List.of(),
                "收入稳定",
                VISIT,
                RemovalSamples.SIGNED,
                facts());
    }

    private static Minutes minutes(int n) {
        return new Minutes(
                day(n),
                "村委会会议室",
                "village-head",
                "info-officer",
                List.of("village-head", "first-secretary", "info-officer"),
                3);
    }

    private static Publicize publicize(int n) {
        return new Publicize(
                new UUID(4, n), "村务公开栏", "拟消除风险户公示", day(n), "info-officer", docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    /** On the day after the notice was posted; where one is open, under its number and with other words. */
    private static Raise object(int n, RemovalCase state) {
        var p = state.current();
        var on = p == null || p.publicized() == null
                ? day(n)
                : p.publicized().postedOn().plusDays(1);
        var open = open(state);
        return new Raise(open == null ? new UUID(5, n) : open, on, "第" + n + "次反映收入没有写全");
    }

    private static DecideObjection decide(int n, RemovalCase state, boolean sustained) {
        var open = open(state);
        return new DecideObjection(
                open == null ? new UUID(6, n) : open, sustained, REASON, day(n), "village-secretary");
    }

    private static UUID open(RemovalCase state) {
        if (state.current() == null) return null;
        return state.current().objections().values().stream()
                .filter(o -> o.resolved() == null)
                .map(o -> o.raised().objectionId())
                .findFirst()
                .orElse(null);
    }

    private static TownReview town(int n, boolean approved) {
        return new TownReview(approved, REASON, day(n), "town-reviewer", docs("DOC_TOWN_OPINION"), facts());
    }

    private static CountyDecide county(int n, boolean approved) {
        return new CountyDecide(
                approved, "2022-" + n, REASON, day(n), "county-approver", docs("DOC_COUNTY_DECISION"), facts());
    }
}
