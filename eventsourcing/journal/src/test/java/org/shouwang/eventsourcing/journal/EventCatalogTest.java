package org.shouwang.eventsourcing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.eventsourcing.Personal;

/** What is personal is written apart, or the family of events is refused. */
class EventCatalogTest {

    record Name(String text) implements Personal {}

    record Guest(int seat, Name name) {}

    sealed interface Held permits Guest2, Nobody {}

    record Guest2(Name name) implements Held {}

    record Nobody() implements Held {}

    sealed interface Mistaken permits Name2, Nobody2 {}

    record Name2(String text) implements Mistaken, Personal {}

    record Nobody2() implements Mistaken {}

    sealed interface Good {}

    record Came(Name host, List<Guest> guests, List<List<Guest>> tables, Held held, List<? extends Held> others)
            implements Good {}

    sealed interface InAList {}

    record Listed(List<Name> names) implements InAList {}

    sealed interface InAListOfLists {}

    record Tabled(List<List<Name>> names) implements InAListOfLists {}

    sealed interface InAListOfAny {}

    record Some(List<? extends Name> names) implements InAListOfAny {}

    sealed interface FurtherDown {}

    record Parties(List<Party> parties) implements FurtherDown {}

    record Party(String place, List<Name> names) {}

    sealed interface InASet {}

    record Collected(Set<Guest> guests) implements InASet {}

    sealed interface InAMap {}

    record Mapped(Map<String, Guest> guests) implements InAMap {}

    sealed interface Perhaps {}

    record Maybe(Optional<Name> name) implements Perhaps {}

    sealed interface InAnArray {}

    record Lined(Guest[] guests) implements InAnArray {}

    sealed interface OneOfSeveral {}

    record Chosen(Mistaken mistaken) implements OneOfSeveral {}

    sealed interface Whole {}

    record Called(String name) implements Whole, Personal {}

    sealed interface Unknown {}

    record Something(Object what) implements Unknown {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                InAList.class,
                InAListOfLists.class,
                InAListOfAny.class,
                FurtherDown.class,
                InASet.class,
                InAMap.class,
                Perhaps.class,
                InAnArray.class,
                OneOfSeveral.class,
                Whole.class
            })
    void what_is_personal_where_it_would_not_be_written_apart_is_refused(Class<?> family) {
        assertThatThrownBy(() -> new EventCatalog<>(family))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would be published");
    }

    @Test
    void who_refuses_says_where() {
        assertThatThrownBy(() -> new EventCatalog<>(FurtherDown.class))
                .hasMessageContaining("Name is personal and would be published with Parties.parties.names");
    }

    @Test
    void what_nobody_can_know_is_refused() {
        assertThatThrownBy(() -> new EventCatalog<>(Unknown.class)).hasMessageContaining("Something.what");
    }

    @Test
    void what_is_taken_is_written_apart_and_comes_back() {
        var catalog = new EventCatalog<>(Good.class);
        var came = new Came(
                new Name("赵甲"),
                List.of(new Guest(1, new Name("钱乙")), new Guest(2, null)),
                List.of(List.of(new Guest(3, new Name("孙丙")))),
                null,
                List.of());
        var encoded = catalog.encode(came);
        assertThat(encoded.data()).doesNotContain("赵甲", "钱乙", "孙丙");
        assertThat(encoded.personal()).contains("赵甲", "钱乙", "孙丙");
        assertThat(catalog.decode(encoded)).isEqualTo(came);
        var held =
                new Came(null, List.of(), List.of(), new Guest2(new Name("李丁")), List.of(new Guest2(new Name("周戊"))));
        assertThat(catalog.encode(held).data()).doesNotContain("李丁", "周戊");
        assertThat(catalog.encode(held).personal()).contains("李丁", "周戊");
    }
}
