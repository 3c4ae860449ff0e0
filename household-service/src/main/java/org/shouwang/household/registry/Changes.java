package org.shouwang.household.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.HouseholdEvent.*;

/**
 * The day on which each part of a household last changed. The present comes from the order of recording, a history from the order of days:
 * they agree as long as nothing is recorded of a part behind a later change of it.
 */
record Changes(Map<Changes.Part, LocalDate> days) {

    static final Changes NONE = new Changes(Map.of());

    /** What changes by itself. */
    sealed interface Part {

        enum Whole implements Part {
            PLACE,
            HOME,
            TYPE
        }

        /** Which is not known when a household is registered. */
        enum Piece implements Part {
            HOUSING
        }

        record Person(UUID member) implements Part {}

        record Holder(SecurityTag tag, UUID member) implements Part {}

        record Year(int year) implements Part {}
    }

    Changes with(HouseholdEvent event) {
        if (event.on() == null) return this;
        var later = new HashMap<>(days);
        parts(event).forEach(part -> later.merge(part, event.on(), (a, b) -> a.isAfter(b) ? a : b));
        return new Changes(Collections.unmodifiableMap(later));
    }

    /** The last day, behind its own, on which something changed that one of these events changes. */
    Optional<LocalDate> after(List<HouseholdEvent> events) {
        return events.stream()
                .filter(event -> event.on() != null)
                .flatMap(event -> parts(event).stream()
                        .map(days::get)
                        .filter(Objects::nonNull)
                        .filter(event.on()::isBefore))
                .max(Comparator.naturalOrder());
    }

    Collection<Part> parts(HouseholdEvent event) {
        return switch (event) {
            case HouseholdRegistered e ->
                Stream.<Part>concat(
                                Stream.of(Part.Whole.values()),
                                e.members().stream().map(m -> new Part.Person(m.memberId())))
                        .toList();
            case DetailsChanged _ -> List.of(Part.Whole.HOME);
            case MemberAdded e -> List.of(new Part.Person(e.member().memberId()));
            case MemberUpdated e -> List.of(new Part.Person(e.memberId()));
            case MemberRemoved e -> List.of(new Part.Person(e.memberId()));
            case HeadChanged e ->
                Stream.concat(
                                Stream.of(e.newMemberId(), e.oldMemberId()),
                                e.relations().stream().map(Relation::memberId))
                        .<Part>map(Part.Person::new)
                        .toList();
            case HouseholdMoved _ -> List.of(Part.Whole.PLACE);
            case RegisteredTypeChanged _ -> List.of(Part.Whole.TYPE);
            case SecurityTagGranted e -> holders(e.tag(), e.memberIds());
            case SecurityTagEnded e -> holders(e.tag(), e.memberIds());
            case LivingConditionsRecorded e -> List.of(new Part.Year(e.year()));
            case EmploymentRecorded _, InsuranceStatusRecorded _, HouseholdSplit _, HouseholdMerged _ -> List.of();
            case HousingGradeAppraised _ -> List.of(Part.Piece.HOUSING);
            case LocationCollected _ -> List.of(Part.Whole.HOME);
            case HouseholdDeactivated _ -> days.keySet();
        };
    }

    private static List<Part> holders(SecurityTag tag, List<UUID> members) {
        return members.stream().<Part>map(id -> new Part.Holder(tag, id)).toList();
    }
}
