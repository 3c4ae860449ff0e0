package org.shouwang.household.roster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.area.Villages;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.monitored.Monitored;
import org.shouwang.household.monitored.MonitoredHouseholds;
import org.shouwang.household.monitored.MonitoredState;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdRules;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.IdAreas;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Picture;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.registry.Rules;
import org.shouwang.household.roster.ImportEvent.RosterChecked;
import org.shouwang.household.roster.ImportStore.Planned;

/**
 * Compares a handful of a file's households with all that is known, and tries out what applying them would do. {@code offset 0} keeps the
 * database from reading more than the rows that are asked for, whatever it knew of the tables when it planned.
 */
@Singleton
class RosterCheck {

    static final String REJECTED = "REJECTED";

    private static final Pattern BLANK = Pattern.compile("\\s");
    private static final Pattern PERSONS = Pattern.compile("[人\\s]");

    /** A household of the file beside what is known of it. @param village its name; may be null */
    private record Pair(RosterHousehold file, Household state, Monitored monitored, String village) {}

    record Outcome(List<Planned> households, List<Issue> issues) {}

    private final Households households;
    private final IdHash hash;
    private final IdAreas idAreas;
    private final Bounds bounds;

    RosterCheck(Households households, IdHash hash, IdAreas idAreas, Bounds bounds) {
        this.households = households;
        this.hash = hash;
        this.idAreas = idAreas;
        this.bounds = bounds;
    }

    /** Reads the lines into households, under the ids that they have or will have. */
    Uni<List<RosterHousehold>> read(
            StatelessSession session, Terms terms, SequencedMap<String, List<RosterRow>> lines) {
        var reader = new RosterReader(terms.village(), terms.on(), bounds, hash::of);
        return numbered(session, lines.keySet()).map(known -> lines.entrySet().stream()
                .map(e -> reader.read(
                        e.getKey(), known.getOrDefault(e.getKey(), Keys.household(e.getKey())), e.getValue()))
                .toList());
    }

    /** @param village of lines that name none; may be null */
    record Terms(UUID id, String village, LocalDate on, Actor actor) {

        static Terms of(UUID id, RosterChecked checked, Actor actor) {
            var village = HouseholdRules.areaNotAVillage(checked.areaCode()) ? null : checked.areaCode();
            return new Terms(id, village, checked.speaksOf(), actor);
        }
    }

    Uni<Outcome> check(StatelessSession session, Terms terms, SequencedMap<String, List<RosterRow>> lines) {
        return read(session, terms, lines)
                .chain(files -> elsewhere(session, terms, files)
                        .chain(() -> counties(session, files))
                        .chain(() -> areas(session, terms, files))
                        .chain(villages -> states(session, files, villages)))
                .map(pairs -> {
                    var planned = new ArrayList<Planned>();
                    var issues = new ArrayList<Issue>();
                    for (var pair : pairs) {
                        planned.add(plan(pair, terms.on()));
                        issues.addAll(pair.file().issues());
                    }
                    return new Outcome(planned, issues);
                });
    }

    private static Planned plan(Pair pair, LocalDate on) {
        var file = pair.file();
        var outcome = REJECTED;
        if (RosterPlan.strangers(pair.state(), file, on))
            file.issues().add(Issue.of(file.row(), null, RosterRule.HOUSEHOLD_OTHER));
        var missing = RosterPlan.missing(pair.state(), file, on);
        if (file.good() && missing > 0)
            file.issues().add(Issue.of(file.row(), null, RosterRule.MEMBERS_MISSING, missing(pair.state(), missing)));
        if (file.good())
            switch (RosterTrial.of(pair.state(), RosterPlan.of(pair.state(), file, on))) {
                case RosterTrial.Works works -> {
                    outcome = works.kind().name();
                    if (works.after() instanceof Active after) derived(pair, after, on);
                    if (!file.good()) outcome = REJECTED;
                }
                case RosterTrial.Fails(var refused) -> {
                    var reason = refused.reason() == Household.Refusal.DATE_OUT_OF_ORDER
                            ? RosterRule.HOUSEHOLD_CHANGED_SINCE
                            : refused.reason();
                    file.issues().add(new Issue(file.row(), null, reason, true, String.join("; ", refused.details())));
                }
            }
        return new Planned(file.row(), file.key(), file.id(), file.entries().size(), outcome);
    }

    private static String missing(Household state, int persons) {
        var number = state instanceof Active h ? h.home().details().householdNo() : null;
        return (number == null ? "" : "户编号" + number + "：") + persons + "人";
    }

    /** What the file says of things that it does not decide, beside how they stand once it is applied. */
    private static void derived(Pair pair, Active after, LocalDate on) {
        unmarked(pair.file(), after, on);
        for (var column : Column.DERIVED) {
            var text = pair.file().shared().cell(column);
            if (text == null) continue;
            var differs = differs(column, text, pair, after);
            if (differs != null)
                pair.file()
                        .issues()
                        .add(Issue.of(
                                pair.file().row(),
                                column,
                                RosterRule.DERIVED_DIFFERS,
                                differs.isEmpty() ? null : "系统：" + differs));
        }
    }

    /** A household that is marked as having labour where it has none is an error, and not only another opinion. */
    private static void unmarked(RosterHousehold file, Active after, LocalDate on) {
        var mark = file.shared().cell(Column.NO_LABOUR);
        if (mark == null) return;
        var said = Cells.yesNo(mark);
        if (said.isEmpty()) return;
        for (var finding : Rules.errors(Picture.of(after, Beside.marked(said.get()), on, null)))
            file.issues().add(new Issue(file.row(), Column.NO_LABOUR.header(), finding.rule(), true, null));
    }

    /** How it stands here, where the file says something else; null where it does not. A head's name is not told. */
    private static String differs(Column column, String text, Pair pair, Active after) {
        return switch (column) {
            case PERSONS -> count(text, after.members().size());
            case RESIDENTS -> count(text, after.residents());
            case NO_LABOUR -> {
                var none = HouseholdRules.noLabour(after.all());
                var said = Cells.yesNo(text);
                yield said.isPresent() && (said.get() == none || none) ? null : none ? "是" : "否";
            }
            case MONITORED_TYPE -> monitored(text, pair.monitored());
            case HEAD -> {
                var head = after.head().orElseThrow().person().name();
                yield unblanked(text).equals(unblanked(head)) ? null : "";
            }
            case VILLAGE -> {
                var area = after.place().areaCode();
                var same = pair.village() == null
                        || text.equals(area)
                        || Villages.plain(text).equals(Villages.plain(pair.village()));
                yield same ? null : pair.village();
            }
            default -> null;
        };
    }

    private static String count(String text, int persons) {
        return PERSONS.matcher(text).replaceAll("").equals(Integer.toString(persons)) ? null : persons + "人";
    }

    /** Who was removed may be listed as what it was, or as nothing. */
    private static String monitored(String text, Monitored known) {
        var here = known.type() == null ? null : known.type().zh();
        var nothing = Cells.yesNo(text).filter(said -> !said).isPresent() || text.startsWith("非");
        if (nothing
                ? here == null || known.state() == MonitoredState.REMOVED
                : Cells.usual(text).equals(here)) return null;
        return here == null ? known.state().zh() : here;
    }

    /** Households that were registered under a 户编号 before, whatever their id. */
    private static Uni<Map<String, UUID>> numbered(StatelessSession session, Set<String> keys) {
        var numbers = keys.stream()
                .filter(k -> k.startsWith("no:"))
                .map(k -> k.substring(3))
                .toArray(String[]::new);
        return Sql.rows(session, """
                        select n.* from unnest($1::text[]) as asked (no), lateral (
                          select household_no, household from active_household_no where household_no = asked.no offset 0) n""", (Object) numbers).map(rows -> {
            var known = new HashMap<String, UUID>();
            rows.forEach(r -> known.put("no:" + r[0], (UUID) r[1]));
            return known;
        });
    }

    /** Nobody may stand in two households, of the file or of the registry. */
    private Uni<Void> elsewhere(StatelessSession session, Terms terms, List<RosterHousehold> files) {
        var rows = files.stream()
                .flatMap(f -> f.entries().stream())
                .map(RosterHousehold.Entry::row)
                .toList();
        var hashes = files.stream()
                .flatMap(f -> f.members().stream())
                .map(this::hashed)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return ImportStore.twice(session, terms.id(), rows)
                .chain(twice -> Sql.rows(session, """
                        select n.* from unnest($1::text[]) as asked (hash), lateral (
                          select id_hash, household from active_id where id_hash = asked.hash offset 0) n""", (Object) hashes).map(found -> {
                    var taken = new HashMap<String, UUID>();
                    found.forEach(r -> taken.put((String) r[0], (UUID) r[1]));
                    for (var file : files)
                        for (var entry : file.entries()) {
                            var other = twice.get(entry.row());
                            var household = taken.get(hashed(entry.member()));
                            if (other != null)
                                file.issues()
                                        .add(Issue.of(
                                                entry.row(),
                                                Column.ID_NO,
                                                RosterRule.ID_IN_TWO_HOUSEHOLDS,
                                                "第" + other + "行"));
                            else if (household != null && !household.equals(file.id()))
                                file.issues()
                                        .add(new Issue(
                                                entry.row(), Column.ID_NO.header(), Rule.ID_DUPLICATE, true, null));
                        }
                    return null;
                }));
    }

    /** Whose number begins with no county's code, where that is asked. */
    private Uni<Void> counties(StatelessSession session, List<RosterHousehold> files) {
        return idAreas.unknown(
                        session,
                        files.stream().flatMap(f -> f.members().stream()).map(m -> m.person()
                                .idNo()))
                .invoke(unknown -> {
                    for (var file : files)
                        for (var entry : file.entries()) {
                            var area = IdAreas.area(entry.member().person().idNo());
                            if (area != null && unknown.contains(area))
                                file.issues()
                                        .add(new Issue(
                                                entry.row(),
                                                Column.ID_NO.header(),
                                                Household.Refusal.ID_AREA_UNKNOWN,
                                                true,
                                                area));
                        }
                })
                .replaceWithVoid();
    }

    private String hashed(Member member) {
        return hash.of(member.person().idNo());
    }

    /** The names of the villages that are known. */
    private static Uni<Map<String, String>> areas(StatelessSession session, Terms terms, List<RosterHousehold> files) {
        var codes = files.stream()
                .map(RosterHousehold::areaCode)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
        return Sql.rows(
                        session,
                        "select code, name from area where code = any($1::text[]) and (valid_to is null or valid_to >= $2)",
                        codes,
                        terms.on())
                .map(rows -> {
                    var known = new HashMap<String, String>();
                    rows.forEach(r -> known.put((String) r[0], (String) r[1]));
                    for (var file : files) {
                        var area = file.areaCode();
                        if (area == null || file.issues().stream().anyMatch(i -> i.at(file.row(), Column.AREA_CODE)))
                            continue;
                        if (!terms.actor().reaches(area))
                            file.issues().add(Issue.of(file.row(), Column.AREA_CODE, RosterRule.AREA_OUT_OF_SCOPE));
                        else if (!known.containsKey(area))
                            file.issues().add(Issue.of(file.row(), Column.AREA_CODE, RosterRule.AREA_UNKNOWN));
                    }
                    return known;
                });
    }

    private Uni<List<Pair>> states(
            StatelessSession session, List<RosterHousehold> files, Map<String, String> villages) {
        var ids = files.stream().map(RosterHousehold::id).toList();
        return households.loadAll(session, ids).chain(known -> MonitoredHouseholds.all(
                        session, ids.toArray(UUID[]::new))
                .map(monitored -> files.stream()
                        .map(file -> new Pair(
                                file,
                                known.get(file.id()).state(),
                                monitored.getOrDefault(file.id(), Monitored.NONE),
                                villages.get(file.areaCode())))
                        .toList()));
    }

    private static String unblanked(String text) {
        return BLANK.matcher(text).replaceAll("");
    }
}
