package org.shouwang.journeys;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What clerks write about a household, as the services take it: one body of a request each. */
final class Papers {

    private Papers() {}

    /** Of the months {@code from} to {@code to}; yuan. @param basis ACTUAL_12M or ESTIMATED_YEAR @param population persons */
    static String income(
            String from,
            String to,
            String basis,
            int population,
            String on,
            String wage,
            int operating,
            int transfer,
            int cost) {
        return """
                {"from":"%s","to":"%s","basis":"%s","measure":"NET","population":%d,"claims":0,"selfPaid":0,"on":"%s",
                 "lines":[{"code":"A1","amount":%s},{"code":"B1","amount":%d},{"code":"C5","amount":0},{"code":"D6p","amount":%d},{"code":"E1","amount":%d}]}""".formatted(from, to, basis, population, on, wage, operating, transfer, cost);
    }

    static String signatures(String on) {
        return """
                {"signatures":["COLLECTOR","HOUSEHOLDER"],"on":"%s"}""".formatted(on);
    }

    /** All met; water as told. */
    static String safeguards(String on, String water) {
        var items = List.of("FOOD", "CLOTHES", "EDUCATION", "MEDICAL", "HOUSING", "WATER").stream()
                .map(i -> "{\"indicator\":\"%s\",\"result\":\"%s\"}".formatted(i, i.equals("WATER") ? water : "PASS"))
                .collect(Collectors.joining(","));
        return """
                {"checkedOn":"%s","method":"ON_SITE","signatures":["COLLECTOR","HOUSEHOLDER"],"items":[%s]}""".formatted(on, items);
    }

    static String clue(UUID household, String on) {
        return """
                {"householdId":"%s","source":"CADRE_SWEEP","text":"家中有人生病，支出增加","receivedOn":"%s"}""".formatted(household, on);
    }

    static String opening(UUID household, UUID clue, String channel, String on, String more) {
        return """
                {"householdId":"%s","clueIds":["%s"],"channel":"%s","openedOn":"%s"%s}""".formatted(household, clue, channel, on, more);
    }

    static String visit(String on, UUID statement, UUID check, String documents, String more) {
        return """
                {"visitedOn":"%s","visitors":["grid-member"],"signatures":["COLLECTOR","HOUSEHOLDER"],"documents":[%s],
                 "incomeStatementId":"%s","safeguardCheckId":"%s"%s}""".formatted(on, documents, statement, check, more);
    }

    static String town(String on, String documents) {
        return """
                {"reviewedOn":"%s","opinion":"同意","documents":[%s]}""".formatted(on, documents);
    }
}
