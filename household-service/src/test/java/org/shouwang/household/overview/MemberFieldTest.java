package org.shouwang.household.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.Person;

class MemberFieldTest {

    /** The id never changes, the month of birth follows from the date, and a person is told of field by field. */
    private static final Set<String> ELSEWHERE = Set.of("memberId", "born", "person");

    @Test
    void no_field_of_a_member_changes_unseen() {
        var all = Stream.concat(
                names(Member.class).filter(name -> !ELSEWHERE.contains(name)),
                names(Person.class).map(name -> "person." + name));
        assertThat(Arrays.stream(MemberField.values()).map(MemberField::field))
                .containsExactlyInAnyOrderElementsOf(all.toList());
    }

    private static Stream<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName);
    }
}
