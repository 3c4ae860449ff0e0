package org.shouwang.drills;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.shouwang.drills.CountyLife.Finding;
import org.shouwang.drills.CountyLife.MemberChange;
import org.shouwang.drills.CountyLife.Move;
import org.shouwang.drills.CountyLife.Spell;
import org.shouwang.drills.CountyLife.Visit;
import org.shouwang.stack.Failure;

/** What is done for a monitored household month by month: a measure, the visit, the warning that follows from it, and what changes in the family. */
final class CountyCare {

    private final CountyStaff staff;
    private final County county;

    CountyCare(CountyStaff staff, County county) {
        this.staff = staff;
        this.county = county;
    }

    static UUID measure(CountyStaff staff, Spell spell) {
        return staff.id("measure " + spell.clue.on());
    }

    /** A place of work near by, put into effect. */
    List<Command> helped(Spell spell) {
        var on = spell.decidedOn;
        var path = "/assistance/measures/" + measure(staff, spell);
        return List.of(
                staff.village("info-officer", on, path, """
                        {"householdId":"%s","code":"M02","item":"LOCAL_WORK","risk":"%s","plannedOn":"%s","startOn":"%s","dueOn":"%s"}""".formatted(
                        staff.household, spell.risks.getFirst(), on.plusDays(1), on.plusDays(2), on.plusDays(25))),
                staff.town("town-reviewer", on, path + "/approval", "{\"on\":\"%s\"}".formatted(on.plusDays(1))),
                staff.village("info-officer", on, path + "/start", "{\"on\":\"%s\"}".formatted(on.plusDays(2))),
                staff.village("info-officer", on, path + "/implementation", """
                        {"on":"%s","evidence":[%s]}""".formatted(
                                on.plusDays(4), staff.papers("measure" + on, "DOC_MEASURE_PROOF"))));
    }

    List<Command> visited(YearMonth month, Visit visit) {
        return List.of(staff.village(
                "grid-member", visit.on(), "/monitoring/objects/" + staff.household + "/checks/" + month, """
                {"visitor":"grid-member","visitedOn":"%s","method":"ON_SITE","items":[%s],"income":"%s","householderSigned":true}""".formatted(
                        visit.on(), CountyStaff.items(visit.item()), visit.found() == Finding.FELL ? "FELL" : "SAME")));
    }

    /** The warning that the visit raised is dealt with and closed by a look at the safeguards. */
    List<Command> closed(Visit visit) {
        var on = visit.on();
        var looked = "closing " + on;
        var warning = "/monitoring/warnings/" + warning(visit);
        return List.of(
                staff.village(
                        "info-officer",
                        on,
                        warning + "/annotation",
                        "{\"annotatedOn\":\"%s\"}".formatted(on.plusDays(1))),
                staff.town("town-operator", on, warning + "/assignment", """
                        {"dept":"%s","responsible":"helper","assignedOn":"%s"}""".formatted(
                                dept(visit.item()), on.plusDays(2))),
                staff.village("info-officer", on, warning + "/handling", """
                        {"action":"已会同部门整改","handledOn":"%s"}""".formatted(on.plusDays(3))),
                staff.safeguards(looked, on.plusDays(5)),
                staff.village("village-committee", on, warning + "/closure", """
                        {"checkId":"%s","evidence":[%s],"closedOn":"%s"}""".formatted(
                                staff.id(looked), staff.papers(looked, "DOC_PHOTO"), visit.closedOn())));
    }

    private String warning(Visit visit) {
        for (var open : staff.ids.all("county-operator", "/monitoring/warnings?open=true&household=" + staff.household))
            if (open.path("item").asText().equals(visit.item()))
                return open.path("id").asText();
        throw new Failure("%s got no warning about %s".formatted(staff.life.household.no(), visit.item()));
    }

    List<Command> changed(MemberChange change) {
        var path = "/household/households/" + staff.household + "/members/";
        var on = change.on();
        if (change.joined()) {
            var person = county.newcomer(staff.life.household.number());
            return List.of(staff.village(
                    "info-officer", on, path + staff.id("newcomer"), """
                    {"member":{"relation":"97","labour":"NORMAL","education":"71","resident":true,
                     "person":{"name":"%s","idNo":"%s","health":["HEALTHY"]}},"reason":"MARRIAGE_IN","on":"%s"}""".formatted(person.name(), person.idNo(), on)));
        }
        var son = staff.life.household.persons().stream()
                .filter(p -> p.place() == County.Place.SON)
                .findFirst()
                .orElseThrow();
        return List.of(new Command(
                "household",
                UUID.randomUUID(),
                "info-officer@" + staff.life.village(on),
                "DELETE",
                path + staff.ids.member(staff.life, son) + "?reason=MOVED_OUT&on=" + on,
                ""));
    }

    /** To another village, by somebody in whose area both lie. */
    List<Command> moved(Move move) {
        return List.of(CountyStaff.county(
                "county-operator", "/household/households/" + staff.household + "/area", """
                {"areaCode":"%s","on":"%s"}""".formatted(
                                move.to(), move.on())));
    }

    /** Who answers for an item. */
    private static String dept(String item) {
        return item.equals("MEDICAL") ? "MEDINS" : item;
    }
}
