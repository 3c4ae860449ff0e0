package org.shouwang.household.income;

/** 工资性, 生产经营性, 财产性, 转移性收入 and 生产经营性支出. */
public enum IncomeKind {
    WAGE,
    OPERATING,
    PROPERTY,
    TRANSFER,
    COST
}
