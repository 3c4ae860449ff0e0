package org.shouwang.monitoring.screening;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.monitoring.screening.RuleSetEvent.ScreeningRulesPublished;

/** One row per version, to find what is in force where and when. */
@Singleton
class RuleSetTable implements Projection<RuleSetEvent> {

    /** A version of a set as lists show it. */
    record RuleSetVersion(@JsonUnwrapped ScreeningRules set, Written recorded, Written changed) {}

    private static final String WRITTEN = Written.columns(
            "screening-rules",
            "stream_id('screening-rules/' || screening_rules.set_id)",
            "(ev.data::json -> 'rules' ->> 'version')::int = screening_rules.version");

    @Override
    public List<String> tables() {
        return List.of("screening_rules");
    }

    @Override
    public Uni<Void> project(StatelessSession session, UUID stream, List<Recorded<RuleSetEvent>> events) {
        var done = Uni.createFrom().voidItem();
        for (var recorded : events)
            done = done.chain(() -> switch (recorded.event()) {
                case ScreeningRulesPublished(var rules) ->
                    Sql.update(
                                    session,
                                    """
                                    insert into screening_rules (set_id, version, area_prefix, effective_from, effective_to, rules)
                                    values ($1, $2, $3, $4, $5, $6)""",
                                    rules.setId(),
                                    rules.version(),
                                    rules.areaPrefix(),
                                    rules.effectiveFrom(),
                                    rules.effectiveTo(),
                                    write(rules))
                            .replaceWithVoid();
            });
        return done;
    }

    /** Ids of other sets with the same prefix that are in force on one of the days, both ends included; a version ends where the next one begins. */
    static Uni<List<String>> overlapping(StatelessSession session, ScreeningRules rules) {
        return Sql.rows(
                        session,
                        """
                        select distinct set_id from (
                          select set_id, effective_from,
                            least(effective_to, lead(effective_from) over (partition by set_id order by version) - 1) as until
                          from screening_rules where set_id <> $1 and area_prefix = $2) v
                        where effective_from <= $4 and (until is null or until >= $3) order by set_id
                        """,
                        rules.setId(),
                        rules.areaPrefix(),
                        rules.effectiveFrom(),
                        rules.effectiveTo() == null ? LocalDate.of(9999, 12, 31) : rules.effectiveTo())
                .map(rows -> rows.stream().map(r -> (String) r[0]).toList());
    }

    /** Of each set the version that began last. */
    static Uni<List<ScreeningRules>> inForce(StatelessSession session, LocalDate day) {
        return Sql.rows(session, """
                        select rules from (
                          select distinct on (set_id) rules, effective_to from screening_rules where effective_from <= $1
                          order by set_id, version desc) last
                        where effective_to is null or effective_to >= $1""", day)
                .map(rows -> rows.stream().map(r -> read((String) r[0])).toList());
    }

    static Uni<List<RuleSetVersion>> all(StatelessSession session, String scope) {
        return Sql.rows(session, "select rules" + WRITTEN + """
                         from screening_rules where area_prefix like $1 || '%' or $1 like area_prefix || '%'
                        order by area_prefix, set_id, version""", scope).map(rows -> rows.stream()
                .map(r -> new RuleSetVersion(read((String) r[0]), Written.recorded(r), Written.changed(r)))
                .toList());
    }

    private static String write(ScreeningRules rules) {
        try {
            return Json.MAPPER.writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ScreeningRules read(String rules) {
        try {
            return Json.MAPPER.readValue(rules, ScreeningRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
