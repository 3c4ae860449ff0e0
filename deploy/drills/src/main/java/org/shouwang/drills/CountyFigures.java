package org.shouwang.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shouwang.drills.CountyAccount.Count;
import org.shouwang.drills.CountyAccount.Sheet;

/** Holds the figures that the services give of the county and its towns against the generator's account. */
final class CountyFigures {

    private static final String OPERATOR = "county-operator";
    private static final Map<String, String> FLOWS =
            Map.of("INCLUDED", "included", "RE_ENTERED", "reEntered", "REMOVED", "removed");

    /** Of a month of an area: what was expected and what was said. */
    record Line(String area, YearMonth month, SortedMap<String, Count> expected, SortedMap<String, Count> found) {}

    private final CountyIds ids;
    private final County county;
    private final CountyAccount account;
    private final CountyDifferences differences;
    private final List<Line> lines = new ArrayList<>();

    CountyFigures(CountyIds ids, County county, CountyPlan plan, CountyDifferences differences) {
        this.ids = ids;
        this.county = county;
        this.account = new CountyAccount(county, plan.lives());
        this.differences = differences;
    }

    /** By area and month, the county first. */
    List<Line> lines() {
        return lines;
    }

    /** The county's stock at the end of a month, as expected and as it is. */
    String stock(YearMonth month) {
        var found = day(County.CODE, month.atEndOfMonth()).of("STOCK");
        var expected = account.day(County.CODE, month.atEndOfMonth()).of("STOCK");
        differences.compare("stock at the end of " + month, expected, found);
        return "%s, expected %s".formatted(found, expected);
    }

    void compare() {
        months(List.of(County.CODE), "");
        months(county.towns(), "&level=TOWNSHIP");
        for (var area :
                Stream.concat(Stream.of(County.CODE), county.towns().stream()).toList())
            for (var month = CountyPlan.FIRST; !month.isAfter(CountyPlan.LAST); month = month.plusMonths(1))
                days(area, month);
        ids.each(
                OPERATOR,
                "/monitoring/figures/findings?area=%s&from=%s&to=%s"
                        .formatted(County.CODE, CountyPlan.FIRST, CountyPlan.LAST),
                finding -> differences.compare("stock and events (DQ-26)", null, finding.toString()));
    }

    private void months(List<String> areas, String level) {
        var found = new TreeMap<String, Sheet>();
        ids.each(
                OPERATOR,
                "/monitoring/figures/months?area=%s&from=%s&to=%s%s"
                        .formatted(County.CODE, CountyPlan.FIRST, CountyPlan.LAST, level),
                month -> found.put(
                        month.path("area").asText() + month.path("month").asText(), month(month)));
        for (var each : areas)
            for (var month = CountyPlan.FIRST; !month.isAfter(CountyPlan.LAST); month = month.plusMonths(1)) {
                var expected = account.month(each, month).counts();
                var said = found.getOrDefault(each + month, new Sheet()).counts();
                differences.compare(each + " " + month, expected, said);
                lines.add(new Line(each, month, expected, said));
            }
    }

    private static Sheet month(JsonNode month) {
        var sheet = new Sheet();
        for (var name : List.of("before", "stock", "unexplained")) add(sheet, name, month.path(name));
        month.path("flows").properties().forEach(flow -> {
            if (flow.getValue().isObject()) add(sheet, flow.getKey(), flow.getValue());
            else sheet.add(flow.getKey(), 0, flow.getValue().asLong());
        });
        for (var by : List.of("types", "grades", "mainRisks", "risks", "registered"))
            month.path(by)
                    .forEach(part -> add(sheet, by + " " + part.path("code").asText(), part));
        return sheet;
    }

    private static void add(Sheet sheet, String name, JsonNode count) {
        sheet.add(name, count.path("households").asLong(), count.path("persons").asLong());
    }

    private void days(String area, YearMonth month) {
        for (var day : List.of(month.atDay(15), month.atEndOfMonth())) {
            differences.compare(
                    area + " on " + day,
                    account.day(area, day).counts(),
                    day(area, day).counts());
            var registered = new Sheet();
            ids.get(OPERATOR, "/household/figures?area=%s&date=%s".formatted(area, day))
                    .path("figures")
                    .forEach(figure -> {
                        var code = figure.path("code").asText();
                        if (code.equals("REGISTERED") || code.equals("I03")) add(registered, code, figure);
                    });
            differences.compare(
                    area + " on record on " + day, account.households(area, day).counts(), registered.counts());
        }
    }

    private Sheet day(String area, LocalDate day) {
        var sheet = new Sheet();
        ids.get(OPERATOR, "/monitoring/figures?area=%s&date=%s".formatted(area, day))
                .path("figures")
                .forEach(figure -> {
                    var code = figure.path("code").asText();
                    add(sheet, FLOWS.getOrDefault(code, code), figure);
                });
        return sheet;
    }
}
