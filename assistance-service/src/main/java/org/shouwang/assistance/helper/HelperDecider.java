package org.shouwang.assistance.helper;

import static org.shouwang.assistance.Guard.*;
import static org.shouwang.assistance.helper.HelperRefusal.*;
import static org.shouwang.eventsourcing.Decision.*;

import org.shouwang.assistance.Guard;
import org.shouwang.assistance.SensitiveText;
import org.shouwang.assistance.helper.Helper.*;
import org.shouwang.assistance.helper.HelperCommand.*;
import org.shouwang.assistance.helper.HelperEvent.*;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** One helper per household; nobody leaves without a record of the hand-over. */
final class HelperDecider implements Decider<HelperCommand, Helper, HelperEvent> {

    private record On(HelperCommand command, Helper state) {}

    @Override
    public Decision<HelperEvent> decide(HelperCommand command, Helper state) {
        return switch (new On(command, state)) {
            case On(HelperCommand c, Helper h) when repeated(c, h) -> nothing();

            case On(Assign _, Assigned _) -> refuse(HELPER_ALREADY_ASSIGNED);
            case On(Assign c, Helper _) when c.areaCode() == null -> refuse(NOT_YET_KNOWN);
            case On(Assign c, Helper _) when !Guard.userId(c.helper()) -> refuse(PERSON_CODE);
            case On(Assign c, Helper _) when SensitiveText.in(c.unit()) -> refuse(SENSITIVE_TEXT);
            case On(Assign c, Vacant v)
            when c.from().isBefore(v.since()) ->
                refuse(DATE_OUT_OF_ORDER, v.since().toString());
            case On(Assign c, Helper _) -> accept(new HelperAssigned(c.areaCode(), c.helper(), c.unit(), c.from()));

            case On(HandOver c, Assigned h) when h.user().equals(c.to()) -> refuse(SAME_HELPER);
            case On(HandOver c, Assigned _) when !Guard.userId(c.to()) -> refuse(PERSON_CODE);
            case On(HandOver c, Assigned _) when !Guard.reasonGiven(c.reason()) -> refuse(REASON_REQUIRED);
            case On(HandOver c, Assigned _) when SensitiveText.in(c.reason(), c.unit()) -> refuse(SENSITIVE_TEXT);
            case On(HandOver c, Assigned _) when c.record() == null -> refuse(HANDOVER_RECORD_REQUIRED);
            case On(HandOver c, Assigned _)
            when !c.record().wellFormed() ->
                refuse(DOCUMENT_INVALID, String.valueOf(c.record().kind()));
            case On(HandOver c, Assigned h)
            when c.on().isBefore(h.since()) ->
                refuse(DATE_OUT_OF_ORDER, h.since().toString());
            case On(HandOver c, Assigned h) ->
                accept(new HelperHandedOver(h.user(), c.to(), c.unit(), c.reason(), c.record(), c.on()));

            case On(Release c, Assigned _) when c.monitored() -> refuse(HELPER_REQUIRED);
            case On(Release c, Assigned _) when !Guard.reasonGiven(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Release c, Assigned _) when SensitiveText.in(c.reason()) -> refuse(SENSITIVE_TEXT);
            case On(Release c, Assigned _) when c.record() == null -> refuse(HANDOVER_RECORD_REQUIRED);
            case On(Release c, Assigned _)
            when !c.record().wellFormed() ->
                refuse(DOCUMENT_INVALID, String.valueOf(c.record().kind()));
            case On(Release c, Assigned h)
            when c.on().isBefore(h.since()) ->
                refuse(DATE_OUT_OF_ORDER, h.since().toString());
            case On(Release c, Assigned h) -> accept(new HelperReleased(h.user(), c.reason(), c.record(), c.on()));
            case On(Release _, Vacant _) -> refuse(STEP_ALREADY_RECORDED);

            case On(Move c, Assigned h)
            when !c.to().equals(h.areaCode()) -> accept(new HelperMoved(h.areaCode(), c.to(), c.on()));
            case On(Move c, Vacant v)
            when !c.to().equals(v.areaCode()) -> accept(new HelperMoved(v.areaCode(), c.to(), c.on()));
            case On(Move _, Helper _) -> nothing();

            case On(HelperCommand _, Nobody _), On(HelperCommand _, Vacant _) -> refuse(HELPER_NOT_FOUND);
        };
    }

    /** Done already, word for word. Who is assigned again after a release is assigned anew. */
    private static boolean repeated(HelperCommand command, Helper state) {
        var steps = state.steps();
        return switch (command) {
            case Assign c
            when state instanceof Assigned ->
                steps.last(HelperAssigned.class)
                        .filter(e -> e.equals(new HelperAssigned(e.areaCode(), c.helper(), c.unit(), c.from())))
                        .isPresent();
            case HandOver c ->
                steps.last(HelperHandedOver.class)
                        .filter(e -> e.equals(
                                new HelperHandedOver(e.from(), c.to(), c.unit(), c.reason(), c.record(), c.on())))
                        .isPresent();
            case Release c ->
                steps.last(HelperReleased.class)
                        .filter(e -> e.equals(new HelperReleased(e.helper(), c.reason(), c.record(), c.on())))
                        .isPresent();
            case Assign _, Move _ -> false;
        };
    }

    @Override
    public Helper initial() {
        return new Nobody();
    }

    @Override
    public Helper evolve(Helper state, HelperEvent event) {
        return switch (event) {
            case HelperAssigned e ->
                new Assigned(e.areaCode(), e.helper(), e.from(), state.steps().and(e));
            case HelperHandedOver e
            when state instanceof Assigned h ->
                new Assigned(h.areaCode(), e.to(), e.on(), h.steps().and(e));
            case HelperReleased e
            when state instanceof Assigned h ->
                new Vacant(h.areaCode(), e.on(), h.steps().and(e));
            case HelperMoved e when state instanceof Assigned h -> new Assigned(e.to(), h.user(), h.since(), h.steps());
            case HelperMoved e when state instanceof Vacant v -> new Vacant(e.to(), v.since(), v.steps());
            case HelperHandedOver _, HelperReleased _, HelperMoved _ -> state;
        };
    }
}
