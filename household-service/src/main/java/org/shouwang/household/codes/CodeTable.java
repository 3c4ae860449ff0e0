package org.shouwang.household.codes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A table of a national standard: digits and words, in the order of the standard, read from {@code code words code words …}.
 * The words of the national monitoring system come beside it where they differ.
 */
public final class CodeTable {

    /** 人的性别代码. */
    public static final CodeTable SEX = new CodeTable("GB/T 2261.1-2003", "0 未知的性别 1 男 2 女 9 未说明的性别", "");

    /** 婚姻状况代码. */
    public static final CodeTable MARRIAGE =
            new CodeTable("GB/T 2261.2-2003", "10 未婚 20 已婚 30 丧偶 40 离婚 90 未说明的婚姻状况", "");

    /** 城乡分类: the last three digits of the 17-digit code of a village's unit. */
    public static final CodeTable URBAN =
            new CodeTable("统计用城乡划分代码", "111 主城区 112 城乡结合区 121 镇中心区 122 镇乡结合区 123 特殊区域 210 乡中心区 220 村庄", "");

    /** 中国各民族名称代码. */
    public static final CodeTable ETHNIC = new CodeTable("GB/T 3304-1991", """
            01 汉族 02 蒙古族 03 回族 04 藏族 05 维吾尔族 06 苗族 07 彝族 08 壮族 09 布依族 10 朝鲜族 11 满族 12 侗族 13 瑶族 14 白族
            15 土家族 16 哈尼族 17 哈萨克族 18 傣族 19 黎族 20 傈僳族 21 佤族 22 畲族 23 高山族 24 拉祜族 25 水族 26 东乡族 27 纳西族
            28 景颇族 29 柯尔克孜族 30 土族 31 达斡尔族 32 仫佬族 33 羌族 34 布朗族 35 撒拉族 36 毛南族 37 仡佬族 38 锡伯族 39 阿昌族
            40 普米族 41 塔吉克族 42 怒族 43 乌孜别克族 44 俄罗斯族 45 鄂温克族 46 德昂族 47 保安族 48 裕固族 49 京族 50 塔塔尔族
            51 独龙族 52 鄂伦春族 53 赫哲族 54 门巴族 55 珞巴族 56 基诺族 97 其他 98 外国血统中国籍人士""", "");

    /** 家庭关系代码, with the words of the national system, which puts 之 before most of them. */
    public static final CodeTable RELATION = new CodeTable("GB/T 4761-2008", """
            01 本人 02 户主 10 配偶 11 夫 12 妻 20 子 21 独生子 22 长子 23 次子 24 三子 25 四子 26 五子 27 养子或继子 28 女婿 29 其他儿子
            30 女 31 独生女 32 长女 33 次女 34 三女 35 四女 36 五女 37 养女或继女 38 儿媳 39 其他女儿 40 孙子、孙女或外孙子、外孙女 41 孙子
            42 孙女 43 外孙子 44 外孙女 45 孙媳妇或外孙媳妇 46 孙女婿或外孙女婿 47 曾孙子或外曾孙子 48 曾孙女或外曾孙女 49 其他孙辈
            50 父母 51 父亲 52 母亲 53 公公 54 婆婆 55 岳父 56 岳母 57 继父或养父 58 继母或养母 59 其他父母关系 60 祖父母或外祖父母
            61 祖父 62 祖母 63 外祖父 64 外祖母 65 配偶的祖父母或外祖父母 66 曾祖父 67 曾祖母 68 配偶的曾祖父母或外曾祖父母 69 其他祖辈
            70 兄弟姐妹 71 兄 72 嫂 73 弟 74 弟媳 75 姐姐 76 姐夫 77 妹妹 78 妹夫 79 其他兄弟姐妹 80 其他 81 伯父 82 伯母 83 叔父 84 婶母
            85 舅父 86 舅母 87 姨父 88 姨母 89 姑父 90 姑母 91 堂兄弟、堂姐妹 92 表兄弟、表姐妹 93 侄子 94 侄女 95 外甥 96 外甥女
            97 其他亲属 98 保姆 99 非亲属""", """
            02 户主 10 配偶 20 之子 30 之女 38 之儿媳 28 之女婿 41 之孙子 42 之孙女 43 之外孙子 44 之外孙女 51 之父 52 之母 55 之岳父
            56 之岳母 53 之公公 54 之婆婆 61 之祖父 62 之祖母 63 之外祖父 64 之外祖母 70 之兄弟姐妹 47 之曾孙子 48 之曾孙女 93 之侄儿
            94 之侄女 74 之兄弟媳妇 83 之叔伯 97 其他""");

    /** 学历代码, with the six words of the national system. */
    public static final CodeTable EDUCATION =
            new CodeTable("GB/T 4658-2006", """
            10 研究生教育 11 博士研究生毕业 12 博士研究生结业 13 博士研究生肄业 14 硕士研究生毕业 15 硕士研究生结业 16 硕士研究生肄业
            17 研究生班毕业 18 研究生班结业 19 研究生班肄业 20 大学本科 21 大学本科毕业 22 大学本科结业 23 大学本科肄业 28 大学普通班毕业
            30 专科教育 31 专科毕业 32 专科结业 33 专科肄业 40 中等职业教育 41 中等专科毕业 42 中等专科结业 43 中等专科肄业 44 职业高中毕业
            45 职业高中结业 46 职业高中肄业 47 技工学校毕业 48 技工学校结业 49 技工学校肄业 60 普通高级中学教育 61 普通高中毕业
            62 普通高中结业 63 普通高中肄业 70 初级中学教育 71 初中毕业 72 初中肄业 73 初中结业 80 小学教育 81 小学毕业 82 小学肄业
            83 小学结业 90 其他""", "20 本科及以上 30 大专 60 高中 70 初中 80 小学 90 文盲或半文盲");

    private final String standard;
    private final SequencedMap<String, String> words;
    private final SequencedMap<String, String> national;

    private CodeTable(String standard, String words, String national) {
        this.standard = standard;
        this.words = read(words);
        this.national = read(national);
    }

    public String standard() {
        return standard;
    }

    public SequencedMap<String, String> words() {
        return words;
    }

    public boolean has(String code) {
        return words.containsKey(code);
    }

    /** The standard's word; the code itself where the table has none. */
    public String word(String code) {
        return words.getOrDefault(code, code);
    }

    /** The national system's word for a code: its own one, that of the group the code lies in, or the standard's. */
    public String national(String code) {
        if (national.containsKey(code)) return national.get(code);
        if (this == EDUCATION && has(code)) return national.get(level(code));
        if (this == RELATION && has(code)) return national.getOrDefault(generation(code), "其他");
        return word(code);
    }

    /** The code behind two digits, a word of the standard or a word of the national system. */
    public Optional<String> code(String text) {
        var word = text.strip();
        if (has(word)) return Optional.of(word);
        return find(national, word).or(() -> find(words, word)).or(() -> find(words, word + "族")
                .filter(_ -> this == ETHNIC));
    }

    private static String level(String code) {
        return switch (code.charAt(0)) {
            case '1', '2' -> "20";
            case '3' -> "30";
            case '4', '5', '6' -> "60";
            case '7' -> "70";
            case '8' -> "80";
            default -> "90";
        };
    }

    /** The code that the national system writes for a finer one of the standard: 长子 is 之子 there. */
    private static String generation(String code) {
        return switch (code) {
            case "11", "12" -> "10";
            case "21", "22", "23", "24", "25", "26", "27", "29" -> "20";
            case "31", "32", "33", "34", "35", "36", "37", "39" -> "30";
            case "57" -> "51";
            case "58" -> "52";
            case "71", "73", "75", "77", "79" -> "70";
            case "72" -> "74";
            case "81", "85" -> "83";
            default -> "97";
        };
    }

    private static Optional<String> find(Map<String, String> table, String word) {
        return table.entrySet().stream()
                .filter(e -> e.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static SequencedMap<String, String> read(String text) {
        var table = new LinkedHashMap<String, String>();
        var parts = text.strip().split("\\s+");
        for (var i = 0; i + 1 < parts.length; i += 2) table.put(parts[i], parts[i + 1]);
        return java.util.Collections.unmodifiableSequencedMap(table);
    }
}
