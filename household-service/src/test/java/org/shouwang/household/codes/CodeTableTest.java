package org.shouwang.household.codes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTableTest {

    @Test
    void tables_hold_what_their_standards_hold() {
        assertThat(CodeTable.SEX.words()).hasSize(4).containsEntry("1", "男").containsEntry("2", "女");
        assertThat(CodeTable.ETHNIC.words())
                .hasSize(58)
                .containsEntry("01", "汉族")
                .containsEntry("08", "壮族")
                .containsEntry("56", "基诺族");
        assertThat(CodeTable.RELATION.words())
                .hasSize(85)
                .containsEntry("02", "户主")
                .containsEntry("38", "儿媳")
                .containsEntry("99", "非亲属");
        assertThat(CodeTable.EDUCATION.words()).containsEntry("70", "初级中学教育").containsEntry("90", "其他");
        assertThat(CodeTable.RELATION.standard()).isEqualTo("GB/T 4761-2008");
    }

    @Test
    void codes_are_found_by_digits_by_the_standards_word_and_by_the_national_word() {
        assertThat(CodeTable.RELATION.code("02")).contains("02");
        assertThat(CodeTable.RELATION.code(" 户主 ")).contains("02");
        assertThat(CodeTable.RELATION.code("之子")).contains("20");
        assertThat(CodeTable.RELATION.code("长子")).contains("22");
        assertThat(CodeTable.RELATION.code("之侄儿")).contains("93");
        assertThat(CodeTable.RELATION.code("其他")).contains("97");
        assertThat(CodeTable.RELATION.code("之友")).isEmpty();
        assertThat(CodeTable.EDUCATION.code("初中")).contains("70");
        assertThat(CodeTable.ETHNIC.code("汉")).contains("01");
        assertThat(CodeTable.ETHNIC.code("汉族")).contains("01");
    }

    @Test
    void every_code_has_a_word_of_the_national_system() {
        assertThat(CodeTable.RELATION.national("22")).isEqualTo("之子");
        assertThat(CodeTable.RELATION.national("11")).isEqualTo("配偶");
        assertThat(CodeTable.RELATION.national("47")).isEqualTo("之曾孙子");
        assertThat(CodeTable.RELATION.national("99")).isEqualTo("其他");
        assertThat(CodeTable.EDUCATION.national("21")).isEqualTo("本科及以上");
        assertThat(CodeTable.EDUCATION.national("33")).isEqualTo("大专");
        assertThat(CodeTable.EDUCATION.national("47")).isEqualTo("高中");
        assertThat(CodeTable.EDUCATION.national("72")).isEqualTo("初中");
        assertThat(CodeTable.EDUCATION.national("82")).isEqualTo("小学");
        assertThat(CodeTable.EDUCATION.national("90")).isEqualTo("文盲或半文盲");
    }

    @Test
    void national_words_go_there_and_back() {
        for (var word : new String[] {
            "户主", "配偶", "之子", "之女", "之儿媳", "之女婿", "之孙子", "之孙女", "之外孙子", "之外孙女", "之父", "之母", "之岳父", "之岳母", "之公公", "之婆婆",
            "之祖父", "之祖母", "之外祖父", "之外祖母", "之兄弟姐妹", "之曾孙子", "之曾孙女", "之侄儿", "之侄女", "之兄弟媳妇", "之叔伯", "其他"
        })
            assertThat(CodeTable.RELATION.code(word).map(CodeTable.RELATION::national))
                    .as(word)
                    .contains(word);
    }

    @Test
    void words_of_enums_are_found_by_word_and_by_name() {
        assertThat(Word.of(Labour.class, "弱劳动力或半劳动力")).contains(Labour.WEAK);
        assertThat(Word.of(Labour.class, "WEAK")).contains(Labour.WEAK);
        assertThat(Word.of(Labour.class, "弱")).isEmpty();
        assertThat(Word.of(StudentStatus.class, "中职二年级")).contains(StudentStatus.VOCATIONAL_2);
        assertThat(StudentStatus.values()).filteredOn(StudentStatus::compulsory).hasSize(4);
        assertThat(Labour.values()).filteredOn(Labour::works).hasSize(3);
    }
}
