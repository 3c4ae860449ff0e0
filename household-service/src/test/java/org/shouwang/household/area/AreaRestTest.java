package org.shouwang.household.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

@QuarkusTest
@WithTestResource(Servers.class)
class AreaRestTest {

    private static final String AREAS = "/household/areas";

    @BeforeEach
    void areas() {
        Village.areas();
    }

    @Test
    void a_table_comes_in_once() {
        var table = "code,name\n"
                + IntStream.range(1, 60)
                        .mapToObj(
                                i -> "6109%02d000000,某县%d\n6109%02d100000,某镇\n6109%02d100201,某村".formatted(i, i, i, i))
                        .collect(Collectors.joining("\n"));
        upload(table.getBytes(StandardCharsets.UTF_8))
                .body("read", is(177))
                .body("added", is(177))
                .body("unchanged", is(0));
        upload(table.getBytes(StandardCharsets.UTF_8))
                .body("read", is(177))
                .body("added", is(0))
                .body("unchanged", is(177));
        upload(table.replace("某县7\n", "某市\n").getBytes(StandardCharsets.UTF_8))
                .body("renamed", is(1))
                .body("unchanged", is(176));
        as("grid-member")
                .queryParam("parent", "610907000000")
                .get(AREAS)
                .then()
                .body("items.code", contains("610907100000"));
        as("grid-member")
                .queryParam("prefix", "6109")
                .queryParam("level", "COUNTY")
                .queryParam("limit", 100)
                .get(AREAS)
                .then()
                .body("items", hasSize(59));
    }

    @Test
    void a_packed_table_comes_in_too_with_a_byte_order_mark() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("\uFEFFcode,name\r\n610801000000,某县\r\n".getBytes(StandardCharsets.UTF_8));
        }
        upload(bytes.toByteArray()).body("added", anyOf(is(1), is(0)));
        as("auditor")
                .get(AREAS + "/610801000000")
                .then()
                .statusCode(200)
                .body("area.name", is("某县"))
                .body("area.levelZh", is("县"));
    }

    @Test
    void a_table_with_mistakes_leaves_nothing_behind() {
        refused(
                        "code,name\n610802000000,某县\n61080200000,短\n610802100000,\n610802100000,甲\n610802100000,乙\n620000000000,甘肃省"
                                .getBytes(StandardCharsets.UTF_8))
                .body(
                        "details",
                        contains("line 3: CODE", "line 4: NAME", "line 6: CODE_TWICE", "line 7: AREA_OUT_OF_SCOPE"));
        as("auditor").get(AREAS + "/610802000000").then().statusCode(404).body("code", is("AREA_UNKNOWN"));
        refused("区,名\n1,2".getBytes(StandardCharsets.UTF_8)).body("details", contains("line 1: HEADER"));
        refused("code,name\n".getBytes(StandardCharsets.UTF_8)).body("details", contains("line 1: EMPTY"));
        refused("code,name\n610802000000,某县".getBytes(Charset.forName("GB18030")))
                .body("details", contains("ENCODING"));
        refused(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3}).body("details", contains("UNREADABLE"));
        refused("code,name\n610802000000,\"某县".getBytes(StandardCharsets.UTF_8))
                .body("details", contains("UNREADABLE"));
    }

    @Test
    void the_class_of_a_villages_unit_is_kept_and_its_kind_follows_from_the_code() {
        upload(
                        "代码,名称,城乡分类\n610503000000,某县,\n610503001000,某街道,\n610503001002,某社区,111\n610503200000,某乡,\n610503200201,某村,220\n"
                                .getBytes(StandardCharsets.UTF_8))
                .body("added", is(5))
                .body("classified", is(2))
                .body("unchanged", is(0));
        upload("code,name,class\n610503001002,某社区,112\n610503200201,某村,220\n".getBytes(StandardCharsets.UTF_8))
                .body("added", is(0))
                .body("classified", is(1))
                .body("unchanged", is(1));
        upload("code,name\n610503001002,某社区\n610503200201,某村\n".getBytes(StandardCharsets.UTF_8))
                .body("unchanged", is(2));
        as("auditor")
                .queryParam("prefix", "610503")
                .get(AREAS)
                .then()
                .statusCode(200)
                .body("items.kindZh", contains(null, "街道", "居民委员会", "乡", "村民委员会"))
                .body("items.urbanClass", contains(null, null, "112", null, "220"))
                .body("items.urbanClassZh", contains(null, null, "城乡结合区", null, "村庄"));
        refused("code,name,class\n610503000000,某县,220\n610503200201,某村,113\n".getBytes(StandardCharsets.UTF_8))
                .body("details", contains("line 2: CLASS", "line 3: CLASS"));
    }

    @Test
    void only_the_administrator_imports() {
        as("town-operator")
                .contentType("text/csv")
                .body("code,name\n")
                .post(AREAS + "/imports")
                .then()
                .statusCode(403);
        as("sys-admin")
                .contentType("application/json")
                .body("{}")
                .post(AREAS + "/imports")
                .then()
                .statusCode(415);
    }

    @Test
    void search_by_name_and_the_path_to_it() {
        as("village-head")
                .queryParam("name", "青岗")
                .get(AREAS)
                .then()
                .body("items.code", contains("610727105208"))
                .body("items[0].level", is("VILLAGE"));
        as("village-head").queryParam("name", "%").get(AREAS).then().body("items", empty());
        as("village-head")
                .get(AREAS + "/610727105208")
                .then()
                .body("path.name", contains("陕西省", "汉中市", "略阳县", "徐家坪镇", "青岗坪村"));
        as("village-head").get(AREAS + "/61").then().statusCode(400);
        var first = as("village-head")
                .queryParam("prefix", "610727")
                .queryParam("limit", 2)
                .get(AREAS)
                .then()
                .extract()
                .jsonPath();
        assertThat(first.getList("items.code")).containsExactly("610727000000", "610727101000");
        as("village-head")
                .queryParam("prefix", "610727")
                .queryParam("after", first.getString("next"))
                .get(AREAS)
                .then()
                .body("items[0].code", is("610727101201"));
    }

    @Test
    void a_name_is_found_by_any_part_of_it_those_that_begin_with_it_first() {
        upload("code,name\n610601000000,丙水丁县\n610601100000,水丁镇\n610601100201,上水丁村\n610601100202,水丁水丁村\n"
                .getBytes(StandardCharsets.UTF_8));
        var expected = List.of("610601100000", "610601100202", "610601000000", "610601100201");
        as("auditor").queryParam("name", "水丁").get(AREAS).then().body("items.code", is(expected), "next", nullValue());
        as("auditor")
                .queryParam("name", "水丁")
                .queryParam("level", "VILLAGE")
                .get(AREAS)
                .then()
                .body("items.code", contains("610601100202", "610601100201"));
        for (var limit = 1; limit < expected.size(); limit++) {
            var found = new ArrayList<String>();
            String after = null;
            do {
                var request = as("auditor").queryParam("name", "水丁").queryParam("limit", limit);
                if (after != null) request.queryParam("after", after);
                var page = request.get(AREAS).then().statusCode(200).extract().jsonPath();
                found.addAll(page.getList("items.code"));
                after = page.getString("next");
            } while (after != null);
            assertThat(found).isEqualTo(expected);
        }
    }

    @Test
    void groups_and_grids_are_registered_under_their_village() {
        as("town-operator")
                .body(Map.of("name", "一组", "validFrom", "2021-01-01"))
                .put(AREAS + "/610727105208-Z01")
                .then()
                .statusCode(anyOf(is(201), is(204)));
        as("town-operator")
                .body(Map.of("name", "一组", "validFrom", "2021-01-01"))
                .put(AREAS + "/610727105208-Z01")
                .then()
                .statusCode(204);
        as("town-operator")
                .body(Map.of("name", "一组", "validFrom", "2021-01-01"))
                .put(AREAS + "/610727105299-Z01")
                .then()
                .statusCode(422)
                .body("code", is("AREA_PARENT_UNKNOWN"));
        as("other-town")
                .body(Map.of("name", "一组", "validFrom", "2021-01-01"))
                .put(AREAS + "/610727105208-Z02")
                .then()
                .statusCode(404);
        as("town-operator")
                .queryParam("parent", "610727105208")
                .queryParam("level", "GROUP")
                .get(AREAS)
                .then()
                .body("items.name", hasItem("一组"));
    }

    @Test
    void an_abolished_village_takes_no_household_any_more() {
        as("sys-admin")
                .body(Map.of("name", "旧村", "validFrom", "2020-01-01"))
                .put(AREAS + "/610727105206")
                .then()
                .statusCode(anyOf(is(201), is(204)));
        as("sys-admin")
                .body(Map.of("replacedBy", "610727105207", "validTo", "2020-12-31"))
                .put(AREAS + "/610727105206/successor")
                .then()
                .statusCode(204);
        as("sys-admin")
                .body(Map.of("validTo", "2021-12-31"))
                .put(AREAS + "/610727105206/closure")
                .then()
                .statusCode(409)
                .body("code", is("AREA_ENDED"));
        as("auditor")
                .get(AREAS + "/610727105206")
                .then()
                .body("area.replacedBy", is("610727105207"))
                .body("area.validTo", is("2020-12-31"));
        var id = java.util.UUID.randomUUID();
        as("town-operator")
                .body(Village.household(
                        "610727105206",
                        java.util.List.of(Village.member(
                                Village.head(id), "02", "郑庚", java.time.LocalDate.of(1970, 1, 2), true))))
                .put("/household/households/" + id)
                .then()
                .statusCode(422)
                .body("code", is("AREA_CLOSED"));
    }

    private static io.restassured.response.ValidatableResponse upload(byte[] table) {
        return post(table).statusCode(200);
    }

    private static io.restassured.response.ValidatableResponse refused(byte[] table) {
        return post(table).statusCode(422).body("code", is("AREA_TABLE_INVALID"));
    }

    private static io.restassured.response.ValidatableResponse post(byte[] table) {
        return as("sys-admin")
                .contentType("application/octet-stream")
                .body(table)
                .queryParam("validFrom", "2020-01-01")
                .post(AREAS + "/imports")
                .then();
    }
}
