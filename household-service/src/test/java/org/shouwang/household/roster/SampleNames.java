package org.shouwang.household.roster;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Invents names as they were given in each generation, and numbers of area 999999, which does not exist. */
final class SampleNames {

    private static final String[] SURNAMES =
            "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 邓 冯 韩 曹 曾 彭 萧 蔡 潘 田 董 袁 于 余 叶 蒋 杜 苏 魏 程 吕 丁 沈 任 姚 卢 傅 钟 姜 崔 谭 廖 范 汪 陆 金 石 戴 贾 韦 夏 邱 方 侯 邹 熊 孟 秦 白 江 阎 薛 尹 段 雷 黎 史 龙 陶 贺 顾 毛 郝 龚 邵 万 钱 严 覃 武 戚 莫 孔 向 汤"
                    .split(" ");
    private static final String[] OLD_MEN = "德 福 贵 财 有 万 长 永 正 国 明 清 光 世 天 志 文 玉 金 银 成 兴 怀 吉".split(" ");
    private static final String[] OLD_MEN_2 = "贵 财 福 禄 寿 林 山 全 发 义 忠 才 元 顺 安 成 民 荣 堂 春 生 祥 海 银".split(" ");
    private static final String[] OLD_WOMEN = "秀 桂 玉 素 菊 翠 兰 金 银 凤 淑 春 月 香 彩 莲 巧 腊".split(" ");
    private static final String[] OLD_WOMEN_2 = "英 兰 珍 芳 莲 梅 花 香 娥 芝 琴 菊 秀 云 霞 芬 清 华".split(" ");
    private static final String[] MEN = "建 军 志 海 小 永 伟 立 宏 新 晓 俊 文 国 卫 红 少 明 庆 向".split(" ");
    private static final String[] MEN_2 = "军 平 强 华 斌 勇 林 涛 刚 明 峰 成 东 民 生 兵 义 伟 宏 春".split(" ");
    private static final String[] WOMEN = "小 晓 红 丽 海 雪 艳 春 燕 玉 建 秀 亚 文 彩 慧 琳 素".split(" ");
    private static final String[] WOMEN_2 = "霞 丽 燕 梅 芳 娟 玲 红 艳 萍 琴 英 莉 敏 娜 侠 芬 利".split(" ");
    private static final String[] BOYS =
            "浩然 子轩 宇航 俊杰 嘉豪 博文 梓豪 一鸣 文博 昊天 佳乐 鑫磊 志远 子涵 明轩 泽宇 家明 小龙 天佑 皓轩 晨阳 锦程 思远 云鹏 瑞泽 宇轩 家豪 子墨 书豪 启航".split(" ");
    private static final String[] GIRLS =
            "梓涵 欣怡 雨桐 佳怡 思雨 诗涵 子萱 雨欣 梦瑶 若曦 可欣 语嫣 佳琪 雅静 紫萱 心怡 晓雯 婉婷 静怡 思琪 玉洁 乐瑶 诗雨 慧敏 依诺 嘉怡 雪妍 芷晴 馨月 悦然".split(" ");

    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    SampleNames(Random random) {
        this.random = random;
    }

    String surname() {
        return pick(SURNAMES);
    }

    /** No two people of the village have the same name. */
    String name(String surname, boolean male, LocalDate born) {
        while (true) {
            var name = surname + given(male, born.getYear());
            if (names.add(name)) return name;
        }
    }

    private String given(boolean male, int year) {
        if (year >= 1998) return pick(male ? BOYS : GIRLS);
        if (year >= 1972)
            return (random.nextInt(4) == 0 ? "" : pick(male ? MEN : WOMEN)) + pick(male ? MEN_2 : WOMEN_2);
        return pick(male ? OLD_MEN : OLD_WOMEN) + pick(male ? OLD_MEN_2 : OLD_WOMEN_2);
    }

    String number(LocalDate born, boolean male) {
        while (true) {
            var sequence = 1 + random.nextInt(499);
            var first = "999999%04d%02d%02d%03d"
                    .formatted(
                            born.getYear(), born.getMonthValue(), born.getDayOfMonth(), 2 * sequence + (male ? 1 : 0));
            if (numbers.add(first)) return first + check(first);
        }
    }

    static char check(String first) {
        var weights = new int[] {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += weights[i] * (first.charAt(i) - '0');
        return "10X98765432".charAt(sum % 11);
    }

    String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
