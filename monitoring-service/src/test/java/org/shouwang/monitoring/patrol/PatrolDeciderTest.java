package org.shouwang.monitoring.patrol;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.check.CheckMethod.*;
import static org.shouwang.monitoring.patrol.PatrolRefusal.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.check.CheckMethod;
import org.shouwang.monitoring.facts.GridFacts.Place;
import org.shouwang.monitoring.patrol.PatrolCommand.Correct;
import org.shouwang.monitoring.patrol.PatrolCommand.Report;
import org.shouwang.monitoring.patrol.PatrolEvent.PatrolCorrected;
import org.shouwang.monitoring.patrol.PatrolEvent.PatrolMade;

class PatrolDeciderTest {

    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final UUID CLUE = new UUID(0, 2);
    private static final String VILLAGE = "610727105208";
    private static final String GRID = VILLAGE + "-W001";
    private static final LocalDate DAY = LocalDate.of(2021, 11, 24);
    private static final PatrolFinding RISK = new PatrolFinding(FindingKind.RISK, "主要劳动力住院");

    private final Spec<PatrolCommand, Patrol, PatrolEvent> patrol = Spec.of(new PatrolDecider());

    private Place place = new Place(VILLAGE, GRID, true);
    private String visitor = "grid-member";
    private CheckMethod method = ON_SITE;
    private List<PatrolFinding> findings = List.of();
    private List<String> carers = List.of("grid-member", "other-member");
    private String reporter = "grid-member";

    @Test
    void a_patrol_is_recorded_once() {
        patrol.given().when(report()).then(made(null));
        var before = made(null);
        patrol.given(before).when(report()).thenNothing();
        place = new Place("610727105207", "610727105207-W009", true);
        patrol.given(before).when(report()).thenNothing();
        findings = List.of(RISK);
        patrol.given(before).when(report()).thenRefused(PATROL_ALREADY_RECORDED);
    }

    @Test
    void only_a_risk_becomes_a_clue() {
        findings = List.of(new PatrolFinding(FindingKind.CHANGE, "新增一名新生儿"), RISK);
        patrol.given().when(report()).then(made(CLUE));
        findings = List.of(new PatrolFinding(FindingKind.OTHER, "门前道路积水"));
        patrol.given().when(report()).then(made(null));
    }

    @Test
    void a_grid_member_goes_through_the_own_grid() {
        visitor = "other-member";
        patrol.given().when(report()).thenRefused(PATROL_OF_ANOTHER);
        reporter = null;
        patrol.given().when(report()).then(made(null));
        carers = List.of("grid-member");
        patrol.given().when(report()).thenRefused(NOT_THE_GRIDS_MEMBER, GRID);
        visitor = "闵某";
        patrol.given().when(report()).thenRefused(PERSON_CODE, "visitor");
        place = new Place(VILLAGE, null, true);
        patrol.given().when(report()).thenRefused(HOUSEHOLD_WITHOUT_GRID);
        place = null;
        patrol.given().when(report()).thenRefused(HOUSEHOLD_ENDED);
    }

    @Test
    void only_who_is_away_for_long_is_called() {
        method = PHONE;
        patrol.given().when(report()).thenRefused(PHONE_ONLY_FOR_AWAY);
        place = new Place(VILLAGE, GRID, false);
        patrol.given().when(report()).then(made(null));
        method = ON_SITE;
        patrol.given().when(report()).then(made(null));
    }

    @Test
    void what_was_found_is_told_without_numbers() {
        findings = List.of(new PatrolFinding(FindingKind.RISK, " "));
        patrol.given().when(report()).thenRefused(FINDING_TEXT_REQUIRED);
        findings = List.of(RISK, new PatrolFinding(FindingKind.OTHER, "电话13900000000"));
        patrol.given().when(report()).thenRefused(SENSITIVE_TEXT, "findings");
    }

    @Test
    void a_correction_names_what_it_corrects_and_why() {
        patrol.given().when(correct(CLUE, CLUE, "填错")).thenRefused(NOTHING_TO_CORRECT);
        var before = made(null);
        patrol.given(before).when(correct(CLUE, CLUE, "填错")).thenNothing();
        findings = List.of(RISK);
        var corrected = new PatrolCorrected(CLUE, "漏填", made(CLUE));
        patrol.given(before).when(correct(CLUE, CLUE, "漏填")).then(corrected);
        patrol.given(before).when(correct(CLUE, CLUE, "")).thenRefused(REASON_REQUIRED);
        patrol.given(before).when(correct(CLUE, CLUE, "电话13900000000")).thenRefused(SENSITIVE_TEXT, "reason");
        patrol.given(before)
                .when(correct(CLUE, HOUSEHOLD, "漏填"))
                .thenRefused(CORRECTION_OUTDATED, HOUSEHOLD.toString());
        patrol.given(before, corrected).when(correct(CLUE, HOUSEHOLD, "漏填")).thenNothing();
        visitor = "other-member";
        patrol.given(before).when(correct(CLUE, CLUE, "填错")).thenRefused(PATROL_OF_ANOTHER);
        reporter = null;
        patrol.given(before).when(correct(CLUE, CLUE, "填错")).then(new PatrolCorrected(CLUE, "填错", made(CLUE)));
        var elsewhere = new Report(CLUE, place, DAY, visitor, method, findings, carers, null, CLUE);
        patrol.given(before)
                .when(new Correct(CLUE, CLUE, "填错", elsewhere))
                .thenRefused(PATROL_OF_ANOTHER_HOUSEHOLD, HOUSEHOLD.toString());
    }

    private Correct correct(UUID corrects, UUID last, String reason) {
        return new Correct(corrects, last, reason, report());
    }

    private Report report() {
        return new Report(HOUSEHOLD, place, DAY, visitor, method, findings, carers, reporter, CLUE);
    }

    private PatrolMade made(UUID clue) {
        return new PatrolMade(HOUSEHOLD, place.areaCode(), place.grid(), DAY, visitor, method, findings, clue);
    }
}
