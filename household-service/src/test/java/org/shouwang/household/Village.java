package org.shouwang.household;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.testing.Servers;

/** What REST tests need of a village: its areas, its clerks, and people who do not exist. */
public final class Village {

    public static final String QINGGANGPING = "610727105208";
    public static final String NEIGHBOUR = "610727105207";
    public static final String OTHER_TOWN = "610727101201";

    private static final String AREAS = """
            code,name
            610000000000,陕西省
            610700000000,汉中市
            610727000000,略阳县
            610727101000,白水江镇
            610727101201,某村
            610727105000,徐家坪镇
            610727105207,邻村
            610727105208,青岗坪村
            """;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static int sequence = 100;

    private Village() {}

    public static RequestSpecification as(String user) {
        return given().basePath("/").auth().oauth2(Servers.token(user)).contentType(ContentType.JSON);
    }

    /** Safe to repeat. */
    public static void areas() {
        as("sys-admin")
                .contentType("text/csv; charset=UTF-8")
                .body(AREAS)
                .queryParam("validFrom", "2020-01-01")
                .post("/household/areas/imports")
                .then()
                .statusCode(200);
    }

    /** A number of the area 999999, which does not exist; another one at every call. */
    public static synchronized String number(LocalDate born, boolean male) {
        do sequence++;
        while ((sequence % 2 == 1) != male);
        var first = "999999" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence % 1000);
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) sum += (first.charAt(i) - '0') * WEIGHTS[i];
        return first + "10X98765432".charAt(sum % 11);
    }

    public static Map<String, Object> person(String name, String idNo) {
        var person = new LinkedHashMap<String, Object>();
        person.put("name", name);
        person.put("idNo", idNo);
        person.put("health", List.of("HEALTHY"));
        return person;
    }

    public static Map<String, Object> member(UUID id, String relation, String name, LocalDate born, boolean male) {
        var member = new LinkedHashMap<String, Object>();
        member.put("memberId", id);
        member.put("relation", relation);
        member.put("labour", "NORMAL");
        member.put("education", "70");
        member.put("person", person(name, number(born, male)));
        return member;
    }

    public static Map<String, Object> household(String area, List<Map<String, Object>> members) {
        var household = new LinkedHashMap<String, Object>();
        household.put("areaCode", area);
        household.put("registeredType", "LIFTED");
        household.put("members", new ArrayList<>(members));
        household.put("details", new LinkedHashMap<>(Map.of("address", "某组1号", "contactPhone", "13900000000")));
        household.put("registeredOn", "2021-03-01");
        return household;
    }

    /** A couple, registered by the town; the ids of the members follow from the household's. */
    public static UUID couple(String area) {
        var id = UUID.randomUUID();
        as("town-operator")
                .body(household(
                        area,
                        List.of(
                                member(head(id), "02", "赵甲", LocalDate.of(1970, 1, 2), true),
                                member(spouse(id), "10", "钱乙", LocalDate.of(1972, 3, 4), false))))
                .put("/household/households/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    public static UUID head(UUID household) {
        return UUID.nameUUIDFromBytes((household + "head").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public static UUID spouse(UUID household) {
        return UUID.nameUUIDFromBytes((household + "spouse").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
