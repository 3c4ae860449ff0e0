package org.shouwang.household.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.Finding;
import org.shouwang.household.registry.Picture;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.registry.Rules;
import org.shouwang.household.roster.RosterHousehold.Entry;
import org.shouwang.household.roster.RosterHousehold.Says;

/** Makes a household of its lines and finds all that is wrong with it, by the roster's rules and then by those of every household. */
final class RosterReader {

    private final String area;
    private final LocalDate on;
    private final Bounds bounds;
    private final UnaryOperator<String> hash;

    /**
     * @param area the village of lines that name none; may be null
     * @param on the day that the roster speaks of
     * @param hash the keyed hash of a document's number
     */
    RosterReader(String area, LocalDate on, Bounds bounds, UnaryOperator<String> hash) {
        this.area = area;
        this.on = on;
        this.bounds = bounds;
        this.hash = hash;
    }

    /**
     * @param id under which the household is kept, or will be
     * @param lines at least one, in the order of the file
     */
    RosterHousehold read(String key, UUID id, List<RosterRow> lines) {
        var issues = new ArrayList<Issue>();
        var shared = shared(lines, issues);
        if (key.startsWith(Keys.NONE))
            issues.add(Issue.of(shared.row(), Column.HOUSEHOLD_NO, RosterRule.HOUSEHOLD_KEY_EMPTY));
        var village = shared.cell(Column.AREA_CODE) == null ? area : shared.cell(Column.AREA_CODE);
        if (village == null) issues.add(Issue.of(shared.row(), Column.AREA_CODE, RosterRule.AREA_EMPTY));
        var cells = new Cells(shared, issues);
        var type = cells.word(Column.REGISTERED_TYPE, RegisteredType.class);
        if (type == null && shared.cell(Column.REGISTERED_TYPE) == null)
            issues.add(Issue.of(shared.row(), Column.REGISTERED_TYPE, RosterRule.VALUE_EMPTY));
        var standing = cells.standing();
        var tags = new EnumMap<SecurityTag, Map<UUID, Says>>(SecurityTag.class);
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            if (line.left()) {
                issues.add(Issue.of(line.row(), Column.STATUS, RosterRule.PERSON_LEFT));
                continue;
            }
            var person = new PersonReader(line, issues);
            var hashed = hash.apply(new Cells(line, new ArrayList<>()).number(Column.ID_NO));
            var member = person.member(Keys.member(id, hashed == null ? "row " + line.row() : hashed));
            entries.add(new Entry(
                    line.row(),
                    member,
                    "0".equals(line.cell(Column.WORK_MONTHS)),
                    "0".equals(line.cell(Column.POST_MONTHS))));
            person.tags(member, standing).forEach((tag, says) -> tags.computeIfAbsent(tag, _ -> new LinkedHashMap<>())
                    .put(member.memberId(), says));
        }
        var household = new RosterHousehold(
                key,
                id,
                village,
                cells.part(Column.GROUP, village, 'Z', 2),
                cells.part(Column.GRID, village, 'W', 3),
                type,
                cells.yesNo(Column.HOUSEHOLD_RESIDENT),
                cells.yesNo(Column.RELOCATED),
                details(cells, shared, issues),
                List.copyOf(entries),
                shared,
                unnamed(standing, tags, shared, issues),
                tags,
                issues);
        rules(household, issues);
        return household;
    }

    /** The household's own columns, once for all lines: blanks are filled from the others, differences are an error. */
    private static RosterRow shared(List<RosterRow> lines, List<Issue> issues) {
        var cells = new EnumMap<Column, String>(Column.class);
        for (var line : lines)
            line.cells().forEach((column, text) -> {
                if (!column.household()) return;
                var before = cells.putIfAbsent(column, text);
                if (before != null && !before.equals(text))
                    issues.add(Issue.of(
                            line.row(),
                            column,
                            Column.DERIVED.contains(column) ? RosterRule.DERIVED_DIFFERS : RosterRule.VALUE_DIFFERS));
            });
        return new RosterRow(lines.getFirst().row(), cells);
    }

    /** What the household's own word alone says; of who is named in the members' columns, only that the two agree. */
    private static Map<SecurityTag, Says> unnamed(
            Map<SecurityTag, Says> standing,
            Map<SecurityTag, Map<UUID, Says>> named,
            RosterRow shared,
            List<Issue> issues) {
        var alone = new EnumMap<SecurityTag, Says>(SecurityTag.class);
        var agree = true;
        for (var tag : standing.keySet()) {
            var says = standing.get(tag);
            if (!named.containsKey(tag)) alone.put(tag, says);
            else {
                var holds = named.get(tag).values().stream().filter(Says::holds).toList();
                agree &= says.holds()
                        ? holds.stream().anyMatch(h -> says.tagClass() == null || says.equals(h))
                        : holds.isEmpty() || tag == SecurityTag.DISABLED;
            }
        }
        if (!agree) issues.add(Issue.of(shared.row(), Column.STANDING, RosterRule.STANDING_DIFFERS));
        return alone;
    }

    private static Details details(Cells cells, RosterRow shared, List<Issue> issues) {
        var longitude = cells.decimal(Column.LONGITUDE);
        var latitude = cells.decimal(Column.LATITUDE);
        var place = cells.location();
        if (!place.isEmpty() && longitude == null && latitude == null) {
            longitude = place.getFirst();
            latitude = place.getLast();
        } else if (!place.isEmpty()
                && (longitude == null
                        || latitude == null
                        || longitude.compareTo(place.getFirst()) != 0
                        || latitude.compareTo(place.getLast()) != 0))
            issues.add(Issue.of(shared.row(), Column.LOCATION, RosterRule.LOCATION_DIFFERS));
        return new Details(
                cells.number(Column.HOUSEHOLD_NO),
                cells.text(Column.ADDRESS),
                cells.text(Column.NATURAL_VILLAGE),
                cells.text(Column.CONTACT_PHONE),
                longitude,
                latitude,
                cells.text(Column.SITE),
                cells.whole(Column.REGISTERED_POPULATION),
                cells.yesNo(Column.MILITARY),
                cells.text(Column.COLLECTOR),
                cells.text(Column.COLLECTOR_PHONE));
    }

    private void rules(RosterHousehold household, List<Issue> issues) {
        var found = Rules.check(new Picture(
                household.areaCode(),
                household.groupCode(),
                household.gridCode(),
                household.details(),
                household.members(),
                Beside.NOTHING,
                on,
                bounds));
        for (var finding : found) {
            var issue = issue(household, finding);
            var known = issues.stream()
                    .anyMatch(i -> i.row() == issue.row()
                            && i.error()
                            && java.util.Objects.equals(i.column(), issue.column()));
            var sameNumber = finding.rule() == Rule.MEMBER_TWICE;
            var askedByHeader = finding.rule() == Rule.INSURANCE_UNKNOWN;
            var noVillage = household.areaCode() == null
                    && finding.memberId() == null
                    && !finding.field().equals("members");
            if (!known && !sameNumber && !askedByHeader && !noVillage) issues.add(issue);
        }
        sameNumber(household, issues);
    }

    private static Issue issue(RosterHousehold household, Finding finding) {
        var rule = finding.rule();
        if (finding.memberId() == null)
            return new Issue(
                    household.row(),
                    rule == Rule.GEO_RANGE
                                    && household.shared().cell(Column.LONGITUDE) == null
                                    && household.shared().cell(Column.LOCATION) != null
                            ? Column.LOCATION.header()
                            : column(finding.field(), finding.field().equals("members") ? Column.RELATION : null),
                    rule,
                    rule.error(),
                    null);
        return new Issue(household.row(finding.memberId()), column(finding.field(), null), rule, rule.error(), null);
    }

    private static String column(String field, Column otherwise) {
        var column = Column.ofField(field, otherwise);
        return column == null ? null : column.header();
    }

    /** The second line of one person is where the mistake is shown: both have the same member id. */
    private static void sameNumber(RosterHousehold household, List<Issue> issues) {
        var first = new HashMap<UUID, Integer>();
        for (var entry : household.entries()) {
            var before = first.putIfAbsent(entry.member().memberId(), entry.row());
            if (before == null) continue;
            issues.removeIf(i -> i.rule() == Rule.ID_DUPLICATE && i.at(before, Column.ID_NO));
            issues.add(new Issue(entry.row(), Column.ID_NO.header(), Rule.ID_DUPLICATE, true, "第" + before + "行"));
        }
    }

    /** A disability counts as the tag 残疾, whether or not a card is there. */
    static boolean disabled(List<Health> health) {
        return health.contains(Health.DISABLED);
    }
}
