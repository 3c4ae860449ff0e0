package org.shouwang.household.grid;

/**
 * In which grids each household lies: those it names itself or that name it; where there is none, those that cover its group. Exactly one is
 * right.
 */
final class GridSql {

    /** Tables {@code kept} (households), {@code belongs} (id, grid) of the area whose prefix is $1. */
    static final String BELONGS = """
            with kept as (
              select id, area_code, group_code, grid_code, household_no, head_name, persons from household_overview
              where state = 'ACTIVE' and area_code like $1 || '%'),
            own as (
              select id, grid_code as grid from kept where grid_code is not null
              union
              select k.id, l.grid from kept k join grid_listed l on l.household = k.id),
            belongs as (
              select id, grid from own
              union
              select k.id, g.grid from kept k join grid_group g on g.group_code = k.group_code
              where not exists (select from own where own.id = k.id))
            """;

    private GridSql() {}
}
