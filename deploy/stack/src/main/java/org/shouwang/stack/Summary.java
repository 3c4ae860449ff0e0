package org.shouwang.stack;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user reads when everything runs: what runs where, how to get a token, what to try.
 *
 * @param seconds from the command to ready
 */
record Summary(
        Path data,
        Gateway gateway,
        SignIn signIn,
        Postgres postgres,
        Kafka kafka,
        List<Service> services,
        String seconds) {

    String text() {
        return "\n守望 is ready after " + seconds + " s.\n\n" + table() + "\n" + users() + "\n" + tries()
                + "\nCtrl-C stops everything; the data stays in " + data + ".";
    }

    private String table() {
        var own = Long.toString(ProcessHandle.current().pid());
        var ownLog = data.resolve("logs/stack.log").toString();
        return row("what", "where", "process", "log")
                + row("gateway", gateway.url(), own, ownLog)
                + services.stream()
                        .sorted(Comparator.comparing(service ->
                                StackPorts.SERVICES.indexOf(service.plan().name())))
                        .map(service -> row(
                                service.plan().name(),
                                "http://localhost:" + service.plan().port() + "/"
                                        + service.plan().name(),
                                Long.toString(service.handle().pid()),
                                service.plan().log().toString()))
                        .collect(Collectors.joining())
                + row(
                        "PostgreSQL 18",
                        "localhost:" + postgres.port() + " (user postgres)",
                        Long.toString(postgres.pid()),
                        data.resolve("logs/postgresql.log").toString())
                + row("Kafka", kafka.bootstrap(), own, ownLog)
                + row("sign-in", signIn.issuer(), own, ownLog);
    }

    private static String row(String what, String where, String process, String log) {
        return "  %-14s %-40s %-8s %s%n".formatted(what, where, process, log);
    }

    private String users() {
        return "Sample users (any password; the token says role and area):\n"
                + SignIn.users().stream()
                        .map(user -> "  %-22s %-20s %s %s%n"
                                .formatted(user.user(), String.join(",", user.roles()), user.area(), user.nameZh()))
                        .collect(Collectors.joining());
    }

    private String tries() {
        return """
                Try:
                  TOKEN=$(curl -s -d grant_type=password -d client_id=shouwang -d username=town-operator -d password=any %1$s | sed -n 's/.*"access_token" : "\\([^"]*\\)".*/\\1/p')
                  curl -s -H "Authorization: Bearer $TOKEN" "%2$s/household/households?area=610727105208&limit=3"
                  curl -s -H "Authorization: Bearer $TOKEN" "%2$s/monitoring/worklist?area=610727105000&date=2021-10-10"
                  curl -s -H "Authorization: Bearer $TOKEN" "%2$s/household/figures?area=610727105208&date=2021-09-30"
                and open %2$s for the interactive descriptions of all services.
                """.formatted(signIn.tokenUrl(), gateway.url());
    }
}
