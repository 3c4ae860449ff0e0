package org.shouwang.monitoring.removal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.facts.EffectFact;
import org.shouwang.monitoring.facts.HouseholdFact;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.facts.MeasureFact;
import org.shouwang.monitoring.facts.RegisteredType;
import org.shouwang.monitoring.facts.SafeguardFact;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.AfterRemoval;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** A household included on 2021-11-15 and helped, whose removal is proposed on 2022-06-01. */
final class RemovalSamples {

    static final UUID HOUSEHOLD = UUID.fromString("00000000-0000-0000-0000-0000000000aa");
    static final UUID MEMBER = UUID.fromString("00000000-0000-0000-0000-0000000000ab");
    static final UUID STATEMENT = UUID.fromString("00000000-0000-0000-0000-0000000000ac");
    static final UUID CHECK = UUID.fromString("00000000-0000-0000-0000-0000000000ad");
    static final UUID EFFECT = UUID.fromString("00000000-0000-0000-0000-0000000000ae");
    static final UUID NOTICE = UUID.fromString("00000000-0000-0000-0000-0000000000af");
    static final UUID OBJECTION = UUID.fromString("00000000-0000-0000-0000-0000000000b0");
    static final String VILLAGE = "610727105208";
    static final LocalDate INCLUDED = LocalDate.of(2021, 11, 15);
    static final LocalDate JUNE_1 = LocalDate.of(2022, 6, 1);
    static final BigDecimal LINE = new BigDecimal("6000.00");
    static final String REASON = "收入构成与实际不符，请重新入户核实";

    static final List<String> SIGNED = List.of("COLLECTOR", "HOUSEHOLDER");

    static final PolicyTerms R2021 = policy("""
        {"policyId":"POL-2021","version":1,"areaPrefix":"","effectiveFrom":"2021-01-01","regime":"R2021",
         "objectTypes":["UNSTABLE","EDGE","SUDDEN"],"incomeMeasure":"NET","incomeBasis":"ACTUAL_12M",
         "line":{"source":"MONITORING_LINE_TABLE","inclusive":false,"useReferenceIncome":false},
         "grading":{"enabled":false},"application":{"householdMayApply":true},
         "publicity":{"required":true,"forbidden":false,"days":5,"dayType":"CALENDAR","level":"VILLAGE_ONCE"},
         "procedure":"SIX_STEP","evidence":[],"review":{"shortestReason":10},
         "removal":{"minMonths":6,"minMeasures":1,"consentRequired":true,"publicityDays":5,"noLabourBlocked":true,"stableMonths":6,
           "naturalPublicity":false,
           "naturalProof":[{"reason":"ALL_DECEASED","anyOf":["DOC_DEATH_CERTIFICATE","DOC_CANCELLATION_CERTIFICATE"]}],
           "evidence":[{"step":"VISIT","documents":["DOC_VISIT_FORM"]},
           {"step":"REVIEW","documents":["DOC_REVIEW_MINUTES","DOC_SIGN_IN","DOC_PHOTO"]},
           {"step":"PUBLICITY","documents":["DOC_NOTICE","DOC_NOTICE_PHOTO"]}]}}
        """);

    static final PolicyTerms R2020 = policy("""
        {"policyId":"POL-2020-TOWN","version":1,"areaPrefix":"620826112","effectiveFrom":"2020-03-01","effectiveTo":"2020-12-31",
         "regime":"R2020","objectTypes":["UNSTABLE","EDGE"],"incomeMeasure":"NET","incomeBasis":"ESTIMATED_YEAR",
         "line":{"source":"FIXED","amount":5000,"inclusive":false,"useReferenceIncome":false},
         "grading":{"enabled":true,"redBelow":5000,"yellowBelow":10000,"redRule":"INCOME_OR_HARDSHIP"},
         "application":{"householdMayApply":false},"publicity":{"required":false,"forbidden":true,"days":0,"dayType":"CALENDAR"},
         "procedure":"SEVEN_STEP","steps":["PAI","FANG","PING","LU","CE","BU","XIAO"],"evidence":[],"review":{"shortestReason":10},
         "removal":{"minMonths":0,"minMeasures":0,"consentRequired":false,"publicityDays":0,"noLabourBlocked":false,"stableMonths":0,
           "naturalPublicity":false}}
        """);

    /** The same where a meeting counts only with so many of a hundred who should attend. */
    static PolicyTerms withQuorum(int percent) {
        ObjectNode terms = Json.MAPPER.valueToTree(R2021);
        ((ObjectNode) terms.get("review")).put("quorumPercent", percent);
        return policy(terms.toString());
    }

    /** The same where the removal of a household that is gone is made public too. */
    static PolicyTerms withNaturalPublicity() {
        ObjectNode terms = Json.MAPPER.valueToTree(R2021);
        ((ObjectNode) terms.get("removal")).put("naturalPublicity", true);
        return policy(terms.toString());
    }

    private RemovalSamples() {}

    private static PolicyTerms policy(String json) {
        try {
            return Json.MAPPER.readValue(json, PolicyTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static DocumentRef doc(String kind) {
        return new DocumentRef(kind, "a".repeat(64));
    }

    static List<DocumentRef> docs(String... kinds) {
        return Arrays.stream(kinds).map(RemovalSamples::doc).toList();
    }

    static HouseholdFact household(Labour... labour) {
        return new HouseholdFact(
                HOUSEHOLD,
                VILLAGE,
                RegisteredType.LIFTED,
                Arrays.stream(labour)
                        .map(l -> new HouseholdFact.Member(
                                MEMBER, "02", l, null, YearMonth.of(1970, 1), false, null, null))
                        .toList(),
                List.of(),
                null);
    }

    static MeasureFact measure(String code, String risk) {
        return new MeasureFact(
                UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                HOUSEHOLD,
                1,
                code,
                risk,
                INCLUDED.plusDays(20),
                true,
                INCLUDED.plusDays(120),
                false);
    }

    static RemovalFacts facts() {
        return new RemovalFacts(
                1,
                INCLUDED,
                List.of("01"),
                List.of("01"),
                LINE,
                household(Labour.NORMAL, Labour.NONE, Labour.NONE, Labour.NONE, Labour.NONE),
                List.of(measure("M07", "01"), measure("M02", "01")),
                List.of(),
                List.of(),
                0);
    }

    /** The same, of a household that is no longer kept. */
    static RemovalFacts ended(RemovalFacts f) {
        var h = f.household();
        return new RemovalFacts(
                f.episode(),
                f.includedOn(),
                f.risks(),
                f.everRisks(),
                f.line(),
                new HouseholdFact(h.id(), h.areaCode(), h.registeredType(), h.members(), h.tags(), JUNE_1),
                f.measures(),
                f.failedChecks(),
                f.incomeFalls(),
                f.warningsOpen());
    }

    static RemovalFacts facts(LocalDate includedOn) {
        var f = facts();
        return new RemovalFacts(
                1,
                includedOn,
                f.risks(),
                f.everRisks(),
                f.line(),
                f.household(),
                f.measures(),
                f.failedChecks(),
                f.incomeFalls(),
                f.warningsOpen());
    }

    static RemovalFacts facts(HouseholdFact household, MeasureFact... measures) {
        return new RemovalFacts(
                1, INCLUDED, List.of("01"), List.of("01"), LINE, household, List.of(measures), List.of(), List.of(), 0);
    }

    static RemovalFacts troubled(List<LocalDate> failedChecks, List<LocalDate> incomeFalls, int warnings) {
        var f = facts();
        return new RemovalFacts(
                1,
                INCLUDED,
                f.risks(),
                f.everRisks(),
                LINE,
                f.household(),
                f.measures(),
                failedChecks,
                incomeFalls,
                warnings);
    }

    /** With risks that are open still, and those that the episode ever had. */
    static RemovalFacts risky(List<String> risks, List<String> ever) {
        var f = facts();
        return new RemovalFacts(1, INCLUDED, risks, ever, LINE, f.household(), f.measures(), List.of(), List.of(), 0);
    }

    /** With members born in these months; null: not known. */
    static RemovalFacts born(YearMonth... months) {
        var members = java.util.stream.IntStream.range(0, months.length)
                .mapToObj(i ->
                        new HouseholdFact.Member(member(i), "02", Labour.NORMAL, null, months[i], false, null, null))
                .toList();
        return facts(new HouseholdFact(HOUSEHOLD, VILLAGE, RegisteredType.LIFTED, members, List.of(), null));
    }

    static UUID member(int n) {
        return new UUID(0, 0x100 + n);
    }

    static RemovalFacts lineless() {
        var f = facts();
        return new RemovalFacts(
                1, INCLUDED, f.risks(), f.everRisks(), null, f.household(), f.measures(), List.of(), List.of(), 0);
    }

    static Propose propose(LocalDate on, RemovalFacts facts) {
        return new Propose(HOUSEHOLD, VILLAGE, RemovalMethod.ASSISTED, null, List.of(), on, R2021, facts);
    }

    static RemovalProposed proposed() {
        return new RemovalProposed(HOUSEHOLD, VILLAGE, 1, RemovalMethod.ASSISTED, null, List.of(), JUNE_1, R2021);
    }

    static RemovalProposed natural() {
        return new RemovalProposed(
                HOUSEHOLD,
                VILLAGE,
                1,
                RemovalMethod.NATURAL,
                NaturalReason.ALL_DECEASED,
                docs("DOC_DEATH_CERTIFICATE"),
                JUNE_1,
                R2021);
    }

    static IncomeFact income(String perCapita) {
        return income(perCapita, YearMonth.of(2021, 6), YearMonth.of(2022, 5), IncomeFact.State.CONFIRMED);
    }

    static IncomeFact income(String perCapita, YearMonth from, YearMonth to, IncomeFact.State state) {
        return income(perCapita, from, to, IncomeBasis.ACTUAL_12M, state);
    }

    static IncomeFact income(
            String perCapita, YearMonth from, YearMonth to, IncomeBasis basis, IncomeFact.State state) {
        var zero = new BigDecimal("0.00");
        var each = new BigDecimal(perCapita);
        return new IncomeFact(
                STATEMENT, HOUSEHOLD, from, to, basis, each, zero, zero, zero, zero, each, 1, each, each, state);
    }

    static SafeguardFact safeguards(SafeguardResult water) {
        return new SafeguardFact(
                CHECK,
                HOUSEHOLD,
                JUNE_1,
                List.of(
                        new SafeguardFact.Item(Indicator.EDUCATION, SafeguardResult.NOT_APPLICABLE),
                        new SafeguardFact.Item(Indicator.MEDICAL, SafeguardResult.PASS),
                        new SafeguardFact.Item(Indicator.WATER, water)));
    }

    static Visit visit(
            IncomeFact income,
            SafeguardFact safeguards,
            boolean stable,
            boolean solved,
            List<String> gone,
            List<String> added) {
        return new Visit(
                List.of("grid-member"),
                "grid-member",
                JUNE_1.plusDays(1),
                income,
                safeguards,
                stable,
                solved,
                gone,
                added,
                "收入稳定",
                docs("DOC_VISIT_FORM"),
                SIGNED,
                facts());
    }

    static Visit visit() {
        return visit(income("8000.00"), safeguards(SafeguardResult.PASS), true, true, List.of("01"), List.of());
    }

    static RemovalVisited visited() {
        return visited("8000.00", true, true, List.of("01"), List.of(), List.of());
    }

    static RemovalVisited visited(
            String income,
            boolean stable,
            boolean solved,
            List<String> gone,
            List<String> added,
            List<String> wanting) {
        return new RemovalVisited(
                List.of("grid-member"),
                JUNE_1.plusDays(1),
                STATEMENT,
                CHECK,
                new BigDecimal(income),
                stable,
                solved,
                gone,
                added,
                wanting,
                "收入稳定",
                docs("DOC_VISIT_FORM"),
                SIGNED);
    }

    static EffectFact effect(boolean effective, int episode) {
        return new EffectFact(EFFECT, HOUSEHOLD, episode, JUNE_1.plusDays(2), effective);
    }

    static Minutes minutes() {
        return new Minutes(
                JUNE_1.plusDays(2),
                "村委会会议室",
                "village-head",
                "info-officer",
                List.of("village-head", "first-secretary", "info-officer"),
                3);
    }

    static Review review() {
        return new Review(
                effect(true, 1), minutes(), null, null, docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    static RemovalReviewed reviewed() {
        return new RemovalReviewed(
                EFFECT, minutes(), null, null, docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    static RemovalConsented consented() {
        return new RemovalConsented(JUNE_1.plusDays(3), List.of(MEMBER), doc("DOC_CONSENT"));
    }

    static Publicize publicize(String text) {
        return new Publicize(
                NOTICE, "村务公开栏", text, JUNE_1.plusDays(4), "info-officer", docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    /** Posted on 2022-06-05, over at the end of 06-10. */
    static RemovalPublicized publicized() {
        return new RemovalPublicized(
                NOTICE,
                "村务公开栏",
                JUNE_1.plusDays(4),
                JUNE_1.plusDays(9),
                "info-officer",
                docs("DOC_NOTICE", "DOC_NOTICE_PHOTO"));
    }

    static RemovalPublicityEnded ended() {
        return new RemovalPublicityEnded(JUNE_1.plusDays(9), List.of());
    }

    static RemovalObjectionRaised raised() {
        return new RemovalObjectionRaised(OBJECTION, JUNE_1.plusDays(6), "收入没有写全");
    }

    static TownReview town(LocalDate on) {
        return new TownReview(true, "同意", on, "town-reviewer", docs("DOC_TOWN_OPINION"), facts());
    }

    static RemovalTownApproved townApproved() {
        return new RemovalTownApproved("同意", JUNE_1.plusDays(10), "town-reviewer", docs("DOC_TOWN_OPINION"));
    }

    static CountyDecide county(LocalDate on) {
        return new CountyDecide(true, "2022-17", "同意", on, "county-approver", docs("DOC_COUNTY_DECISION"), facts());
    }

    static RemovalCountyApproved countyApproved() {
        return new RemovalCountyApproved(
                "2022-17", "同意", JUNE_1.plusDays(12), "county-approver", docs("DOC_COUNTY_DECISION"));
    }

    static AfterRemoval after() {
        return after("20000", "40000.00", "8000.00", false);
    }

    static AfterRemoval after(String wage, String net, String perCapita, boolean uninsured) {
        return new AfterRemoval(
                false,
                false,
                uninsured,
                false,
                new BigDecimal(wage),
                new BigDecimal("0"),
                new BigDecimal("12000"),
                new BigDecimal("10000.00"),
                new BigDecimal("2000"),
                new BigDecimal(net),
                new BigDecimal(perCapita),
                new BigDecimal("0"),
                new BigDecimal("300.50"));
    }
}
