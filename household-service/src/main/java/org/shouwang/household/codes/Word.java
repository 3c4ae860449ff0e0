package org.shouwang.household.codes;

import java.util.Arrays;
import java.util.Optional;
import org.shouwang.eventsourcing.Worded;

/** A code that stands for a word on paper forms and in the national system; the enum's name is what other services read. */
public interface Word extends Worded {

    String name();

    /** The code whose Chinese word or name is {@code text}, blanks around it ignored. */
    static <W extends Enum<W> & Word> Optional<W> of(Class<W> table, String text) {
        var word = text.strip();
        return Arrays.stream(table.getEnumConstants())
                .filter(w -> w.zh().equals(word) || w.name().equals(word))
                .findFirst();
    }
}
