package org.shouwang.monitoring.quality;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shouwang.monitoring.facts.Labour;

/**
 * Where a rule looks, and its predicate over a row {@code s} there.
 *
 * @param wrong an expression of PostgreSQL: the fields that are wrong, as an array of texts; empty: the rule is kept
 */
record Check(Subject subject, String wrong) {

    /** Codes of capacity for work, as an array of texts. */
    static final String ABLE = Arrays.stream(Labour.values())
            .filter(Labour::able)
            .map(labour -> "'" + labour + "'")
            .collect(Collectors.joining(",", "array[", "]"));

    /** @param pairs a condition and the field that is wrong where it is met, and so on */
    static Check of(Subject subject, String... pairs) {
        return new Check(
                subject,
                IntStream.range(0, pairs.length / 2)
                        .mapToObj(i -> "case when " + pairs[2 * i] + " then '" + pairs[2 * i + 1] + "' end")
                        .collect(Collectors.joining(", ", "array_remove(array[", "]::text[], null)")));
    }

    /** @param fields wrong together where the condition is met */
    static Check when(Subject subject, String condition, String... fields) {
        return new Check(
                subject,
                Arrays.stream(fields)
                        .collect(Collectors.joining(
                                "','", "case when " + condition + " then array['", "'] else array[]::text[] end")));
    }

    /** @param column JSON of the record, of which nothing may be left empty */
    static Check empty(Subject subject, String column, Class<? extends Record> record) {
        return new Check(
                subject,
                Arrays.stream(record.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(
                                "','",
                                "array(select 'after.' || field from unnest(array['",
                                "']) field where nullif(s." + column + " -> field, 'null') is null)")));
    }
}
