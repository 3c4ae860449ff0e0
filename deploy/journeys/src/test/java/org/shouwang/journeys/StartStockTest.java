package org.shouwang.journeys;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The stock that the 2020 plan begins with: 52 lifted households and 82 others that the national system lists since 2019 are red, 1,618
 * lifted ones are still to be graded, and are. Listed ones go through their case like all others: a roster brings no monitored household. The
 * last of all, since who looks at the village afterwards has 1,752 households to look at.
 */
@Order(Integer.MAX_VALUE)
class StartStockTest {

    private static final int LISTED_LIFTED = 52;
    private static final int LISTED_GENERAL = 82;
    private static final int LIFTED = 1_618;
    private static final int RED = 18;
    private static final int YELLOW = 600;
    private static final int GREEN = 1_000;
    private static final int OF_A_MEETING = 200;
    private static final String APRIL = "?area=" + Family.VILLAGE + "&date=2020-04-30";

    /** A household on its way to a colour. @param more what is found at the visit */
    private record Stock(UUID household, UUID caseId, UUID statement, UUID check, String income, String more) {

        static Stock of(UUID household, String income, String more) {
            return new Stock(household, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), income, more);
        }

        String of(String what, UUID id) {
            return "/household/households/" + household + "/" + what + "/" + id;
        }

        String step(String step) {
            return "/monitoring/cases/" + caseId + step;
        }
    }

    private final Running stack = Running.stack();
    private final Map<String, String> papers = new ConcurrentHashMap<>();

    @Test
    void the_listed_are_red_at_once_and_the_others_are_graded() throws Exception {
        var before = standing();
        var roster = new Roster();
        for (var i = 0; i < LISTED_LIFTED + LISTED_GENERAL + LIFTED; i++)
            roster.add(i >= LISTED_LIFTED && i < LISTED_LIFTED + LISTED_GENERAL ? "一般户" : "脱贫户");
        var households = roster.imported(stack, "2020-03-20");
        awaitStanding(before.plus(new Standing(1_670, 0, 0, 0, 0, 0, 1_752)));

        var listed = households.subList(0, LISTED_LIFTED + LISTED_GENERAL);
        graded(listed.stream()
                .map(id -> Stock.of(id, "12000.00", ",\"risks\":[\"06\"],\"listedBefore\":true"))
                .toList());
        awaitStanding(before.plus(new Standing(1_670, 52, 82, 134, 0, 0, 1_618)));

        var others = households.subList(LISTED_LIFTED + LISTED_GENERAL, households.size());
        graded(IntStream.range(0, others.size())
                .mapToObj(i -> Stock.of(others.get(i), income(i), ",\"risks\":[\"06\"]"))
                .toList());
        awaitStanding(before.plus(new Standing(1_670, 52 + RED, 82, 134 + RED, YELLOW, GREEN, 0)));
        var grown = standing().minus(before);
        Assertions.assertThat(grown.red() - grown.edge() + grown.yellow() + grown.green())
                .as("red, yellow and green ones among the lifted")
                .isEqualTo(grown.lifted());
    }

    /** Yuan per person: at each bound of the colours on either side. */
    private static String income(int index) {
        if (index < RED) return "4999.99";
        if (index < RED + YELLOW) return index % 2 == 0 ? "5000.00" : "9999.99";
        return "10000.00";
    }

    /** Looked at on 2 April 2020, spoken of by the village on the 8th, by the town on the 10th. */
    private void graded(List<Stock> stock) throws InterruptedException, ExecutionException {
        var first = Family.imported(stack, stock.getFirst().household(), papers);
        var visit = first.document("DOC_VISIT_FORM");
        var town = first.document("DOC_TOWN_OPINION");
        try (var bulk = new Bulk(stack)) {
            Bulk.each(stock, s -> {
                var statement = s.of("incomes", s.statement());
                bulk.put(
                        "info-officer",
                        statement,
                        Papers.income("2020-01", "2020-12", "ESTIMATED_YEAR", 1, "2020-04-01", s.income(), 0, 0, 0));
                bulk.put("info-officer", statement + "/signatures", Papers.signatures("2020-04-01"));
                bulk.put("info-officer", s.of("safeguard-checks", s.check()), Papers.safeguards("2020-04-02", "PASS"));
            });
            Bulk.each(stock, s -> {
                var clue = UUID.randomUUID();
                bulk.put("info-officer", "/monitoring/clues/" + clue, Papers.clue(s.household(), "2020-04-01"));
                bulk.put(
                        "info-officer",
                        s.step(""),
                        Papers.opening(s.household(), clue, "CADRE_SWEEP", "2020-04-01", ""));
                bulk.put(
                        "grid-member",
                        s.step("/visit"),
                        Papers.visit("2020-04-02", s.statement(), s.check(), visit, s.more()));
            });
            for (var i = 0; i < stock.size(); i += OF_A_MEETING)
                bulk.put(
                        "village-committee",
                        "/monitoring/village-reviews/" + UUID.randomUUID(),
                        minutes(stock.subList(i, Math.min(stock.size(), i + OF_A_MEETING)), first));
            Bulk.each(stock, s -> bulk.put("town-reviewer", s.step("/town-review"), Papers.town("2020-04-10", town)));
        }
    }

    private static String minutes(List<Stock> households, Family papers) {
        return """
                {"areaCode":"%s","minutes":{"heldOn":"2020-04-08","place":"村委会","host":"village-secretary","recorder":"info-officer",
                 "attendees":["village-secretary","village-head","info-officer"],"signedIn":3},"inclusions":[%s],"documents":[%s]}""".formatted(
                        Family.VILLAGE,
                        households.stream()
                                .map(s -> "{\"caseId\":\"%s\",\"agreed\":true}".formatted(s.caseId()))
                                .collect(Collectors.joining(",")),
                        papers.documents("DOC_REVIEW_MINUTES", "DOC_SIGN_IN", "DOC_PHOTO"));
    }

    /**
     * Households. Of those in a colour only the red ones have a type.
     *
     * @param lifted registered as lifted from poverty
     * @param unstable red, lifted
     * @param edge red, not registered
     * @param open for which nothing can be recommended yet, as their income is not known
     */
    private record Standing(int lifted, int unstable, int edge, int red, int yellow, int green, int open) {

        Standing plus(Standing more) {
            return new Standing(
                    lifted + more.lifted,
                    unstable + more.unstable,
                    edge + more.edge,
                    red + more.red,
                    yellow + more.yellow,
                    green + more.green,
                    open + more.open);
        }

        Standing minus(Standing less) {
            return new Standing(
                    lifted - less.lifted,
                    unstable - less.unstable,
                    edge - less.edge,
                    red - less.red,
                    yellow - less.yellow,
                    green - less.green,
                    open - less.open);
        }
    }

    private void awaitStanding(Standing expected) {
        await().ignoreExceptions()
                .untilAsserted(() -> Assertions.assertThat(standing()).isEqualTo(expected));
    }

    private Standing standing() throws IOException {
        var monitored = households("/monitoring/figures" + APRIL);
        return new Standing(
                households("/household/figures" + APRIL).get("I03"),
                monitored.get("I09"),
                monitored.get("I10"),
                monitored.get("RED"),
                monitored.get("YELLOW"),
                monitored.get("GREEN"),
                open());
    }

    private Map<String, Integer> households(String path) {
        List<Map<String, Object>> figures = stack.as("town-operator")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .path("figures");
        var counts = new ConcurrentHashMap<String, Integer>();
        figures.stream()
                .filter(f -> f.get("households") != null)
                .forEach(f -> counts.put((String) f.get("code"), (Integer) f.get("households")));
        return counts;
    }

    /** The plan tried on the village says of how many households it can say nothing. */
    private int open() throws IOException {
        Integer households = stack.as("county-operator")
                .body(Files.readAllBytes(Running.home().resolve("deploy/sample/policies/POL-2020-TOWN.json")))
                .post("/monitoring/policies/POL-2020-TOWN/simulations?limit=1&on=2020-04-30&area=" + Family.VILLAGE)
                .then()
                .statusCode(200)
                .extract()
                .path("unsaid.find { it.missing == 'INCOME' }.households");
        return Objects.requireNonNullElse(households, 0);
    }
}
