package org.shouwang.household.area;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Journal;
import org.shouwang.household.Waiting;
import org.shouwang.household.area.AreaEvent.Classified;
import org.shouwang.household.area.AreaEvent.Unit;
import org.shouwang.household.codes.CodeTable;

/**
 * Takes in a table {@code code,name} of the statistics bureau, plain or gzip, UTF-8, with a third column {@code class} where the 城乡分类
 * of villages' units is to be kept. The file is read twice: first for mistakes, of which
 * none may be there, then block by block, {@value #BLOCKS} blocks to a transaction. Memory holds that many blocks at most; a table that
 * comes in again changes nothing.
 */
@Singleton
public class AreaImport {

    private static final int BLOCKS = 40;
    private static final int BLOCK_MOST = 2_000;
    private static final int MISTAKES_SHOWN = 20;
    private static final int NAME_MOST = 100;

    /** Rows of the file, and what became of them. @param classified given a class that they did not have; they may be added or renamed too */
    public record Imported(long read, long added, long renamed, long classified, long unchanged) {

        static final Imported NOTHING = new Imported(0, 0, 0, 0, 0);

        Imported plus(Imported other) {
            return new Imported(
                    read + other.read,
                    added + other.added,
                    renamed + other.renamed,
                    classified + other.classified,
                    unchanged + other.unchanged);
        }
    }

    /** @param urbanClass empty: not told */
    private record Line(Unit unit, String urbanClass) {}

    private final Areas areas;
    private final Journal journal;

    AreaImport(Areas areas, Journal journal) {
        this.areas = areas;
        this.journal = journal;
    }

    /** Blocks the calling thread, which must be a worker. @param validFrom of areas that are new here */
    public Imported run(Path file, LocalDate validFrom, Cause cause) throws IOException {
        check(file, cause);
        var total = new Imported[] {Imported.NOTHING};
        var blocks = new ArrayList<List<Line>>();
        var open = new LinkedHashMap<String, Line>();
        rows(file, row -> {
            var line = line(row);
            var unit = line.unit();
            if (!open.isEmpty()
                    && (open.size() >= BLOCK_MOST
                            || !key(open.firstEntry().getKey()).equals(key(unit.code())))) {
                blocks.add(List.copyOf(open.values()));
                open.clear();
                if (blocks.size() == BLOCKS) {
                    total[0] = total[0].plus(store(List.copyOf(blocks), validFrom, cause));
                    blocks.clear();
                }
            }
            open.put(unit.code(), line);
        });
        if (!open.isEmpty()) blocks.add(List.copyOf(open.values()));
        return blocks.isEmpty() ? total[0] : total[0].plus(store(blocks, validFrom, cause));
    }

    private Imported store(List<List<Line>> blocks, LocalDate validFrom, Cause cause) {
        return Waiting.on(() -> journal.transaction(session -> {
            var done = Uni.createFrom().item(Imported.NOTHING);
            for (var block : blocks)
                done = done.chain(sum -> store(session, block, validFrom, cause).map(sum::plus));
            return done;
        }));
    }

    private Uni<Imported> store(StatelessSession session, List<Line> lines, LocalDate validFrom, Cause cause) {
        var units = lines.stream().map(Line::unit).toList();
        var classes = lines.stream()
                .filter(line -> !line.urbanClass().isEmpty())
                .collect(Collectors.toMap(line -> line.unit().code(), Line::urbanClass));
        var stream = Areas.stream(units.getFirst().code());
        return areas.load(session, stream).chain(current -> {
            var added = current.state().unknown(units);
            var renamed = current.state().renamed(units);
            var classified = current.state().classified(units, classes);
            var touched = Stream.of(
                            added.stream().map(Unit::code),
                            renamed.stream().map(Unit::code),
                            classified.stream().map(Classified::code))
                    .flatMap(codes -> codes)
                    .distinct()
                    .count();
            var result =
                    new Imported(units.size(), added.size(), renamed.size(), classified.size(), units.size() - touched);
            if (touched == 0) return Uni.createFrom().item(result);
            return areas.handle(
                            session,
                            stream,
                            new AreaCommand.Register(units, classes, validFrom),
                            cause,
                            OptionalLong.of(current.version()))
                    .replaceWith(result);
        });
    }

    private static void check(Path file, Cause cause) throws IOException {
        var mistakes = new ArrayList<String>();
        var seen = new LinkedHashMap<String, String>();
        var rows = new long[1];
        rows(file, row -> {
            rows[0]++;
            var mistake = mistake(row, cause, seen);
            if (mistake != null && mistakes.size() < MISTAKES_SHOWN)
                mistakes.add("line " + (row.getRecordNumber() + 1) + ": " + mistake);
        });
        if (rows[0] == 0) mistakes.add("line 1: EMPTY");
        if (!mistakes.isEmpty()) throw new Refused(AreaBlock.Refusal.AREA_TABLE_INVALID, mistakes);
    }

    /** @param block the rows of the block that is being read, where a code may stand once */
    private static String mistake(CSVRecord row, Cause cause, LinkedHashMap<String, String> block) {
        if (row.size() < 2) return "COLUMNS";
        var line = line(row);
        var unit = line.unit();
        if (!AreaLevel.isCode(unit.code())) return "CODE";
        if (unit.name().isEmpty() || unit.name().length() > NAME_MOST) return "NAME";
        if (!line.urbanClass().isEmpty()
                && !(CodeTable.URBAN.has(line.urbanClass()) && AreaLevel.of(unit.code()) == AreaLevel.VILLAGE))
            return "CLASS";
        if (!cause.actor().reaches(unit.code())) return "AREA_OUT_OF_SCOPE";
        if (!block.isEmpty() && !key(block.firstEntry().getKey()).equals(key(unit.code()))) block.clear();
        var before = block.put(unit.code(), unit.name());
        return before != null && !before.equals(unit.name()) ? "CODE_TWICE" : null;
    }

    private static Line line(CSVRecord row) {
        return new Line(
                new Unit(row.get(0).strip(), row.get(1).strip()),
                row.size() < 3 ? "" : row.get(2).strip());
    }

    private static String key(String code) {
        return AreaBlock.key(code);
    }

    private static void rows(Path file, Consumer<CSVRecord> each) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var bytes = open(file);
                var text = new java.io.BufferedReader(new java.io.InputStreamReader(bytes, decoder), 1 << 16)) {
            header(text);
            try (var csv =
                    CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(true).get().parse(text)) {
                for (var row : csv) each.accept(row);
            }
        } catch (java.nio.charset.CharacterCodingException _) {
            throw new Refused(AreaBlock.Refusal.AREA_TABLE_INVALID, "ENCODING");
        } catch (java.io.UncheckedIOException | java.util.zip.ZipException | java.io.EOFException _) {
            throw new Refused(AreaBlock.Refusal.AREA_TABLE_INVALID, "UNREADABLE");
        }
    }

    private static void header(java.io.BufferedReader text) throws IOException {
        var header = text.readLine();
        if (header == null
                || !header.replace("\uFEFF", "").replace("\"", "").strip().matches("code,name(,class)?|代码,名称(,城乡分类)?"))
            throw new Refused(AreaBlock.Refusal.AREA_TABLE_INVALID, "line 1: HEADER");
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        var gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
