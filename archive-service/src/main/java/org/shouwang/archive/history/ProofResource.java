package org.shouwang.archive.history;

import static org.shouwang.archive.Roles.*;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.archive.log.Archived;
import org.shouwang.archive.log.EventLog;
import org.shouwang.archive.log.EventLog.Arrived;
import org.shouwang.archive.log.Fault;
import org.shouwang.archive.log.Subjects;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.StoredEvent;
import org.shouwang.eventsourcing.rest.Caller;

/** Whether what the archive holds of a household is unbroken: every chain is checked again, hash by hash, at the time of asking. */
@Path("/households/{id}/proof")
@Produces("application/json")
@Tag(name = "history 轨迹")
class ProofResource {

    /**
     * @param head hash of the last event, lower-case hex, to be compared with the service's own
     * @param fault the first one, as a sentence in both languages; absent where the stream is whole
     * @param faultVersion version at which it was found
     */
    record Chain(
            String service,
            String kind,
            UUID stream,
            long events,
            String head,
            boolean whole,
            Long faultVersion,
            String fault) {}

    record Proof(UUID householdId, boolean whole, List<Chain> streams) {}

    private final Journal journal;
    private final EventLog log;
    private final Subjects subjects;
    private final Sentences sentences;
    private final Caller caller;

    ProofResource(Journal journal, EventLog log, Subjects subjects, Sentences sentences, Caller caller) {
        this.journal = journal;
        this.log = log;
        this.subjects = subjects;
        this.sentences = sentences;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({AUDITOR, INSPECTOR, COUNTY_OPERATOR, COUNTY_APPROVER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Whether the records of a household are unbroken / 一户记录的完整性证明")
    public Uni<Proof> proof(UUID id) {
        var reader = caller.actor();
        return journal.read(session -> subjects.area(session, id, reader)
                .chain(() -> log.streams(session, id))
                .chain(streams -> Multi.createFrom()
                        .iterable(streams)
                        .onItem()
                        .transformToUniAndConcatenate(stream -> check(session, stream))
                        .collect()
                        .asList())
                .map(chains -> new Proof(id, chains.stream().allMatch(Chain::whole), chains)));
    }

    private Uni<Chain> check(StatelessSession session, Arrived stream) {
        return log.stream(session, stream.service(), stream.kind(), stream.stream())
                .map(events -> {
                    var found = StoredEvent.firstFault(
                                    events.stream().map(Archived::event).toList(), stream.head())
                            .orElse(null);
                    var version = found != null ? Long.valueOf(found.version()) : stream.faultVersion();
                    var fault = found != null
                            ? sentence(found.what())
                            : stream.fault() != null ? sentence(stream.fault()) : null;
                    return new Chain(
                            stream.service(),
                            stream.kind(),
                            stream.stream(),
                            stream.events(),
                            HexFormat.of().formatHex(stream.head().hash()),
                            fault == null,
                            version,
                            fault);
                });
    }

    private String sentence(String what) {
        return sentences.words().of("proof", what, Language.ZH) + " / " + what;
    }

    private static String sentence(Fault fault) {
        return fault.zh() + " / " + fault.en();
    }
}
