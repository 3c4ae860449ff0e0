package org.shouwang.monitoring.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.facts.ConsentFact;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.HouseholdFact.Member;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.identification.CaseCommand.*;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.SamplePolicies;

/** The household of five with 4860.00 per head, clue of 2021-11-01, and commands that take it through its case on the usual days. */
final class Story {

    static final UUID HOUSEHOLD = id(1);
    static final UUID CLUE = id(2);
    static final UUID STATEMENT = id(3);
    static final UUID CHECK = id(4);
    static final UUID CONSENT = id(5);
    static final UUID OBJECTION = id(6);
    static final String VILLAGE = "610727105208";
    static final LocalDate CLUE_ON = day(1);
    static final BigDecimal LINE = new BigDecimal("6000.00");
    static final String NOTICE = "青岗坪村一组某户，家庭人口5人，拟纳入脱贫不稳定户，公示5天，异议请向村委会反映";
    static final String REASON = "户主外出务工收入难以核实，会议研究决定";
    static final PolicyTerms COUNTY_2021 = SamplePolicies.county2021();
    static final PolicyTerms TOWN_2020 = SamplePolicies.town2020();

    private Story() {}

    static UUID id(int n) {
        return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(n));
    }

    static LocalDate day(int november) {
        return LocalDate.of(2021, 11, november);
    }

    static DocumentRef doc(String kind) {
        return new DocumentRef(kind, "ab".repeat(32));
    }

    static List<DocumentRef> docs(String... kinds) {
        return Arrays.stream(kinds).map(Story::doc).toList();
    }

    static HouseholdFact household(RegisteredType type, Labour... labour) {
        var members = Stream.of(labour)
                .map(l -> new Member(id(50), "02", l, null, YearMonth.of(1965, 3), l.able(), null, null))
                .toList();
        return new HouseholdFact(HOUSEHOLD, VILLAGE, type, members, List.of(), null);
    }

    static HouseholdFact household() {
        return household(RegisteredType.LIFTED, Labour.NORMAL, Labour.WEAK, Labour.LOST, Labour.NONE, Labour.NONE);
    }

    static IncomeFact income(String net, YearMonth from, YearMonth to, IncomeBasis basis, IncomeFact.State state) {
        var total = new BigDecimal(net);
        var perCapita = total.divide(BigDecimal.valueOf(5), 2, RoundingMode.HALF_UP);
        var zero = new BigDecimal("0.00");
        return new IncomeFact(
                STATEMENT, HOUSEHOLD, from, to, basis, total, zero, zero, zero, zero, total, 5, perCapita, perCapita,
                state);
    }

    static IncomeFact income(String net) {
        return income(
                net, YearMonth.of(2020, 11), YearMonth.of(2021, 10), IncomeBasis.ACTUAL_12M, IncomeFact.State.SIGNED);
    }

    static SafeguardFact safeguards(SafeguardResult water) {
        var items = Arrays.stream(Indicator.values())
                .map(i -> new SafeguardFact.Item(i, i == Indicator.WATER ? water : SafeguardResult.PASS))
                .toList();
        return new SafeguardFact(CHECK, HOUSEHOLD, day(3), items);
    }

    static ConsentFact consented() {
        return new ConsentFact(
                CONSENT,
                HOUSEHOLD,
                List.of("VEHICLE", "PROPERTY"),
                List.of(id(50)),
                day(3),
                LocalDate.of(2022, 5, 3),
                null);
    }

    static Findings findings(String... risks) {
        return new Findings(List.of(risks), null, false, false, false, false, List.of(), null);
    }

    static Open open(PolicyTerms terms) {
        return new Open(
                HOUSEHOLD,
                VILLAGE,
                List.of(CLUE),
                ClueSource.CADRE_SWEEP,
                CLUE_ON,
                CLUE_ON,
                false,
                null,
                docs("DOC_APPLICATION"),
                null,
                false,
                null,
                null,
                terms,
                List.of(ClueSource.CADRE_SWEEP));
    }

    static Open open() {
        return open(COUNTY_2021);
    }

    static Visit visit(
            LocalDate on, HouseholdFact household, IncomeFact income, SafeguardFact safeguards, Findings findings) {
        return new Visit(
                on,
                List.of("grid-member"),
                "info-officer",
                List.of("COLLECTOR", "HOUSEHOLDER"),
                docs("DOC_VISIT_FORM", "DOC_PHOTO"),
                household,
                income,
                safeguards,
                findings,
                LINE);
    }

    static Visit visit(Findings findings, String net) {
        return visit(day(3), household(), income(net), safeguards(SafeguardResult.PASS), findings);
    }

    static Visit visit() {
        return visit(findings("01"), "24300.00");
    }

    static LinkConsent consent() {
        return new LinkConsent(consented(), day(3), docs("DOC_CONSENT"));
    }

    static Compare comparison(Comparison... departments) {
        return new Compare(
                day(5),
                departments.length == 0
                        ? List.of(new Comparison("VEHICLE", day(5), false, null))
                        : List.of(departments),
                consented(),
                docs("DOC_COMPARE_RESULT"),
                LINE);
    }

    /** The village's review on 11-05: three attend, all sign and agree. */
    static Review review(boolean included, String reason) {
        return new Review(
                day(5),
                "村委会会议室",
                "village-secretary",
                "info-officer",
                List.of("village-head", "village-secretary", "info-officer"),
                3,
                5,
                new Votes(3, 0, 0),
                included,
                null,
                null,
                reason,
                docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"),
                income("24300.00"),
                consented(),
                LINE,
                household());
    }

    static Review review() {
        return review(true, null);
    }

    static Publicize publicity(String text) {
        return new Publicize(day(5), "村务公开栏", text, docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"), "village-committee");
    }

    static Publicize publicity() {
        return publicity(NOTICE);
    }

    static ReviewByTown town(int november) {
        return new ReviewByTown(day(november), "town-reviewer", "同意", docs("DOC_TOWN_OPINION"));
    }

    static DetermineByCounty county(int november) {
        return new DetermineByCounty(
                day(november), "county-approver", "略振〔2021〕1号", docs("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT"));
    }

    static RecordEntry entry(int november) {
        return new RecordEntry(day(november), "全国防返贫监测信息系统", "N-1", docs("DOC_COLLECTION_FORM"));
    }

    /** What these commands lead to, one after the other; fails where one is refused. */
    static CaseEvent[] history(CaseCommand... commands) {
        var decider = new CaseDecider();
        var events = new ArrayList<CaseEvent>();
        for (var command : commands) {
            var decision = decider.decide(command, decider.replay(decider.initial(), events));
            assertThat(decision).as("%s", command).isInstanceOf(Decision.Accepted.class);
            events.addAll(((Decision.Accepted<CaseEvent>) decision).events());
        }
        return events.toArray(CaseEvent[]::new);
    }

    /** Up to the publicity, posted on 11-05. */
    static CaseEvent[] publicized() {
        return history(open(), visit(), consent(), comparison(), review(), publicity());
    }
}
