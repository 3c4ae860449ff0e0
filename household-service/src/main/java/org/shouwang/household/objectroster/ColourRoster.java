package org.shouwang.household.objectroster;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.sheet.Phone;
import org.shouwang.household.sheet.SheetPages;
import org.shouwang.household.staff.StaffNames;
import org.shouwang.household.succession.Extent;

/** The ledgers of households by their colour under the 2020 plan: yellow ones are kept by town and village, green ones by the village. */
@Singleton
class ColourRoster {

    static final String TITLE = "防止返贫致贫分级监测台账";

    private static final List<String> HEADERS = List.of(
            "序号",
            "县",
            "乡镇",
            "村",
            "组",
            "网格",
            "户编号",
            "户主",
            "家庭人口",
            "户类型",
            "等级",
            "评定时间",
            "纳入监测时间",
            "人均纯收入（识别时）",
            "返贫致贫风险",
            "帮扶责任人",
            "联系电话",
            "措施数");

    private static final int PIECE = 200;

    private static final String PAGE = """
            select h.id, h.area_code, county.name, town.name, village.name, h.group_code, h.grid_code, h.household_no, h.head_name, h.persons,
              h.registered_type, o.grade, o.graded_on, o.included_on, o.per_capita, o.open_risks, %s,
              (select count(*) from roster_measure m where m.household = h.id and m.episode = o.episode)
            from roster_object o join household_overview h on h.id = o.id
            left join area county on county.code = left(h.area_code, 6) || '000000'
            left join area town on town.code = left(h.area_code, 9) || '000'
            left join area village on village.code = h.area_code
            left join roster_helper r on r.id = o.id
            where o.grade = any(string_to_array($5, ',')) and o.removed_on is null and EXTENT
            and ($2::text is null or (h.area_code, h.id) > ($2::text collate "C", $3::uuid)) order by h.area_code, h.id limit $4""".formatted(StaffNames.written("r.helper"));

    private final SheetPages pages;
    private final Contacts contacts;

    ColourRoster(SheetPages pages, Contacts contacts) {
        this.pages = pages;
        this.contacts = contacts;
    }

    /** Blocks until all is written. @param scope prefix of area codes @param own what the caller reaches @param on the date of the figures @param open whole phones; else masked */
    void write(String scope, String own, Set<RosterGrade> grades, LocalDate on, boolean open, SheetFile file)
            throws IOException {
        var asked = new TreeSet<>(grades);
        var codes = asked.stream().map(Enum::name).collect(Collectors.joining(","));
        var said = asked.stream().map(RosterGrade::zh).collect(Collectors.joining("、"));
        file.title(TITLE, SheetPages.about(scope, "等级：" + said + "　", on), HEADERS);
        pages.<Object[]>write(
                file,
                PIECE,
                (session, last) -> Extent.of(session, scope, own)
                        .chain(extent -> Sql.rows(
                                session,
                                PAGE.replace("EXTENT", extent.where("h", 1)),
                                extent.value(),
                                last == null ? null : last[1],
                                last == null ? null : last[0],
                                PIECE,
                                codes))
                        .chain(rows -> contacts.beside(session, rows)),
                row -> List.of(cells(row, open)));
    }

    private static List<Object> cells(Object[] r, boolean open) {
        return new ArrayList<>(Arrays.asList(
                r[2],
                r[3],
                r[4],
                r[5],
                r[6],
                r[7],
                r[8],
                r[9],
                RegisteredType.valueOf((String) r[10]).zh(),
                RosterGrade.valueOf((String) r[11]).zh(),
                r[12].toString(),
                r[13].toString(),
                r[14] == null ? null : new BigDecimal(r[14].toString()),
                risks((String) r[15]),
                r[16],
                open ? r[18] : Phone.masked((String) r[18]),
                r[17]));
    }

    private static String risks(String codes) {
        return codes.isEmpty()
                ? null
                : Arrays.stream(codes.split(",")).map(Risks::zh).collect(Collectors.joining("、"));
    }
}
