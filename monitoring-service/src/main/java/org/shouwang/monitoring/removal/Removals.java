package org.shouwang.monitoring.removal;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.EventCatalog;
import org.shouwang.eventsourcing.journal.EventCatalog.Upcast;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Projection;
import org.shouwang.eventsourcing.journal.Streams;
import org.shouwang.monitoring.Guard;
import org.shouwang.monitoring.facts.Facts;
import org.shouwang.monitoring.object.ObjectCommand;
import org.shouwang.monitoring.object.ObjectCommand.AbandonRemoval;
import org.shouwang.monitoring.object.ObjectCommand.BeginRemoval;
import org.shouwang.monitoring.object.ObjectCommand.Remove;
import org.shouwang.monitoring.object.Objects;
import org.shouwang.monitoring.policy.FormerTerms;
import org.shouwang.monitoring.removal.RemovalCase.*;
import org.shouwang.monitoring.removal.RemovalCommand.Propose;

/** All removals, each together with the household that it is about: what begins, ends or fails here does so there in the same moment. */
@Singleton
public class Removals extends Streams<RemovalCommand, RemovalCase, RemovalEvent> {

    /** The first revision of a notice kept its text, and the head's name with it. */
    static final EventCatalog<RemovalEvent> CATALOG = new EventCatalog<>(
            RemovalEvent.class,
            FormerTerms.of("RemovalProposed"),
            new Upcast("RemovalPublicized", 1, old -> old.without("text")));

    private final Journal journal;
    private final Objects objects;
    private final Facts facts;

    Removals(Journal journal, @All List<Projection<RemovalEvent>> projections, Objects objects, Facts facts) {
        super(journal, "removal", new RemovalDecider(), CATALOG, projections);
        this.journal = journal;
        this.objects = objects;
        this.facts = facts;
    }

    @Override
    protected String area(RemovalCase state) {
        return state.current() == null ? null : state.current().proposed().areaCode();
    }

    @Override
    protected UUID subject(UUID stream, RemovalCase state) {
        return state.current() == null ? stream : state.current().proposed().householdId();
    }

    /** The first step; the household's removal is under way from then on. */
    Uni<Outcome> propose(
            UUID id,
            UUID household,
            Function<StatelessSession, Uni<Propose>> propose,
            Cause cause,
            OptionalLong expected) {
        return within(expected, session -> facts.hold(session, household)
                .chain(() -> propose.apply(session))
                .chain(command -> {
                    var under = cause.under(command.terms().ref());
                    return handle(session, id, command, under, expected)
                            .chain(outcome -> outcome.created()
                                    ? objects.handle(
                                                    session,
                                                    command.householdId(),
                                                    new BeginRemoval(id, command.proposedOn()),
                                                    under,
                                                    OptionalLong.empty())
                                            .replaceWith(outcome)
                                    : Uni.createFrom().item(outcome));
                }));
    }

    /** Any later step, with the removal as it stands. The household follows where the removal ends. */
    Uni<Outcome> step(UUID id, Step command, Cause cause, OptionalLong expected) {
        return within(expected, session -> step(session, id, command, cause, expected));
    }

    /** The same inside a transaction that already is open: for a meeting that is about several households. */
    public Uni<Outcome> step(StatelessSession session, UUID id, Step command, Cause cause, OptionalLong expected) {
        return load(session, id).chain(before -> {
            var progress = before.state().current();
            if (progress == null || !cause.actor().reaches(progress.proposed().areaCode()))
                return Uni.createFrom().failure(new Refused(Guard.NOT_FOUND));
            var under = cause.under(progress.terms().ref());
            return command.of(session, progress)
                    .chain(c -> handle(session, id, c, under, expected))
                    .chain(outcome -> outcome.version() == before.version()
                            ? Uni.createFrom().item(outcome)
                            : load(session, id)
                                    .chain(after -> follow(session, id, after.state(), under))
                                    .replaceWith(outcome));
        });
    }

    /** How a step's command is made from what is known. */
    public interface Step {
        Uni<? extends RemovalCommand> of(StatelessSession session, Progress progress);
    }

    private Uni<?> follow(StatelessSession session, UUID id, RemovalCase state, Cause cause) {
        ObjectCommand command =
                switch (state) {
                    case None _ -> null;
                    case Running _ -> null;
                    case Rejected r -> new AbandonRemoval(id, r.rejected().rejectedOn());
                    case Marked m ->
                        new Remove(
                                id,
                                m.progress().proposed().method(),
                                m.marked().markedOn(),
                                m.progress().proposed().naturalReason(),
                                m.marked().after());
                };
        return command == null
                ? Uni.createFrom().nullItem()
                : objects.handle(
                        session, state.current().proposed().householdId(), command, cause, OptionalLong.empty());
    }

    private <T> Uni<T> within(OptionalLong expected, Function<StatelessSession, Uni<T>> work) {
        return expected.isPresent() ? journal.once(work) : journal.transaction(work);
    }
}
