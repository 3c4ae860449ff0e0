package org.shouwang.monitoring.quality;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.monitoring.quality.Rule.Severity;

/** What the rules find in an area as it stands, in the order of area, rule and subject. */
@Singleton
class QualityList {

    /**
     * A finding. It names nobody: who wants names joins it with the household service's roster by the household's id.
     *
     * @param rule in the list of data-quality rules, {@code DQ-14}; {@code name} the one of several that may stand under it
     * @param householdId absent where a whole village is meant
     * @param subject what was looked at, {@code subjectId} its id: of the household, case, removal or review, or the week or month of minutes, or the month that was counted
     * @param fields that are wrong, or disagree with each other
     * @param recorded who wrote one of them last; null where nobody did, or where another service keeps it
     */
    record Item(
            String rule,
            String name,
            Severity severity,
            String zh,
            String en,
            String areaCode,
            UUID householdId,
            Subject subject,
            String subjectId,
            List<String> fields,
            Written recorded) {}

    /** Every part may be null. @param rule a number of the list, which may mean several, or a name */
    record Search(String rule, Severity severity) {

        Search {
            if (rule != null && Arrays.stream(Rule.values()).noneMatch(r -> named(r, rule)))
                throw new BadRequest("rule", "没有这条规则", "is no rule: see /quality/rules");
        }

        private static boolean named(Rule rule, String name) {
            return rule.code().equals(name) || rule.name().equals(name);
        }

        private List<Rule> rules() {
            return Arrays.stream(Rule.values())
                    .filter(r -> rule == null || named(r, rule))
                    .filter(r -> severity == null || r.severity() == severity)
                    .toList();
        }
    }

    /** The place behind a finding. @param key of the subject */
    private record Place(String area, int rule, String key) {}

    private record Found(Item item, Place place) {}

    private static final String PAGE = """
            select f.area_code, f.n, f.id, f.household, f.subject, array_to_string(f.fields, ','), %s from (select * from found
              where $10::text is null or (area_code, n, id) > ($10::text, $11::int, $12::text) order by area_code, n, id limit $13) f
            order by f.area_code, f.n, f.id
            """.formatted(FieldEvents.RECORDED);

    private final Journal journal;
    private final QualityScope scopes;

    QualityList(Journal journal, QualityScope scopes) {
        this.journal = journal;
        this.scopes = scopes;
    }

    /** @param own what the caller reaches */
    Uni<Page<Item>> find(String scope, String own, LocalDate day, Search search, String after, int limit) {
        var rules = search.rules();
        var place = place(after);
        if (rules.isEmpty()) return Uni.createFrom().item(new Page<>(List.of(), null));
        return journal.read(
                        session -> scopes.query(session, rules, scope, own, place == null ? null : place.area(), day)
                                .chain(query -> Sql.rows(
                                        session,
                                        query.text() + PAGE,
                                        query.values(
                                                place == null ? null : place.area(),
                                                place == null ? null : place.rule(),
                                                place == null ? null : place.key(),
                                                limit + 1))))
                .map(rows -> {
                    var page = Page.of(rows.stream().map(QualityList::found).toList(), limit, QualityList::cursor);
                    return new Page<>(page.items().stream().map(Found::item).toList(), page.next());
                });
    }

    private static Found found(Object[] r) {
        var rule = Rule.values()[(Integer) r[1]];
        var key = (String) r[2];
        return new Found(
                new Item(
                        rule.code(),
                        rule.name(),
                        rule.severity(),
                        rule.zh(),
                        rule.en(),
                        (String) r[0],
                        (UUID) r[3],
                        Subject.valueOf((String) r[4]),
                        key.split("/", 2)[0],
                        List.of(((String) r[5]).split(",")),
                        Written.read(r[6])),
                new Place((String) r[0], rule.ordinal(), key));
    }

    private static String cursor(Found f) {
        return f.place().area() + "~" + f.place().rule() + "~" + f.place().key();
    }

    private static Place place(String after) {
        if (after == null) return null;
        if (!after.matches("[0-9]{12}~[0-9]{1,3}~[0-9A-Za-z/-]{1,80}"))
            throw new BadRequest("after", "应为上一页的 next", "must be the next of the page before");
        var parts = after.split("~");
        return new Place(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }
}
