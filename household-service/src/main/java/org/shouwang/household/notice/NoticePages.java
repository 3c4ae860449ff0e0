package org.shouwang.household.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.succession.Extent;

/** Notices as pages to print (A4). They are made here because the heads' names are here. */
@Singleton
class NoticePages {

    /** @param households each with the type that the caller knows of; null: as it is known here */
    record Publicity(
            NoticeKind kind, Map<UUID, MonitoredType> households, Posting.Asked asked, String place, String contact) {

        /** Fields in which a number stands that may not be shown. */
        private List<String> sensitive() {
            var fields = new ArrayList<String>();
            if (PublicText.sensitive(place)) fields.add("place");
            if (PublicText.sensitive(contact)) fields.add("contact");
            return fields;
        }
    }

    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance publicity(
                String title,
                String what,
                String committee,
                List<NoticeRow> rows,
                long persons,
                String from,
                String to,
                String place,
                String contact);

        static native TemplateInstance announcement(
                String county, List<NoticeRow> rows, long persons, String from, String to, boolean more);
    }

    /** Announced on one page. */
    static final int MOST = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final String OF_THESE = """
            select o.id, t.name, v.name, o.group_code, o.head_name, o.persons, o.area_code, p.forbidden,
              case when $3 = 'REMOVAL' then m.type else p.type end, p.days, p.working, p.posted_on, p.ends_on
            from household_overview o
            left join area v on v.code = o.area_code left join area t on t.code = left(o.area_code, 9) || '000'
            left join notice_policy p on p.household = o.id and p.kind = $3 left join monitored_household m on m.id = o.id
            where o.id = any($1::uuid[]) and o.state = 'ACTIVE' and o.area_code like $2 || '%'
            order by o.area_code, o.group_code nulls last, o.household_no nulls last, o.id""";

    private static final String DETERMINED = """
            select o.id, t.name, v.name, o.group_code, o.head_name, o.persons, n.included_on, n.type
            from notice_object n join household_overview o on o.id = n.id
            left join area v on v.code = o.area_code left join area t on t.code = left(o.area_code, 9) || '000'
            where n.included_on between $2 and $3 and n.type is not null and EXTENT
            order by o.area_code, o.group_code nulls last, n.included_on, o.id limit $4""";

    private final Journal journal;

    NoticePages(Journal journal) {
        this.journal = journal;
    }

    /** @param scope prefix of the caller's area: a household outside, or one that is no longer kept, is not found */
    Uni<String> publicity(String scope, Publicity notice) {
        if (!notice.sensitive().isEmpty())
            throw new Refused(NoticeRefusal.SENSITIVE_FIELD_IN_NOTICE, notice.sensitive());
        return journal.read(session -> rows(session, scope, notice)).chain(found -> {
            var villages = found.stream().map(r -> (String) r[6]).distinct().toList();
            if (villages.size() > 1)
                throw new BadRequest("households", "一张公示只能列同一个村的农户", "a notice shows households of one village");
            var postings = found.stream().map(NoticePages::posting).toList();
            var unknown = postings.stream()
                    .filter(p -> !p.known())
                    .map(p -> p.household().toString())
                    .toList();
            if (!unknown.isEmpty()) throw new Refused(NoticeRefusal.NOTICE_UNKNOWN, unknown);
            var days = postings.stream()
                    .map(p -> p.days(notice.asked()))
                    .distinct()
                    .toList();
            if (days.size() > 1)
                throw new BadRequest(
                        "households", "一张公示上的农户公示期应相同", "a notice shows households that hang on the same days");
            var rows = new ArrayList<NoticeRow>();
            for (var i = 0; i < found.size(); i++) {
                var posting = postings.get(i);
                rows.add(row(
                        found.get(i),
                        posting.type(notice.households().get(posting.household()))
                                .zh(),
                        null));
            }
            return Templates.publicity(
                            notice.kind().title(),
                            notice.kind().what(),
                            committee(rows.getFirst().village()),
                            rows,
                            persons(rows),
                            DAY.format(days.getFirst().from()),
                            DAY.format(days.getFirst().to()),
                            notice.place(),
                            notice.contact())
                    .createUni();
        });
    }

    /** Those whose inclusion was posted in their village and determined in these days, by village; at most {@link #MOST}. @param own what the caller reaches */
    Uni<String> announcement(String scope, String own, LocalDate from, LocalDate to) {
        return journal.read(session -> county(session, scope).chain(county -> determined(session, scope, own, from, to)
                        .map(found -> {
                            var rows = found.stream()
                                    .limit(MOST)
                                    .map(r -> row(
                                            r,
                                            MonitoredType.valueOf((String) r[7]).zh(),
                                            DAY.format((LocalDate) r[6])))
                                    .toList();
                            return Templates.announcement(
                                    county, rows, persons(rows), DAY.format(from), DAY.format(to), found.size() > MOST);
                        })))
                .chain(TemplateInstance::createUni);
    }

    private static Uni<List<Object[]>> determined(
            StatelessSession session, String scope, String own, LocalDate from, LocalDate to) {
        return Extent.of(session, scope, own)
                .chain(extent -> Sql.rows(
                        session,
                        DETERMINED.replace("EXTENT", extent.where("o", 1)),
                        extent.value(),
                        from,
                        to,
                        MOST + 1));
    }

    private static Uni<List<Object[]>> rows(StatelessSession session, String scope, Publicity notice) {
        var ids = notice.households().keySet();
        var kind = notice.kind().name();
        return Sql.rows(session, OF_THESE, ids.toArray(UUID[]::new), scope, kind)
                .invoke(found -> {
                    var secret = found.stream()
                            .filter(r -> Boolean.TRUE.equals(r[7]))
                            .map(r -> r[0].toString())
                            .toList();
                    if (!secret.isEmpty()) throw new Refused(NoticeRefusal.PUBLICITY_FORBIDDEN_BY_POLICY, secret);
                    if (found.size() == ids.size()) return;
                    var missing = ids.stream()
                            .filter(id -> found.stream().noneMatch(r -> id.equals(r[0])))
                            .map(UUID::toString)
                            .toList();
                    throw new Refused(Refusal.NOT_FOUND, missing);
                });
    }

    private static Posting posting(Object[] r) {
        return new Posting(
                (UUID) r[0],
                r[8] == null ? null : MonitoredType.valueOf((String) r[8]),
                (Integer) r[9],
                Boolean.TRUE.equals(r[10]),
                (LocalDate) r[11],
                (LocalDate) r[12]);
    }

    private static Uni<String> county(StatelessSession session, String scope) {
        return Sql.rows(session, "select name from area where code = rpad($1, 12, '0')", scope)
                .map(found -> found.isEmpty() ? "" : (String) found.getFirst()[0]);
    }

    private static NoticeRow row(Object[] r, String type, String on) {
        return new NoticeRow(
                (String) r[1], (String) r[2], group((String) r[3]), (String) r[4], (Integer) r[5], type, on);
    }

    /** The number of a village group's code, 3 of 610727105208-Z03. */
    private static String group(String code) {
        return code == null ? "" : Integer.parseInt(code.substring(code.length() - 2)) + "组";
    }

    /** The statistical list calls many villages by their committees already. */
    private static String committee(String village) {
        if (village.endsWith("委会") || village.endsWith("委员会")) return village;
        return village + (village.endsWith("社区") ? "居民委员会" : "村民委员会");
    }

    private static long persons(List<NoticeRow> rows) {
        return rows.stream().mapToLong(NoticeRow::persons).sum();
    }
}
