package org.shouwang.household.roster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.Member;

/**
 * A household as the file gives it, with all that is wrong with it.
 *
 * @param key that its lines share
 * @param resident null: not said
 * @param relocated null: not said
 * @param shared the household's own columns as they stand in the file, at its first line
 * @param standing what it says of the standing aid of the household as a whole, where it names nobody
 * @param tags what the file says of each person's standing aid; who is not in the map, it says nothing of
 */
record RosterHousehold(
        String key,
        UUID id,
        String areaCode,
        String groupCode,
        String gridCode,
        RegisteredType type,
        Boolean resident,
        Boolean relocated,
        Details details,
        List<Entry> entries,
        RosterRow shared,
        Map<SecurityTag, Says> standing,
        Map<SecurityTag, Map<UUID, Says>> tags,
        List<Issue> issues) {

    /**
     * @param row where the person stands in the file
     * @param idle the file says that the person does not work away
     * @param noPost the file says that the person holds no post
     */
    record Entry(int row, Member member, boolean idle, boolean noPost) {}

    /** @param tagClass of 低保: A, B or C; null else */
    record Says(boolean holds, String tagClass) {}

    List<Member> members() {
        return entries.stream().map(Entry::member).toList();
    }

    int row() {
        return shared.row();
    }

    int row(UUID member) {
        return entries.stream()
                .filter(e -> e.member().memberId().equals(member))
                .findFirst()
                .map(Entry::row)
                .orElse(row());
    }

    Optional<Member> head() {
        return members().stream().filter(Member::heads).findFirst();
    }

    boolean good() {
        return issues.stream().noneMatch(Issue::error);
    }
}
