package org.shouwang.household.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.household.roster.RosterFile.Line;

class RosterFileTest {

    @TempDir
    Path folder;

    @Test
    void csv_is_read_in_either_encoding_and_with_any_separator() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")))
            for (var separator : List.of(",", ";", "\t")) {
                var lines = read(
                        ("姓名" + separator + "民族\n\n\"甲" + separator + "一\"" + separator + " 畲族 \n").getBytes(charset));
                assertThat(lines)
                        .containsExactly(
                                new Line(1, List.of("姓名", "民族")), new Line(3, List.of("甲" + separator + "一", "畲族")));
            }
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        assertThat(read("\ufeff姓名,民族\n".getBytes(StandardCharsets.UTF_8))
                        .getFirst()
                        .cells())
                .containsExactly("姓名", "民族");
    }

    @Test
    void cells_of_a_workbook_become_text() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var page = workbook.newWorksheet("一");
            page.value(1, 0, "甲");
            page.value(1, 1, 8);
            page.value(1, 2, 12.5);
            page.value(1, 3, true);
            page.value(1, 4, LocalDate.of(2012, 6, 15));
            page.style(1, 4).format("yyyy-mm-dd").set();
            page.value(1, 5, 999999196503121011L);
            page.value(1, 7, "乙");
            workbook.newWorksheet("二").value(0, 0, "代码");
            workbook.finish();
        }
        assertThat(read(out.toByteArray()))
                .containsExactly(new Line(2, List.of("甲", "8", "12.5", "是", "2012-06-15", "1E+18", "", "乙")));
    }

    @Test
    void what_is_neither_is_refused_by_name() {
        refused(new byte[0], RosterRule.FILE_EMPTY);
        refused(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, RosterRule.FILE_KIND);
        refused(new byte[] {1, 0, 2}, RosterRule.FILE_KIND);
        refused("PK nothing".getBytes(StandardCharsets.UTF_8), RosterRule.FILE_BROKEN);
        refused(new byte[] {'a', ',', (byte) 0xff, '\n'}, RosterRule.FILE_ENCODING);
        refused("a,\"b".getBytes(StandardCharsets.UTF_8), RosterRule.FILE_BROKEN);
    }

    @Test
    void an_archive_that_is_no_workbook_is_refused() throws IOException {
        refused(zip("a.txt", 10), RosterRule.FILE_KIND);
    }

    @Test
    void an_archive_that_unpacks_without_end_is_refused_before_it_is_held() throws IOException {
        refused(zip("xl/sharedStrings.xml", 200 << 20), RosterRule.FILE_TOO_LARGE);
    }

    private static byte[] zip(String name, int size) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            var block = new byte[1 << 16];
            for (var left = size; left > 0; left -= block.length) zip.write(block, 0, Math.min(left, block.length));
        }
        return out.toByteArray();
    }

    private void refused(byte[] content, RosterRule rule) {
        assertThatThrownBy(() -> read(content)).isInstanceOfSatisfying(RosterProblem.class, p -> assertThat(p.rule())
                .isEqualTo(rule));
    }

    private List<Line> read(byte[] content) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "roster", ""), content);
        var lines = new ArrayList<Line>();
        RosterFile.kind(file).read(file, lines::add);
        return lines;
    }
}
