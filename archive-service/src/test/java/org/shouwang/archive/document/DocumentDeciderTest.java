package org.shouwang.archive.document;

import static org.shouwang.archive.document.DocumentRefusal.*;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.archive.document.DocumentCommand.*;
import org.shouwang.archive.document.DocumentEvent.*;
import org.shouwang.eventsourcing.Spec;

class DocumentDeciderTest {

    private static final String VILLAGE = "610727105208";
    private static final String SCAN = "a".repeat(64);
    private static final String BETTER = "b".repeat(64);
    private static final UUID HOME = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID NEXT_DOOR = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final DocumentReceived RECEIVED =
            new DocumentReceived("DOC_VISIT_FORM", SCAN, 12, "image/png", VILLAGE, HOME);

    private final Spec<DocumentCommand, Document, DocumentEvent> document = Spec.of(new DocumentDecider());

    private static Receive receive(String kind, UUID household) {
        return new Receive(kind, SCAN, 12, "image/png", VILLAGE, household);
    }

    @Test
    void a_document_is_received() {
        document.given().when(receive("DOC_VISIT_FORM", HOME)).then(RECEIVED);
    }

    @Test
    void receiving_it_again_changes_nothing() {
        document.given(RECEIVED).when(receive("DOC_VISIT_FORM", HOME)).thenNothing();
    }

    @Test
    void one_sheet_serves_two_households() {
        document.given(RECEIVED)
                .when(receive("DOC_VISIT_FORM", NEXT_DOOR))
                .then(new DocumentFiled("DOC_VISIT_FORM", SCAN, NEXT_DOOR));
    }

    @Test
    void one_sheet_serves_two_kinds() {
        document.given(RECEIVED, new DocumentFiled("DOC_PHOTO", SCAN, HOME))
                .when(receive("DOC_PHOTO", HOME))
                .thenNothing();
        document.given(RECEIVED).when(receive("DOC_PHOTO", null)).then(new DocumentFiled("DOC_PHOTO", SCAN, null));
    }

    @Test
    void a_better_scan_takes_its_place() {
        document.given(RECEIVED)
                .when(new Supersede(BETTER, true, false, "原件模糊"))
                .then(new DocumentVersioned(SCAN, BETTER, "原件模糊"));
    }

    @Test
    void taking_its_place_again_changes_nothing() {
        document.given(RECEIVED, new DocumentVersioned(SCAN, BETTER, "原件模糊"))
                .when(new Supersede(BETTER, true, false, "再来一次"))
                .thenNothing();
    }

    @Test
    void a_document_has_one_successor() {
        document.given(RECEIVED, new DocumentVersioned(SCAN, BETTER, "原件模糊"))
                .when(new Supersede("c".repeat(64), true, false, "又一版"))
                .thenRefused(DOCUMENT_SUPERSEDED, BETTER);
    }

    @Test
    void versions_lead_forward_only() {
        document.given(RECEIVED).when(new Supersede(SCAN, true, false, "自己")).thenRefused(SUCCESSOR_LEADS_BACK);
        document.given(RECEIVED).when(new Supersede(BETTER, true, true, "旧版")).thenRefused(SUCCESSOR_LEADS_BACK);
    }

    @Test
    void a_successor_is_uploaded_first() {
        document.given(RECEIVED)
                .when(new Supersede(BETTER, false, false, "原件模糊"))
                .thenRefused(SUCCESSOR_NOT_HELD, BETTER);
    }

    @Test
    void a_correction_has_a_reason() {
        document.given(RECEIVED).when(new Supersede(BETTER, true, false, " ")).thenRefused(REASON_REQUIRED);
        document.given(RECEIVED).when(new Supersede(BETTER, true, false, null)).thenRefused(REASON_REQUIRED);
    }

    @Test
    void a_reason_holds_no_number_of_a_person() {
        for (var reason : new String[] {"电话13900000000", "999999 19650312 1011", "6222-0000-0000-0000"})
            document.given(RECEIVED)
                    .when(new Supersede(BETTER, true, false, reason))
                    .thenRefused(SENSITIVE_TEXT);
        document.given(RECEIVED)
                .when(new Supersede(BETTER, true, false, "2021年11月3日重扫，第1234567890号"))
                .then(new DocumentVersioned(SCAN, BETTER, "2021年11月3日重扫，第1234567890号"));
    }

    @Test
    void nothing_takes_the_place_of_an_unknown_document() {
        document.given().when(new Supersede(BETTER, true, false, "原件模糊")).thenRefused(DOCUMENT_NOT_FOUND);
    }
}
