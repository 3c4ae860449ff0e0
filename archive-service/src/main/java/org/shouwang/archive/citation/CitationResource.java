package org.shouwang.archive.citation;

import static org.shouwang.archive.Roles.*;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.shouwang.archive.citation.Citations.Citation;
import org.shouwang.archive.citation.Citations.Cited;
import org.shouwang.archive.document.DocumentCatalogue;
import org.shouwang.archive.document.DocumentCatalogue.Entry;
import org.shouwang.archive.document.DocumentCatalogue.Filing;
import org.shouwang.archive.document.DocumentKinds;
import org.shouwang.archive.document.DocumentKinds.DocumentKind;
import org.shouwang.archive.document.DocumentKinds.Retention;
import org.shouwang.archive.document.Shelf;
import org.shouwang.archive.log.Subjects;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.Caller;

/** What speaks for a household's story: the documents that were named as evidence, and whether the archive has them. */
@Path("/households/{id}/documents")
@Produces("application/json")
@Tag(name = "documents 材料")
class CitationResource {

    record By(String service, String type, UUID eventId, LocalDate on) {}

    /**
     * @param zh, en, retention of the kind; absent where the archive has no such kind
     * @param held whether the archive has its bytes
     * @param filed whether it was uploaded for this household
     * @param successor the version that took its place; absent while it is the latest
     * @param citedBy the events that name it, in the order in which they happened
     */
    record Evidence(
            String kind,
            String zh,
            String en,
            Retention retention,
            String sha256,
            boolean held,
            boolean filed,
            Long size,
            String mediaType,
            String successor,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<By> citedBy) {}

    /** @param missing how many were named and are not held */
    record Dossier(UUID householdId, int cited, int missing, List<Evidence> items) {}

    private final Journal journal;
    private final Subjects subjects;
    private final Citations citations;
    private final DocumentCatalogue catalogue;
    private final DocumentKinds kinds;
    private final Shelf shelf;
    private final Caller caller;

    CitationResource(
            Journal journal,
            Subjects subjects,
            Citations citations,
            DocumentCatalogue catalogue,
            DocumentKinds kinds,
            Shelf shelf,
            Caller caller) {
        this.journal = journal;
        this.subjects = subjects;
        this.citations = citations;
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.shelf = shelf;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        GRID_MEMBER, INFO_OFFICER, VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, FIRST_SECRETARY,
                RESIDENT_TEAM_LEADER, RESIDENT_TEAM,
        HELPER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, INSPECTOR, AUDITOR
    })
    @Operation(summary = "The documents of a household: named as evidence, and held or missing / 一户的材料（引用与在库情况）")
    public Uni<Dossier> documents(UUID id) {
        var reader = caller.actor();
        return journal.read(session -> subjects.area(session, id, reader).chain(area -> citations
                .of(session, id)
                .chain(cited -> catalogue.filingsOf(session, id).chain(filed -> catalogue
                        .entries(session, contents(cited, filed))
                        .map(entries -> dossier(id, cited, filed, near(entries, area, reader)))))));
    }

    private Dossier dossier(UUID id, List<Citation> cited, List<Filing> filed, List<Entry> entries) {
        var by = new LinkedHashMap<Cited, List<By>>();
        cited.forEach(c -> by.computeIfAbsent(new Cited(c.kind(), c.sha256()), _ -> new ArrayList<>())
                .add(new By(c.service(), c.type(), c.eventId(), c.occurredOn())));
        var filings = filed.stream()
                .map(f -> new Cited(f.kind(), f.sha256()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        filings.forEach(filing -> by.putIfAbsent(filing, List.of()));
        var items = by.entrySet().stream()
                .map(entry -> evidence(entry.getKey(), entry.getValue(), filings.contains(entry.getKey()), entries))
                .toList();
        var named = items.stream().filter(item -> !item.citedBy().isEmpty()).toList();
        return new Dossier(
                id,
                named.size(),
                (int) named.stream().filter(item -> !item.held()).count(),
                items);
    }

    private Evidence evidence(Cited document, List<By> by, boolean filed, List<Entry> entries) {
        var kind = kinds.of(document.kind());
        var entry = entries.stream()
                .filter(e -> e.sha256().equals(document.sha256()))
                .findFirst();
        var successor = entries.stream()
                .filter(e -> e.sha256().equals(document.sha256()) && e.successor() != null)
                .map(Entry::successor)
                .findFirst();
        return new Evidence(
                document.kind(),
                kind.map(DocumentKind::zh).orElse(null),
                kind.map(DocumentKind::en).orElse(null),
                kind.map(DocumentKind::retention).orElse(null),
                document.sha256(),
                entry.isPresent() && shelf.find(document.sha256()).isPresent(),
                filed,
                entry.map(Entry::size).orElse(null),
                entry.map(Entry::mediaType).orElse(null),
                successor.orElse(null),
                by);
    }

    /** Held means: by an office whose area the reader reaches, or in which the household lies. */
    private static List<Entry> near(List<Entry> entries, String area, Actor reader) {
        return entries.stream()
                .filter(e -> reader.reaches(e.area()) || area.startsWith(Actor.scope(e.area())))
                .toList();
    }

    private static Set<String> contents(List<Citation> cited, List<Filing> filed) {
        var contents = new LinkedHashSet<String>();
        cited.forEach(c -> contents.add(c.sha256()));
        filed.forEach(f -> contents.add(f.sha256()));
        return contents;
    }
}
