package org.shouwang.household.registry;

import static org.hamcrest.Matchers.*;
import static org.shouwang.household.Village.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.testing.Servers;
import org.shouwang.household.Village;

@QuarkusTest
@WithTestResource(Servers.class)
class PieceRestTest {

    private static final String HOUSEHOLDS = "/household/households/";
    private static final String PROOF = "b".repeat(64);

    @BeforeEach
    void areas() {
        Village.areas();
    }

    @Test
    void what_is_recorded_by_the_piece_is_shown_with_who_recorded_it() {
        var id = couple(QINGGANGPING);
        var his = "/members/" + head(id);
        put(
                        id,
                        his + "/employments",
                        Map.of(
                                "from",
                                "2021-03-01",
                                "months",
                                7,
                                "wage",
                                "3500.00",
                                "on",
                                "2021-09-30",
                                "workplace",
                                Map.of("place", "某市", "employer", "某厂")))
                .statusCode(204);
        put(id, his + "/insurances/RESIDENT_MEDICAL/2021", Map.of("insured", true, "on", "2021-09-30"))
                .statusCode(204);
        put(id, his + "/insurances/RESIDENT_MEDICAL/2020", Map.of("insured", false, "on", "2021-09-30"))
                .statusCode(204);
        put(
                        id,
                        "/housing-grade",
                        Map.of(
                                "grade",
                                "C",
                                "appraisedOn",
                                "2020-05-06",
                                "agency",
                                "县住建局",
                                "on",
                                "2021-09-30",
                                "document",
                                Map.of("kind", "DOC_HOUSING", "sha256", PROOF)))
                .statusCode(204);
        put(id, "/location", Map.of("longitude", 106.156, "latitude", 33.327, "accuracy", 8, "on", "2021-10-01"))
                .statusCode(204);

        var detail = detail(id);
        detail.body("members[0].jobs.months", contains(7), "members[0].jobs[0].workplace.employer", is("某厂"))
                .body(
                        "members[0].jobs[0].recorded.by",
                        notNullValue(),
                        "members[0].jobs[0].recorded.on",
                        is("2021-09-30"))
                .body("members[0].working", is(true), "members[0].workMonths", is(7))
                .body("members[0].person.workPlace", is("某市"), "members[0].insurances", contains("RESIDENT_MEDICAL"))
                .body("members[0].insuranceYears.year", contains(2021, 2020))
                .body("members[0].insuranceYears.insured", contains(true, false))
                .body("members[0].recorded.role", is("INFO_OFFICER"), "members[1].recorded.role", is("TOWN_OPERATOR"));
        detail.body(
                        "housing.grade",
                        is("C"),
                        "housing.gradeZh",
                        startsWith("C级"),
                        "housing.appraisedOn",
                        is("2020-05-06"))
                .body("housing.document.sha256", is(PROOF), "housing.recorded.by", notNullValue())
                .body("details.longitude", is(106.156f), "location.accuracy", is(8), "location.on", is("2021-10-01"))
                .body("location.recorded.at", notNullValue(), "recorded.details.on", is("2021-10-01"))
                .body("recorded.last.on", is("2021-10-01"), "recorded.place.on", is("2021-03-01"))
                .body("recorded.registeredType.role", is("TOWN_OPERATOR"));
        as("auditor")
                .get(HOUSEHOLDS + id + "/events")
                .then()
                .body(
                        "type",
                        hasItems(
                                "EmploymentRecorded",
                                "InsuranceStatusRecorded",
                                "HousingGradeAppraised",
                                "LocationCollected"))
                .body("findAll { it.type == 'EmploymentRecorded' }.data.workplace", everyItem(nullValue()))
                .body("findAll { it.type == 'LocationCollected' }.data.spot", everyItem(nullValue()));
        put(id, "/location", Map.of("longitude", 33.327, "latitude", 106.156, "on", "2021-10-02"))
                .statusCode(422)
                .body("code", is("GEO_RANGE"));
        put(id, his + "/insurances/RESIDENT_MEDICAL/2999", Map.of("insured", true, "on", "2021-09-30"))
                .statusCode(422)
                .body("code", is("YEAR_WRONG"));
    }

    @Test
    void who_left_is_shown_with_the_reason_and_its_proof() {
        var id = couple(QINGGANGPING);
        as("info-officer")
                .delete(HOUSEHOLDS + id + "/members/" + spouse(id)
                        + "?reason=DEATH&on=2021-08-01&proofKind=DOC_DEATH&proof=" + PROOF)
                .then()
                .statusCode(204);
        detail(id)
                .body(
                        "members",
                        hasSize(1),
                        "left.memberId",
                        contains(spouse(id).toString()))
                .body("left.reason", contains("DEATH"), "left.on", contains("2021-08-01"))
                .body("left.proof.kind", contains("DOC_DEATH"), "left.recorded.role", contains("INFO_OFFICER"));
    }

    @Test
    void a_household_splits_and_is_one_again() {
        var id = couple(QINGGANGPING);
        as("town-operator")
                .body(Map.of("tagClass", "B", "from", "2021-04-01", "memberIds", List.of(spouse(id))))
                .put(HOUSEHOLDS + id + "/tags/DIBAO")
                .then()
                .statusCode(204);
        var own = UUID.randomUUID();
        var split = Map.of(
                "members",
                List.of(Map.of("memberId", spouse(id), "relation", "02")),
                "reason",
                "分家",
                "on",
                "2021-06-01");
        for (var i = 0; i < 2; i++) put(id, "/split/" + own, split).statusCode(204);
        detail(id)
                .body("members.memberId", contains(head(id).toString()), "left.reason", contains("SPLIT"))
                .body("tags", empty());
        detail(own)
                .body("members.memberId", contains(spouse(id).toString()), "members[0].relation", is("02"))
                .body("areaCode", is(QINGGANGPING), "registeredType", is("LIFTED"), "tags.tagClass", contains("B"));

        var merger = Map.of(
                "into",
                id,
                "reason",
                "复合",
                "on",
                "2021-07-01",
                "members",
                List.of(Map.of("memberId", spouse(id), "relation", "10")));
        as("info-officer").body(merger).put(HOUSEHOLDS + own + "/merger").then().statusCode(403);
        for (var i = 0; i < 2; i++)
            as("town-operator")
                    .body(merger)
                    .put(HOUSEHOLDS + own + "/merger")
                    .then()
                    .statusCode(204);
        detail(own).body("state", is("MERGED"));
        detail(id)
                .body(
                        "members.memberId",
                        contains(head(id).toString(), spouse(id).toString()))
                .body("tags.memberId", contains(spouse(id).toString()), "members[1].relation", is("10"));
        as("auditor")
                .get(HOUSEHOLDS + id + "/events")
                .then()
                .body(
                        "type",
                        hasItems("HouseholdSplit", "HouseholdMerged"),
                        "findAll { it.type == 'HouseholdMerged' }",
                        hasSize(1));
    }

    @Test
    void what_cannot_be_done_to_both_is_done_to_neither() {
        var id = couple(QINGGANGPING);
        var own = UUID.randomUUID();
        var noHead = Map.of(
                "members",
                List.of(Map.of("memberId", spouse(id), "relation", "10")),
                "reason",
                "分家",
                "on",
                "2021-06-01");
        put(id, "/split/" + own, noHead).statusCode(422).body("code", is("HEAD_COUNT"));
        detail(id).body("members", hasSize(2));
        as("auditor").get(HOUSEHOLDS + own).then().statusCode(404);

        var other = couple(QINGGANGPING);
        var half = Map.of(
                "into",
                other,
                "reason",
                "合户",
                "on",
                "2021-07-01",
                "members",
                List.of(Map.of("memberId", spouse(id), "relation", "80")));
        merge(id, half).statusCode(422).body("code", is("MERGE_MEMBERS"));
        var twoWives = Map.of(
                "into",
                other,
                "reason",
                "合户",
                "on",
                "2021-07-01",
                "members",
                List.of(
                        Map.of("memberId", head(id), "relation", "71"),
                        Map.of("memberId", spouse(id), "relation", "10")));
        merge(id, twoWives).statusCode(422).body("code", is("SPOUSE_COUNT"));
        detail(id).body("state", is("ACTIVE"), "members", hasSize(2));
        detail(other).body("members", hasSize(2));
        merge(id, Map.of("into", id, "reason", "合户", "on", "2021-07-01", "members", half.get("members")))
                .statusCode(422)
                .body("code", is("MERGE_MEMBERS"));
    }

    @Test
    void a_split_of_a_household_of_another_town_is_not_found() {
        var id = couple(QINGGANGPING);
        as("other-town")
                .body(Map.of(
                        "members",
                        List.of(Map.of("memberId", spouse(id), "relation", "02")),
                        "reason",
                        "分家",
                        "on",
                        LocalDate.of(2021, 6, 1).toString()))
                .put(HOUSEHOLDS + id + "/split/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse put(UUID id, String path, Map<String, ?> body) {
        return as("info-officer").body(body).put(HOUSEHOLDS + id + path).then();
    }

    private static ValidatableResponse merge(UUID id, Map<String, ?> body) {
        return as("town-operator").body(body).put(HOUSEHOLDS + id + "/merger").then();
    }

    private static ValidatableResponse detail(UUID id) {
        return as("town-operator").get(HOUSEHOLDS + id).then().statusCode(200);
    }
}
