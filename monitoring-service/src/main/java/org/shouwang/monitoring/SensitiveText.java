package org.shouwang.monitoring;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds in free text what must not stand there: numbers that identify a person, and in public notices also words on health and the
 * labels of such numbers. A number counts with or without a right check digit, with gaps, and in full-width digits.
 */
public final class SensitiveText {

    private static final Map<String, Pattern> NUMBERS = new TreeMap<>(Map.of(
            "ID_NUMBER",
                    Pattern.compile("(?<!\\d)\\d{6}[ -]?\\d{8}[ -]?\\d{3}[\\dXx](?![\\dXx])|(?<!\\d)\\d{15}(?!\\d)"),
            "PHONE", Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)"),
            "BANK_ACCOUNT", Pattern.compile("(?<!\\d)\\d{4}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?(?!\\d)|\\d{20,}")));

    private static final Map<String, Pattern> WORDS = new TreeMap<>(Map.of(
            "ID_NUMBER", Pattern.compile("身份证"),
            "PHONE", Pattern.compile("手机号"),
            "BANK_ACCOUNT", Pattern.compile("银行账号|银行帐号|银行卡|一卡通账号|存折"),
            "HEALTH",
                    Pattern.compile("健康状况|残疾|因残|因病|患病|疾病|大病|重病|慢性病|病史|癌|肿瘤|白血病|尿毒症|糖尿病|高血压|心脏病|脑梗|中风|"
                            + "肝炎|结核|艾滋|精神病|精神障碍|智障|智力障碍|抑郁|瘫痪|失能|住院|手术|透析")));

    private SensitiveText() {}

    /** Kinds of number found: {@code ID_NUMBER}, {@code PHONE}, {@code BANK_ACCOUNT}; for text that stays inside. */
    public static List<String> numbersIn(String text) {
        return found(text, NUMBERS);
    }

    /** The same, and {@code HEALTH} and the labels of such numbers; for text that is posted in public. */
    public static List<String> forbiddenInNotice(String text) {
        var kinds = new ArrayList<>(numbersIn(text));
        kinds.addAll(found(text, WORDS));
        return kinds.stream().distinct().sorted().toList();
    }

    private static List<String> found(String text, Map<String, Pattern> patterns) {
        if (text == null) return List.of();
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return patterns.entrySet().stream()
                .filter(e -> e.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
