package org.shouwang.household.figures;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.eventsourcing.journal.Sql;
import org.shouwang.household.succession.Lineage;

/** What an inspection of a village counts, as far as it can be told from its households: the indicators of a sample village's verification. */
@Singleton
class Figures {

    /**
     * One indicator.
     *
     * @param code of the inspection's list
     * @param count of things that are neither households nor persons; absent else
     * @param households 户; absent where only persons or things are counted
     * @param persons 人; absent where only households or things are counted
     */
    record Figure(String code, String zh, String en, Long count, Long households, Long persons) {

        static Figure things(String code, String zh, String en, long count) {
            return new Figure(code, zh, en, count, null, null);
        }

        static Figure pair(String code, String zh, String en, long households, long persons) {
            return new Figure(code, zh, en, null, households, persons);
        }

        static Figure people(String code, String zh, String en, long persons) {
            return new Figure(code, zh, en, null, null, persons);
        }
    }

    /** @param holds false: the figures contradict each other and the data has to be looked at */
    record Check(String rule, boolean holds) {}

    /**
     * @param on the day that is counted
     * @param figures each by itself: one household may stand in several of them
     * @param categories each household in one of them
     */
    record Report(String area, LocalDate on, List<Figure> figures, List<Figure> categories, List<Check> checks) {}

    private static final String COUNTS = """
            select count(distinct area || coalesce(group_code, '')) filter (where group_code is not null),
              count(distinct grid_code),
              count(*) filter (where resident), sum(residents) filter (where resident),
              count(*) filter (where lifted), sum(persons) filter (where lifted),
              count(*) filter (where dibao > 0), sum(dibao),
              count(*) filter (where tekun > 0), sum(tekun),
              count(*) filter (where disabled > 0), sum(disabled),
              sum(labour), sum(pupils), sum(posts), sum(uninsured),
              sum(worked) filter (where lifted), sum(working) filter (where lifted),
              sum(moved_worked), sum(moved_working),
              count(*), sum(persons),
              count(*) filter (where labour = 0 and persons > 0), sum(persons) filter (where labour = 0),
              sum(weak)
            from figure_household where %s and active and from_on <= $2 and to_on > $2""";

    private static final String CATEGORIES = """
            select %s as category, count(*), sum(persons) from figure_household
            where %s and active and from_on <= $2 and to_on > $2 group by 1""";

    private final Journal journal;
    private final Partition partition;
    private final boolean weakLabour;

    /** @param weakLabour whether weak and half labour belongs to the labour force */
    Figures(
            Journal journal,
            Partition partition,
            @ConfigProperty(name = "shouwang.figures.weak-labour") boolean weakLabour) {
        this.journal = journal;
        this.partition = partition;
        this.weakLabour = weakLabour;
    }

    /**
     * Of a village, on the ground that has its code now: villages that it took in are counted with it on every day, and a code that was replaced
     * counts the households that were kept under it.
     *
     * @param own what the caller reaches
     */
    Uni<Report> of(String scope, String own, LocalDate on) {
        return journal.read(session -> Lineage.of(session, scope, own).chain(lineage -> counted(
                        session, COUNTS::formatted, scope, lineage, on)
                .chain(counts -> counted(
                                session, where -> CATEGORIES.formatted(partition.sql(), where), scope, lineage, on)
                        .map(parts -> {
                            var figures = figures(counts.getFirst());
                            var categories = categories(parts);
                            return new Report(scope, on, figures, categories, checks(figures, categories));
                        }))));
    }

    /** @param query from a condition */
    private static Uni<List<Object[]>> counted(
            StatelessSession session, UnaryOperator<String> query, String scope, Lineage lineage, LocalDate on) {
        return lineage.none()
                ? Sql.rows(session, query.apply("area like $1 || '%'"), scope, on)
                : Sql.rows(
                        session,
                        query.apply("(area like $1 || '%' or area = any($3::text[]) or household = any($4::uuid[]))"),
                        scope,
                        on,
                        lineage.codes().toArray(String[]::new),
                        lineage.households().toArray(UUID[]::new));
    }

    private List<Figure> categories(List<Object[]> parts) {
        return partition.order().stream()
                .map(category -> {
                    var part = parts.stream()
                            .filter(r -> r[0].equals(category.name()))
                            .findFirst()
                            .orElse(new Object[] {category.name(), 0L, 0L});
                    return Figure.pair(category.name(), category.zh(), category.en(), n(part[1]), n(part[2]));
                })
                .toList();
    }

    private List<Figure> figures(Object[] r) {
        return List.of(
                Figure.things("I01", "村民小组数", "Village groups", n(r[0])),
                Figure.pair("I02", "农村常住人口", "Residents", n(r[2]), n(r[3])),
                Figure.pair("I03", "建档立卡脱贫户", "Households lifted out of poverty", n(r[4]), n(r[5])),
                Figure.pair("I04", "低保户", "On dibao", n(r[6]), n(r[7])),
                Figure.pair("I05", "特困供养户", "On tekun support", n(r[8]), n(r[9])),
                Figure.people("I06", "劳动力人数", "Labour force", n(r[12]) - (weakLabour ? 0 : n(r[24]))),
                Figure.people("I07", "义务教育阶段学生", "Pupils of compulsory school", n(r[13])),
                Figure.people(
                        "I18", "未参加城乡居民基本医疗和大病保险人数", "Without basic medical or critical-illness insurance", n(r[15])),
                Figure.people("I19", "上年底脱贫户外出就业人数", "Lifted, worked away at the end of last year", n(r[16])),
                Figure.people("I20", "当年脱贫户外出就业人数", "Lifted, working away this year", n(r[17])),
                Figure.people("I23", "上年易地搬迁群众务工人数", "Relocated, worked away last year", n(r[18])),
                Figure.people("I24", "当前易地搬迁群众务工人数", "Relocated, working away now", n(r[19])),
                Figure.things("GRIDS", "网格数", "Grids", n(r[1])),
                Figure.pair("REGISTERED", "在册农户", "Registered households", n(r[20]), n(r[21])),
                Figure.pair("DISABLED", "残疾户", "With a disabled member", n(r[10]), n(r[11])),
                Figure.people("POSTS", "公益性岗位人数", "On public-welfare posts", n(r[14])),
                Figure.pair("NO_LABOUR", "整户无劳动能力", "Households without any labour", n(r[22]), n(r[23])));
    }

    /** A pair counts households and people: neither is without the other, and people are never fewer. */
    private static List<Check> checks(List<Figure> figures, List<Figure> categories) {
        var checks = new java.util.ArrayList<Check>();
        for (var figure : figures)
            if (figure.households() != null && figure.persons() != null)
                checks.add(new Check(
                        figure.code() + " 户≤人，户为0当且仅当人为0",
                        figure.households() <= figure.persons()
                                && (figure.households() == 0) == (figure.persons() == 0)));
        var all = get(figures, "REGISTERED");
        for (var code : List.of("I02", "I03", "I04", "I05")) {
            var part = get(figures, code);
            checks.add(new Check(
                    code + "≤REGISTERED", part.households() <= all.households() && part.persons() <= all.persons()));
        }
        checks.add(new Check("I06≤REGISTERED", get(figures, "I06").persons() <= all.persons()));
        checks.add(new Check(
                "I19≤I03", get(figures, "I19").persons() <= get(figures, "I03").persons()));
        checks.add(new Check(
                "I20≤I03", get(figures, "I20").persons() <= get(figures, "I03").persons()));
        checks.add(new Check(
                "类别合计=REGISTERED",
                categories.stream().mapToLong(Figure::households).sum() == all.households()
                        && categories.stream().mapToLong(Figure::persons).sum() == all.persons()));
        return List.copyOf(checks);
    }

    private static Figure get(List<Figure> figures, String code) {
        return figures.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }

    private static long n(Object value) {
        return value == null ? 0 : ((Number) value).longValue();
    }
}
