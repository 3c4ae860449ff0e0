package org.shouwang.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwang.stack.Failure;

/**
 * Holds the client's record against the journals, the topics, the archive's log and every read model.
 *
 * <p>A topic may hold an event twice (the feed sends again what it is not sure of): that is remarked, not found. What may not be is that
 * it takes effect twice, or that its first copy comes out of order.
 */
final class Audit {

    private static final Duration SETTLING = Duration.ofSeconds(180);
    private static final Duration REBUILDING = Duration.ofMinutes(5);
    private static final int PROOFS = 20;
    private static final int DOCUMENTS = 500;
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z0-9_]+)\"");

    private final Stand stand;
    private final Copies copies;
    private final Found found;
    private final Map<String, List<Event>> journals = new HashMap<>();
    private final Map<String, Event> known = new HashMap<>();
    private final Function<String, List<Drill.Odd>> sent;
    private int repeats;

    /** @param sent what was sent on purpose to a service's topic and is nobody's event */
    Audit(Stand stand, Found found, Function<String, List<Drill.Odd>> sent) {
        this.sent = sent;
        this.stand = stand;
        this.copies = new Copies(stand);
        this.found = found;
    }

    /** Waits until nothing moves any more, then compares. @param rebuilding also every read model with its rebuild */
    void of(Ledger ledger, boolean rebuilding) {
        try {
            settle();
            read();
            commands(ledger);
            for (var service : Stand.SERVICES) streams(service);
            for (var service : Stand.SERVICES) topic(service);
            archive();
            for (var service : Stand.SERVICES) consumers(service);
            new Kept(copies, journals, found).check();
            if (rebuilding) for (var service : Stand.SERVICES) readModels(service);
            proofs();
            documents(ledger);
            found.remark(known.size() + " events" + (repeats == 0 ? "" : ", " + repeats + " sent again by a feed"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void settle() {
        try {
            stand.awaitReady();
            settle(copies, SETTLING);
        } catch (Failure e) {
            found.wrong(e.getMessage());
        }
    }

    /**
     * Every feed at its journal's end, every consumer at its topics' end, and the same a moment later.
     *
     * @throws Failure when it is not so within the time
     */
    static void settle(Copies copies, Duration limit) {
        var before = new long[] {-1};
        Patience.of(limit).until("feeds and consumers are at the end", () -> {
            var last = 0L;
            for (var service : Stand.SERVICES) {
                if (copies.count(
                                        service,
                                        "select count(*) from event, feed_cursor c where (event.tx, event.position) > (c.tx, c.position)")
                                > 0
                        || copies.behind(service) > 0) return false;
                last += copies.count(service, "select coalesce(max(position), 0) from event");
            }
            var same = last == before[0];
            before[0] = last;
            return same;
        });
    }

    private void read() throws SQLException {
        for (var service : Stand.SERVICES) {
            var events = copies.journal(service);
            journals.put(service, events);
            events.forEach(event -> known.put(event.id(), event));
        }
    }

    private void commands(Ledger ledger) {
        var byCause = known.values().stream().collect(Collectors.groupingBy(Event::causation));
        ledger.acknowledged().forEach((command, answer) -> {
            var events = byCause.getOrDefault(command.key().toString(), List.of());
            if (events.isEmpty())
                found.lost(command.method() + " " + command.path() + " was acknowledged with " + answer.what());
            else if (answer.version() > 0
                    && events.stream().mapToLong(Event::version).max().orElse(0) != answer.version())
                found.disordered(
                        command.path() + " was told version " + answer.version() + ", the journal has " + events);
            events.stream()
                    .filter(event -> !event.actor().equals(command.user())
                            || command.method().equals("PUT") && !command.path().contains(event.streamId()))
                    .forEach(event -> found.disordered(command.path() + " of " + command.user() + " is recorded as "
                            + event + " of " + event.actor()));
        });
        var causes = ledger.commands().stream().map(c -> c.key().toString()).collect(Collectors.toSet());
        byCause.forEach((cause, events) -> {
            if (!causes.contains(cause) && !known.containsKey(cause)) return;
            var seen = new HashSet<String>();
            for (var event : events)
                if (!seen.add(event.service() + event.stream() + event.type()))
                    found.doubled(event + " by the same cause " + cause);
            if (causes.contains(cause)
                    && events.stream().map(Event::stream).distinct().count() > 1)
                found.doubled("command " + cause + " took effect on " + events);
        });
    }

    private void streams(String service) {
        new Chains("journal of " + service).check(journals.get(service), true);
    }

    private void topic(String service) {
        var topic = copies.topic(service);
        var first = first(topic.events());
        repeats += topic.events().size() - first.size();
        missing(journals.get(service), first.keySet(), "topic " + service + ".events");
        unknown(first.values(), "topic " + service + ".events", odd(service));
        var likeEvents =
                (int) first.keySet().stream().filter(odd(service)::contains).count();
        if (topic.others() + likeEvents != sent.apply(service).size())
            found.wrong("topic " + service + ".events holds " + topic.others() + " messages that are no event, and "
                    + likeEvents + " that look like one, where "
                    + sent.apply(service).size() + " were sent on purpose");
        for (var event : topic.events())
            if (known.containsKey(event.id())
                    && !event.seal().equals(known.get(event.id()).seal()))
                found.disordered("topic " + service + ".events holds another copy of " + event);
        new Chains("topic " + service + ".events").check(ours(first.values()), false);
    }

    private void archive() throws SQLException {
        var log = copies.archive();
        var first = first(log);
        if (first.size() < log.size())
            found.doubled("the archive holds " + (log.size() - first.size()) + " events twice");
        missing(known.values(), first.keySet(), "the archive's log");
        var odd = new HashSet<String>();
        Stand.SERVICES.forEach(service -> odd.addAll(odd(service)));
        unknown(first.values(), "the archive's log", odd);
        var faults = copies.count("archive", "select count(*) from archived_event where fault is not null");
        if (odd.isEmpty() && faults > 0) found.disordered("the archive holds " + faults + " events for faulty");
        if (!odd.isEmpty() && faults == 0) found.wrong("the archive took odd messages for whole");
        new Chains("archive's log").check(ours(first.values()), true);
        for (var event : ours(log))
            if (!event.service().equals(known.get(event.id()).service()))
                found.disordered("the archive holds " + event + " as another service's");
    }

    /** Events that a drill itself has sent are nobody's. */
    private List<Event> ours(Collection<Event> events) {
        return events.stream().filter(e -> known.containsKey(e.id())).toList();
    }

    /** What was told and is in no journal: lost there, or never was. */
    private void unknown(Collection<Event> events, String where, Set<String> odd) {
        var strangers = events.stream().filter(e -> !known.containsKey(e.id())).toList();
        strangers.stream()
                .filter(e -> !odd.contains(e.id()))
                .forEach(event -> found.lost(where + " holds " + event + ", which no journal does"));
        if (!odd.isEmpty()) found.remark(where + " holds " + strangers.size() + " odd ones that look like events");
    }

    /** What a drill has sent with an id. */
    private Set<String> odd(String service) {
        return sent.apply(service).stream().map(Drill.Odd::id).collect(Collectors.toSet());
    }

    private static Map<String, Event> first(List<Event> events) {
        var first = new java.util.LinkedHashMap<String, Event>();
        events.forEach(event -> first.putIfAbsent(event.id(), event));
        return first;
    }

    private void missing(Collection<Event> events, Set<String> there, String where) {
        for (var event : events) if (!there.contains(event.id())) found.lost(where + " lacks " + event);
    }

    /** Each has noted every event of every type that it reads, and nothing that nobody knows it to read. */
    private void consumers(String service) throws SQLException {
        for (var letter : copies.deadLetters(service))
            if (known.containsKey(letter)) found.wrong(service + " laid to the dead letters " + known.get(letter));
        var noted = copies.noted(service);
        for (var reader : Reader.ALL)
            if (reader.service().equals(service))
                missing(
                        journals.get(reader.from()).stream()
                                .filter(e -> reader.reads(e.type()))
                                .toList(),
                        noted.getOrDefault(reader.name(), Set.of()),
                        reader.toString());
        noted.forEach((name, ids) -> ids.stream()
                .map(known::get)
                .filter(event -> event != null
                        && Reader.ALL.stream()
                                .noneMatch(r -> r.service().equals(service)
                                        && r.name().equals(name)
                                        && r.from().equals(event.service())
                                        && r.reads(event.type())))
                .forEach(event -> found.wrong(service + "'s " + name + " has noted " + event
                        + ", which this audit does not know it to read")));
    }

    /** Table by table the same before and after every read model was made anew. */
    private void readModels(String service) throws SQLException {
        var admin = stand.token("sys-admin");
        var base = "http://127.0.0.1:" + stand.port(service) + "/" + service + "/read-models";
        var names = new ArrayList<String>();
        var matcher = NAME.matcher(Http.must(Http.request(base, admin).GET().build()));
        while (matcher.find()) names.add(matcher.group(1));
        var before = copies.readModels(service);
        for (var name : names)
            try {
                Http.must(Http.request(base + "/" + name + "/rebuild", admin)
                        .timeout(REBUILDING)
                        .POST(BodyPublishers.noBody())
                        .build());
            } catch (Failure e) {
                found.wrong(e.getMessage());
            }
        var after = copies.readModels(service);
        before.forEach((table, rows) -> {
            if (rows.equals(after.get(table))) return;
            var lacks = new ArrayList<>(rows);
            after.getOrDefault(table, List.of()).forEach(lacks::remove);
            found.disordered("table " + table + " of " + service + " differs from its rebuild: " + rows.size()
                    + " rows before, " + after.getOrDefault(table, List.of()).size() + " after, first "
                    + lacks.stream().findFirst().orElse("more after"));
        });
    }

    private void proofs() {
        journals.get("household").stream()
                .filter(e -> e.type().equals("HouseholdRegistered"))
                .limit(PROOFS)
                .forEach(e -> {
                    var id = e.stream().substring(e.stream().indexOf('/') + 1);
                    var proof = Http.must(
                            Http.request(stand.url() + "/archive/households/" + id + "/proof", stand.token("auditor"))
                                    .GET()
                                    .build());
                    if (!proof.replace(" ", "").startsWith("{\"householdId\":\"" + id + "\",\"whole\":true"))
                        found.disordered("the proof of " + id + " is not whole: " + proof);
                });
    }

    /** What was acknowledged as kept is given back as it was sent. */
    private void documents(Ledger ledger) {
        ledger.acknowledged().keySet().stream()
                .filter(command -> command.method().equals("POST"))
                .limit(DOCUMENTS)
                .forEach(command -> {
                    var hash = HexFormat.of().formatHex(Event.sha256(command.body()));
                    try {
                        var content = Http.must(Http.request(
                                        stand.url() + "/archive/documents/" + hash + "/content",
                                        stand.token(command.user()))
                                .GET()
                                .build());
                        if (!content.equals(command.body()))
                            found.disordered("document " + hash + " is not what was sent");
                    } catch (Failure e) {
                        found.lost("document " + hash + ": " + e.getMessage());
                    }
                });
    }

    /** Streams followed event by event, each event being what the journal has under that id. */
    private final class Chains {

        private final String where;
        private final Map<String, Event> heads = new HashMap<>();

        Chains(String where) {
            this.where = where;
        }

        /** @param sealing whether hashes are computed anew, or only held against the journal's */
        void check(List<Event> events, boolean sealing) {
            for (var event : events) {
                var head = heads.put(event.service() + event.stream(), event);
                if (event.version() != (head == null ? 1 : head.version() + 1))
                    found.disordered(where + ": " + event + " comes after " + head);
                else if (!event.follows(head == null ? Event.START : head.hash()))
                    found.disordered(where + ": " + event + " does not follow " + head);
                if (sealing && !event.sealed()) found.disordered(where + ": " + event + " is not what was hashed");
                if (!event.seal().equals(known.get(event.id()).seal())
                        || !event.fields().equals(known.get(event.id()).fields()))
                    found.disordered(where + ": " + event + " is not what the journal holds");
            }
        }
    }
}
