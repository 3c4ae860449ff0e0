package org.shouwang.household.workroster;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdEvent.EmploymentRecorded;
import org.shouwang.household.registry.Households;
import org.shouwang.household.registry.Member;
import org.shouwang.household.sheet.Phone;
import org.shouwang.household.sheet.SheetPages;
import org.shouwang.household.succession.Extent;

/**
 * The roster of who works away from home or for a wage in a year 务工监测: a line for each time of work that was recorded, and one for who is
 * known to work this year though nothing else is known of it. Public-welfare posts are not among them. Names and places come from the
 * households' histories, a piece of them at a time.
 */
@Singleton
class WorkRoster {

    static final String TITLE = "务工监测台账";

    private static final int PAGE = 200;

    private static final List<String> HEADERS = List.of(
            "序号", "乡镇", "村", "组", "户编号", "户主", "姓名", "证件号码", "联系电话", "务工地", "务工企业", "开始时间", "结束时间", "务工月数", "年度交通费补助",
            "渠道", "是否在务工");

    private static final String HOUSEHOLDS = """
        select h.id, h.area_code, town.name, village.name, h.group_code, h.household_no, h.head_name
        from household_overview h
        left join area town on town.code = left(h.area_code, 9) || '000'
        left join area village on village.code = h.area_code
        where h.state = 'ACTIVE' and EXTENT
        and (exists (select 1 from work_time w where w.household = h.id and w.from_on <= $3 and (w.to_on is null or w.to_on >= $2))
          or $4::date between $2 and $3 and exists (select 1 from figure_household f
            where f.household = h.id and f.active and f.working > 0 and f.from_on <= $4 and f.to_on > $4))
        and ($5::text is null or (h.area_code, h.id) > ($5::text collate "C", $6::uuid)) order by h.area_code, h.id limit $7\
        """;

    private record Row(Object[] place, Household household) {}

    private final Households households;
    private final SheetPages pages;

    WorkRoster(Households households, SheetPages pages) {
        this.households = households;
        this.pages = pages;
    }

    /** Blocks until all is written. @param scope prefix of area codes @param own what the caller reaches @param on the date of the figures @param open whole numbers and phones; else masked */
    void write(String scope, String own, Year year, LocalDate on, boolean open, SheetFile file) throws IOException {
        var first = year.atDay(1);
        var last = first.plusYears(1).minusDays(1);
        file.title(TITLE, SheetPages.about(scope, "年度：" + year + "　", on), HEADERS);
        pages.<Row>write(
                file,
                PAGE,
                (session, before) ->
                        Extent.of(session, scope, own).chain(extent -> page(session, extent, first, last, on, before)),
                row -> lines(row, first, last, on, open));
    }

    private Uni<List<Row>> page(
            StatelessSession session, Extent extent, LocalDate first, LocalDate last, LocalDate on, Row before) {
        return Sql.rows(
                        session,
                        HOUSEHOLDS.replace("EXTENT", extent.where("h", 1)),
                        extent.value(),
                        first,
                        last,
                        on,
                        before == null ? null : before.place()[1],
                        before == null ? null : before.place()[0],
                        PAGE)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : households
                                .loadAll(
                                        session,
                                        rows.stream().map(r -> (UUID) r[0]).toList())
                                .map(all -> rows.stream()
                                        .map(r ->
                                                new Row(r, all.get((UUID) r[0]).state()))
                                        .toList()));
    }

    private static List<List<Object>> lines(Row row, LocalDate first, LocalDate last, LocalDate on, boolean open) {
        if (!(row.household() instanceof Active household)) return List.of();
        var lines = new ArrayList<List<Object>>();
        var present = !on.isBefore(first) && !on.isAfter(last);
        for (var member : household.members().values()) {
            var jobs = household.records().jobsOf(member.memberId()).stream()
                    .filter(job -> !job.publicPost()
                            && !job.from().isAfter(last)
                            && (job.to() == null || !job.to().isBefore(first)))
                    .toList();
            for (var job : jobs) lines.add(line(row.place(), household, member, job, on, open));
            if (jobs.isEmpty() && present && member.working())
                lines.add(line(row.place(), household, member, null, on, open));
        }
        return lines;
    }

    /** @param job null: only that the member works this year, how many months, and perhaps where */
    private static List<Object> line(
            Object[] place, Active household, Member member, EmploymentRecorded job, LocalDate on, boolean open) {
        var person = member.person();
        var phone = person.phone() == null ? household.home().details().contactPhone() : person.phone();
        var line = new ArrayList<Object>(Arrays.asList(
                place[2],
                place[3],
                place[4],
                place[5],
                place[6],
                person.name(),
                open ? person.idNo() : IdNumber.masked(person.idNo()),
                open ? phone : Phone.masked(phone)));
        if (job == null)
            line.addAll(Arrays.asList(
                    person.workPlace(), person.employer(), null, null, member.workMonths(), null, null, "是"));
        else
            line.addAll(Arrays.asList(
                    job.workplace().place(),
                    job.workplace().employer(),
                    job.from().toString(),
                    job.to() == null ? null : job.to().toString(),
                    job.months(),
                    job.transportSubsidy(),
                    job.workplace().channel(),
                    job.to() == null || !job.to().isBefore(on) ? "是" : "否"));
        return line;
    }
}
