package org.shouwang.drills;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** An invented household of two, and what is done about it: nine commands to four services. Numbers are of area 999999, which does not exist. */
record Family(int number, UUID id, UUID statement, UUID clue) {

    private static final String VILLAGE = "610727105208";
    private static final String NEXT_VILLAGE = "610727105209";

    /** Drafted by each clerk while the household wanders. */
    private static final int STATEMENTS = 6;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000));

    Family(int number) {
        this(number, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    }

    List<Command> commands() {
        var household = "/household/households/" + id;
        var income = household + "/incomes/" + statement;
        var commands = new ArrayList<Command>();
        commands.add(Command.put(
                "info-officer", household, """
                {"areaCode":"%1$s","groupCode":"%1$s-Z01","registeredType":"LIFTED","resident":true,"relocated":false,"registeredOn":"2019-01-01",
                 "details":{"address":"试验组%2$d号"},"members":[%3$s,%4$s]}""".formatted(VILLAGE, number, person("02", "试某"), person("97", "验某"))));
        commands.add(Command.upload(
                "info-officer",
                "/archive/documents?kind=DOC_VISIT_FORM&household=" + id + "&area=" + VILLAGE,
                "入户表 " + id));
        commands.add(draft("info-officer", income, 19_000));
        commands.add(Command.put("info-officer", household + "/details", """
                {"resident":true,"relocated":false,"details":{"address":"试验组%d号附1"},"reason":"门牌变更","on":"2021-11-02"}""".formatted(number)));
        commands.add(signed("info-officer", income));
        commands.add(Command.put("town-operator", income + "/confirmation", "{\"on\":\"2021-11-02\"}"));
        commands.add(Command.put("info-officer", "/monitoring/clues/" + clue, """
                {"householdId":"%s","source":"CADRE_SWEEP","text":"支出增加","receivedOn":"2021-11-01"}""".formatted(id)));
        commands.add(Command.put("village-secretary", "/assistance/helpers/" + id, """
                {"helper":"helper","unit":"县级挂包单位","from":"2021-11-16"}"""));
        commands.add(Command.put("info-officer", "/monitoring/clues/" + clue + "/answer", """
                {"result":"NO_RISK","answeredOn":"2021-11-03","reason":"入户核实，收入稳定，没有返贫致贫风险","incomeStatementId":"%s"}""".formatted(statement)));
        return commands;
    }

    /** Further statements, each drafted, corrected and signed. */
    List<Command> statements() {
        var commands = new ArrayList<Command>();
        for (var i = 0; i < STATEMENTS; i++) {
            var income = "/household/households/" + id + "/incomes/" + UUID.randomUUID();
            commands.add(draft("town-operator", income, 19_000 + i));
            commands.add(draft("town-operator", income, 18_000 + i));
            commands.add(signed("town-operator", income));
        }
        return commands;
    }

    /** @param there to the next village, else back */
    Command move(boolean there) {
        return Command.put("town-operator", "/household/households/" + id + "/area", """
                {"areaCode":"%s","on":"2021-11-03"}""".formatted(
                        there ? NEXT_VILLAGE : VILLAGE));
    }

    private static Command draft(String user, String income, int wage) {
        return Command.put(user, income, """
                {"from":"2020-11","to":"2021-10","basis":"ACTUAL_12M","measure":"NET","population":2,"claims":0,"selfPaid":0,"on":"2021-11-02",
                 "lines":[{"code":"A1","amount":%d},{"code":"B1","amount":2000},{"code":"C5","amount":0},{"code":"D6p","amount":800},{"code":"E1","amount":500}]}""".formatted(wage));
    }

    private static Command signed(String user, String income) {
        return Command.put(user, income + "/signatures", """
                {"signatures":["COLLECTOR","HOUSEHOLDER"],"on":"2021-11-02"}""");
    }

    private static String person(String relation, String name) {
        return """
                {"memberId":"%s","relation":"%s","labour":"NORMAL","education":"71","resident":true,
                 "person":{"name":"%s","idNo":"%s","health":["HEALTHY"]}}""".formatted(UUID.randomUUID(), relation, name, idNumber());
    }

    /** GB 11643-1999, none given twice in a run. */
    private static String idNumber() {
        var n = NUMBERS.getAndIncrement();
        var digits = "999999%d%02d%02d%03d"
                .formatted(1980 + n % 20, 1 + n / 20 % 12, 1 + n / 240 % 28, 100 + n / 6_720 % 900);
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        return digits + "10X98765432".charAt(sum % 11);
    }
}
