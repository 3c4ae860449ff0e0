package org.shouwang.household.roster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Reads a table's file, a roster or a department's list, line by line, in memory that does not grow with its number of lines: xlsx, and csv in UTF-8 or GB18030 with comma,
 * semicolon or tab. The kind is told from the content.
 */
public enum RosterFile {
    XLSX,
    CSV;

    /** Lines of data that one file may hold. */
    public static final int MOST_ROWS = 200_000;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK = 1 << 16;

    /** @param row from 1 */
    public record Line(int row, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    public static RosterFile kind(Path file) {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(8);
            if (first.length == 0) throw new RosterProblem(RosterRule.FILE_EMPTY);
            if (first.length >= 4 && first[0] == 'P' && first[1] == 'K') return XLSX;
            var binary = (first[0] & 0xff) == 0xd0 && (first[1 % first.length] & 0xff) == 0xcf;
            for (var b : first) binary |= b == 0;
            if (binary) throw new RosterProblem(RosterRule.FILE_KIND);
            return CSV;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Blank lines are left out. */
    public void read(Path file, Consumer<Line> lines) {
        switch (this) {
            case XLSX -> XlsxFile.read(file, lines);
            case CSV -> csv(file, lines);
        }
    }

    private static void csv(Path file, Consumer<Line> lines) {
        try (var text = text(file)) {
            var format = CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(false)
                    .setTrim(true)
                    .get();
            try (var parser =
                    CSVParser.builder().setReader(text).setFormat(format).get()) {
                for (var record : parser) {
                    var line = new Line(Math.toIntExact(record.getRecordNumber()), record.toList());
                    if (!line.blank()) lines.accept(line);
                }
            }
        } catch (CharacterCodingException e) {
            throw new RosterProblem(RosterRule.FILE_ENCODING);
        } catch (UncheckedIOException e) {
            throw new RosterProblem(
                    e.getCause() instanceof CharacterCodingException
                            ? RosterRule.FILE_ENCODING
                            : RosterRule.FILE_BROKEN);
        } catch (IOException e) {
            throw new RosterProblem(RosterRule.FILE_BROKEN);
        }
    }

    private static BufferedReader text(Path file) throws IOException {
        var charset = isUtf8(file) ? StandardCharsets.UTF_8 : GB18030;
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), decoder), BLOCK);
        reader.mark(1);
        if (reader.read() != '\ufeff') reader.reset();
        return reader;
    }

    /** The separator that the first line has most of. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(BLOCK / 2);
        var start = new char[BLOCK / 4];
        var read = Math.max(0, text.read(start));
        text.reset();
        var line = new String(start, 0, read).lines().findFirst().orElse("");
        var best = ',';
        for (var candidate : new char[] {';', '\t'}) if (count(line, candidate) > count(line, best)) best = candidate;
        return best;
    }

    private static long count(String line, char c) {
        return line.chars().filter(x -> x == c).count();
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(BLOCK);
        var chars = CharBuffer.allocate(BLOCK);
        try (InputStream in = Files.newInputStream(file)) {
            for (var read = 0; read >= 0; ) {
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.limit(bytes.position() + Math.max(0, read)).position(0);
                if (decoder.decode(bytes, chars.clear(), read < 0).isError()) return false;
                bytes.compact();
            }
        }
        return true;
    }
}
