package org.shouwang.household.figures;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.eventsourcing.Worded;

/** Which one category each household is counted in, so that the categories add up to all that are registered: the first in a stated order that it fits. */
@Singleton
class Partition {

    /** Words and the test of a category, over the columns of {@code figure_household}. */
    enum Category implements Worded {
        LIFTED("建档立卡脱贫户", "Lifted out of poverty", "lifted"),
        TEKUN("特困供养户", "On tekun support", "tekun > 0"),
        DIBAO("低保户", "On dibao", "dibao > 0"),
        DISABLED("残疾户", "With a disabled member", "disabled > 0"),
        GENERAL("一般农户", "All others", "true");

        private final String zh;
        private final String en;
        private final String test;

        Category(String zh, String en, String test) {
            this.zh = zh;
            this.en = en;
            this.test = test;
        }

        @Override
        public String zh() {
            return zh;
        }

        String en() {
            return en;
        }
    }

    private final List<Category> order;

    /** @param order the first goes before the others; whoever fits none of those named is GENERAL */
    Partition(@ConfigProperty(name = "shouwang.figures.partition") List<Category> order) {
        var all = new ArrayList<>(order.stream().distinct().toList());
        all.remove(Category.GENERAL);
        all.add(Category.GENERAL);
        this.order = List.copyOf(all);
    }

    List<Category> order() {
        return order;
    }

    /** An expression that gives the name of a row's category. */
    String sql() {
        return order.stream()
                .map(category -> "when %s then '%s'".formatted(category.test, category.name()))
                .collect(Collectors.joining(" ", "case ", " end"));
    }
}
