package org.shouwang.monitoring.identification;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.identification.CaseEvent.ComparisonCompleted;
import org.shouwang.monitoring.identification.CaseEvent.ComparisonRequested;
import org.shouwang.monitoring.identification.CaseView.AskedView;

/**
 * Which departments were asked to compare, and which have answered: a comparison names only those that did.
 *
 * @param answers the last day on which a department compared, by its code, asked or not
 */
record ComparisonRequests(List<ComparisonRequested> made, Map<String, LocalDate> answers) {

    static final ComparisonRequests NONE = new ComparisonRequests(List.of(), Map.of());

    ComparisonRequests with(ComparisonRequested e) {
        var more = new ArrayList<>(made);
        more.add(e);
        return new ComparisonRequests(List.copyOf(more), answers);
    }

    ComparisonRequests with(ComparisonCompleted e) {
        var more = new HashMap<>(answers);
        e.departments().forEach(d -> more.merge(d.dept(), d.comparedOn(), ComparisonRequests::later));
        return new ComparisonRequests(made, Map.copyOf(more));
    }

    /** Each department once, by the last day on which it was asked; what it found before that day is no answer. */
    List<AskedView> asked() {
        var last = new HashMap<String, LocalDate>();
        made.forEach(e -> e.depts().forEach(dept -> last.merge(dept, e.requestedOn(), ComparisonRequests::later)));
        return last.entrySet().stream()
                .map(e -> new AskedView(
                        e.getKey(), Department.zh(e.getKey()), e.getValue(), answered(e.getKey(), e.getValue())))
                .sorted(comparing(AskedView::requestedOn).thenComparing(AskedView::dept))
                .toList();
    }

    private LocalDate answered(String dept, LocalDate requestedOn) {
        var on = answers.get(dept);
        return on == null || on.isBefore(requestedOn) ? null : on;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
