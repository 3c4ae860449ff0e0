package org.shouwang.assistance.figures;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.assistance.facts.KnownHouseholds;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.eventsourcing.rest.Caller;

/** How much help there is: the indicators of the sample-village verification that measures answer (2021 verification report), and all kinds. */
@Path("/figures")
@Tag(name = "figures 统计")
class FiguresResource {

    record Figure(String code, String zh, String en, long households, long persons) {}

    record Report(String area, LocalDate on, List<Figure> figures) {}

    /** A measure counts from the day it came into effect to the day it was closed; one that names no member counts for the whole household. */
    private static final String COUNT = """
            with held as (
              select m.household, m.code, m.members from measure m
              where m.household in (select id from known_household where""" + KnownHouseholds.LIVED + """
                ) and m.implemented_on <= $2
                and (m.closed_on is null or m.closed_on > $2) and (m.cancelled_on is null or m.cancelled_on > $2)),
            persons as (
              select h.code, h.household, unnest(string_to_array(h.members, ','))::uuid as person from held h where h.members <> ''
              union
              select h.code, h.household, k.id from held h join known_member k on k.household = h.household
              where h.members = '' and (k.left_on is null or k.left_on > $2))
            select h.code, count(distinct h.household), (select count(distinct p.person) from persons p where p.code = h.code)
            from held h group by h.code order by h.code""";

    private final Journal journal;
    private final Caller caller;
    private final Clock clock;

    FiguresResource(Journal journal, Caller caller, Clock clock) {
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("**")
    @Operation(summary = "Households and persons with measures in effect, by kind / 已落实帮扶措施的户数和人数")
    public Uni<Report> figures(@RestQuery String area, @RestQuery LocalDate date) {
        var scope = caller.scope(area);
        var on = date == null ? LocalDate.ofInstant(clock.instant(), Streams.ZONE) : date;
        return journal.read(session -> Sql.rows(session, COUNT, scope, on))
                .map(rows -> new Report(scope, on, figures(rows)));
    }

    private static List<Figure> figures(List<Object[]> rows) {
        var figures = new ArrayList<Figure>();
        figures.add(figure("I13", "享受兜底保障的人数", "Persons carried by the backstop (M10)", "M10", rows));
        figures.add(figure("I14", "公益岗位就业人数", "Persons on public-welfare posts (M04)", "M04", rows));
        figures.add(figure("I21", "享受产业帮扶户数", "Households helped by industry (M01)", "M01", rows));
        figures.add(figure("I22", "贷款户数", "Households with loans (M03)", "M03", rows));
        for (var row : rows)
            figures.add(
                    new Figure((String) row[0], "帮扶措施 " + row[0], "Measures " + row[0], (Long) row[1], (Long) row[2]));
        return figures;
    }

    private static Figure figure(String code, String zh, String en, String measure, List<Object[]> rows) {
        return rows.stream()
                .filter(row -> row[0].equals(measure))
                .findFirst()
                .map(row -> new Figure(code, zh, en, (Long) row[1], (Long) row[2]))
                .orElse(new Figure(code, zh, en, 0, 0));
    }
}
