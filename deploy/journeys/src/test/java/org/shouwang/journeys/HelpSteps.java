package org.shouwang.journeys;

import static org.hamcrest.Matchers.is;

import java.util.UUID;

/** What assistance does for a family that fell ill: a helper, two measures, a plan, and the review of their effect. */
final class HelpSteps {

    private final Family family;
    private final UUID medicalAid = UUID.randomUUID();
    private final UUID localWork = UUID.randomUUID();

    HelpSteps(Family family) {
        this.family = family;
    }

    /** Helper, measures and a plan that the town approves within ten days. */
    void planned() {
        family.soon("village-secretary", "/assistance/helpers/" + family.id, """
                {"helper":"helper","unit":"县级挂包单位","from":"2021-11-16"}""")
                .statusCode(201);
        measure(medicalAid, "M07", "MEDICAL_AID");
        measure(localWork, "M02", "LOCAL_WORK");
        family.put("info-officer", plan("draft"), """
                {"draftedOn":"2021-11-17","goals":[{"risk":"01","goal":"落实医疗救助，稳定务工收入"}],"measures":["%s","%s"],"startOn":"2021-11-17","dueOn":"2022-05-31",
                 "noLabour":false,"developmental":"IMPLEMENTED"}""".formatted(medicalAid, localWork))
                .statusCode(204);
        family.put("info-officer", plan("signature"), """
                {"signedOn":"2021-11-18","signers":["HOUSEHOLDER","HELPER"],"document":%s}""".formatted(family.document("DOC_PLAN")))
                .statusCode(204);
        family.put("town-reviewer", plan("approval"), "{\"approvedOn\":\"2021-11-20\"}")
                .statusCode(204);
    }

    /** Both measures in effect within a month, and found to work. */
    void carriedOut() {
        for (var measure : new UUID[] {medicalAid, localWork}) {
            var path = "/assistance/measures/" + measure;
            family.put("town-reviewer", path + "/approval", "{\"on\":\"2021-11-20\"}")
                    .statusCode(204);
            family.put("info-officer", path + "/start", "{\"on\":\"2021-11-22\"}")
                    .statusCode(204);
            family.put("info-officer", path + "/implementation", """
                    {"on":"2021-12-01","evidence":[%s]}""".formatted(family.document("DOC_MEASURE_PROOF")))
                    .statusCode(204);
            family.put("town-operator", path + "/evaluation", "{\"on\":\"2022-05-31\",\"effective\":true}")
                    .statusCode(204);
            family.get("town-operator", path).statusCode(200).body("state", is("EFFECTIVE"));
        }
    }

    UUID effectReviewed(String on) {
        var review = UUID.randomUUID();
        family.put("village-committee", "/assistance/effect-reviews/" + review, """
                {"householdId":"%s","reviewedOn":"%s","conclusion":"EFFECTIVE","measures":[{"measureId":"%s","effective":true},{"measureId":"%s","effective":true}],
                 "risksGone":["01"],"meeting":{"place":"村委会","host":"village-secretary","recorder":"info-officer","attendees":["village-secretary","village-head"],"signedIn":2},
                 "documents":[%s]}""".formatted(
                                family.id, on, medicalAid, localWork, family.document("DOC_REVIEW_MINUTES")))
                .statusCode(201);
        return review;
    }

    private void measure(UUID id, String code, String item) {
        family.soon("info-officer", "/assistance/measures/" + id, """
                {"householdId":"%s","code":"%s","item":"%s","risk":"01","plannedOn":"2021-11-16","startOn":"2021-11-20","dueOn":"2021-12-15"}""".formatted(family.id, code, item))
                .statusCode(201);
    }

    private String plan(String step) {
        return "/assistance/plans/" + family.id + "/" + step;
    }
}
