package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.household.codes.Health;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.codes.StudentStatus;
import org.shouwang.household.registry.Limits;
import org.shouwang.household.registry.Rule;
import org.shouwang.household.roster.RosterFile.Line;

class RosterReaderTest {

    private static final String VILLAGE = "610727105208";
    private static final LocalDate ON = LocalDate.of(2021, 9, 7);
    private static final String HEAD = "999999196503121011";
    private static final String WIFE = "999999196808252020";
    private static final String CHILD = "999999201206154048";

    @Test
    void a_good_household_has_no_issue() {
        var h = read(head(), person(WIFE, "配偶"), child());
        assertThat(h.issues()).isEmpty();
        assertThat(h.groupCode()).isEqualTo(VILLAGE + "-Z02");
        assertThat(h.gridCode()).isEqualTo(VILLAGE + "-W001");
        assertThat(h.members()).extracting(m -> m.relation()).containsExactly("02", "10", "20");
        assertThat(h.members().get(2).student()).isEqualTo(StudentStatus.PRIMARY);
        assertThat(h.members().get(2).person().birthDate()).isEqualTo("2012-06-15");
        assertThat(h.members().getFirst().person().sex()).isEqualTo("1");
    }

    @Test
    void the_second_child_is_understood_by_its_everyday_word() {
        assertThat(read(head(), with(child(), Column.RELATION, "二女"))
                        .members()
                        .get(1)
                        .relation())
                .isEqualTo("33");
        assertThat(read(head(), with(child(), Column.RELATION, "二子"))
                        .members()
                        .get(1)
                        .relation())
                .isEqualTo("23");
    }

    @Test
    void the_households_columns_may_stand_on_its_first_line_only() {
        var wife = person(WIFE, "配偶");
        for (var column : Column.values()) if (column.household()) wife.remove(column);
        assertThat(read(head(), wife).issues()).isEmpty();
    }

    @Test
    void but_they_may_not_differ() {
        assertThat(issues(head(), with(person(WIFE, "配偶"), Column.GROUP, "3"))).containsExactly("3 组 VALUE_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource({
        "RELATION, 邻居, 与户主关系 WORD_UNKNOWN",
        "LABOUR, 很强, 劳动技能 WORD_UNKNOWN",
        "HEALTH, '残疾,好', 健康状况 WORD_UNKNOWN",
        "HEALTH, '健康,残疾', 健康状况 HEALTH_CONTRADICTION",
        "BIRTH_DATE, 1968-02-30, 出生日期 NOT_A_DATE",
        "BIRTH_DATE, 1968-08-26, 出生日期 BIRTH_MISMATCH",
        "ID_NO, 999999196808252021, 证件号码 ID_CHECKSUM",
        "ID_NO, 9999991968082520, 证件号码 ID_LENGTH",
        "ID_NO, 9.99999E+17, 证件号码 ID_AS_NUMBER",
        "ID_NO, 999999196813252020, 证件号码 ID_DATE",
        "WORK_MONTHS, 6, 务工时间（月） WORK_INCOMPLETE",
        "WORK_MONTHS, 半年, 务工时间（月） NOT_A_NUMBER",
        "MEMBER_PHONE, 12345, 联系电话 PHONE_LENGTH",
        "DIBAO, 也许, 是否享受低保 WORD_UNKNOWN",
        "DIBAO_CLASS, A, 是否享受低保 DIBAO_CLASS_ALONE",
        "DIBAO_CLASS, Z, 低保档次 WORD_UNKNOWN",
        "SEX, 男, 性别 SEX_MISMATCH",
        "STUDENT, 小学, 文化程度 EDUCATION_XOR_STUDENT",
        "STATUS, 自然减少, 状态 PERSON_LEFT",
        "POST_MONTHS, 3, 公益性岗位（月数） POST_INCOMPLETE",
        "DISABILITY_NO, 12, 残疾人证号 DISABILITY_NUMBER",
        "RESIDENT_MEDICAL, 否, INSURANCE_CHOICE"
    })
    void a_cell_that_is_wrong_is_named(Column column, String text, String expected) {
        assertThat(issues(head(), with(person(WIFE, "配偶"), column, text)))
                .anyMatch(i -> i.startsWith("3 ") && i.endsWith(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCATION, 河边, 家庭位置 LOCATION_FORMAT",
        "LOCATION, '106.1,73.5', 家庭位置 GEO_RANGE",
        "LATITUDE, 33.3, 经度 GEO_RANGE",
        "STANDING, 富户, 保障身份 WORD_UNKNOWN",
        "STANDING, 残疾户, 保障身份 STANDING_DIFFERS",
        "RELOCATED, 大概, 是否易地扶贫搬迁户 WORD_UNKNOWN"
    })
    void so_is_one_of_the_household(Column column, String text, String expected) {
        assertThat(issues(head(), with(person(WIFE, "配偶"), column, text))).containsExactly("2 " + expected);
    }

    @Test
    void a_household_without_its_type_and_a_text_beyond_its_length_are_named() {
        var head = head();
        head.remove(Column.REGISTERED_TYPE);
        assertThat(issues(head)).containsExactly("2 户类型 VALUE_EMPTY");
        assertThat(issues(with(head(), Column.ADDRESS, "长".repeat(200)))).isEmpty();
        assertThat(issues(with(head(), Column.ADDRESS, "长".repeat(201)))).containsExactly("2 家庭住址 TEXT_TOO_LONG");
    }

    @Test
    void a_place_is_read_from_one_column_or_from_two() {
        assertThat(read(with(head(), Column.LOCATION, "北纬33.327°，东经106.156°"))
                        .details()
                        .longitude())
                .isEqualByComparingTo("106.156");
        var both = with(with(head(), Column.LONGITUDE, "106.2"), Column.LATITUDE, "33.3");
        assertThat(issues(with(both, Column.LOCATION, "106.2,33.3"))).isEmpty();
        assertThat(issues(with(both, Column.LOCATION, "106.1,33.3"))).containsExactly("2 家庭位置 LOCATION_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, NAME_EMPTY",
        "ID_NO, ID_EMPTY",
        "RELATION, RELATION_UNKNOWN",
        "HEALTH, HEALTH_EMPTY",
        "LABOUR, LABOUR_EMPTY",
        "EDUCATION, EDUCATION_XOR_STUDENT"
    })
    void a_cell_that_is_missing_is_named(Column column, String rule) {
        var wife = person(WIFE, "配偶");
        wife.remove(column);
        assertThat(issues(head(), wife)).contains("3 " + column.header() + " " + rule);
    }

    @Test
    void a_household_needs_one_head_and_at_most_one_spouse() {
        assertThat(issues(person(WIFE, "配偶"))).contains("2 与户主关系 HEAD_COUNT");
        assertThat(issues(head(), person(WIFE, "户主"))).contains("2 与户主关系 HEAD_COUNT");
        assertThat(issues(head(), person(WIFE, "配偶"), person("999999199001013030", "妻子")))
                .contains("2 与户主关系 SPOUSE_COUNT");
    }

    @Test
    void the_second_line_of_a_person_is_the_wrong_one() {
        var h = read(head(), person(WIFE, "配偶"), person(WIFE, "之女"));
        assertThat(h.issues()).anySatisfy(i -> {
            assertThat(i.rule()).isEqualTo(Rule.ID_DUPLICATE);
            assertThat(i.row()).isEqualTo(4);
            assertThat(i.hint()).isEqualTo("第3行");
        });
        assertThat(h.issues()).hasSize(1);
    }

    @Test
    void groups_and_grids_are_understood_as_people_write_them() {
        for (var text : List.of("2", "02", "2组", "二组", "第二村民小组", "Z02", VILLAGE + "-Z02"))
            assertThat(read(with(head(), Column.GROUP, text)).groupCode()).isEqualTo(VILLAGE + "-Z02");
        assertThat(read(with(head(), Column.GROUP, "十二组")).groupCode()).isEqualTo(VILLAGE + "-Z12");
        assertThat(issues(with(head(), Column.GROUP, "河边"))).containsExactly("2 组 CODE_FORMAT");
        assertThat(issues(with(head(), Column.GROUP, "610727105209-Z01"))).containsExactly("2 组 CODE_FORMAT");
    }

    @Test
    void standing_aid_is_said_or_not_said() {
        var h = read(
                with(with(head(), Column.DIBAO, "是"), Column.DIBAO_CLASS, "b档"),
                with(person(WIFE, "配偶"), Column.DIBAO, "否"),
                child());
        assertThat(h.tags().get(SecurityTag.DIBAO).values())
                .containsExactly(new RosterHousehold.Says(true, "B"), new RosterHousehold.Says(false, null));
        assertThat(h.tags()).doesNotContainKey(SecurityTag.TEKUN);
    }

    @Test
    void the_standing_of_the_household_gives_way_to_what_is_said_of_a_person() {
        var h = read(
                with(with(head(), Column.STANDING, "低保B档"), Column.DIBAO, "是"),
                with(person(WIFE, "配偶"), Column.DIBAO, "否"));
        assertThat(h.issues()).isEmpty();
        assertThat(h.standing()).containsOnlyKeys(SecurityTag.TEKUN, SecurityTag.DIBAO_EDGE);
        assertThat(h.tags().get(SecurityTag.DIBAO).values())
                .containsExactly(new RosterHousehold.Says(true, "B"), new RosterHousehold.Says(false, null));
        assertThat(issues(with(with(head(), Column.STANDING, "无"), Column.DIBAO, "是")))
                .containsExactly("2 保障身份 STANDING_DIFFERS");
        var alone = read(with(with(head(), Column.STANDING, "低保"), Column.DIBAO_CLASS, "C"));
        assertThat(alone.issues()).isEmpty();
        assertThat(alone.tags().get(SecurityTag.DIBAO).values()).containsExactly(new RosterHousehold.Says(true, "C"));
    }

    @Test
    void who_has_left_is_shown_and_not_read() {
        var h = read(head(), with(person(WIFE, "配偶"), Column.STATUS, "自然减少"));
        assertThat(h.good()).isTrue();
        assertThat(h.members()).hasSize(1);
        assertThat(issues(with(head(), Column.STATUS, "自然减少"))).contains("2 与户主关系 MEMBERS_EMPTY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "户编号 户编号（国家平台） 村 小组 网格 户主 家庭住址 自然村 户联系电话 家庭位置 户类型 监测对象类别 保障身份 整户无劳动能力兜底保障户 易地扶贫搬迁 安置点 常住人口 户籍人口 军烈属 信息采集人 监测联系人 信息采集人电话 监测联系人电话",
                "人口编号 姓名 性别 证件类型 证件号码 出生日期 民族 与户主关系 政治面貌 文化程度 在校生状况 失学或辍学原因 健康状况 劳动技能 务工所在地 务工时间（月） 是否国外务工 务工企业名称 公益性岗位类型 公益性岗位(月数) 是否会讲普通话",
                "是否参加城乡居民基本医疗保险 是否参加城镇职工基本医疗保险 是否参加大病保险 是否参加商业补充医疗保险 是否参加城乡居民基本养老保险 是否参加城镇职工基本养老保险 是否享受低保 是否特困供养人员 是否易地扶贫搬迁人口 是否接受医疗救助 残疾类别 残疾证办证年度 联系电话 状态"
            })
    void every_column_of_the_households_and_the_members_forms_is_known(String headers) {
        assertThat(headers.split(" "))
                .allSatisfy(header -> assertThat(Column.of(header)).isPresent());
    }

    @Test
    void a_disability_card_is_put_together_from_its_parts() {
        var cells = with(
                with(with(head(), Column.HEALTH, "残疾、长期慢性病"), Column.DISABILITY_KIND, "肢体残疾"),
                Column.DISABILITY_LEVEL,
                "二级");
        var person = read(cells).members().getFirst().person();
        assertThat(person.disability()).isEqualTo(HEAD + "42");
        assertThat(person.health()).containsExactly(Health.DISABLED, Health.CHRONIC);
        var completed = read(with(cells, Column.DISABILITY_NO, HEAD))
                .members()
                .getFirst()
                .person();
        assertThat(completed.disability()).isEqualTo(HEAD + "42");
        var whole = read(with(cells, Column.DISABILITY_NO, HEAD + "31"))
                .members()
                .getFirst()
                .person();
        assertThat(whole.disability()).isEqualTo(HEAD + "31");
    }

    @Test
    void no_issue_repeats_what_stands_in_a_cell() {
        var secret = "隐私内容";
        for (var column : Column.values())
            assertThat(read(head(), with(person(WIFE, "配偶"), column, secret))
                            .issues()
                            .toString())
                    .doesNotContain(secret);
    }

    @Test
    void the_header_may_stand_below_titles_and_in_any_order() {
        assertThat(Header.isHeader(new Line(1, List.of("青岗坪村花名册")))).isFalse();
        var line = new Line(
                3,
                List.of("证件号码", "户编号", "姓 名", "户类型", "健康状况", "劳动能力", "文化程度", "在校生状况", "与户主的关系", "备注", "鞋码", "务工时间(月)"));
        assertThat(Header.isHeader(line)).isTrue();
        var header = Header.of(line, true);
        assertThat(header.issues()).singleElement().satisfies(i -> assertThat(i.column())
                .isEqualTo("鞋码"));
        assertThat(header.read(new Line(4, List.of("", " 7 ", "甲")))
                        .orElseThrow()
                        .cells())
                .isEqualTo(Map.of(Column.HOUSEHOLD_NO, "7", Column.NAME, "甲", Column.WORK_MONTHS, "0"));
        assertThat(header.read(new Line(5, List.of("", "", "", "", "", "", "", "", "", "合计"))))
                .isEmpty();
    }

    @Test
    void who_leaves_both_medical_insurances_blank_is_asked() {
        var header = Header.of(
                new Line(
                        1,
                        List.of(
                                "证件号码",
                                "户编号",
                                "姓名",
                                "户类型",
                                "健康状况",
                                "劳动技能",
                                "文化程度",
                                "在校生状况",
                                "与户主关系",
                                "是否参加城乡居民基本医疗保险",
                                "是否参加城镇职工基本医疗保险",
                                "是否参加大病保险")),
                true);
        var line = new ArrayList<>(List.of(HEAD, "1", "甲", "脱贫户", "健康", "普通劳动力", "初中", "", "户主", "", "", ""));
        var blank = header.read(new Line(2, line)).orElseThrow().cells();
        assertThat(issues(blank)).containsExactly("2 是否参加城乡居民基本医疗保险 INSURANCE_UNANSWERED");
        assertThat(read(blank).members().getFirst().insurances()).isNull();
        line.set(11, "是");
        assertThat(issues(header.read(new Line(2, line)).orElseThrow().cells()))
                .anyMatch(i -> i.endsWith("INSURANCE_CHOICE"));
        line.set(9, "是");
        assertThat(issues(header.read(new Line(2, line)).orElseThrow().cells())).isEmpty();
    }

    @Test
    void a_header_without_the_village_asks_for_it() {
        var line = new Line(1, List.of("证件号码", "户编号", "姓名", "户类型", "健康状况", "劳动技能", "文化程度", "在校生状况", "与户主关系"));
        assertThatThrownBy(() -> Header.of(line, false)).hasMessage("COLUMN_MISSING: 村代码");
        var twice = new ArrayList<>(line.cells());
        twice.add("身份证号");
        assertThatThrownBy(() -> Header.of(new Line(1, twice), true)).hasMessage("COLUMN_TWICE: 证件号码");
    }

    @Test
    void lines_belong_together_by_number_by_sequence_or_below_their_head() {
        var keys = new Keys(VILLAGE);
        assertThat(keys.of(row(1, Map.of(Column.RELATION, "户主")))).isEmpty();
        assertThat(keys.of(row(2, Map.of(Column.HOUSEHOLD_NO, "9", Column.RELATION, "户主"))))
                .hasValue("no:9");
        assertThat(keys.of(row(3, Map.of(Column.RELATION, "配偶")))).hasValue("no:9");
        assertThat(keys.of(row(4, Map.of(Column.HOUSEHOLD_SEQ, "1")))).hasValue("seq:" + VILLAGE + ":1");
        assertThat(keys.of(row(5, Map.of(Column.RELATION, "户主")))).isEmpty();
        assertThat(keys.of(row(6, Map.of(Column.RELATION, "之子")))).isEmpty();
        assertThat(keys.of(row(7, Map.of(Column.HOUSEHOLD_NO, "9")))).hasValue("no:9");
    }

    private static Map<Column, String> head() {
        return person(HEAD, "户主");
    }

    private static Map<Column, String> child() {
        var child = person(CHILD, "之子");
        child.remove(Column.EDUCATION);
        child.put(Column.STUDENT, "小学");
        child.put(Column.LABOUR, "无劳动力");
        return child;
    }

    private static Map<Column, String> person(String number, String relation) {
        return new EnumMap<>(Map.of(
                Column.HOUSEHOLD_NO,
                "1",
                Column.REGISTERED_TYPE,
                "脱贫户",
                Column.GROUP,
                "2",
                Column.GRID,
                "1",
                Column.NAME,
                "甲",
                Column.ID_NO,
                number,
                Column.RELATION,
                relation,
                Column.HEALTH,
                "健康",
                Column.LABOUR,
                "普通劳动力",
                Column.EDUCATION,
                "初中"));
    }

    private static Map<Column, String> with(Map<Column, String> cells, Column column, String text) {
        cells.put(column, text);
        return cells;
    }

    @SafeVarargs
    private static List<String> issues(Map<Column, String>... people) {
        return read(people).issues().stream()
                .map(i -> i.row() + " " + i.column() + " " + i.rule().name())
                .toList();
    }

    /** Lines from row 2 on. */
    @SafeVarargs
    private static RosterHousehold read(Map<Column, String>... people) {
        var rows = new ArrayList<RosterRow>();
        for (var cells : people) rows.add(row(rows.size() + 2, cells));
        return new RosterReader(VILLAGE, ON, Limits.USUAL, n -> n).read("no:1", Keys.household("no:1"), rows);
    }

    private static RosterRow row(int row, Map<Column, String> cells) {
        return new RosterRow(row, cells);
    }
}
