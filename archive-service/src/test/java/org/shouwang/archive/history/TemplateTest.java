package org.shouwang.archive.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;
import org.shouwang.archive.document.DocumentKinds.Retention;
import org.shouwang.eventsourcing.journal.Json;

class TemplateTest {

    private static final Words WORDS =
            new Words("words.txt", List.of(new DocumentKind("DOC_PHOTO", "相片", "photo", Retention.Y10)));

    private static String tell(Language language, String template, String event) throws JsonProcessingException {
        var members = Members.of(List.of(
                Json.MAPPER.readTree("{\"members\":[{\"memberId\":\"a\"},{\"memberId\":\"b\"}]}"),
                Json.MAPPER.readTree("{\"member\":{\"memberId\":\"c\"}}"),
                Json.MAPPER.readTree("{\"memberId\":\"a\",\"member\":{\"memberId\":\"a\"}}")));
        return new Template(template)
                .render(
                        Json.MAPPER.readTree(event),
                        new Template.Context(language, WORDS, members, Map.of("610727105208", "徐家坪镇青岗坪村委会")));
    }

    private static String zh(String template, String event) throws JsonProcessingException {
        return tell(Language.ZH, template, event);
    }

    @Test
    void places_are_filled_in_as_a_reader_writes_them() throws JsonProcessingException {
        var event = "{\"on\":\"2021-11-03\",\"from\":\"2020-11\",\"net\":4860.0,\"late\":true,\"n\":5}";
        assertThat(zh("{on} {from} {net:yuan} {late} {n}", event)).isEqualTo("2021年11月3日 2020年11月 4860.00元 是 5");
        assertThat(tell(Language.EN, "{on} {from} {net:yuan} {late}", event))
                .isEqualTo("2021-11-03 2020-11 4860.00 yuan yes");
    }

    @Test
    void codes_become_words_and_lists_are_joined() throws JsonProcessingException {
        assertThat(zh("{risks:risk}", "{\"risks\":[\"01\",\"07\"]}")).isEqualTo("因病、因务工就业不稳");
        assertThat(tell(Language.EN, "{risks:risk}", "{\"risks\":[\"01\",\"xx\"]}"))
                .isEqualTo("illness, xx");
        assertThat(zh("{items.result:safeguard}", "{\"items\":[{\"result\":\"PASS\"},{\"result\":\"FAIL\"}]}"))
                .isEqualTo("达标、不达标");
        assertThat(zh("{documents}", "{\"documents\":[{\"kind\":\"DOC_PHOTO\",\"sha256\":\"0\"}]}"))
                .isEqualTo("相片");
        assertThat(zh("{risks:count}", "{\"risks\":[\"01\",\"07\"]}")).isEqualTo("2");
    }

    @Test
    void members_are_called_by_the_order_in_which_they_came() throws JsonProcessingException {
        assertThat(zh("{who:member}", "{\"who\":[\"c\",\"a\",\"?\"]}")).isEqualTo("成员3、成员1、一名成员");
        assertThat(tell(Language.EN, "{who:member}", "{\"who\":\"b\"}")).isEqualTo("member 2");
    }

    @Test
    void what_is_not_there_is_left_out_or_said_so() throws JsonProcessingException {
        assertThat(zh("核查[，原因：{reason}][，{a.b}]。", "{\"reason\":null,\"a\":{}}"))
                .isEqualTo("核查。");
        assertThat(zh("核查[，原因：{reason}]。", "{\"reason\":\"复核\"}")).isEqualTo("核查，原因：复核。");
        assertThat(zh("核查[，风险{risks:risk}]。", "{\"risks\":[]}")).isEqualTo("核查。");
        assertThat(zh("{reason}", "{\"reason\":\" \"}")).isEqualTo("（未填）");
    }

    @Test
    void parts_depend_on_conditions() throws JsonProcessingException {
        var template = "[?ok 同意][!ok 不同意][?n （{n}）]";
        assertThat(zh(template, "{\"ok\":true}")).isEqualTo("同意");
        assertThat(zh(template, "{\"ok\":false,\"n\":2}")).isEqualTo("不同意（2）");
        assertThat(zh(template, "{}")).isEqualTo("不同意");
    }

    @Test
    void areas_are_called_by_town_and_village() throws JsonProcessingException {
        assertThat(zh("{a:area}、{b:area}", "{\"a\":\"610727105208\",\"b\":\"610727105209\"}"))
                .isEqualTo("徐家坪镇青岗坪村委会、610727105209");
        var known = Map.of(
                "610727105000", "徐家坪镇", "610727105208", "青岗坪村委会", "610727105208-Z01", "一组", "610727000000", "略阳县");
        assertThat(AreaNames.full(
                        Set.of("610727105208-Z01", "610727105208", "610727105000", "610727000000", "610727105999"),
                        known))
                .containsOnly(
                        Map.entry("610727105208-Z01", "徐家坪镇青岗坪村委会一组"),
                        Map.entry("610727105208", "徐家坪镇青岗坪村委会"),
                        Map.entry("610727105000", "徐家坪镇"),
                        Map.entry("610727000000", "略阳县"));
    }

    @Test
    void a_group_or_grid_without_a_name_is_called_by_its_number() throws JsonProcessingException {
        var event = "{\"group\":\"610727105208-Z04\",\"grid\":\"610727105208-W004\",\"strange\":\"610727105209-Z01\"}";
        assertThat(zh("{group:area}、{grid:area}、{strange:area}", event))
                .isEqualTo("徐家坪镇青岗坪村委会村民小组Z04、徐家坪镇青岗坪村委会网格W004、610727105209村民小组Z01");
        assertThat(tell(Language.EN, "{group:area}, {grid:area}", event))
                .isEqualTo("group Z04 of 徐家坪镇青岗坪村委会, grid W004 of 徐家坪镇青岗坪村委会");
    }

    @Test
    void each_element_of_a_list_is_told() throws JsonProcessingException {
        var event =
                "{\"items\":[{\"indicator\":\"FOOD\",\"result\":\"PASS\"},{\"indicator\":\"WATER\",\"result\":\"FAIL\"}]}";
        assertThat(zh("核查：[*items {indicator:indicator}{result:safeguard}]。", event))
                .isEqualTo("核查：不愁吃达标、饮水安全不达标。");
        assertThat(zh("核查：[*items {indicator}]。", "{}")).isEqualTo("核查：。");
        assertThat(new Template("[*items {indicator:indicator}]").places())
                .containsExactly(new Template.Part.Place("items.indicator", "indicator"));
    }

    @Test
    void an_unclosed_place_is_found_at_once() {
        assertThatThrownBy(() -> new Template("{a")).hasMessageContaining("unclosed");
    }
}
