package org.shouwang.monitoring.object;

import java.util.List;
import java.util.Map;

/**
 * The risks of falling (back) into poverty, by the codes of the national collection form. Codes are kept as text: {@code 01}, or
 * {@code 0201} where the form has a sub-item.
 */
public final class RiskCode {

    /** The form has room for five; the first is the main one. */
    public static final int MOST = 5;

    /** This one says nothing without a remark. */
    public static final String OTHER = "99";

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
            Map.entry(OTHER, "其他"));

    private RiskCode() {}

    public static boolean known(String code) {
        return code != null && ZH.containsKey(code);
    }

    /** The codes among these that the form does not have, in order. */
    public static List<String> unknown(List<String> codes) {
        return codes.stream().filter(code -> !known(code)).toList();
    }

    public static String zh(String code) {
        return ZH.getOrDefault(code, code);
    }
}
