package org.shouwang.monitoring.checklist;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.checklist.ChecklistRefusal.CHECKLIST_NOT_SHOWN;

import java.time.LocalDate;
import java.util.List;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.checklist.ChecklistCommand.*;
import org.shouwang.monitoring.checklist.ChecklistEntry.*;
import org.shouwang.monitoring.checklist.ChecklistEvent.*;

/** The rules of a village's checklist (上墙事项): each item is shown by a photo, and counts until somebody finds it gone. */
final class ChecklistDecider implements Decider<ChecklistCommand, ChecklistEntry, ChecklistEvent> {

    private static final String PHOTO = "DOC_PHOTO";

    private record On(ChecklistCommand command, ChecklistEntry state) {}

    @Override
    public Decision<ChecklistEvent> decide(ChecklistCommand command, ChecklistEntry state) {
        return switch (new On(command, state)) {
            case On(Show c, Shown s) when shown(c).equals(s.shown()) -> nothing();
            case On(Show c, ChecklistEntry _)
            when !c.photo().wellFormed() -> refuse(DOCUMENT_INVALID, DocumentRef.illFormed(List.of(c.photo())));
            case On(Show c, ChecklistEntry _) when !c.photo().kind().equals(PHOTO) -> refuse(EVIDENCE_MISSING, PHOTO);
            case On(Show c, ChecklistEntry s) when before(c.on(), s) -> refuse(DATE_OUT_OF_ORDER, last(s).toString());
            case On(Show c, ChecklistEntry _) -> accept(shown(c));
            case On(NoteGone c, Gone s) when gone(c).equals(s.gone()) -> nothing();
            case On(NoteGone c, Shown s) when before(c.on(), s) -> refuse(DATE_OUT_OF_ORDER, last(s).toString());
            case On(NoteGone c, Shown _) -> accept(gone(c));
            case On(NoteGone _, ChecklistEntry _) -> refuse(CHECKLIST_NOT_SHOWN);
        };
    }

    private static ChecklistItemShown shown(Show c) {
        return new ChecklistItemShown(c.areaCode(), c.item(), c.on(), c.photo());
    }

    private static ChecklistItemGone gone(NoteGone c) {
        return new ChecklistItemGone(c.areaCode(), c.item(), c.on());
    }

    private static boolean before(LocalDate on, ChecklistEntry state) {
        return last(state) != null && on.isBefore(last(state));
    }

    private static LocalDate last(ChecklistEntry state) {
        return switch (state) {
            case Missing _ -> null;
            case Shown s -> s.shown().on();
            case Gone s -> s.gone().on();
        };
    }

    @Override
    public ChecklistEntry initial() {
        return new Missing();
    }

    @Override
    public ChecklistEntry evolve(ChecklistEntry state, ChecklistEvent event) {
        return switch (event) {
            case ChecklistItemShown e -> new Shown(e);
            case ChecklistItemGone e -> new Gone(e);
        };
    }
}
