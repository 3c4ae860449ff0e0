package org.shouwang.household.objectroster;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.eventsourcing.sheet.SheetFile;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.sheet.Phone;
import org.shouwang.household.sheet.SheetPages;
import org.shouwang.household.staff.StaffNames;
import org.shouwang.household.succession.Extent;

/**
 * The roster of the three types of monitored households 三类户花名册, here because names and phones are here: what monitoring and assistance
 * know of them has been published. Of a household whose risk was removed it names all risks of that stay; of others those that are open.
 */
@Singleton
class ObjectRoster {

    static final String TITLE = "三类户花名册";

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
            "监测对象类别",
            "识别监测时间",
            "返贫致贫风险1",
            "返贫致贫风险2",
            "返贫致贫风险3",
            "返贫致贫风险4",
            "返贫致贫风险5",
            "人均纯收入（识别时）",
            "帮扶责任人",
            "联系电话",
            "措施数",
            "风险是否已消除",
            "消除方式",
            "消除时间");

    private static final int RISKS = 5;
    private static final int PIECE = 200;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

    private static final String PAGE = """
            select h.id, h.area_code, county.name, town.name, village.name, h.group_code, h.grid_code, h.household_no, h.head_name, h.persons,
              h.registered_type, o.type, o.included_on, case when o.removed_on is null then o.open_risks else o.risks end, o.per_capita, %s,
              (select count(*) from roster_measure m where m.household = h.id and m.episode = o.episode), o.removed_on, o.method
            from roster_object o join household_overview h on h.id = o.id
            left join area county on county.code = left(h.area_code, 6) || '000000'
            left join area town on town.code = left(h.area_code, 9) || '000'
            left join area village on village.code = h.area_code
            left join roster_helper r on r.id = o.id
            where o.type is not null and EXTENT and ($2::text is null or (h.area_code, h.id) > ($2::text collate "C", $3::uuid))
            order by h.area_code, h.id limit $4""".formatted(StaffNames.written("r.helper"));

    private final SheetPages pages;
    private final Contacts contacts;

    ObjectRoster(SheetPages pages, Contacts contacts) {
        this.pages = pages;
        this.contacts = contacts;
    }

    /** Blocks until all is written. @param scope prefix of area codes @param own what the caller reaches @param on the date of the figures @param open whole phones; else masked */
    void write(String scope, String own, LocalDate on, boolean open, SheetFile file) throws IOException {
        file.title(TITLE, SheetPages.about(scope, "", on), HEADERS);
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
                                PIECE))
                        .chain(rows -> contacts.beside(session, rows)),
                row -> List.of(cells(row, open)));
    }

    private static List<Object> cells(Object[] r, boolean open) {
        var risks = Arrays.asList(((String) r[13]).split(","));
        var cells = new ArrayList<>(Arrays.asList(
                r[2],
                r[3],
                r[4],
                r[5],
                r[6],
                r[7],
                r[8],
                r[9],
                RegisteredType.valueOf((String) r[10]).zh(),
                MonitoredType.valueOf((String) r[11]).zh(),
                MONTH.format((LocalDate) r[12])));
        Stream.concat(risks.stream().map(Risks::zh), Stream.generate(() -> null))
                .limit(RISKS)
                .forEach(cells::add);
        cells.addAll(Arrays.asList(
                r[14] == null ? null : new BigDecimal(r[14].toString()),
                r[15],
                open ? r[19] : Phone.masked((String) r[19]),
                r[16],
                r[17] == null ? "否" : "是",
                r[18] == null ? null : r[18].equals("NATURAL") ? "自然消除" : "帮扶消除",
                r[17] == null ? null : r[17].toString()));
        return cells;
    }
}
