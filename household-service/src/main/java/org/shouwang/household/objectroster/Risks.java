package org.shouwang.household.objectroster;

import java.util.Map;

/** The risks of falling (back) into poverty by the codes of the national collection form, as rosters write them. */
final class Risks {

    private static final Map<String, String> ZH = Map.ofEntries(
            Map.entry("01", "因病"),
            Map.entry("02", "因自然灾害"),
            Map.entry("0201", "因洪涝灾害"),
            Map.entry("0202", "因地质灾害"),
            Map.entry("0203", "因旱灾"),
            Map.entry("0204", "因生物灾害"),
            Map.entry("0205", "因气象灾害"),
            Map.entry("0206", "因地震灾害"),
            Map.entry("0299", "因其他自然灾害"),
            Map.entry("03", "因残"),
            Map.entry("04", "缺劳动力"),
            Map.entry("05", "因意外事故"),
            Map.entry("06", "因产业（项目）失败"),
            Map.entry("07", "因务工就业不稳"),
            Map.entry("09", "因学"),
            Map.entry("10", "住房安全"),
            Map.entry("11", "饮水安全"),
            Map.entry("12", "收入骤减或支出骤增"),
            Map.entry("13", "因疫情"),
            Map.entry("99", "其他"));

    private Risks() {}

    /** A code that is not in the form is shown as it is; null where there is none. */
    static String zh(String code) {
        return code.isEmpty() ? null : ZH.getOrDefault(code, code);
    }
}
