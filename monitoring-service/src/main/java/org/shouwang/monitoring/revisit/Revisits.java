package org.shouwang.monitoring.revisit;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.clue.ClueCommand.Receive;
import org.shouwang.monitoring.clue.ClueSource;
import org.shouwang.monitoring.clue.Clues;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.facts.GridFacts;
import org.shouwang.monitoring.facts.Indicator;
import org.shouwang.monitoring.line.Lines;
import org.shouwang.monitoring.object.ObjectRefusal;
import org.shouwang.monitoring.object.ObjectViews;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.object.RiskCode;
import org.shouwang.monitoring.policy.Policies;
import org.shouwang.monitoring.policy.PolicyTerms;
import org.shouwang.monitoring.revisit.Revisit.Done;
import org.shouwang.monitoring.revisit.RevisitCommand.Report;
import org.shouwang.monitoring.revisit.RevisitEvent.RevisitDone;
import org.shouwang.monitoring.revisit.RevisitResource.RevisitBody;

/** The visits to all households after their removal, a stream per household and period; what a visit finds becomes a clue in the same moment. */
@Singleton
public class Revisits extends Streams<RevisitCommand, Revisit, RevisitEvent> {

    private final Journal journal;
    private final ObjectViews views;
    private final Objects objects;
    private final Facts facts;
    private final GridFacts grids;
    private final Lines lines;
    private final Policies policies;
    private final Clues clues;

    Revisits(
            Journal journal,
            @All List<Projection<RevisitEvent>> projections,
            ObjectViews views,
            Objects objects,
            Facts facts,
            GridFacts grids,
            Lines lines,
            Policies policies,
            Clues clues) {
        super(journal, "revisit", new RevisitDecider(), new EventCatalog<>(RevisitEvent.class), projections);
        this.journal = journal;
        this.views = views;
        this.objects = objects;
        this.facts = facts;
        this.grids = grids;
        this.lines = lines;
        this.policies = policies;
        this.clues = clues;
    }

    /** The stream of one household's period. */
    public static UUID stream(UUID household, YearMonth from) {
        return id("revisit", household, from);
    }

    private static UUID id(String what, UUID household, YearMonth from) {
        return UUID.nameUUIDFromBytes((what + "/" + household + "/" + from).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected String area(Revisit state) {
        return switch (state) {
            case Revisit.Expected _ -> null;
            case Revisit.Missed s -> s.missed().areaCode();
            case Done s -> s.done().areaCode();
        };
    }

    @Override
    protected UUID subject(UUID stream, Revisit state) {
        return switch (state) {
            case Revisit.Expected _ -> stream;
            case Revisit.Missed s -> s.missed().householdId();
            case Done s -> s.done().householdId();
        };
    }

    Uni<Outcome> report(UUID household, YearMonth from, RevisitBody body, Cause cause, OptionalLong expected) {
        var id = stream(household, from);
        Function<StatelessSession, Uni<Outcome>> work = session -> facts.hold(session, household)
                .chain(() -> object(session, household, cause))
                .chain(object -> policies.inForce(session, object.areaCode(), body.visitedOn())
                        .chain(terms -> load(session, id).chain(before -> command(session, object, from, body, terms)
                                .chain(command -> handle(session, id, command, cause.under(terms.ref()), expected))
                                .chain(outcome -> outcome.version() == before.version()
                                        ? Uni.createFrom().item(outcome)
                                        : load(session, id)
                                                .chain(after -> follow(session, after.state(), terms, cause))
                                                .replaceWith(outcome)))));
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }

    private Uni<ObjectViews.View> object(StatelessSession session, UUID household, Cause cause) {
        return views.find(session, household)
                .map(found -> found.filter(view -> cause.actor().reaches(view.areaCode()))
                        .orElseThrow(() -> new Refused(ObjectRefusal.NOT_AN_OBJECT)));
    }

    private Uni<Report> command(
            StatelessSession session, ObjectViews.View view, YearMonth from, RevisitBody body, PolicyTerms terms) {
        var id = view.householdId();
        return facts.household(session, id).chain(household -> objects.load(session, id)
                .chain(object -> facts.safeguards(session, id, body.safeguardCheckId())
                        .chain(check -> lines.amount(session, terms, view.areaCode(), body.visitedOn())
                                .chain(line -> grids.home(session, id, body.visitedOn())
                                        .map(home -> new Report(
                                                household,
                                                object.state(),
                                                view.method(),
                                                terms.removal().revisitMonths(),
                                                from,
                                                body.visitor(),
                                                body.visitedOn(),
                                                body.method(),
                                                home,
                                                body.absence(),
                                                body.reached(),
                                                check,
                                                list(body.items()),
                                                body.income(),
                                                body.after(),
                                                line.orElse(null),
                                                body.note(),
                                                list(body.newRisks()),
                                                Boolean.TRUE.equals(body.householderSigned()),
                                                list(body.documents()),
                                                id("revisit-clue", id, from)))))));
    }

    private Uni<?> follow(StatelessSession session, Revisit state, PolicyTerms terms, Cause cause) {
        if (!(state instanceof Done s) || s.done().clueId() == null)
            return Uni.createFrom().nullItem();
        var done = s.done();
        return clues.handle(
                session,
                done.clueId(),
                new Receive(
                        done.householdId(),
                        done.areaCode(),
                        ClueSource.LOOK_BACK,
                        found(done),
                        done.visitedOn(),
                        null,
                        null,
                        null,
                        done.documents(),
                        terms,
                        null),
                cause.under(terms.ref()),
                OptionalLong.empty());
    }

    private static String found(RevisitDone done) {
        var parts = new ArrayList<String>();
        if (!done.wanting().isEmpty())
            parts.add(done.wanting().stream().map(Indicator::zh).collect(Collectors.joining("、")) + "不达标或不清楚");
        if (!done.newRisks().isEmpty())
            parts.add("新风险：" + done.newRisks().stream().map(RiskCode::zh).collect(Collectors.joining("、")));
        if (done.belowLine()) parts.add("人均纯收入不高于监测线");
        if (done.after() != null && done.after().lost()) parts.add("失学辍学、住房损毁、未参保或饮水损毁");
        if (done.note() != null && !done.note().isBlank()) parts.add(done.note().strip());
        return "消除后回访发现：" + String.join("；", parts);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null ? List.of() : given;
    }
}
