package org.shouwang.drills;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.drills.CountyDelivery.Expected;
import org.shouwang.stack.Failure;

/** What comes in as files and lists: the rosters of the towns, and what departments deliver. */
final class CountyIntake {

    private static final Duration IMPORT = Duration.ofMinutes(5);
    private static final Duration JUDGED = Duration.ofMinutes(5);
    private static final LocalDate REGISTERED = LocalDate.of(2021, 9, 1);

    private final Stand stand;
    private final County county;
    private final CountyIds ids;
    private final CountyDifferences differences;

    CountyIntake(Stand stand, County county, CountyIds ids, CountyDifferences differences) {
        this.stand = stand;
        this.county = county;
        this.ids = ids;
        this.differences = differences;
    }

    /** One roster for each town. */
    void imports() {
        var expected = new TreeMap<String, Integer>();
        county.households().forEach(h -> expected.put(h.no(), h.persons().size()));
        var rosters = county.rosters();
        rosters.forEach((town, roster) -> {
            var id = CountyIds.json(Http.must(Http.request(
                                    stand.url() + "/household/imports?on=" + REGISTERED, stand.token("county-operator"))
                            .timeout(IMPORT)
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString(roster))
                            .build()))
                    .path("id")
                    .asText();
            apply("/household/imports/" + id);
            ids.each("county-operator", "/household/imports/" + id + "/households", item -> {
                var no = item.path("householdNo").asText();
                ids.keep(no, UUID.fromString(item.path("householdId").asText()));
                differences.compare(
                        "import of " + no,
                        expected.get(no) + " DONE",
                        item.path("persons").asText() + " "
                                + item.path("result").asText());
            });
        });
        differences.compare("households imported", (long) county.size(), ids.known());
    }

    /** Asked again while it goes on. */
    private void apply(String path) {
        Patience.of(IMPORT).until(path + " is applied", () -> {
            var answer = Http.send(Http.request(stand.url() + path + "/application", stand.token("county-operator"))
                    .timeout(IMPORT)
                    .PUT(BodyPublishers.noBody())
                    .build());
            if (answer.statusCode() / 100 != 2) throw new Failure(path + " was answered " + answer.body());
            return answer.statusCode() == 200;
        });
    }

    /** Sent twice; the second time it is known already. Then the rules have spoken, and of the right rows. */
    void deliver(CountyDelivery delivery) {
        var id = send(delivery, 201);
        send(delivery, 200);
        var path = "/household/deliveries/" + id;
        Patience.of(JUDGED).until(delivery.name() + " is judged", () -> ids.get("county-operator", path)
                .path("state")
                .asText()
                .equals("JUDGED"));
        var report = ids.get("county-operator", path);
        differences.compare(
                "delivery " + delivery.name(),
                List.of(
                        (long) delivery.rows().size(),
                        delivery.count(Expected.FAULTY),
                        delivery.count(Expected.UNMATCHED),
                        delivery.count(Expected.HIT),
                        delivery.count(Expected.MISS),
                        delivery.on().toString()),
                List.of(
                        report.path("rows").asLong(),
                        report.path("faulty").asLong(),
                        report.path("unmatched").asLong(),
                        report.path("hits").asLong(),
                        report.path("misses").asLong(),
                        report.path("receivedOn").asText()));
        var hits = new ArrayList<String>();
        ids.each("county-operator", path + "/rows?outcome=HIT", row -> {
            var household = row.path("householdId").asText();
            hits.add(ids.no(household));
            ids.clue(
                    household,
                    row.path("rules").path(0).asText(),
                    delivery.period(),
                    UUID.fromString(row.path("clueIds").path(0).asText()));
        });
        differences.compare(
                "households hit by " + delivery.name(),
                delivery.rows().stream()
                        .filter(row -> row.expected() == Expected.HIT)
                        .map(row -> County.Household.no(row.household()))
                        .sorted()
                        .toList(),
                hits.stream().sorted().toList());
    }

    /** The delivery's id. */
    private String send(CountyDelivery delivery, int status) {
        var token = stand.token("county-operator");
        var url = stand.url() + "/household/deliveries";
        try {
            var answer = Http.send(
                    delivery.file()
                            ? Http.request(
                                            "%s?dept=%s&area=%s&period=%s&item=%s&on=%s"
                                                    .formatted(
                                                            url,
                                                            delivery.dept(),
                                                            County.CODE,
                                                            delivery.period(),
                                                            delivery.item(),
                                                            delivery.on()),
                                            token)
                                    .header("Content-Type", "text/csv")
                                    .POST(BodyPublishers.ofString(delivery.csv()))
                                    .build()
                            : Http.put(url + "/" + id(delivery), token, delivery.json()));
            differences.compare("answer to " + delivery.name(), status, answer.statusCode());
            return CountyIds.json(answer.body()).path("id").asText();
        } catch (IOException e) {
            throw new Failure(delivery.name() + " was not answered: " + e, e);
        }
    }

    private UUID id(CountyDelivery delivery) {
        return UUID.nameUUIDFromBytes((county.seed() + "/" + delivery.name()).getBytes(StandardCharsets.UTF_8));
    }
}
