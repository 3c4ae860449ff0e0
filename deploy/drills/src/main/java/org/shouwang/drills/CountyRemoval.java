package org.shouwang.drills;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.drills.CountyLife.Removal;
import org.shouwang.drills.CountyLife.Spell;

/** How an episode ends: risk removed step by step, the household gone, and what the county takes back. */
final class CountyRemoval {

    /** Per person, in fen; well above every line. */
    private static final long INCOME = 1_300_000;

    private static final String MINUTES = """
            "minutes":{"heldOn":"%s","place":"村委会","host":"village-secretary","recorder":"info-officer",
             "attendees":["village-secretary","village-head","info-officer"],"signedIn":3},"documents":[%s]""";

    private final CountyStaff staff;

    CountyRemoval(CountyStaff staff) {
        this.staff = staff;
    }

    List<Command> removed(Spell spell) {
        return spell.removal.natural() ? gone(spell.removal) : assisted(spell);
    }

    private List<Command> assisted(Spell spell) {
        var removal = spell.removal;
        var begun = removal.proposedOn();
        var visit = begun.plusDays(1);
        var of = "removal " + begun;
        var measure = CountyCare.measure(staff, spell);
        var commands = new ArrayList<Command>();
        commands.add(
                staff.town("town-operator", begun, "/assistance/measures/" + measure + "/evaluation", """
                {"on":"%s","effective":true}""".formatted(
                                begun.minusDays(1))));
        commands.addAll(staff.income(of + " income", YearMonth.from(begun), visit, INCOME));
        commands.add(staff.safeguards(of + " safeguards", visit));
        commands.add(proposed(removal, of, "\"method\":\"ASSISTED\""));
        commands.add(staff.village("grid-member", visit, step(of, "visit"), """
                {"visitors":["grid-member"],"visitedOn":"%s","incomeStatementId":"%s","safeguardCheckId":"%s","incomeStable":true,"spendingSolved":true,
                 "risksGone":[%s],"newRisks":[],"findings":"务工收入增加，风险已经化解","signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s]}""".formatted(
                        visit,
                        staff.id(of + " income"),
                        staff.id(of + " safeguards"),
                        quoted(spell.risks),
                        staff.papers(of, "DOC_VISIT_FORM", "DOC_PHOTO"))));
        reviewed(commands, spell, of, begun.plusDays(2));
        commands.add(staff.village("info-officer", begun, step(of, "consent"), """
                {"consentedOn":"%s","signers":["%s"],"document":%s}""".formatted(
                begun.plusDays(2),
                staff.ids.member(staff.life, staff.life.household.persons().getFirst()),
                staff.papers(of, "DOC_CONSENT"))));
        commands.add(staff.village("village-committee", begun, step(of, "publicity"), """
                {"place":"村务公开栏","text":"某户拟消除风险，公示5天","postedOn":"%s","documents":[%s]}""".formatted(
                        begun.plusDays(3), staff.papers(of, "DOC_NOTICE", "DOC_NOTICE_PHOTO"))));
        commands.add(
                staff.village("village-committee", begun, step(of, "publicity/end"), """
                {"endedOn":"%s"}""".formatted(begun.plusDays(8))));
        approved(commands, of, begun.plusDays(9), begun.plusDays(11));
        commands.add(marked(removal, of, after(begun)));
        return commands;
    }

    private void reviewed(List<Command> commands, Spell spell, String of, LocalDate on) {
        var review = staff.id(of + " review");
        commands.add(staff.village("village-committee", on, "/assistance/effect-reviews/" + review, """
                {"householdId":"%s","reviewedOn":"%s","conclusion":"EFFECTIVE","measures":[{"measureId":"%s","effective":true}],"risksGone":[%s],
                 "meeting":{"place":"村委会","host":"village-secretary","recorder":"info-officer","attendees":["village-secretary","village-head"],"signedIn":2},
                 "documents":[%s]}""".formatted(
                        staff.household,
                        on,
                        CountyCare.measure(staff, spell),
                        quoted(spell.risks),
                        staff.papers(of, "DOC_REVIEW_MINUTES"))));
        commands.add(staff.village(
                "village-committee", on, step(of, "effect-review"), """
                {"reviewId":"%s",%s}""".formatted(review, minutes(of, on))));
    }

    private String minutes(String of, LocalDate on) {
        return MINUTES.formatted(on, staff.papers(of, "DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    /** Nobody has been reached there for long. */
    private List<Command> gone(Removal removal) {
        var begun = removal.proposedOn();
        var of = "removal " + begun;
        var commands = new ArrayList<Command>();
        commands.add(proposed(removal, of, """
                "method":"NATURAL","naturalReason":"LOST_CONTACT","proof":[%s]""".formatted(staff.papers(of, "DOC_PROOF"))));
        commands.add(staff.village(
                "village-committee", begun, step(of, "effect-review"), """
                {%s}""".formatted(minutes(of, begun.plusDays(1)))));
        approved(commands, of, begun.plusDays(2), begun.plusDays(3));
        commands.add(marked(removal, of, ""));
        return commands;
    }

    private Command proposed(Removal removal, String of, String how) {
        return staff.village(
                "info-officer", removal.proposedOn(), "/monitoring/removals/" + staff.id(of), """
                {"householdId":"%s","proposedOn":"%s",%s}""".formatted(
                                staff.household, removal.proposedOn(), how));
    }

    private void approved(List<Command> commands, String of, LocalDate town, LocalDate county) {
        commands.add(staff.town("town-reviewer", town, step(of, "town-review"), """
                {"approved":true,"opinion":"同意","reviewedOn":"%s","documents":[%s]}""".formatted(
                        town, staff.papers(of, "DOC_TOWN_OPINION"))));
        commands.add(CountyStaff.county("county-approver", step(of, "county-decision"), """
                {"approved":true,"decisionNo":"试〔%d〕%s","decidedOn":"%s","documents":[%s]}""".formatted(
                        county.getYear(),
                        staff.life.household.no(),
                        county,
                        staff.papers(of, "DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT"))));
    }

    private Command marked(Removal removal, String of, String after) {
        return staff.village(
                "info-officer", removal.proposedOn(), step(of, "mark"), """
                {"markedOn":"%s"%s}""".formatted(removal.markedOn(), after));
    }

    /** The thirteen facts. */
    private String after(LocalDate on) {
        var wages = staff.wages(INCOME, on);
        return """
                ,"after":{"dropout":false,"houseDamaged":false,"uninsured":false,"waterDamaged":false,"wage":%s,"property":0,
                 "transfer":800,"operating":2000,"cost":500,"net":%s,"perCapita":%s,"claims":0,"selfPaid":0}""".formatted(
                CountyStaff.yuan(wages), CountyStaff.yuan(INCOME * staff.life.persons(on)), CountyStaff.yuan(INCOME));
    }

    List<Command> revoked(Removal removal) {
        return List.of(CountyStaff.county(
                "county-approver", "/monitoring/objects/" + staff.household + "/removal/revocation", """
                {"reason":"收入不稳定，风险没有真正消除","on":"%s"}""".formatted(
                                removal.revokedOn())));
    }

    List<Command> voided(Spell spell) {
        return List.of(
                CountyStaff.county("county-approver", "/monitoring/objects/" + staff.household + "/void", """
                {"reason":"复核发现收入填报有误，属于错纳","decision":%s,"on":"%s"}""".formatted(
                                staff.papers("void", "DOC_COUNTY_DECISION"), spell.voidedOn)));
    }

    private String step(String of, String step) {
        return "/monitoring/removals/" + staff.id(of) + "/" + step;
    }

    private static String quoted(List<String> codes) {
        return "\"" + String.join("\",\"", codes) + "\"";
    }
}
