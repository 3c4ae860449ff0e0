package org.shouwang.household.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An invented household of the sample village, while it is being made up. */
final class SampleHousehold {

    private static final String[] GROUPS = {"一", "二", "三", "四"};
    private static final String[] PLACES = {"上坪", "下坪", "沟口", "桥头"};

    final boolean lifted;
    final int size;
    final List<SamplePerson> people = new ArrayList<>();
    int number;
    int group;
    String site;

    SampleHousehold(boolean lifted, int size) {
        this.lifted = lifted;
        this.size = size;
    }

    SamplePerson add(String relation, boolean male) {
        var person = new SamplePerson(relation, male);
        people.add(person);
        return person;
    }

    SamplePerson head() {
        return people.getFirst();
    }

    boolean tekun() {
        return people.stream().anyMatch(p -> p.tekun);
    }

    boolean dibao() {
        return people.stream().anyMatch(p -> p.dibao != null);
    }

    String householdNo() {
        return "999999%04d".formatted(number);
    }

    List<Map<Column, String>> lines() {
        var lines = new ArrayList<Map<Column, String>>();
        for (var person : people) {
            var cells = new EnumMap<Column, String>(Column.class);
            cells.putAll(person.cells(site != null));
            cells.put(Column.AREA_CODE, SampleVillage.VILLAGE);
            cells.put(Column.HOUSEHOLD_NO, householdNo());
            cells.put(Column.GROUP, GROUPS[group - 1] + "组");
            cells.put(Column.GRID, "W%03d".formatted(group));
            cells.put(Column.NATURAL_VILLAGE, PLACES[group - 1]);
            cells.put(Column.ADDRESS, "青岗坪村" + GROUPS[group - 1] + "组" + (site == null ? "" : site) + (number + "号"));
            if (head().phone != null) cells.put(Column.CONTACT_PHONE, head().phone);
            cells.put(Column.REGISTERED_TYPE, lifted ? "脱贫户" : "一般户");
            cells.put(Column.HOUSEHOLD_RESIDENT, "是");
            cells.put(Column.RELOCATED, site == null ? "否" : "是");
            if (site != null) cells.put(Column.SITE, site);
            lines.add(cells);
        }
        return lines;
    }
}
