package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** A predicate, true where the data is wrong, with the JSON fields that it reads, the one to look at first before the others. */
sealed interface Check {

    List<String> fields();

    record OfHousehold(Predicate<Picture> wrong, List<String> fields) implements Check {}

    /** Those members who are wrong beside the others. */
    record OfMembers(Function<Picture, List<Member>> wrong, List<String> fields) implements Check {}

    record OfMember(BiPredicate<Member, Picture> wrong, List<String> fields) implements Check {}

    /** Of the wages of one income statement. */
    record OfWages(BiPredicate<BigDecimal, Bounds> wrong, List<String> fields) implements Check {}

    /** Of what a department's list says of itself, held against its rows by whoever keeps the list. */
    record OfList(List<String> fields) implements Check {}

    static Check household(Predicate<Picture> wrong, String... fields) {
        return new OfHousehold(wrong, List.of(fields));
    }

    static Check members(Function<Picture, List<Member>> wrong, String... fields) {
        return new OfMembers(wrong, List.of(fields));
    }

    static Check member(BiPredicate<Member, Picture> wrong, String... fields) {
        return new OfMember(wrong, List.of(fields));
    }

    static Check wages(BiPredicate<BigDecimal, Bounds> wrong, String... fields) {
        return new OfWages(wrong, List.of(fields));
    }

    static Check list(String... fields) {
        return new OfList(List.of(fields));
    }
}
