package org.shouwang.monitoring.removal;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.removal.RemovalRefusal.*;

import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.removal.RemovalCase.*;
import org.shouwang.monitoring.removal.RemovalCommand.*;
import org.shouwang.monitoring.removal.RemovalEvent.*;

/** The rules of a removal as a table: proposed, visited, reviewed, agreed to, made public, approved twice, marked; or rejected. */
public final class RemovalDecider implements Decider<RemovalCommand, RemovalCase, RemovalEvent> {

    private record On(RemovalCommand command, RemovalCase state) {}

    @Override
    public Decision<RemovalEvent> decide(RemovalCommand command, RemovalCase state) {
        if (onRecord(command, state)) return nothing();
        return switch (new On(command, state)) {
            case On(Propose c, None _) -> Proposals.propose(c);
            case On(Propose _, RemovalCase _) -> refuse(REMOVAL_ALREADY_PROPOSED);
            case On(RemovalCommand _, None _) -> refuse(NOT_FOUND);

            case On(Move c, RemovalCase r) ->
                accept(new RemovalMoved(r.current().proposed().areaCode(), c.to(), c.on()));

            case On(Visit c, Running r) -> Steps.visit(c, r.progress());
            case On(Review c, Running r) -> Steps.review(c, r.progress());
            case On(Agree c, Running r) -> Steps.agree(c, r.progress());
            case On(Publicize c, Running r) -> Publicity.publicize(c, r.progress());
            case On(EndPublicity c, Running r) -> Publicity.end(c, r.progress());
            case On(Raise c, Running r) -> Publicity.raise(c, r.progress());
            case On(DecideObjection c, Running r) -> Publicity.decide(c, r.progress());
            case On(TownReview c, Running r) -> Approvals.town(c, r.progress());
            case On(CountyDecide c, Running r) -> Approvals.county(c, r.progress());
            case On(Mark c, Running r) -> Approvals.mark(c, r.progress());
            case On(Reject c, Running r) -> Approvals.reject(c, r.progress());

            case On(RemovalCommand _, Marked _) -> refuse(REMOVAL_CLOSED);
            case On(RemovalCommand _, Rejected _) -> refuse(REMOVAL_CLOSED);
        };
    }

    /** Said already, and not undone since by a return: it changes nothing, however far the removal has come. */
    private static boolean onRecord(RemovalCommand command, RemovalCase state) {
        var p = state.current();
        if (p == null) return false;
        return switch (command) {
            case Propose c -> Proposals.same(c, p.proposed());
            case Visit c -> p.visited() != null && Steps.visited(c, p).equals(p.visited());
            case Review c -> Steps.reviewed(c).equals(p.reviewed());
            case Agree c -> Steps.consented(c).equals(p.consented());
            case Publicize c -> p.publicized() != null && Publicity.posted(c, p).equals(p.publicized());
            case EndPublicity c -> new RemovalPublicityEnded(c.endedOn(), c.documents()).equals(p.ended());
            case Raise c -> {
                var known = p.objections().get(c.objectionId());
                yield known != null && Publicity.raised(c).equals(known.raised());
            }
            case DecideObjection c -> {
                var known = p.objections().get(c.objectionId());
                yield known != null && Publicity.resolved(c).equals(known.resolved());
            }
            case TownReview c ->
                c.approved()
                        ? Approvals.approved(c).equals(p.town())
                        : Approvals.returned(c).equals(p.returned());
            case CountyDecide c ->
                c.approved()
                        ? Approvals.approved(c).equals(p.county())
                        : Approvals.returned(c).equals(p.returned());
            case Mark c -> state instanceof Marked m && new RemovalMarked(c.markedOn(), c.after()).equals(m.marked());
            case Move c -> c.to().equals(p.proposed().areaCode());
            case Reject c ->
                state instanceof Rejected r
                        && new RemovalRejected(c.rejectedOn(), c.reason(), c.failed()).equals(r.rejected());
        };
    }

    @Override
    public RemovalCase initial() {
        return new None();
    }

    @Override
    public RemovalCase evolve(RemovalCase state, RemovalEvent event) {
        var p = state.current();
        return switch (event) {
            case RemovalProposed e -> new Running(Progress.begin(e));
            case RemovalCriteriaAnswered _ -> state;
            case RemovalVisited e -> new Running(p.with(e));
            case RemovalReviewed e -> new Running(p.with(e));
            case RemovalConsented e -> new Running(p.with(e));
            case RemovalPublicized e -> new Running(p.with(e));
            case RemovalPublicityEnded e -> new Running(p.with(e));
            case RemovalObjectionRaised e -> new Running(p.with(e));
            case RemovalObjectionResolved e -> resolved(p.with(e), e);
            case RemovalTownApproved e -> new Running(p.with(e));
            case RemovalReturned e -> new Running(p.with(e));
            case RemovalCountyApproved e -> new Running(p.with(e));
            case RemovalMoved e -> state.in(e.to());
            case RemovalMarked e -> new Marked(p, e);
            case RemovalRejected e -> new Rejected(p, e);
        };
    }

    private static RemovalCase resolved(Progress p, RemovalObjectionResolved e) {
        return new Running(e.sustained() ? p.again(e.decidedOn()) : p);
    }
}
