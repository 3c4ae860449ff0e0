package org.shouwang.archive.document;

import static org.shouwang.archive.document.DocumentRefusal.*;
import static org.shouwang.eventsourcing.Decision.*;

import java.util.Set;
import java.util.regex.Pattern;
import org.shouwang.archive.document.Document.*;
import org.shouwang.archive.document.DocumentCommand.*;
import org.shouwang.archive.document.DocumentEvent.*;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;

/** The rules of a document, as a table: command and state on the left, the answer on the right. */
final class DocumentDecider implements Decider<DocumentCommand, Document, DocumentEvent> {

    /** Phones, ID numbers and accounts: 11 digits or more, also with spaces or dashes between them. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9](?:[ -]?[0-9]){10}");

    private record On(DocumentCommand command, Document state) {}

    @Override
    public Decision<DocumentEvent> decide(DocumentCommand command, Document state) {
        return switch (new On(command, state)) {
            case On(Receive c, Unknown _) ->
                accept(new DocumentReceived(
                        c.kind(), c.sha256(), c.size(), c.mediaType(), c.areaCode(), c.householdId()));
            case On(Receive c, Held d) when d.filed(filing(c)) -> nothing();
            case On(Receive c, Held d) -> accept(new DocumentFiled(c.kind(), d.sha256(), c.householdId()));

            case On(Supersede _, Unknown _) -> refuse(DOCUMENT_NOT_FOUND);
            case On(Supersede c, Held d) when c.successor().equals(d.successor()) -> nothing();
            case On(Supersede _, Held d) when d.successor() != null -> refuse(DOCUMENT_SUPERSEDED, d.successor());
            case On(Supersede c, Held d)
            when c.leadsBack() || c.successor().equals(d.sha256()) -> refuse(SUCCESSOR_LEADS_BACK);
            case On(Supersede c, Held _) when !c.held() -> refuse(SUCCESSOR_NOT_HELD, c.successor());
            case On(Supersede c, Held _) when c.reason() == null || c.reason().isBlank() -> refuse(REASON_REQUIRED);
            case On(Supersede c, Held _) when NUMBERS.matcher(c.reason()).find() -> refuse(SENSITIVE_TEXT);
            case On(Supersede c, Held d) -> accept(new DocumentVersioned(d.sha256(), c.successor(), c.reason()));
        };
    }

    @Override
    public Document initial() {
        return new Unknown();
    }

    @Override
    public Document evolve(Document state, DocumentEvent event) {
        return switch (event) {
            case DocumentReceived e ->
                new Held(
                        e.sha256(), e.areaCode(), Set.of(new Filing(e.kind(), e.householdId())), e.householdId(), null);
            case DocumentFiled e when state instanceof Held d -> d.with(new Filing(e.kind(), e.householdId()));
            case DocumentVersioned e when state instanceof Held d -> d.followedBy(e.successor());
            case DocumentFiled _, DocumentVersioned _ -> state;
        };
    }

    private static Filing filing(Receive c) {
        return new Filing(c.kind(), c.householdId());
    }
}
