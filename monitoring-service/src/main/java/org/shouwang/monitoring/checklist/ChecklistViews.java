package org.shouwang.monitoring.checklist;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.Worded;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.JsonText;
import org.shouwang.monitoring.policy.ChecklistItem;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;

/** A village's checklist on a day: what the policy of the day asks for, and what else is shown. */
@Singleton
class ChecklistViews {

    /** Whether an item is there. */
    enum State implements Worded {
        DONE("已上墙"),
        MISSING("缺少");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        @Override
        public String zh() {
            return zh;
        }
    }

    record Words(String zh, String en) {}

    /**
     * @param asked whether the policy of the day asks for it
     * @param shownOn since when it is there @param seenOn when it was last seen @param photo of that day; all absent where it is missing
     */
    record View(
            ChecklistItem item,
            Words what,
            boolean asked,
            State state,
            String stateZh,
            LocalDate shownOn,
            LocalDate seenOn,
            DocumentRef photo,
            Written recorded,
            Written changed) {}

    private static final String WRITTEN = Written.columns(
            "checklist", "stream_id('checklist/' || village_checklist.area_code || '/' || village_checklist.item)");

    private final Journal journal;
    private final Policies policies;

    ChecklistViews(Journal journal, Policies policies) {
        this.journal = journal;
        this.policies = policies;
    }

    /** In the order of the list, as known at the end of {@code date}; the photo is the last one that was taken since. */
    Uni<List<View>> of(String village, LocalDate date) {
        return journal.read(session -> policies.holding(session, village, date)
                .chain(terms ->
                        Sql.rows(session, """
                                select item, shown_on, seen_on, photo""" + WRITTEN + """
                                from village_checklist
                                where area_code = $1 and shown_on <= $2 and (gone_on is null or gone_on > $2) order by item, version
                                """, village, date).map(rows -> views(asked(terms), rows))));
    }

    private static EnumSet<ChecklistItem> asked(List<PolicyTerms> terms) {
        var items = EnumSet.noneOf(ChecklistItem.class);
        if (terms.isEmpty() || terms.getFirst().monitoring() == null) return items;
        var asked = terms.getFirst().monitoring().checklist();
        if (asked != null) items.addAll(asked);
        return items;
    }

    private static List<View> views(EnumSet<ChecklistItem> asked, List<Object[]> rows) {
        Map<ChecklistItem, Object[]> there = rows.stream()
                .collect(Collectors.toMap(
                        r -> ChecklistItem.valueOf((String) r[0]), Function.identity(), (_, later) -> later));
        var all = EnumSet.copyOf(asked);
        all.addAll(there.keySet());
        return all.stream()
                .map(item -> view(item, asked.contains(item), there.get(item)))
                .toList();
    }

    private static View view(ChecklistItem item, boolean asked, Object[] row) {
        var what = new Words(item.zh(), item.en());
        return row == null
                ? new View(item, what, asked, State.MISSING, State.MISSING.zh(), null, null, null, null, null)
                : new View(
                        item,
                        what,
                        asked,
                        State.DONE,
                        State.DONE.zh(),
                        (LocalDate) row[1],
                        (LocalDate) row[2],
                        JsonText.read((String) row[3], DocumentRef.class),
                        Written.recorded(row),
                        Written.changed(row));
    }
}
