package org.shouwang.monitoring.removal;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Streams.Step;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.MonitoredObject;
import org.shouwang.monitoring.object.NaturalReason;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.BeginRemoval;
import org.shouwang.monitoring.object.ObjectDecider;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.object.RemovalMethod;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.removal.RemovalCommand.Propose;

/** Lists of removals (提出名单), proposed as a whole: every household is looked at, and either all are recorded or none. */
@Singleton
class RemovalLists {

    /** A household of a list. @param naturalReason and {@code proof}: for one that is gone */
    record Entry(UUID householdId, RemovalMethod method, NaturalReason naturalReason, List<DocumentRef> proof) {}

    /** A household that was proposed. @param removalId follows from the list and the household, so that the list again changes nothing */
    record Listed(UUID householdId, UUID removalId, List<Criterion.Explained> answers) {}

    /** @param command null where the household itself is not to be had @param wrong all that stands against it, behind its id */
    private record Looked(UUID removalId, Propose command, List<Criterion.Answer> answers, List<String> wrong) {}

    private final Journal journal;
    private final Removals removals;
    private final Objects objects;
    private final RemovalInputs inputs;
    private final Facts facts;
    private final Policies policies;
    private final Lines lines;

    RemovalLists(
            Journal journal,
            Removals removals,
            Objects objects,
            RemovalInputs inputs,
            Facts facts,
            Policies policies,
            Lines lines) {
        this.journal = journal;
        this.removals = removals;
        this.objects = objects;
        this.inputs = inputs;
        this.facts = facts;
        this.policies = policies;
        this.lines = lines;
    }

    static UUID removal(UUID list, UUID household) {
        return UUID.nameUUIDFromBytes(("removal/" + list + "/" + household).getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses with all that is wrong, household by household, and then records nothing. */
    Uni<List<Listed>> propose(UUID list, LocalDate on, List<Entry> entries, Cause cause) {
        var households =
                entries.stream().map(Entry::householdId).distinct().sorted().toList();
        return journal.transaction(session -> facts.hold(session, households)
                .chain(() -> inputs.known(session, households))
                .chain(known -> removals.loadAll(
                                session,
                                households.stream()
                                        .map(household -> removal(list, household))
                                        .toList())
                        .chain(begun -> each(entries, entry -> {
                            var id = removal(list, entry.householdId());
                            return look(
                                    session, id, on, entry, known, begun.get(id).state(), cause);
                        })))
                .chain(looked -> {
                    var wrong = Stream.concat(twice(entries), looked.stream().flatMap(l -> l.wrong().stream()))
                            .toList();
                    return wrong.isEmpty()
                            ? record(session, looked, cause)
                            : Uni.createFrom().failure(new Refused(RemovalRefusal.LIST_REFUSED, wrong));
                }));
    }

    private static Stream<String> twice(List<Entry> entries) {
        return entries.stream().collect(groupingBy(Entry::householdId, counting())).entrySet().stream()
                .filter(e -> e.getValue() > 1)
                .map(e -> e.getKey() + ":ONCE")
                .sorted();
    }

    private Uni<Looked> look(
            StatelessSession session,
            UUID id,
            LocalDate on,
            Entry entry,
            RemovalInputs.Known known,
            RemovalCase removal,
            Cause cause) {
        var household = entry.householdId();
        return inputs.object(session, household, cause.actor())
                .chain(object -> policies.inForce(session, object.areaCode(), on)
                        .chain(terms -> lines.amount(session, terms, object.areaCode(), on)
                                .map(line -> new Propose(
                                        household,
                                        object.areaCode(),
                                        entry.method(),
                                        entry.naturalReason(),
                                        entry.proof(),
                                        on,
                                        terms,
                                        RemovalInputs.facts(object, line.orElse(null), known)))))
                .map(command -> looked(id, command, removal, known.objects().get(household)))
                .onFailure(Refused.class)
                .recoverWithItem(refused -> new Looked(
                        id,
                        null,
                        List.of(),
                        List.of(line(household, refused.reason().name(), refused.details()))));
    }

    private static Looked looked(UUID id, Propose command, RemovalCase removal, MonitoredObject object) {
        var household = command.householdId();
        var answers = Proposals.answers(command);
        var wrong = new ArrayList<String>();
        if (removal instanceof RemovalCase.None) {
            Proposals.faults(command)
                    .forEach(f -> wrong.add(line(household, f.reason().name(), f.details())));
            refusal(new ObjectDecider().decide(new BeginRemoval(id, command.proposedOn()), object), household)
                    .forEach(wrong::add);
            answers.stream()
                    .filter(a -> a.result() == Criterion.Result.FAIL)
                    .map(a -> line(household, a.criterion().name(), a.why() == null ? List.of() : List.of(a.why())))
                    .forEach(wrong::add);
        } else refusal(new RemovalDecider().decide(command, removal), household).forEach(wrong::add);
        return new Looked(id, command, answers, wrong.stream().distinct().toList());
    }

    private static Stream<String> refusal(Decision<?> decision, UUID household) {
        return decision instanceof Decision.Refused<?>(var reason, var details)
                ? Stream.of(line(household, reason.name(), details))
                : Stream.empty();
    }

    private static String line(UUID household, String code, List<String> details) {
        return details.isEmpty() ? household + ":" + code : household + ":" + code + ":" + String.join(",", details);
    }

    private Uni<List<Listed>> record(StatelessSession session, List<Looked> looked, Cause cause) {
        var steps = looked.stream()
                .map(l -> new Step<RemovalCommand>(l.removalId(), l.command(), under(l, cause)))
                .toList();
        return removals.handleAll(session, steps)
                .chain(outcomes -> objects.handleAll(
                        session,
                        IntStream.range(0, looked.size())
                                .filter(i -> outcomes.get(i).created())
                                .mapToObj(looked::get)
                                .map(l -> new Step<ObjectCommand>(
                                        l.command().householdId(),
                                        new BeginRemoval(
                                                l.removalId(), l.command().proposedOn()),
                                        under(l, cause)))
                                .toList()))
                .map(_ -> looked.stream()
                        .map(l -> new Listed(
                                l.command().householdId(), l.removalId(), Criterion.Explained.of(l.answers())))
                        .toList());
    }

    private static Cause under(Looked looked, Cause cause) {
        return cause.under(looked.command().terms().ref());
    }

    private static <T, R> Uni<List<R>> each(List<T> all, Function<T, Uni<? extends R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .asList();
    }
}
