package org.shouwang.monitoring.request;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.request.RequestRefusal.*;

import java.time.LocalDate;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.Department;
import org.shouwang.monitoring.SensitiveText;
import org.shouwang.monitoring.request.HouseholdRequest.Closed;
import org.shouwang.monitoring.request.HouseholdRequest.Unknown;
import org.shouwang.monitoring.request.RequestCommand.*;
import org.shouwang.monitoring.request.RequestEvent.*;

/** A request is recorded once, and closed once: by an answer, or by a clue. */
final class RequestDecider implements Decider<RequestCommand, HouseholdRequest, RequestEvent> {

    private record On(RequestCommand command, HouseholdRequest state) {}

    @Override
    public Decision<RequestEvent> decide(RequestCommand command, HouseholdRequest state) {
        return switch (new On(command, state)) {
            case On(Open c, Unknown _)
            when c.endedOn() != null -> refuse(HOUSEHOLD_ENDED, c.endedOn().toString());
            case On(Open c, Unknown _)
            when c.request().dept() != null && !Department.known(c.request().dept()) ->
                refuse(DEPARTMENT_UNKNOWN, c.request().dept());
            case On(Open c, Unknown _) -> checked(c.request(), c.request().text(), "text");
            case On(Open c, HouseholdRequest s)
            when c.request().in(s.recorded().areaCode()).equals(s.recorded()) -> nothing();
            case On(Open _, HouseholdRequest _) -> refuse(REQUEST_ALREADY_RECORDED);

            case On(RequestCommand _, Unknown _) -> refuse(REQUEST_UNKNOWN);

            case On(Answer c, Closed s) -> again(new HouseholdRequestAnswered(c.answer(), c.closedOn()), s);
            case On(Promote c, Closed s) -> again(new HouseholdRequestPromoted(c.clueId(), c.on()), s);
            case On(Answer c, HouseholdRequest.Open s)
            when c.dept() != null && !c.dept().equals(s.request().dept()) -> refuse(REQUEST_OF_OTHER_DEPT);
            case On(Answer c, HouseholdRequest.Open s)
            when c.closedOn().isBefore(s.request().askedOn()) ->
                early(s.request().askedOn());
            case On(Promote c, HouseholdRequest.Open s)
            when c.on().isBefore(s.request().askedOn()) -> early(s.request().askedOn());
            case On(Answer c, HouseholdRequest.Open _) ->
                checked(new HouseholdRequestAnswered(c.answer(), c.closedOn()), c.answer(), "answer");
            case On(Promote c, HouseholdRequest.Open _) -> accept(new HouseholdRequestPromoted(c.clueId(), c.on()));

            case On(Move c, HouseholdRequest s) when c.to().equals(s.recorded().areaCode()) -> nothing();
            case On(Move c, HouseholdRequest s) ->
                accept(new HouseholdRequestMoved(s.recorded().areaCode(), c.to(), c.on()));
        };
    }

    private static Decision<RequestEvent> checked(RequestEvent event, String text, String field) {
        if (text == null || text.isBlank()) return refuse(REQUEST_TEXT_REQUIRED, field);
        return SensitiveText.numbersIn(text).isEmpty() ? accept(event) : refuse(SENSITIVE_TEXT, field);
    }

    private static Decision<RequestEvent> again(RequestEvent event, Closed s) {
        return event.equals(s.end()) ? nothing() : refuse(REQUEST_CLOSED);
    }

    private static Decision<RequestEvent> early(LocalDate asked) {
        return refuse(DATE_OUT_OF_ORDER, asked.toString());
    }

    @Override
    public HouseholdRequest initial() {
        return new Unknown();
    }

    @Override
    public HouseholdRequest evolve(HouseholdRequest state, RequestEvent event) {
        return switch (event) {
            case HouseholdRequestRecorded e -> new HouseholdRequest.Open(e);
            case HouseholdRequestAnswered _, HouseholdRequestPromoted _ -> new Closed(state.recorded(), event);
            case HouseholdRequestMoved e -> state.in(e.to());
        };
    }
}
