package org.shouwang.archive.history;

import static org.shouwang.archive.Roles.*;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.archive.history.Sentences.Known;
import org.shouwang.archive.log.Archived;
import org.shouwang.archive.log.Asked;
import org.shouwang.archive.log.EventLog;
import org.shouwang.archive.log.Fault;
import org.shouwang.archive.log.Subjects;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;

/** The story of a household, told from the events of all services. Names have no place in it: members are called by number. */
@Path("/households/{id}/history")
@Produces("application/json")
@Tag(name = "history 轨迹")
class HistoryResource {

    /** A story is read as a whole, so its pieces are larger than those of other lists. */
    static final int DEFAULT_LIMIT = 500;

    static final int MAX_LIMIT = 1000;

    /**
     * @param zh the sentence in Chinese; absent where {@code lang=en}
     * @param en the sentence in English; absent where {@code lang=zh}
     * @param policy under which it was decided, as {@code id@version}
     * @param hash SHA-256 in lower-case hex; {@code previous} that of the event before it in its stream
     * @param fault what was wrong when it reached the archive; absent where nothing was
     * @param data what the event says, without what is personal
     */
    record Told(
            LocalDate occurredOn,
            Instant recordedAt,
            String zh,
            String en,
            String service,
            String kind,
            UUID stream,
            long version,
            String type,
            UUID id,
            String actor,
            String role,
            String area,
            String policy,
            String previous,
            String hash,
            Fault fault,
            JsonNode data) {}

    /**
     * @param asOf only what had happened by the end of this day; absent: everything
     * @param knownAt only what had been recorded by this instant; absent: everything
     * @param standing what all of that adds up to, whichever piece of it is shown
     * @param next to be given as {@code after} for the following piece; absent behind the last
     */
    record History(
            UUID householdId,
            String area,
            LocalDate asOf,
            Instant knownAt,
            Standing standing,
            List<Told> items,
            String next) {}

    private final Journal journal;
    private final EventLog log;
    private final Subjects subjects;
    private final Sentences sentences;
    private final AreaNames areas;
    private final Caller caller;

    HistoryResource(
            Journal journal, EventLog log, Subjects subjects, Sentences sentences, AreaNames areas, Caller caller) {
        this.journal = journal;
        this.log = log;
        this.subjects = subjects;
        this.sentences = sentences;
        this.areas = areas;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({AUDITOR, INSPECTOR, COUNTY_OPERATOR, COUNTY_APPROVER, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "The story of a household across all services, a sentence per event / 一户的全过程轨迹（每条记录一句话）")
    public Uni<History> history(
            UUID id,
            @Parameter(description = "what had happened by this day / 截至该日发生的") @RestQuery String asOf,
            @Parameter(description = "what had been recorded by this instant or day / 截至该时刻已记录的") @RestQuery
                    String knownAt,
            @Parameter(description = "zh, en; both where absent / 语言，缺省为两种") @RestQuery String lang,
            @RestQuery String after,
            @RestQuery Integer limit) {
        var day = Asked.day("asOf", asOf);
        var instant = Asked.instant("knownAt", knownAt);
        var last = last(after);
        var size = size(limit);
        var only = language(lang);
        var reader = caller.actor();
        return journal.read(session -> subjects.area(session, id, reader)
                .chain(area -> log.history(session, id, day, instant).chain(events -> {
                    var piece = behind(last, events).limit(size + 1L).toList();
                    var page =
                            Page.of(piece, size, e -> e.event().envelope().id().toString());
                    return known(session, id, page.items())
                            .map(known -> page.items().stream()
                                    .map(e -> told(e, known, only))
                                    .toList())
                            .map(told -> new History(id, area, day, instant, Standing.of(events), told, page.next()));
                })));
    }

    private Uni<Known> known(StatelessSession session, UUID household, List<Archived> events) {
        return log.stream(session, "household", "household", household)
                .map(own -> Members.of(own.stream().map(Sentences::data).toList()))
                .chain(members -> areas.of(
                                session, events.stream().map(Sentences::data).toList())
                        .map(names -> new Known(members, names)));
    }

    private Told told(Archived archived, Known known, Language only) {
        var e = archived.event().envelope();
        var hex = HexFormat.of();
        return new Told(
                e.occurredOn(),
                e.recordedAt(),
                only == Language.EN ? null : sentences.tell(archived, known, Language.ZH),
                only == Language.ZH ? null : sentences.tell(archived, known, Language.EN),
                archived.service(),
                e.kind(),
                e.stream(),
                e.version(),
                e.type(),
                e.id(),
                e.actor().user(),
                e.actor().role(),
                e.area(),
                e.policy() == null ? null : e.policy().id() + "@" + e.policy().version(),
                hex.formatHex(archived.event().previous()),
                hex.formatHex(archived.event().hash()),
                archived.fault(),
                Sentences.data(archived));
    }

    private static Language language(String lang) {
        if (lang == null || lang.isBlank()) return null;
        return switch (lang) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default -> throw new BadRequest("lang", "应为 zh 或 en", "must be zh or en");
        };
    }

    private static int size(Integer limit) {
        if (limit == null) return DEFAULT_LIMIT;
        if (limit < 1 || limit > MAX_LIMIT)
            throw new BadRequest("limit", "每页条数应为 1 到 " + MAX_LIMIT, "must be from 1 to " + MAX_LIMIT);
        return limit;
    }

    private static UUID last(String after) {
        if (after == null || after.isBlank()) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static Stream<Archived> behind(UUID last, List<Archived> events) {
        if (last == null) return events.stream();
        for (var i = 0; i < events.size(); i++)
            if (events.get(i).event().envelope().id().equals(last))
                return events.stream().skip(i + 1L);
        throw unknown();
    }

    private static BadRequest unknown() {
        return new BadRequest("after", "应为上一页给出的 next", "must be the next of the page before");
    }
}
