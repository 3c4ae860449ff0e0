package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A household of the tests and what clerks do about it, over HTTP. Every step is one request; what it answers is checked by the test. */
final class Family {

    static final String VILLAGE = "610727105208";

    final UUID id;
    final UUID caseId = UUID.randomUUID();
    final UUID removalId = UUID.randomUUID();
    final List<UUID> members;

    /** The head's. */
    final String number = Numbers.next();

    private final Running stack;
    private final Map<String, String> papers;

    private Family(Running stack, UUID id, int persons, Map<String, String> papers) {
        this.stack = stack;
        this.id = id;
        this.members =
                IntStream.range(0, persons).mapToObj(_ -> UUID.randomUUID()).toList();
        this.papers = papers;
    }

    /** One person whom a roster brought; its papers are those of the whole list, by kind, sent in by the first that needs them. */
    static Family imported(Running stack, UUID id, Map<String, String> papers) {
        return new Family(stack, id, 1, papers);
    }

    /** Registered with so many adults who can work; their numbers are of area 999999. */
    static Family registered(Running stack, String type, int persons) {
        var family = new Family(stack, UUID.randomUUID(), persons, null);
        var people = IntStream.range(0, persons).mapToObj(family::person).collect(Collectors.joining(","));
        family.put("info-officer", "/household/households/" + family.id, """
                {"areaCode":"%s","groupCode":"%s-Z01","registeredType":"%s","resident":true,"relocated":false,"registeredOn":"2019-01-01",
                 "details":{"address":"试验组1号"},"members":[%s]}""".formatted(VILLAGE, VILLAGE, type, people))
                .statusCode(201);
        return family;
    }

    /** Registered by the town in one of its villages: an adult of each name, the first the head. */
    static Family named(Running stack, String village, String type, String... names) {
        var family = new Family(stack, UUID.randomUUID(), names.length, null);
        var people = IntStream.range(0, names.length)
                .mapToObj(i -> family.person(i, names[i]))
                .collect(Collectors.joining(","));
        family.put("town-operator", "/household/households/" + family.id, """
                {"areaCode":"%s","registeredType":"%s","resident":true,"relocated":false,"registeredOn":"2019-01-01",
                 "details":{"address":"试验路2号"},"members":[%s]}""".formatted(village, type, people))
                .statusCode(201);
        return family;
    }

    private String person(int index) {
        return person(index, "试甲乙丙丁戊".substring(index, index + 1) + "某");
    }

    private String person(int index, String name) {
        return """
                {"memberId":"%s","relation":"%s","labour":"NORMAL","education":"71","resident":true,
                 "person":{"name":"%s","idNo":"%s","health":["HEALTHY"]}}""".formatted(members.get(index), index == 0 ? "02" : "97", name, index == 0 ? number : Numbers.next());
    }

    /** Looked at in April 2020 under the plan of that year: its estimated income, its safeguards, its clue of 1 April, the visit on the 2nd. */
    void visitedIn2020(String income, String water, String findings) {
        var statement = income("2020-01", "2020-12", "ESTIMATED_YEAR", "2020-04-01", income, 0, 0, 0);
        var check = safeguards("2020-04-02", water);
        opens("2020-04-01", "2020-04-01").statusCode(201);
        visit("2020-04-02", statement, check, "," + findings).statusCode(204);
    }

    /** The same, kept by the village on the 8th and by the town on the 10th. */
    void keptIn2020(String income, String findings) {
        visitedIn2020(income, "PASS", findings);
        review("2020-04-08", "INCLUDED", "").statusCode(204);
        town("2020-04-10").statusCode(204);
    }

    /** Of the twelve months; drafted, signed and confirmed; yuan. */
    UUID income(String from, String to, String on, int wage, int operating, int transfer, int cost) {
        return income(from, to, "ACTUAL_12M", on, Integer.toString(wage), operating, transfer, cost);
    }

    UUID income(String from, String to, String basis, String on, String wage, int operating, int transfer, int cost) {
        var statement = UUID.randomUUID();
        var path = "/household/households/" + id + "/incomes/" + statement;
        put("info-officer", path, Papers.income(from, to, basis, members.size(), on, wage, operating, transfer, cost))
                .statusCode(201);
        put("info-officer", path + "/signatures", Papers.signatures(on)).statusCode(204);
        put("town-operator", path + "/confirmation", """
                {"on":"%s"}""".formatted(on)).statusCode(204);
        return statement;
    }

    UUID safeguards(String on) {
        return safeguards(on, "PASS");
    }

    UUID safeguards(String on, String water) {
        var check = UUID.randomUUID();
        put("info-officer", "/household/households/" + id + "/safeguard-checks/" + check, Papers.safeguards(on, water))
                .statusCode(201);
        return check;
    }

    UUID consents(String on) {
        var consent = UUID.randomUUID();
        put("info-officer", "/household/households/" + id + "/consents/" + consent, """
                {"scope":["VEHICLE","PROPERTY","BUSINESS","PAYROLL"],"signers":[%s],"grantedOn":"%s","document":%s}""".formatted(
                                members.stream().map(m -> "\"" + m + "\"").collect(Collectors.joining(",")),
                                on,
                                document("DOC_CONSENT")))
                .statusCode(201);
        return consent;
    }

    /** Opened from a clue of the same village. */
    ValidatableResponse opens(String clueOn, String openedOn) {
        var clue = UUID.randomUUID();
        soon("info-officer", "/monitoring/clues/" + clue, Papers.clue(id, clueOn))
                .statusCode(201);
        return opens(clue, "CADRE_SWEEP", openedOn, ",\"documents\":[%s]".formatted(document("DOC_APPLICATION")));
    }

    ValidatableResponse opens(UUID clue, String channel, String on, String more) {
        return put("info-officer", "/monitoring/cases/" + caseId, Papers.opening(id, clue, channel, on, more));
    }

    ValidatableResponse visit(String on, UUID statement, UUID check, String more) {
        return soon(
                "grid-member",
                step("visit"),
                Papers.visit(on, statement, check, documents("DOC_VISIT_FORM", "DOC_PHOTO"), more));
    }

    ValidatableResponse linkConsent(String on, UUID consent) {
        return soon("info-officer", step("consent"), """
                {"consentId":"%s","linkedOn":"%s","documents":[%s]}""".formatted(consent, on, document("DOC_CONSENT")));
    }

    ValidatableResponse asksDepartments(String on) {
        return put("town-operator", step("comparison-request"), """
                {"depts":["VEHICLE","REALESTATE"],"requestedOn":"%s"}""".formatted(on));
    }

    ValidatableResponse compare(String on) {
        return put("town-operator", step("comparison"), """
                {"comparedOn":"%s","departments":[{"dept":"VEHICLE","hit":false},{"dept":"REALESTATE","hit":false}],"documents":[%s]}""".formatted(on, document("DOC_COMPARE_RESULT")));
    }

    ValidatableResponse review(String on, String decision, String more) {
        return soon("village-committee", step("review"), """
                {"heldOn":"%s","place":"村委会","host":"village-secretary","recorder":"info-officer","attendees":["village-secretary","village-head","info-officer"],
                 "signInCount":3,"votes":{"agree":3,"disagree":0,"abstain":0},"decision":"%s","documents":[%s]%s}""".formatted(
                        on, decision, documents("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"), more));
    }

    ValidatableResponse publicize(String on, String text) {
        return put("village-committee", step("publicity"), """
                {"postedOn":"%s","place":"村务公开栏","text":"%s","documents":[%s]}""".formatted(
                        on, text, documents("DOC_NOTICE", "DOC_NOTICE_PHOTO")));
    }

    ValidatableResponse endPublicity(String on) {
        return put("village-committee", step("publicity/end"), """
                {"endedOn":"%s"}""".formatted(on));
    }

    ValidatableResponse town(String on) {
        return put("town-reviewer", step("town-review"), Papers.town(on, document("DOC_TOWN_OPINION")));
    }

    ValidatableResponse county(String on) {
        return put("county-approver", step("county-decision"), """
                {"determinedOn":"%s","decisionNo":"试〔2021〕1号","documents":[%s]}""".formatted(
                        on, documents("DOC_COUNTY_DECISION", "DOC_ANNOUNCEMENT")));
    }

    ValidatableResponse enter(String on) {
        return put("info-officer", step("entry"), """
                {"enteredOn":"%s","system":"全国防返贫监测信息系统","entryNo":"N-1","documents":[%s]}""".formatted(on, document("DOC_COLLECTION_FORM")));
    }

    /** On the income statement that was shown at the visit. */
    ValidatableResponse reject(String on, String code, String reason) {
        return put("village-committee", step("non-inclusion"), """
                {"decidedOn":"%s","reasonCode":"%s","reason":"%s"}""".formatted(on, code, reason));
    }

    /** The very next command may name it. */
    String document(String kind) {
        return papers == null ? uploaded(kind) : papers.computeIfAbsent(kind, this::uploaded);
    }

    private String uploaded(String kind) {
        String sha256 = stack.as("info-officer")
                .contentType(ContentType.TEXT)
                .body(kind + " of " + id + " " + UUID.randomUUID())
                .post("/archive/documents?kind=" + kind + "&household=" + id)
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
        return "{\"kind\":\"%s\",\"sha256\":\"%s\"}".formatted(kind, sha256);
    }

    String documents(String... kinds) {
        return Arrays.stream(kinds).map(this::document).collect(Collectors.joining(","));
    }

    ValidatableResponse get(String user, String path) {
        return stack.as(user).get(path).then();
    }

    ValidatableResponse put(String user, String path, String body) {
        return stack.as(user).body(body).put(path).then();
    }

    ValidatableResponse removal(String user, String step, String body) {
        return soon(user, "/monitoring/removals/" + removalId + (step.isEmpty() ? "" : "/" + step), body);
    }

    /** What this says has reached the other services a moment later: asked again while they say that they do not know yet. */
    ValidatableResponse soon(String user, String path, String body) {
        var answer = new AtomicReference<ValidatableResponse>();
        await().pollDelay(Duration.ZERO).ignoreExceptions().until(() -> {
            answer.set(put(user, path, body));
            var response = answer.get().extract();
            return response.statusCode() / 100 == 2
                    || !List.of("NOT_YET_KNOWN", "NOT_FOUND", "TEMPORARILY_AWAY")
                            .contains(String.valueOf(response.<Object>path("code")));
        });
        return answer.get();
    }

    void awaitObject(String state) {
        await().ignoreExceptions().untilAsserted(() -> get("town-operator", "/monitoring/objects/" + id)
                .statusCode(200)
                .body("state", is(state)));
    }

    private String step(String step) {
        return "/monitoring/cases/" + caseId + "/" + step;
    }
}
