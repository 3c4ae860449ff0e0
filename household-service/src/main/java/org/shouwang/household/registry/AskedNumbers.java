package org.shouwang.household.registry;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.household.identity.IdHash;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.MemberChange.PersonChange;

/** Numbers of identity documents that commands bring into households, as keyed hashes. */
record AskedNumbers(List<UUID> households, List<String> hashes) {

    static AskedNumbers of(List<Step<HouseholdCommand>> steps, IdHash hash) {
        var asked = new AskedNumbers(new ArrayList<>(), new ArrayList<>());
        for (var step : steps)
            numbers(Households.what(step))
                    .map(hash::of)
                    .filter(Objects::nonNull)
                    .forEach(number -> {
                        asked.households.add(step.id());
                        asked.hashes.add(number);
                    });
        return asked;
    }

    boolean none() {
        return hashes.isEmpty();
    }

    /** Households and members that hold them, other than those that ask. */
    Uni<List<Object[]>> taken(StatelessSession session, int most) {
        return Sql.rows(session, """
                select taken.household, taken.member from unnest($1::uuid[], $2::text[]) as asked (household, id_hash), lateral (
                  select household, member from active_id where id_hash = asked.id_hash offset 0) taken
                where taken.household <> asked.household limit $3""", households.toArray(UUID[]::new), hashes.toArray(String[]::new), most);
    }

    /** Those that a command brings into the household. */
    static Stream<String> numbers(HouseholdCommand command) {
        return switch (command) {
            case Register c -> numbers(c.members());
            case Absorb c -> numbers(c.members());
            case AddMember c -> Stream.ofNullable(c.member().person()).map(Person::idNo);
            case UpdateMember c -> Stream.ofNullable(c.change().person()).map(PersonChange::idNo);
            case Happened _,
                    RecordEmployment _,
                    RecordInsurance _,
                    AppraiseHousing _,
                    CollectLocation _,
                    Split _,
                    ChangeDetails _,
                    RemoveMember _,
                    ChangeHead _,
                    Move _,
                    ChangeRegisteredType _,
                    GrantTag _,
                    EndTag _,
                    RecordLivingConditions _,
                    Deactivate _ -> Stream.empty();
        };
    }

    private static Stream<String> numbers(List<Member> members) {
        return members.stream().map(Member::person).filter(Objects::nonNull).map(Person::idNo);
    }
}
