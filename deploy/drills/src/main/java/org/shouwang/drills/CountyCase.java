package org.shouwang.drills;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.drills.CountyLife.Clue;
import org.shouwang.drills.CountyLife.Outcome;
import org.shouwang.drills.CountyLife.Spell;
import org.shouwang.drills.CountyLife.Type;

/** What is done about a clue: answered, or taken up by a case that goes from the visit to the national system. */
final class CountyCase {

    private final CountyStaff staff;

    CountyCase(CountyStaff staff) {
        this.staff = staff;
    }

    /** A clue that becomes no case. */
    List<Command> answered(Clue clue) {
        var commands = new ArrayList<Command>();
        var on = clue.on().plusDays(3);
        var statement = "";
        var what = "answer " + clue.on();
        if (clue.answer() == CountyLife.Answer.NO_RISK) {
            commands.addAll(staff.income(what, YearMonth.from(on), on, 1_500_000));
            statement = ",\"incomeStatementId\":\"" + staff.id(what) + "\"";
        }
        commands.add(staff.village(
                "info-officer", on, "/monitoring/clues/" + staff.ids.clue(staff.life, clue) + "/answer", """
                {"result":"%s","answeredOn":"%s","reason":"入户核实，与部门所报情况不符"%s}""".formatted(
                                clue.answer(), on, statement)));
        return commands;
    }

    /** @param spell one of the household's */
    List<Command> identified(Spell spell) {
        var clue = spell.clue;
        var commands = new ArrayList<Command>();
        var heard = clue.on();
        var visit = heard.plusDays(2);
        var of = "case " + heard;
        if (clue.rule() == null) commands.add(received(clue));
        commands.addAll(staff.income(of + " income", YearMonth.from(heard), visit, spell.income));
        commands.add(staff.safeguards(of + " safeguards", visit));
        commands.add(opened(clue, of));
        commands.add(staff.village("grid-member", visit, step(of, "visit"), """
                {"visitedOn":"%s","visitors":["grid-member"],"signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s],
                 "incomeStatementId":"%s","safeguardCheckId":"%s","risks":["%s"]%s}""".formatted(
                        visit,
                        staff.papers(of, "DOC_VISIT_FORM", "DOC_PHOTO"),
                        staff.id(of + " income"),
                        staff.id(of + " safeguards"),
                        String.join("\",\"", spell.risks),
                        spell.type == Type.SUDDEN ? ",\"suddenEvent\":true,\"severeDifficulty\":true" : "")));
        if (spell.outcome == Outcome.REJECTED)
            commands.add(staff.village(
                    "village-committee", visit, step(of, "non-inclusion"), """
                {"decidedOn":"%s","reasonCode":"ABOVE_LINE_NO_HARDSHIP","reason":"收入高于监测线，没有突发困难"}""".formatted(spell.decidedOn)));
        if (spell.outcome == Outcome.INCLUDED) included(commands, spell, of);
        return commands;
    }

    private Command received(Clue clue) {
        var declarant = clue.source().equals("SELF_DECLARATION")
                ? ",\"declarant\":\""
                        + staff.ids.member(
                                staff.life, staff.life.household.persons().getFirst())
                        + "\""
                : "";
        return staff.village(
                "info-officer", clue.on(), "/monitoring/clues/" + staff.ids.clue(staff.life, clue), """
                {"householdId":"%s","source":"%s","text":"家中支出增加，生活有困难","receivedOn":"%s"%s}""".formatted(
                                staff.household, clue.source(), clue.on(), declarant));
    }

    private Command opened(Clue clue, String of) {
        return staff.village("info-officer", clue.on(), "/monitoring/cases/" + staff.id(of), """
                {"householdId":"%s","clueIds":["%s"],"channel":"%s","openedOn":"%s","documents":[%s]}""".formatted(
                        staff.household,
                        staff.ids.clue(staff.life, clue),
                        clue.source(),
                        clue.on().plusDays(1),
                        staff.papers(of, "DOC_APPLICATION")));
    }

    private void included(List<Command> commands, Spell spell, String of) {
        var heard = spell.clue.on();
        var visit = heard.plusDays(2);
        var review = heard.plusDays(4);
        var over = review.plusDays(5);
        var consent = staff.id(of + " consent");
        commands.add(staff.village(
                "info-officer",
                visit,
                "/household/households/" + staff.household + "/consents/" + consent,
                """
                {"scope":["VEHICLE","PROPERTY","BUSINESS","PAYROLL"],"signers":[%s],"grantedOn":"%s","document":%s}""".formatted(staff.adults(visit), visit, staff.papers(of, "DOC_CONSENT"))));
        commands.add(staff.village("info-officer", visit, step(of, "consent"), """
                {"consentId":"%s","linkedOn":"%s","documents":[%s]}""".formatted(
                        consent, visit, staff.papers(of, "DOC_CONSENT"))));
        commands.add(staff.town("town-operator", visit, step(of, "comparison"), """
                {"comparedOn":"%s","departments":[{"dept":"VEHICLE","hit":false},{"dept":"REALESTATE","hit":false}],"documents":[%s]}""".formatted(
                        heard.plusDays(3), staff.papers(of, "DOC_COMPARE_RESULT"))));
        commands.add(staff.village("village-committee", review, step(of, "review"), """
                {"heldOn":"%s","place":"村委会","host":"village-secretary","recorder":"info-officer","attendees":["village-secretary","village-head","info-officer"],
                 "signInCount":3,"votes":{"agree":3,"disagree":0,"abstain":0},"decision":"INCLUDED","documents":[%s]}""".formatted(
                        review, staff.papers(of, "DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"))));
        commands.add(staff.village("village-committee", review, step(of, "publicity"), """
                {"postedOn":"%s","place":"村务公开栏","text":"某户拟纳入监测对象，公示5天","documents":[%s]}""".formatted(
                        review, staff.papers(of, "DOC_NOTICE", "DOC_NOTICE_PHOTO"))));
        commands.add(staff.village("village-committee", over, step(of, "publicity/end"), """
                {"endedOn":"%s"}""".formatted(over)));
        commands.add(staff.town("town-reviewer", over, step(of, "town-review"), """
                {"reviewedOn":"%s","opinion":"同意","documents":[%s]}""".formatted(
                        over.plusDays(1), staff.papers(of, "DOC_TOWN_OPINION"))));
        commands.add(CountyStaff.county("county-approver", step(of, "county-decision"), """
                {"determinedOn":"%s","decisionNo":"试〔%d〕%s","documents":[%s]}""".formatted(
                        spell.decidedOn,
                        spell.decidedOn.getYear(),
                        staff.life.household.no(),
                        staff.papers(of, "DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT"))));
        commands.add(staff.village("info-officer", over, step(of, "entry"), """
                {"enteredOn":"%s","system":"全国防返贫监测信息系统","entryNo":"%s","documents":[%s]}""".formatted(
                        spell.decidedOn, staff.life.household.no(), staff.papers(of, "DOC_COLLECTION_FORM"))));
    }

    private String step(String of, String step) {
        return "/monitoring/cases/" + staff.id(of) + "/" + step;
    }
}
