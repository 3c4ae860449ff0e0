package org.shouwang.household.area;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.eventsourcing.Decision.Reason;
import org.shouwang.household.area.AreaEvent.Classified;
import org.shouwang.household.area.AreaEvent.Unit;

/**
 * Areas that share a stream, so that the national table is a few thousand streams and not two thirds of a million.
 *
 * @param key the first 2 digits (province and prefectures), 6 (county, towns, villages) or 12 (groups and grids); null: empty
 */
record AreaBlock(String key, Map<String, Known> units) {

    static final AreaBlock EMPTY = new AreaBlock(null, Map.of());

    /** @param replacedBy may be null where it just ended @param urbanClass null where no table told it */
    record Known(String name, LocalDate validFrom, LocalDate validTo, String replacedBy, String urbanClass) {}

    static String key(String code) {
        return switch (AreaLevel.of(code)) {
            case PROVINCE, CITY -> code.substring(0, 2);
            case COUNTY, TOWNSHIP, VILLAGE -> code.substring(0, 6);
            case GROUP, GRID -> code.substring(0, 12);
        };
    }

    List<Unit> unknown(List<Unit> asked) {
        return asked.stream().filter(u -> !units.containsKey(u.code())).toList();
    }

    List<Unit> renamed(List<Unit> asked) {
        return asked.stream()
                .filter(u -> units.containsKey(u.code())
                        && !units.get(u.code()).name().equals(u.name()))
                .toList();
    }

    /** Those whose class is told and is another than the one that they have, in the order of {@code asked}. */
    List<Classified> classified(List<Unit> asked, Map<String, String> classes) {
        return asked.stream()
                .map(Unit::code)
                .filter(classes::containsKey)
                .filter(code -> !units.containsKey(code)
                        || !classes.get(code).equals(units.get(code).urbanClass()))
                .map(code -> new Classified(code, classes.get(code)))
                .toList();
    }

    AreaBlock with(List<Classified> classified) {
        var all = new HashMap<>(units);
        classified.forEach(c -> all.computeIfPresent(
                c.code(), (_, k) -> new Known(k.name(), k.validFrom(), k.validTo(), k.replacedBy(), c.urbanClass())));
        return new AreaBlock(key, all);
    }

    AreaBlock with(List<Unit> registered, LocalDate from) {
        var all = new HashMap<>(units);
        registered.forEach(u -> all.put(u.code(), new Known(u.name(), from, null, null, null)));
        return new AreaBlock(key(registered.getFirst().code()), all);
    }

    AreaBlock named(List<Unit> renamed) {
        var all = new HashMap<>(units);
        renamed.forEach(u -> all.computeIfPresent(
                u.code(), (_, k) -> new Known(u.name(), k.validFrom(), k.validTo(), k.replacedBy(), k.urbanClass())));
        return new AreaBlock(key, all);
    }

    AreaBlock ended(String code, LocalDate validTo, String by) {
        var all = new HashMap<>(units);
        all.computeIfPresent(code, (_, k) -> new Known(k.name(), k.validFrom(), validTo, by, k.urbanClass()));
        return new AreaBlock(key, all);
    }

    enum Refusal implements Reason {
        AREA_UNKNOWN(Kind.UNKNOWN, "没有该区划", "No such area"),
        AREA_ENDED(Kind.CONFLICT, "该区划已撤销或已被替代", "The area was closed or replaced already"),
        AREA_PARENT_UNKNOWN(Kind.INVALID, "上级区划尚未登记", "The area above it is not registered"),
        REPLACED_BY_ITSELF(Kind.INVALID, "区划不能由自己替代", "An area cannot replace itself"),
        SUCCESSOR_UNKNOWN(
                Kind.INVALID, "替代的区划尚未登记或已撤销", "The area in its place is not registered, or has ended itself"),
        SUCCESSOR_LEVEL(Kind.INVALID, "替代的区划应为同一级", "The area in its place must be of the same level"),
        AREA_INHABITED(
                Kind.CONFLICT,
                "该区划内还有在册农户，请先登记替代的区划或迁移农户",
                "Households are still kept there: name the area in its place, or move them first"),
        AREA_HAS_PARTS(
                Kind.CONFLICT,
                "该区划下还有未撤销的区划，请先逐个撤销或登记替代的区划",
                "Areas below it go on: close or replace each of them first"),
        DATE_OUT_OF_ORDER(
                Kind.INVALID,
                "撤销日期不能早于启用日期，替代的区划最迟应于次日启用",
                "It cannot end before it began, and the area in its place begins on the next day at the latest"),
        AREA_TABLE_INVALID(Kind.INVALID, "区划代码表有误，未导入任何内容", "The area table has mistakes: nothing was imported");

        private final Kind kind;
        private final String zh;
        private final String en;

        Refusal(Kind kind, String zh, String en) {
            this.kind = kind;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }
}
