package org.shouwang.monitoring.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;
import static org.shouwang.monitoring.removal.RemovalSamples.*;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.monitoring.Minutes;
import org.shouwang.monitoring.Votes;
import org.shouwang.monitoring.facts.IncomeFact;
import org.shouwang.monitoring.facts.Labour;
import org.shouwang.monitoring.facts.SafeguardResult;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.PolicyTerms.IncomeBasis;
import org.shouwang.monitoring.policy.SamplePolicies;
import org.shouwang.monitoring.removal.RemovalCase.*;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

class RemovalDeciderTest {

    private final Spec<RemovalCommand, RemovalCase, RemovalEvent> removal = Spec.of(new RemovalDecider());

    @Test
    void a_removal_is_proposed_with_every_criterion_answered() {
        var events = removal.given().when(propose(JUNE_1, facts())).events();
        assertThat(events.getFirst()).isEqualTo(proposed());
        var answered = (RemovalCriteriaAnswered) events.getLast();
        assertThat(answered.answers()).extracting(Criterion.Answer::criterion).containsExactly(Criterion.values());
        assertThat(answered.answers())
                .extracting(a -> a.result().name())
                .containsExactly("OPEN", "OPEN", "OPEN", "OPEN", "OPEN", "PASS", "PASS", "OPEN", "PASS");
    }

    @Test
    void proposing_again_changes_nothing_unless_it_says_something_else() {
        removal.given(proposed()).when(propose(JUNE_1, facts())).thenNothing();
        removal.given(proposed()).when(propose(JUNE_1.plusDays(1), facts())).thenRefused(REMOVAL_ALREADY_PROPOSED);
    }

    @Test
    void half_a_year_must_have_passed() {
        removal.given()
                .when(propose(INCLUDED.plusMonths(6).minusDays(1), facts()))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
        removal.given().when(propose(INCLUDED.plusMonths(6), facts())).events();
    }

    @Test
    void not_in_the_month_of_identification_nor_the_next() {
        removal.given()
                .when(propose(LocalDate.of(2021, 12, 31), facts()))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6", "C9");
        removal.given().when(propose(LocalDate.of(2022, 1, 1), facts())).thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
    }

    @Test
    void a_measure_against_the_risk_must_be_in_effect() {
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.NORMAL))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.NORMAL), measure("M02", "04"))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
    }

    @Test
    void a_measure_counts_against_a_risk_that_was_resolved_meanwhile() {
        removal.given().when(propose(JUNE_1, risky(List.of(), List.of("01")))).events();
        removal.given()
                .when(propose(JUNE_1, risky(List.of(), List.of("04"))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
    }

    @Test
    void who_can_work_must_have_been_helped_to_work() {
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.WEAK), measure("M07", "01"))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6");
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.WEAK), measure("M07", "01"), measure("M01", "04"))))
                .events();
    }

    @Test
    void a_household_entirely_without_labour_stays() {
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.NONE, Labour.LOST), measure("M10", "01"))))
                .thenRefused(NO_LABOUR_HOUSEHOLD, "C7");
        removal.given()
                .when(propose(JUNE_1, facts(household(Labour.NONE, Labour.LOST))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C6", "C7");
    }

    @Test
    void failed_checks_income_falls_and_open_warnings_within_half_a_year_block() {
        removal.given()
                .when(propose(JUNE_1, troubled(List.of(LocalDate.of(2022, 1, 10)), List.of(), 0)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C4");
        removal.given()
                .when(propose(JUNE_1, troubled(List.of(LocalDate.of(2021, 12, 1)), List.of(), 0)))
                .events();
        removal.given()
                .when(propose(JUNE_1, troubled(List.of(), List.of(LocalDate.of(2022, 5, 1)), 0)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C1");
        removal.given()
                .when(propose(JUNE_1, troubled(List.of(), List.of(), 1)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C4");
    }

    @Test
    void whose_household_is_no_longer_kept_leaves_by_natural_removal_only() {
        var gone = ended(facts());
        removal.given().when(propose(JUNE_1, gone)).thenRefused(HOUSEHOLD_ENDED, "NATURAL");
        removal.given()
                .when(new Propose(
                        HOUSEHOLD,
                        VILLAGE,
                        RemovalMethod.NATURAL,
                        NaturalReason.ALL_DECEASED,
                        docs("DOC_DEATH_CERTIFICATE"),
                        JUNE_1,
                        R2021,
                        gone))
                .events();
        var agreed = removal.given(proposed(), visited(), reviewed(), consented(), publicized(), ended());
        agreed.when(new TownReview(true, "同意", JUNE_1.plusDays(10), "town-reviewer", docs("DOC_TOWN_OPINION"), gone))
                .thenRefused(HOUSEHOLD_ENDED);
        removal.given(
                        proposed(),
                        visited(),
                        reviewed(),
                        consented(),
                        publicized(),
                        ended(),
                        townApproved(),
                        countyApproved())
                .when(new Mark(JUNE_1.plusDays(13), after(), gone))
                .thenRefused(HOUSEHOLD_ENDED);
    }

    @Test
    void whose_household_is_still_kept_with_members_did_not_die_move_away_or_join_another() {
        var here = facts(household(Labour.NONE));
        var empty = facts(household());
        for (var reason : NaturalReason.values()) {
            var kept = removal.given().when(leaving(reason, here));
            switch (reason) {
                case ALL_DECEASED, ALL_MOVED_OUT, MERGED_HOUSEHOLD -> kept.thenRefused(HOUSEHOLD_KEPT, reason.name());
                case LOST_CONTACT, URBANISED -> kept.events();
            }
            removal.given().when(leaving(reason, ended(here))).events();
            removal.given().when(leaving(reason, empty)).events();
        }
    }

    private static Propose leaving(NaturalReason reason, RemovalFacts facts) {
        return new Propose(
                HOUSEHOLD,
                VILLAGE,
                RemovalMethod.NATURAL,
                reason,
                docs("DOC_CANCELLATION_CERTIFICATE"),
                JUNE_1,
                R2021,
                facts);
    }

    @Test
    void a_removal_moves_with_its_household_and_goes_on_there() {
        var moved = new RemovalMoved(VILLAGE, "610727105207", JUNE_1);
        removal.given().when(new Move("610727105207", JUNE_1)).thenRefused(NOT_FOUND);
        removal.given(proposed()).when(new Move("610727105207", JUNE_1)).then(moved);
        removal.given(proposed(), moved).when(new Move("610727105207", JUNE_1)).thenNothing();
        removal.given(proposed(), moved).when(visit()).then(visited());
        removal.given(proposed(), new RemovalRejected(JUNE_1, "收入来源还不稳定，暂不消除", List.of(Criterion.C1)))
                .when(new Move("610727105207", JUNE_1))
                .then(moved);
    }

    @Test
    void not_before_its_inclusion() {
        removal.given().when(propose(INCLUDED.minusDays(1), facts())).thenRefused(DATE_OUT_OF_ORDER, "2021-11-15");
    }

    @Test
    void nothing_happens_to_a_removal_never_proposed() {
        removal.given().when(visit()).thenRefused(NOT_FOUND);
    }

    @Test
    void the_visit_records_what_the_criteria_ask() {
        removal.given(proposed()).when(visit()).then(visited());
        removal.given(proposed(), visited()).when(visit()).thenNothing();
        removal.given(proposed()).when(review()).thenRefused(STEP_OUT_OF_ORDER, "VISIT");
    }

    @Test
    void the_visit_cites_a_signed_statement_of_the_window() {
        var from = YearMonth.of(2021, 6);
        var to = YearMonth.of(2022, 5);
        var good = safeguards(SafeguardResult.PASS);
        removal.given(proposed())
                .when(visit(
                        income("8000.00", from, to, IncomeFact.State.DRAFT),
                        good,
                        true,
                        true,
                        List.of("01"),
                        List.of()))
                .thenRefused(STATEMENT_UNSIGNED);
        removal.given(proposed())
                .when(visit(
                        income("8000.00", from.plusMonths(1), to.plusMonths(1), IncomeFact.State.SIGNED),
                        good,
                        true,
                        true,
                        List.of("01"),
                        List.of()))
                .thenRefused(INCOME_WINDOW_MISMATCH, "2021-06..2022-05");
    }

    @Test
    void the_visit_cites_a_statement_on_the_basis_of_the_policy() {
        var months = income(
                "8000.00",
                YearMonth.of(2021, 6),
                YearMonth.of(2022, 5),
                IncomeBasis.ESTIMATED_YEAR,
                IncomeFact.State.SIGNED);
        removal.given(proposed()).when(citing(months)).thenRefused(INCOME_WINDOW_MISMATCH, "2021-06..2022-05");
        var plan = new RemovalProposed(HOUSEHOLD, VILLAGE, 1, RemovalMethod.ASSISTED, null, List.of(), JUNE_1, R2020);
        for (var unfit : List.of(year(2022, IncomeBasis.ACTUAL_12M), year(2021, IncomeBasis.ESTIMATED_YEAR)))
            removal.given(plan)
                    .when(citing(unfit))
                    .thenRefused(INCOME_WINDOW_MISMATCH, "ESTIMATED_YEAR", "2022-01..2022-12");
    }

    private static IncomeFact year(int year, IncomeBasis basis) {
        return income("8000.00", YearMonth.of(year, 1), YearMonth.of(year, 12), basis, IncomeFact.State.SIGNED);
    }

    private static Visit citing(IncomeFact statement) {
        return visit(statement, safeguards(SafeguardResult.PASS), true, true, List.of("01"), List.of());
    }

    @Test
    void the_visit_refuses_what_it_cannot_use() {
        var v = visit();
        removal.given(proposed())
                .when(with(v, List.of(), v.visitedOn(), v.findings(), v.facts()))
                .thenRefused(SIGNATURE_MISSING, "visitors");
        removal.given(proposed())
                .when(with(v, List.of("王某"), v.visitedOn(), v.findings(), v.facts()))
                .thenRefused(PERSON_CODE, "visitors");
        removal.given(proposed())
                .when(with(v, v.visitors(), JUNE_1.minusDays(1), v.findings(), v.facts()))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-06-01");
        removal.given(proposed())
                .when(with(v, v.visitors(), v.visitedOn(), "电话13912345678", v.facts()))
                .thenRefused(SENSITIVE_TEXT, "PHONE");
        removal.given(proposed())
                .when(with(v, v.visitors(), v.visitedOn(), v.findings(), lineless()))
                .thenRefused(LINE_NOT_DEFINED);
        removal.given(proposed())
                .when(visit(income("8000.00"), safeguards(SafeguardResult.PASS), true, true, List.of("08"), List.of()))
                .thenRefused(RISK_UNKNOWN, "08");
        removal.given(proposed())
                .when(visit(
                        income("8000.00"), safeguards(SafeguardResult.PASS), true, true, List.of("01"), List.of("09")))
                .thenRefused(RISK_INCONSISTENT, "09");
        var other =
                visit(income("8000.00"), safeguards(SafeguardResult.PASS), true, true, List.of("01"), List.of("99"));
        removal.given(proposed())
                .when(with(other, other.visitors(), other.visitedOn(), " ", other.facts()))
                .thenRefused(RISK_NOTE_REQUIRED);
        removal.given(proposed())
                .when(new Visit(
                        v.visitors(),
                        v.recorder(),
                        v.visitedOn(),
                        v.income(),
                        v.safeguards(),
                        true,
                        true,
                        List.of("01"),
                        List.of(),
                        null,
                        List.of(),
                        SIGNED,
                        facts()))
                .thenRefused(EVIDENCE_MISSING, "DOC_VISIT_FORM");
        removal.given(proposed()).when(signed()).thenRefused(SIGNATURE_MISSING, "COLLECTOR", "HOUSEHOLDER");
        removal.given(proposed()).when(signed("COLLECTOR")).thenRefused(SIGNATURE_MISSING, "HOUSEHOLDER");
        removal.given(proposed()).when(signed("COLLECTOR", "HOUSEHOLDER")).events();
    }

    @Test
    void the_meeting_needs_complete_minutes_and_an_effective_review() {
        var r = review();
        removal.given(proposed(), visited()).when(r).then(reviewed());
        removal.given(proposed(), visited(), reviewed()).when(r).thenNothing();
        removal.given(proposed(), visited())
                .when(new Review(
                        r.effect(), new Minutes(null, "", null, null, List.of(), 0), null, null, r.documents()))
                .thenRefused(MINUTES_INCOMPLETE, "heldOn", "place", "host", "recorder", "attendees");
        removal.given(proposed(), visited())
                .when(new Review(
                        r.effect(),
                        new Minutes(JUNE_1.plusDays(2), "会议室", "a", "b", List.of("a", "b"), 3),
                        null,
                        null,
                        r.documents()))
                .thenRefused(MINUTES_INCOMPLETE, "signedIn");
        removal.given(proposed(), visited())
                .when(new Review(effect(false, 1), r.minutes(), null, null, r.documents()))
                .thenRefused(EFFECT_NOT_REACHED);
        removal.given(proposed(), visited())
                .when(new Review(effect(true, 2), r.minutes(), null, null, r.documents()))
                .thenRefused(EFFECT_NOT_REACHED);
        removal.given(proposed(), visited())
                .when(new Review(null, r.minutes(), null, null, r.documents()))
                .thenRefused(EVIDENCE_MISSING, "effectReview");
        removal.given(proposed(), visited())
                .when(new Review(r.effect(), r.minutes(), null, null, docs("DOC_REVIEW_MINUTES")))
                .thenRefused(EVIDENCE_MISSING, "DOC_SIGN_IN", "DOC_PHOTO");
    }

    @Test
    void a_meeting_that_votes_against_it_lets_nobody_go() {
        var r = review();
        for (var against : List.of(new Votes(1, 2, 0), new Votes(1, 1, 1)))
            removal.given(proposed(), visited())
                    .when(new Review(r.effect(), r.minutes(), 4, against, r.documents()))
                    .thenRefused(VOTES_AGAINST);
        removal.given(proposed(), visited())
                .when(new Review(r.effect(), r.minutes(), 4, new Votes(3, 1, 0), r.documents()))
                .thenRefused(MINUTES_INCOMPLETE, "votes");
        var votes = new Votes(2, 1, 0);
        removal.given(proposed(), visited())
                .when(new Review(r.effect(), r.minutes(), 4, votes, r.documents()))
                .then(new RemovalReviewed(EFFECT, r.minutes(), 4, votes, r.documents()));
    }

    @Test
    void a_meeting_to_which_too_few_came_is_none() {
        var r = review();
        var asked = new RemovalProposed(
                HOUSEHOLD, VILLAGE, 1, RemovalMethod.ASSISTED, null, List.of(), JUNE_1, withQuorum(67));
        removal.given(asked, visited())
                .when(new Review(r.effect(), r.minutes(), 5, null, r.documents()))
                .thenRefused(QUORUM_NOT_MET);
        removal.given(asked, visited())
                .when(new Review(r.effect(), r.minutes(), 4, null, r.documents()))
                .then(new RemovalReviewed(EFFECT, r.minutes(), 4, null, r.documents()));
        removal.given(asked, visited())
                .when(new Review(r.effect(), r.minutes(), null, null, r.documents()))
                .thenRefused(MINUTES_INCOMPLETE, "shouldAttend");
        removal.given(asked, visited())
                .when(new Review(r.effect(), r.minutes(), 2, null, r.documents()))
                .thenRefused(MINUTES_INCOMPLETE, "shouldAttend");
        removal.given(proposed(), visited()).when(r).events();
        removal.given(proposed(), visited())
                .when(new Review(r.effect(), r.minutes(), 50, null, r.documents()))
                .events();
    }

    @Test
    void the_household_must_agree() {
        var agree = new Agree(JUNE_1.plusDays(3), List.of(MEMBER), doc("DOC_CONSENT"), facts());
        removal.given(proposed(), visited(), reviewed()).when(agree).then(consented());
        removal.given(proposed(), visited(), reviewed(), consented())
                .when(agree)
                .thenNothing();
        removal.given(proposed(), visited(), reviewed())
                .when(new Agree(JUNE_1.plusDays(3), List.of(), doc("DOC_CONSENT"), facts()))
                .thenRefused(SIGNATURE_MISSING, "householder");
        removal.given(proposed(), visited(), reviewed())
                .when(new Agree(JUNE_1.plusDays(3), List.of(OBJECTION), doc("DOC_CONSENT"), facts()))
                .thenRefused(SIGNATURE_MISSING, OBJECTION.toString());
        removal.given(proposed(), visited(), reviewed())
                .when(new Agree(JUNE_1.plusDays(3), List.of(MEMBER), null, facts()))
                .thenRefused(EVIDENCE_MISSING, "DOC_CONSENT");
        removal.given(proposed(), visited(), reviewed())
                .when(publicize("公示"))
                .thenRefused(STEP_OUT_OF_ORDER, "CONSENT");
    }

    @Test
    void an_adult_must_be_among_those_who_agree() {
        var turns18 = YearMonth.from(JUNE_1.plusDays(3)).minusYears(18);
        var grown = turns18.minusYears(20);
        agree(born(turns18.plusMonths(1), grown), 0).thenRefused(ADULT_SIGNATURE_REQUIRED);
        agree(born(turns18, grown), 0).events();
        agree(born(turns18.plusYears(15), grown), 0, 1).events();
        agree(born(null, grown), 0).thenRefused(ADULT_SIGNATURE_REQUIRED);
        agree(born(null, grown), 1).events();
        agree(born(null, null), 0).events();
    }

    private Spec.Then<RemovalEvent> agree(RemovalFacts facts, Integer... signers) {
        var ids = Arrays.stream(signers).map(RemovalSamples::member).toList();
        return removal.given(upTo(3)).when(new Agree(JUNE_1.plusDays(3), ids, doc("DOC_CONSENT"), facts));
    }

    @Test
    void a_proposal_under_terms_of_before_still_reads() {
        var proposed = new RemovalProposed(
                HOUSEHOLD, VILLAGE, 1, RemovalMethod.ASSISTED, null, List.of(), JUNE_1, SamplePolicies.county2021());
        var before =
                Removals.CATALOG.encode(proposed).data().replace("\"meetings\":\"WEEKLY\"", "\"weeklyMeeting\":true");
        assertThat(before).contains("weeklyMeeting");
        assertThat(Removals.CATALOG.decode(new EventCatalog.Encoded("RemovalProposed", 1, before, null)))
                .isEqualTo(proposed);
    }

    @Test
    void an_old_notice_still_reads_and_its_text_is_gone() {
        var written = Removals.CATALOG.encode(publicized());
        assertThat(written.revision()).isEqualTo(2);
        var old = new EventCatalog.Encoded(
                "RemovalPublicized", 1, written.data().replaceFirst("\\{", "{\"text\":\"户主王某，拟消除风险\","), null);
        var read = Removals.CATALOG.decode(old);
        assertThat(read).isEqualTo(publicized());
        assertThat(Removals.CATALOG.encode(read).data()).doesNotContain("text", "王某");
    }

    @Test
    void what_is_on_record_changes_nothing_however_late_it_is_asked_again() {
        var marked = new RemovalMarked(JUNE_1.plusDays(14), after());
        var kept = new RemovalObjectionResolved(OBJECTION, false, REASON, JUNE_1.plusDays(7), "village-secretary");
        var all = new java.util.ArrayList<>(List.of(upTo(8, marked)));
        all.addAll(5, List.of(raised(), kept));
        for (var again : List.of(
                propose(JUNE_1, facts()),
                visit(),
                review(),
                new Agree(JUNE_1.plusDays(3), List.of(MEMBER), doc("DOC_CONSENT"), facts()),
                publicize("拟消除风险户公示"),
                new Raise(OBJECTION, JUNE_1.plusDays(6), "收入没有写全"),
                new DecideObjection(OBJECTION, false, REASON, JUNE_1.plusDays(7), "village-secretary"),
                new EndPublicity(JUNE_1.plusDays(9), List.of()),
                town(JUNE_1.plusDays(10)),
                county(JUNE_1.plusDays(12)),
                new Mark(JUNE_1.plusDays(14), after(), facts())))
            removal.given(all.toArray(RemovalEvent[]::new)).when(again).thenNothing();
        removal.given(all.toArray(RemovalEvent[]::new))
                .when(town(JUNE_1.plusDays(11)))
                .thenRefused(REMOVAL_CLOSED);
    }

    @Test
    void the_notice_shows_nothing_private_and_hangs_five_whole_days() {
        removal.given(upTo(4)).when(publicize("拟消除风险户公示")).then(publicized());
        removal.given(upTo(5)).when(publicize("拟消除风险户公示")).thenNothing();
        removal.given(upTo(4)).when(publicize("户主身份证")).thenRefused(SENSITIVE_FIELD_IN_NOTICE, "ID_NUMBER");
        removal.given(upTo(4)).when(publicize("因病致贫")).thenRefused(SENSITIVE_FIELD_IN_NOTICE, "HEALTH");
        removal.given(upTo(5))
                .when(new EndPublicity(JUNE_1.plusDays(8), List.of()))
                .thenRefused(PUBLICITY_NOT_FINISHED, "2022-06-10");
        removal.given(upTo(5))
                .when(new EndPublicity(JUNE_1.plusDays(9), List.of()))
                .then(ended());
        removal.given(upTo(5)).when(town(JUNE_1.plusDays(8))).thenRefused(PUBLICITY_NOT_FINISHED, "2022-06-10");
        removal.given(upTo(6)).when(town(JUNE_1.plusDays(9))).thenRefused(PUBLICITY_NOT_FINISHED, "2022-06-10");
    }

    @Test
    void an_objection_stops_the_way_until_it_is_decided() {
        removal.given(upTo(5))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(6), "收入没有写全"))
                .then(raised());
        removal.given(upTo(5, raised()))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(6), "收入没有写全"))
                .thenNothing();
        removal.given(upTo(5, raised()))
                .when(new EndPublicity(JUNE_1.plusDays(9), List.of()))
                .thenRefused(PUBLICITY_OBJECTION_OPEN);
        removal.given(upTo(5, raised())).when(town(JUNE_1.plusDays(10))).thenRefused(PUBLICITY_OBJECTION_OPEN);
        removal.given(upTo(5))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(10), "晚了"))
                .thenRefused(PUBLICITY_OVER);
        removal.given(upTo(5))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(3), "早了"))
                .thenRefused(DATE_OUT_OF_ORDER, "2022-06-05");
        removal.given(upTo(4))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(6), "还没公示"))
                .thenRefused(STEP_OUT_OF_ORDER, "PUBLICITY");
    }

    @Test
    void an_objection_is_decided_by_somebody_else_with_a_reason() {
        var keep = new DecideObjection(OBJECTION, false, REASON, JUNE_1.plusDays(7), "village-secretary");
        var kept = new RemovalObjectionResolved(OBJECTION, false, REASON, JUNE_1.plusDays(7), "village-secretary");
        removal.given(upTo(5, raised())).when(keep).then(kept);
        removal.given(upTo(5, raised(), kept)).when(keep).thenNothing();
        removal.given(upTo(5, raised(), kept))
                .when(new EndPublicity(JUNE_1.plusDays(9), List.of()))
                .then(ended());
        removal.given(upTo(5, raised()))
                .when(new DecideObjection(OBJECTION, false, REASON, JUNE_1.plusDays(7), "info-officer"))
                .thenRefused(SEPARATION_OF_DUTIES);
        removal.given(upTo(5, raised()))
                .when(new DecideObjection(OBJECTION, false, "不成立", JUNE_1.plusDays(7), "village-secretary"))
                .thenRefused(REASON_REQUIRED);
        removal.given(upTo(5)).when(keep).thenRefused(OBJECTION_UNKNOWN);
        removal.given(upTo(5, raised(), kept))
                .when(new DecideObjection(OBJECTION, true, REASON, JUNE_1.plusDays(7), "village-secretary"))
                .thenRefused(OBJECTION_DECIDED);
    }

    @Test
    void a_sustained_objection_leads_back_to_the_visit() {
        var sustained = new RemovalObjectionResolved(OBJECTION, true, REASON, JUNE_1.plusDays(7), "village-secretary");
        removal.given(upTo(5, raised(), sustained))
                .when(town(JUNE_1.plusDays(10)))
                .thenRefused(STEP_OUT_OF_ORDER, "VISIT");
        removal.given(upTo(5, raised(), sustained)).when(visit()).thenRefused(DATE_OUT_OF_ORDER, "2022-06-08");
    }

    /** Of two objections the first is right, so that the other is open still when the household is visited again. */
    @Test
    void an_objection_left_open_by_another_one_is_not_decided_by_who_had_posted_nor_by_who_posts_again() {
        var other = new java.util.UUID(0, 0xb1);
        var left = new RemovalObjectionRaised(other, JUNE_1.plusDays(6), "还有外出务工收入");
        var sustained = new RemovalObjectionResolved(OBJECTION, true, REASON, JUNE_1.plusDays(7), "village-secretary");
        var back = upTo(5, raised(), left, sustained);
        notDecided(back, other, "info-officer");
        decided(back, other, "village-committee");
        var again = upTo(
                5,
                raised(),
                left,
                sustained,
                visited(),
                reviewed(),
                consented(),
                new RemovalPublicized(
                        new java.util.UUID(0, 0xb2),
                        "村务公开栏",
                        JUNE_1.plusDays(8),
                        JUNE_1.plusDays(13),
                        "village-committee",
                        docs("DOC_NOTICE", "DOC_NOTICE_PHOTO")));
        notDecided(again, other, "info-officer");
        notDecided(again, other, "village-committee");
        decided(again, other, "village-secretary");
        removal.given(again)
                .when(new EndPublicity(JUNE_1.plusDays(13), List.of()))
                .thenRefused(PUBLICITY_OBJECTION_OPEN);
    }

    /** Town and county send nothing back while an objection is open, so that none is left open that way. */
    @Test
    void nothing_is_sent_back_while_an_objection_is_open() {
        removal.given(upTo(5, raised()))
                .when(new TownReview(false, REASON, JUNE_1.plusDays(10), "town-reviewer", List.of(), facts()))
                .thenRefused(PUBLICITY_OBJECTION_OPEN);
        removal.given(upTo(5, raised()))
                .when(new CountyDecide(false, null, REASON, JUNE_1.plusDays(12), "county-approver", List.of(), facts()))
                .thenRefused(PUBLICITY_OBJECTION_OPEN);
        removal.given(upTo(6))
                .when(new Raise(OBJECTION, JUNE_1.plusDays(6), "收入没有写全"))
                .thenRefused(PUBLICITY_OVER);
    }

    private void notDecided(RemovalEvent[] given, java.util.UUID objection, String by) {
        removal.given(given)
                .when(new DecideObjection(objection, false, REASON, JUNE_1.plusDays(9), by))
                .thenRefused(SEPARATION_OF_DUTIES);
    }

    private void decided(RemovalEvent[] given, java.util.UUID objection, String by) {
        removal.given(given)
                .when(new DecideObjection(objection, false, REASON, JUNE_1.plusDays(9), by))
                .then(new RemovalObjectionResolved(objection, false, REASON, JUNE_1.plusDays(9), by));
    }

    @Test
    void town_and_county_approve_what_meets_all_nine() {
        var events = removal.given(upTo(6)).when(town(JUNE_1.plusDays(10))).events();
        assertThat(events.getLast()).isEqualTo(townApproved());
        assertThat(((RemovalCriteriaAnswered) events.getFirst()).answers())
                .extracting(a -> a.result().name())
                .containsOnly("PASS");
        assertThat(removal.given(upTo(7))
                        .when(county(JUNE_1.plusDays(12)))
                        .events()
                        .getLast())
                .isEqualTo(countyApproved());
        removal.given(upTo(7)).when(town(JUNE_1.plusDays(10))).thenNothing();
        removal.given(upTo(8)).when(county(JUNE_1.plusDays(12))).thenNothing();
        removal.given(upTo(6)).when(county(JUNE_1.plusDays(12))).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
    }

    @Test
    void each_criterion_that_fails_is_named() {
        refusedFor(visited("6000.00", true, true, List.of("01"), List.of(), List.of()), "C2");
        refusedFor(visited("5999.99", true, true, List.of("01"), List.of(), List.of()), "C1", "C2");
        refusedFor(visited("6000.01", false, true, List.of("01"), List.of(), List.of()), "C1");
        refusedFor(visited("8000.00", true, false, List.of("01"), List.of(), List.of()), "C3");
        refusedFor(visited("8000.00", true, true, List.of("01"), List.of(), List.of("WATER")), "C4");
        refusedFor(visited("8000.00", true, true, List.of(), List.of(), List.of()), "C5");
        refusedFor(visited("8000.00", true, true, List.of("01"), List.of("09"), List.of()), "C5");
        refusedFor(
                visited("5000.00", false, false, List.of(), List.of(), List.of("WATER")), "C1", "C2", "C3", "C4", "C5");
    }

    private void refusedFor(RemovalVisited visit, String... criteria) {
        removal.given(proposed(), visit, reviewed(), consented(), publicized(), ended())
                .when(town(JUNE_1.plusDays(10)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, criteria);
    }

    @Test
    void who_visited_neither_reviews_nor_decides() {
        var t = town(JUNE_1.plusDays(10));
        var v = visited();
        var earlier = new RemovalVisited(
                List.of("first-secretary"),
                JUNE_1,
                v.statementId(),
                v.checkId(),
                v.perCapita(),
                v.incomeStable(),
                v.spendingSolved(),
                v.risksGone(),
                v.newRisks(),
                v.wanting(),
                v.findings(),
                v.documents(),
                v.signatures());
        var all = new java.util.ArrayList<>(List.of(upTo(6)));
        all.add(1, earlier);
        removal.given(all.toArray(RemovalEvent[]::new))
                .when(new TownReview(true, t.opinion(), t.reviewedOn(), "first-secretary", t.documents(), t.facts()))
                .thenRefused(SEPARATION_OF_DUTIES);
        removal.given(upTo(6))
                .when(new TownReview(true, t.opinion(), t.reviewedOn(), "grid-member", t.documents(), t.facts()))
                .thenRefused(SEPARATION_OF_DUTIES);
        var c = county(JUNE_1.plusDays(12));
        removal.given(upTo(7))
                .when(new CountyDecide(
                        true, c.decisionNo(), c.opinion(), c.decidedOn(), "grid-member", c.documents(), c.facts()))
                .thenRefused(SEPARATION_OF_DUTIES);
    }

    @Test
    void who_approved_or_sent_back_neither_visits_nor_reports_a_visit_afterwards() {
        var returned = new RemovalReturned(RemovalStep.COUNTY, REASON, JUNE_1.plusDays(12), "county-approver");
        var on = JUNE_1.plusDays(13);
        for (var user : List.of("town-reviewer", "county-approver")) {
            removal.given(upTo(7, returned))
                    .when(visitBy(user, "info-officer", on))
                    .thenRefused(SEPARATION_OF_DUTIES);
            removal.given(upTo(7, returned))
                    .when(visitBy("grid-member", user, on))
                    .thenRefused(SEPARATION_OF_DUTIES);
        }
        assertThat(removal.given(upTo(7, returned))
                        .when(visitBy("grid-member", "info-officer", on))
                        .events())
                .hasSize(1);
        var byTown = new RemovalReturned(RemovalStep.TOWN, REASON, JUNE_1.plusDays(10), "town-leadership");
        removal.given(upTo(6, byTown))
                .when(visitBy("town-leadership", "info-officer", on))
                .thenRefused(SEPARATION_OF_DUTIES);
        assertThat(removal.given(upTo(6, byTown))
                        .when(visitBy("county-approver", "info-officer", on))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_visit_by_who_had_approved_is_read_though_it_would_not_be_taken_today() {
        var returned = new RemovalReturned(RemovalStep.COUNTY, REASON, JUNE_1.plusDays(12), "county-approver");
        var v = visited();
        var visited = new RemovalVisited(
                List.of("town-reviewer"),
                JUNE_1.plusDays(13),
                v.statementId(),
                v.checkId(),
                v.perCapita(),
                v.incomeStable(),
                v.spendingSolved(),
                v.risksGone(),
                v.newRisks(),
                v.wanting(),
                v.findings(),
                v.documents(),
                v.signatures());
        removal.given(upTo(7, returned, visited))
                .when(town(JUNE_1.plusDays(14)))
                .thenRefused(STEP_OUT_OF_ORDER, "REVIEW");
    }

    private static Visit visitBy(String visitor, String recorder, LocalDate on) {
        var v = visit();
        return new Visit(
                List.of(visitor),
                recorder,
                on,
                v.income(),
                v.safeguards(),
                true,
                true,
                v.risksGone(),
                v.newRisks(),
                v.findings(),
                v.documents(),
                v.signatures(),
                v.facts());
    }

    @Test
    void who_reports_a_visit_counts_as_a_visitor() {
        var v = visit();
        var reported = new Visit(
                v.visitors(),
                "town-operator",
                v.visitedOn(),
                v.income(),
                v.safeguards(),
                true,
                true,
                v.risksGone(),
                v.newRisks(),
                v.findings(),
                v.documents(),
                v.signatures(),
                v.facts());
        var visited = removal.given(proposed()).when(reported).events().getFirst();
        assertThat(((RemovalVisited) visited).visitors()).containsExactly("grid-member", "town-operator");
    }

    @Test
    void town_and_county_send_back_with_a_reason() {
        var back = new TownReview(false, REASON, JUNE_1.plusDays(10), "town-reviewer", List.of(), facts());
        var returned = new RemovalReturned(RemovalStep.TOWN, REASON, JUNE_1.plusDays(10), "town-reviewer");
        removal.given(upTo(6, returned)).when(back).thenNothing();
        removal.given(upTo(6, returned)).when(town(JUNE_1.plusDays(10))).thenRefused(STEP_OUT_OF_ORDER, "VISIT");
        removal.given(upTo(6))
                .when(new TownReview(false, REASON, JUNE_1.plusDays(10), "town-reviewer", List.of(), facts()))
                .then(new RemovalReturned(RemovalStep.TOWN, REASON, JUNE_1.plusDays(10), "town-reviewer"));
        removal.given(upTo(6))
                .when(new TownReview(false, "重来", JUNE_1.plusDays(10), "town-reviewer", List.of(), facts()))
                .thenRefused(REASON_REQUIRED);
        removal.given(upTo(7))
                .when(new CountyDecide(false, null, REASON, JUNE_1.plusDays(12), "county-approver", List.of(), facts()))
                .then(new RemovalReturned(RemovalStep.COUNTY, REASON, JUNE_1.plusDays(12), "county-approver"));
    }

    @Test
    void marking_needs_all_thirteen_fields_that_fit() {
        var day = JUNE_1.plusDays(14);
        var marked =
                removal.given(upTo(8)).when(new Mark(day, after(), facts())).events();
        assertThat(marked.getFirst()).isInstanceOfSatisfying(RemovalCriteriaAnswered.class, e -> {
            assertThat(e.step()).isEqualTo(RemovalStep.MARK);
            assertThat(e.on()).isEqualTo(day);
            assertThat(e.line()).isEqualTo(LINE);
            assertThat(e.answers()).extracting(a -> a.result().name()).containsOnly("PASS");
        });
        assertThat(marked.subList(1, marked.size())).containsExactly(new RemovalMarked(day, after()));
        removal.given(upTo(8, new RemovalMarked(day, after())))
                .when(new Mark(day, after(), facts()))
                .thenNothing();
        removal.given(upTo(8)).when(new Mark(day, null, facts())).thenRefused(AFTER_REMOVAL_INCOMPLETE, "after");
        removal.given(upTo(8))
                .when(new Mark(
                        day,
                        new org.shouwang.monitoring.object.AfterRemoval(
                                null, null, null, null, null, null, null, null, null, null, null, null, null),
                        facts()))
                .thenRefused(
                        AFTER_REMOVAL_INCOMPLETE,
                        "dropout",
                        "houseDamaged",
                        "uninsured",
                        "waterDamaged",
                        "wage",
                        "property",
                        "transfer",
                        "operating",
                        "cost",
                        "net",
                        "perCapita",
                        "claims",
                        "selfPaid");
        removal.given(upTo(8))
                .when(new Mark(day, after("20000", "40000.01", "8000.00", false), facts()))
                .thenRefused(AFTER_REMOVAL_INVALID, "net");
        removal.given(upTo(8))
                .when(new Mark(day, after("20000", "40000", "8000.01", false), facts()))
                .thenRefused(AFTER_REMOVAL_INVALID, "perCapita");
        removal.given(upTo(8))
                .when(new Mark(day, after("0", "20000", "20000", false), facts()))
                .thenRefused(AFTER_REMOVAL_INVALID, "wage");
        removal.given(upTo(8))
                .when(new Mark(day, after("-1", "19999", "19999", false), facts()))
                .thenRefused(AFTER_REMOVAL_INVALID, "wage");
        removal.given(upTo(8))
                .when(new Mark(day, after("10000", "30000", "6000", false), facts()))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C2");
        removal.given(upTo(8))
                .when(new Mark(day, after("20000", "40000", "8000", true), facts()))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C4");
        removal.given(upTo(7)).when(new Mark(day, after(), facts())).thenRefused(STEP_OUT_OF_ORDER, "COUNTY");
        removal.given(upTo(8)).when(new Mark(JUNE_1, after(), facts())).thenRefused(DATE_OUT_OF_ORDER, "2022-06-13");
    }

    @Test
    void what_fails_after_the_county_decided_is_not_marked_but_may_be_rejected() {
        var day = JUNE_1.plusDays(14);
        var since = JUNE_1.plusDays(13);
        var approved = removal.given(upTo(8));
        approved.when(new Mark(day, after(), troubled(List.of(since), List.of(), 0)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C4");
        approved.when(new Mark(day, after(), troubled(List.of(), List.of(), 1)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C4");
        approved.when(new Mark(day, after(), troubled(List.of(), List.of(since), 0)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C1");
        approved.when(new Mark(day, after(), risky(List.of("01", "09"), List.of("01", "09"))))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C5");
        approved.when(new Mark(day, after("10000", "30000", "6000", true), troubled(List.of(since), List.of(since), 1)))
                .thenRefused(REMOVAL_CRITERIA_FAILED, "C1", "C2", "C4");
        approved.when(new Mark(
                        day,
                        after(),
                        facts(
                                household(Labour.NONE, Labour.NONE, Labour.NONE, Labour.NONE, Labour.NONE),
                                measure("M07", "01"),
                                measure("M02", "01"))))
                .thenRefused(NO_LABOUR_HOUSEHOLD, "C7");
        approved.when(new Mark(day, after(), lineless())).thenRefused(LINE_NOT_DEFINED);
        approved.when(new Reject(day, REASON, List.of(Criterion.C4)))
                .then(new RemovalRejected(day, REASON, List.of(Criterion.C4)));
    }

    @Test
    void a_removal_is_rejected_at_any_step_with_a_reason() {
        var reject = new Reject(JUNE_1.plusDays(20), REASON, List.of(Criterion.C3));
        var rejected = new RemovalRejected(JUNE_1.plusDays(20), REASON, List.of(Criterion.C3));
        for (var steps = 1; steps <= 8; steps++)
            removal.given(upTo(steps)).when(reject).then(rejected);
        removal.given(upTo(2, rejected)).when(reject).thenNothing();
        removal.given(upTo(2, rejected)).when(review()).thenRefused(REMOVAL_CLOSED);
        removal.given(upTo(2))
                .when(new Reject(JUNE_1.plusDays(20), "不行", List.of()))
                .thenRefused(REASON_REQUIRED);
    }

    @Test
    void the_certificate_fits_the_reason_where_the_policy_says_which() {
        removal.given()
                .when(gone(NaturalReason.ALL_DECEASED, "DOC_PROOF", "DOC_PHOTO"))
                .thenRefused(EVIDENCE_MISSING, "DOC_DEATH_CERTIFICATE|DOC_CANCELLATION_CERTIFICATE");
        removal.given()
                .when(gone(NaturalReason.ALL_DECEASED, "DOC_PHOTO", "DOC_CANCELLATION_CERTIFICATE"))
                .events();
        removal.given().when(gone(NaturalReason.LOST_CONTACT, "DOC_PROOF")).events();
    }

    private static Propose gone(NaturalReason reason, String... proof) {
        return new Propose(
                HOUSEHOLD,
                VILLAGE,
                RemovalMethod.NATURAL,
                reason,
                docs(proof),
                JUNE_1,
                R2021,
                ended(facts(household(Labour.NONE))));
    }

    @Test
    void a_household_that_is_gone_needs_a_certificate_and_a_meeting() {
        var propose = new Propose(
                HOUSEHOLD,
                VILLAGE,
                RemovalMethod.NATURAL,
                NaturalReason.ALL_DECEASED,
                docs("DOC_DEATH_CERTIFICATE"),
                JUNE_1,
                R2021,
                ended(facts(household(Labour.NONE))));
        assertThat(removal.given().when(propose).events().getFirst()).isEqualTo(natural());
        removal.given()
                .when(new Propose(
                        HOUSEHOLD,
                        VILLAGE,
                        RemovalMethod.NATURAL,
                        NaturalReason.ALL_DECEASED,
                        List.of(),
                        JUNE_1,
                        R2021,
                        ended(facts())))
                .thenRefused(EVIDENCE_MISSING, "DOC_PROOF");
        removal.given()
                .when(new Propose(
                        HOUSEHOLD,
                        VILLAGE,
                        RemovalMethod.NATURAL,
                        null,
                        docs("DOC_DEATH_CERTIFICATE"),
                        JUNE_1,
                        R2021,
                        facts()))
                .thenRefused(NATURAL_REASON_REQUIRED);
        removal.given()
                .when(new Propose(
                        HOUSEHOLD,
                        VILLAGE,
                        RemovalMethod.ASSISTED,
                        NaturalReason.URBANISED,
                        List.of(),
                        JUNE_1,
                        R2021,
                        facts()))
                .thenRefused(NATURAL_REASON_REQUIRED);
        var met = new RemovalReviewed(
                null, minutes(), null, null, docs("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
        removal.given(natural())
                .when(new Review(null, minutes(), null, null, met.documents()))
                .then(met);
        removal.given(natural(), met).when(publicize("公示")).thenRefused(STEP_OUT_OF_ORDER, "TOWN");
        removal.given(natural(), met, townApproved(), countyApproved())
                .when(new Mark(JUNE_1.plusDays(14), null, ended(facts())))
                .then(new RemovalMarked(JUNE_1.plusDays(14), null));
        removal.given(natural(), met, townApproved(), countyApproved())
                .when(new Mark(JUNE_1.plusDays(14), null, facts()))
                .thenRefused(HOUSEHOLD_KEPT, "ALL_DECEASED");
    }

    @Test
    void the_2020_plan_makes_nothing_public_and_asks_no_county() {
        var proposed =
                new RemovalProposed(HOUSEHOLD, VILLAGE, 1, RemovalMethod.ASSISTED, null, List.of(), JUNE_1, R2020);
        removal.given(proposed, visited(), reviewed()).when(publicize("公示")).thenRefused(PUBLICITY_FORBIDDEN_BY_POLICY);
        assertThat(removal.given(proposed, visited(), reviewed(), townApproved())
                        .when(new Mark(JUNE_1.plusDays(14), after(), facts()))
                        .events()
                        .getLast())
                .isEqualTo(new RemovalMarked(JUNE_1.plusDays(14), after()));
    }

    private static Visit with(Visit v, List<String> visitors, LocalDate on, String findings, RemovalFacts facts) {
        return new Visit(
                visitors,
                v.recorder(),
                on,
                v.income(),
                v.safeguards(),
                v.incomeStable(),
                v.spendingSolved(),
                v.risksGone(),
                v.newRisks(),
                findings,
                v.documents(),
                v.signatures(),
                facts);
    }

    private static Visit signed(String... by) {
        var v = visit();
        return new Visit(
                v.visitors(),
                v.recorder(),
                v.visitedOn(),
                v.income(),
                v.safeguards(),
                v.incomeStable(),
                v.spendingSolved(),
                v.risksGone(),
                v.newRisks(),
                v.findings(),
                v.documents(),
                List.of(by),
                v.facts());
    }

    /** The first steps of a good removal, then what else happened. */
    private static RemovalEvent[] upTo(int steps, RemovalEvent... then) {
        var all = List.<RemovalEvent>of(
                proposed(),
                visited(),
                reviewed(),
                consented(),
                publicized(),
                ended(),
                townApproved(),
                countyApproved());
        return java.util.stream.Stream.concat(all.stream().limit(steps), Arrays.stream(then))
                .toArray(RemovalEvent[]::new);
    }
}
