package org.shouwang.household.objectroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.Households;

/** Phones for a piece of a roster. They come from the households' histories and lie nowhere else. */
@Singleton
class Contacts {

    private final Households households;

    Contacts(Households households) {
        this.households = households;
    }

    /** @param rows that begin with the household's id @return the same, each with the phone behind its last value; null where there is none */
    Uni<List<Object[]>> beside(StatelessSession session, List<Object[]> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(rows);
        return households
                .loadAll(session, rows.stream().map(r -> (UUID) r[0]).toList())
                .map(all -> rows.stream()
                        .map(r -> with(r, phone(all.get((UUID) r[0]).state())))
                        .toList());
    }

    private static Object[] with(Object[] row, String phone) {
        var all = Arrays.copyOf(row, row.length + 1);
        all[row.length] = phone;
        return all;
    }

    private static String phone(Household household) {
        return switch (household) {
            case Unknown _ -> null;
            case Active h -> h.home().details().contactPhone();
            case Inactive h -> h.last().home().details().contactPhone();
        };
    }
}
