package org.shouwang.monitoring.checklist;

import static org.shouwang.monitoring.Guard.*;
import static org.shouwang.monitoring.checklist.ChecklistRefusal.CHECKLIST_NOT_SHOWN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.checklist.ChecklistCommand.*;
import org.shouwang.monitoring.checklist.ChecklistEvent.*;
import org.shouwang.monitoring.policy.ChecklistItem;

class ChecklistDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final ChecklistItem ITEM = ChecklistItem.GRID_MEMBER_DUTIES;
    private static final LocalDate DAY = LocalDate.of(2021, 11, 10);
    private static final DocumentRef PHOTO = new DocumentRef("DOC_PHOTO", "ab".repeat(32));

    private final Spec<ChecklistCommand, ChecklistEntry, ChecklistEvent> item = Spec.of(new ChecklistDecider());

    @Test
    void an_item_is_shown_by_its_photo() {
        item.given().when(show(DAY)).then(shown(DAY));
        item.given(shown(DAY)).when(show(DAY)).thenNothing();
        item.given(shown(DAY)).when(show(DAY.plusDays(1))).then(shown(DAY.plusDays(1)));
        item.given().when(show("DOC_NOTICE")).thenRefused(EVIDENCE_MISSING, "DOC_PHOTO");
        item.given().when(show("PHOTO")).thenRefused(DOCUMENT_INVALID, "PHOTO");
    }

    @Test
    void what_is_found_gone_was_there_before() {
        var gone = new ChecklistItemGone(VILLAGE, ITEM, DAY);
        item.given().when(new NoteGone(VILLAGE, ITEM, DAY)).thenRefused(CHECKLIST_NOT_SHOWN);
        item.given(shown(DAY)).when(new NoteGone(VILLAGE, ITEM, DAY)).then(gone);
        item.given(shown(DAY), gone).when(new NoteGone(VILLAGE, ITEM, DAY)).thenNothing();
        item.given(shown(DAY), gone)
                .when(new NoteGone(VILLAGE, ITEM, DAY.plusDays(1)))
                .thenRefused(CHECKLIST_NOT_SHOWN);
    }

    @Test
    void its_days_follow_each_other() {
        var before = DAY.minusDays(1);
        item.given(shown(DAY)).when(show(before)).thenRefused(DATE_OUT_OF_ORDER, DAY.toString());
        item.given(shown(DAY)).when(new NoteGone(VILLAGE, ITEM, before)).thenRefused(DATE_OUT_OF_ORDER, DAY.toString());
        item.given(shown(before), new ChecklistItemGone(VILLAGE, ITEM, DAY))
                .when(show(before))
                .thenRefused(DATE_OUT_OF_ORDER, DAY.toString());
        item.given(shown(before), new ChecklistItemGone(VILLAGE, ITEM, DAY))
                .when(show(DAY))
                .then(shown(DAY));
    }

    private static Show show(LocalDate on) {
        return new Show(VILLAGE, ITEM, on, PHOTO);
    }

    private static Show show(String kind) {
        return new Show(VILLAGE, ITEM, DAY, new DocumentRef(kind, "ab".repeat(32)));
    }

    private static ChecklistItemShown shown(LocalDate on) {
        return new ChecklistItemShown(VILLAGE, ITEM, on, PHOTO);
    }
}
