package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Function;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.registry.HouseholdEvent.EmploymentRecorded;
import org.shouwang.household.registry.HouseholdEvent.HousingGradeAppraised;
import org.shouwang.household.registry.HouseholdEvent.InsuranceStatusRecorded;
import org.shouwang.household.registry.HouseholdEvent.LocationCollected;

/**
 * What is recorded of a household by the piece, each with its day and its proof.
 *
 * @param jobs in the order of recording; recorded again, a job takes the place of itself
 * @param insurances by member, kind and year
 * @param housing the latest appraisal; null: none
 * @param location the latest; null: none
 */
public record Records(
        SequencedMap<Job, EmploymentRecorded> jobs,
        SequencedMap<Cover, InsuranceStatusRecorded> insurances,
        HousingGradeAppraised housing,
        LocationCollected location) {

    public static final Records NONE = new Records(none(), none(), null, null);

    public record Job(UUID member, LocalDate from, boolean publicPost) {

        static Job of(EmploymentRecorded e) {
            return new Job(e.memberId(), e.from(), e.publicPost());
        }
    }

    public record Cover(UUID member, Insurance kind, int year) {

        static Cover of(InsuranceStatusRecorded e) {
            return new Cover(e.memberId(), e.kind(), e.year());
        }
    }

    boolean has(EmploymentRecorded e) {
        return e.equals(jobs.get(Job.of(e)));
    }

    boolean has(InsuranceStatusRecorded e) {
        return e.equals(insurances.get(Cover.of(e)));
    }

    Records with(EmploymentRecorded e) {
        return new Records(put(jobs, Job.of(e), e), insurances, housing, location);
    }

    Records with(InsuranceStatusRecorded e) {
        return new Records(jobs, put(insurances, Cover.of(e), e), housing, location);
    }

    Records with(HousingGradeAppraised e) {
        return new Records(jobs, insurances, e, location);
    }

    Records with(LocationCollected e) {
        return new Records(jobs, insurances, housing, e);
    }

    private static <K, V> SequencedMap<K, V> none() {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
    }

    private static <K, V> SequencedMap<K, V> put(Map<K, V> map, K key, V value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableSequencedMap(changed);
    }

    public List<EmploymentRecorded> jobsOf(UUID member) {
        return of(jobs.values(), EmploymentRecorded::memberId, member);
    }

    public List<InsuranceStatusRecorded> insurancesOf(UUID member) {
        return of(insurances.values(), InsuranceStatusRecorded::memberId, member);
    }

    private static <E> List<E> of(Iterable<E> all, Function<E, UUID> whose, UUID member) {
        var own = new ArrayList<E>();
        for (var one : all) if (whose.apply(one).equals(member)) own.add(one);
        return List.copyOf(own);
    }
}
