package org.shouwang.household.objectroster;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.Households;
import org.shouwang.household.sheet.Phone;
import org.shouwang.household.sheet.SheetFile;

/**
 * The roster of the three types of monitored households 三类户花名册, here because names and phones are here: what monitoring and assistance
 * know of them has been published. Phones come from the households' histories, a piece of them at a time, and lie nowhere else.
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
              h.registered_type, o.type, o.included_on, o.risks, o.per_capita, r.helper,
              (select count(*) from roster_measure m where m.household = h.id and m.episode = o.episode), o.removed_on, o.method
            from roster_object o join household_overview h on h.id = o.id
            left join area county on county.code = left(h.area_code, 6) || '000000'
            left join area town on town.code = left(h.area_code, 9) || '000'
            left join area village on village.code = h.area_code
            left join roster_helper r on r.id = o.id
            where o.type is not null and h.area_code like $1 || '%' and ($2::text is null or (h.area_code, h.id) > ($2::text collate "C", $3::uuid))
            order by h.area_code, h.id limit $4""";

    private record Piece(List<Object[]> rows, List<String> phones) {}

    private final Journal journal;
    private final Households households;

    ObjectRoster(Journal journal, Households households) {
        this.journal = journal;
        this.households = households;
    }

    /** Blocks until all is written. @param scope prefix of area codes @param on the date of the figures @param open whole phones; else masked */
    void write(String scope, LocalDate on, boolean open, SheetFile file) throws IOException {
        var place = scope.isEmpty() ? "全部" : scope + "0".repeat(12 - scope.length());
        file.title(TITLE, "区划：" + place + "　数据日期：" + on, HEADERS);
        var number = 0;
        String area = null;
        UUID last = null;
        Piece piece;
        do {
            piece = piece(scope, area, last);
            for (var i = 0; i < piece.rows().size(); i++) {
                var row = piece.rows().get(i);
                var phone = piece.phones().get(i);
                file.row(cells(++number, row, open ? phone : Phone.masked(phone)));
                last = (UUID) row[0];
                area = (String) row[1];
            }
            file.flush();
        } while (piece.rows().size() == PIECE);
        file.end();
    }

    private Piece piece(String scope, String area, UUID last) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> journal.read(session -> Sql.rows(session, PAGE, scope, area, last, PIECE)
                            .chain(rows -> phones(session, rows).map(phones -> new Piece(rows, phones)))));
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
    }

    private Uni<List<String>> phones(StatelessSession session, List<Object[]> rows) {
        if (rows.isEmpty()) return Uni.createFrom().item(List.of());
        return households
                .loadAll(session, rows.stream().map(r -> (UUID) r[0]).toList())
                .map(all -> rows.stream()
                        .map(r -> phone(all.get((UUID) r[0]).state()))
                        .toList());
    }

    private static String phone(Household household) {
        return switch (household) {
            case Unknown _ -> "";
            case Active h -> text(h.home().details().contactPhone());
            case Inactive h -> text(h.last().home().details().contactPhone());
        };
    }

    private static List<Object> cells(int number, Object[] r, String phone) {
        var risks = Arrays.asList(((String) r[13]).split(","));
        var cells = new ArrayList<>(Arrays.asList(
                number,
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
                phone,
                r[16],
                r[17] == null ? "否" : "是",
                r[18] == null ? null : r[18].equals("NATURAL") ? "自然消除" : "帮扶消除",
                r[17] == null ? null : r[17].toString()));
        return cells;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
