package org.shouwang.household.reviewroster;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.sheet.SheetPages;
import org.shouwang.household.succession.Extent;

/**
 * The rosters on what the village's review made of a household, with the householder's name: 危改户评议核查表, all households whose dwelling was
 * found dangerous by an appraisal, the collection form or a safeguard check, or that the housing department listed, reviewed or not; 不纳入明细台账, all below the line that were not included, each with its reason. Income is that of the
 * statement which the case cited; of a household without a case, the last one signed.
 */
@Singleton
class ReviewRosters {

    static final String HOUSING = "危改户评议核查表";
    static final String NON_INCLUSIONS = "不纳入明细台账";

    private static final String SOURCES = "来源：鉴定、采集表、安全核查为C、D级，住建部门名单（名单不列等级）　";

    private static final int PAGE = 500;

    private static final List<String> HEADERS = List.of(
            "序号", "乡镇", "村", "户主", "人口", "危房等级", "收入区间", "工资性收入", "生产经营性收入", "财产性收入", "转移性收入", "生产经营性支出", "人均纯收入",
            "评议日期", "评议结果", "不纳入理由");

    private static final String COLUMNS = """
        h.id, h.area_code, town.name, village.name, h.head_name, h.persons, d.grade, i.from_month, i.to_month, i.wage, i.operating, i.property,
        i.transfer, i.cost, i.per_capita, r.held_on, r.included, r.reason_code, r.reason, r.id as review, r.decided_on\
        """;

    private static final String GRADE = """
        left join lateral (select f.grade from (
            select grade, found_on, recorded_at from appraised_housing where household = h.id
            union all select grade, found_on, recorded_at from checked_housing where household = h.id and grade is not null) f
          order by f.found_on desc, f.recorded_at desc, f.grade desc limit 1) d on true
        """;

    private static final String BESIDE = """
        left join lateral (select * from income_statement s where s.household = h.id
          and (s.id = r.statement or r.statement is null and s.status in ('SIGNED', 'CONFIRMED')) order by s.to_month desc, s.id limit 1) i on true
        left join area town on town.code = left(h.area_code, 9) || '000'
        left join area village on village.code = h.area_code
        """;

    private static final String DANGEROUS = "select " + COLUMNS + """
         from (select household from appraised_housing where dangerous union select household from checked_housing where dangerous
          union select household from listed_housing) k
        join household_overview h on h.id = k.household
        left join lateral (select * from household_review where household = h.id
          order by coalesce(held_on, decided_on) desc nulls last, id limit 1) r on true
        """ + GRADE + BESIDE + """
        where h.state = 'ACTIVE' and EXTENT
        and ($2::text is null or (h.area_code, h.id) > ($2::text collate "C", $3::uuid)) order by h.area_code, h.id limit $4\
        """;

    private static final String REFUSED = "select " + COLUMNS + """
         from household_review r join household_overview h on h.id = r.household
        """ + GRADE + BESIDE + """
        where r.below_line and EXTENT and r.decided_on between $2 and $3
        and ($4::date is null or (r.decided_on, r.id) > ($4::date, $5::uuid)) order by r.decided_on, r.id limit $6\
        """;

    private final SheetPages pages;

    ReviewRosters(SheetPages pages) {
        this.pages = pages;
    }

    /** Blocks until all is written. Grades are those found last, whatever they are, none where only a list tells. @param scope of codes @param own what the caller reaches @param on date of the figures */
    void housing(String scope, String own, LocalDate on, SheetFile file) throws IOException {
        file.title(HOUSING, SheetPages.about(scope, SOURCES, on), HEADERS);
        pages.<Object[]>write(
                file,
                PAGE,
                (session, last) -> Extent.of(session, scope, own)
                        .chain(extent -> Sql.rows(
                                session,
                                DANGEROUS.replace("EXTENT", extent.where("h", 1)),
                                extent.value(),
                                last == null ? null : last[1],
                                last == null ? null : last[0],
                                PAGE)),
                row -> lines(cells(row)));
    }

    /** Blocks until all is written. @param first and {@code last} day of the decisions */
    void nonInclusions(String scope, String own, LocalDate first, LocalDate last, LocalDate on, SheetFile file)
            throws IOException {
        var headers =
                Stream.concat(HEADERS.stream(), Stream.of("决定日期", "理由", "记录编号")).toList();
        file.title(NON_INCLUSIONS, SheetPages.about(scope, "期间：" + first + "至" + last + "　", on), headers);
        pages.<Object[]>write(
                file,
                PAGE,
                (session, before) -> Extent.of(session, scope, own)
                        .chain(extent -> Sql.rows(
                                session,
                                REFUSED.replace("EXTENT", extent.where("h", 1)),
                                extent.value(),
                                first,
                                last,
                                before == null ? null : before[20],
                                before == null ? null : before[19],
                                PAGE)),
                row -> {
                    var cells = cells(row);
                    cells.addAll(Arrays.asList(text(row[20]), text(row[18]), text(row[19])));
                    return lines(cells);
                });
    }

    private static List<List<Object>> lines(List<Object> cells) {
        return List.of(cells);
    }

    private static List<Object> cells(Object[] r) {
        var included = (Boolean) r[16];
        var cells = new ArrayList<Object>(Arrays.asList(
                r[2],
                r[3],
                r[4],
                r[5],
                r[6] == null ? null : HousingGrade.valueOf((String) r[6]).zh(),
                r[7] == null ? null : r[7] + "至" + r[8]));
        for (var i = 9; i <= 14; i++) cells.add(r[i] == null ? null : new BigDecimal(r[i].toString()));
        cells.addAll(Arrays.asList(
                text(r[15]), included == null ? null : included ? "纳入" : "不纳入", RejectionReasons.zh((String) r[17])));
        return cells;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
