package org.shouwang.archive.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;

class ShelfTest {

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    @TempDir
    Path folder;

    private Shelf shelf;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf(folder.toString(), new MediaTypes(), Clock.fixed(NOW, ZoneOffset.UTC));
        shelf.start(null);
    }

    private Shelf.Stored put(byte[] content) throws IOException {
        return shelf.put(new ByteArrayInputStream(content));
    }

    private void refused(byte[] content, DocumentRefusal reason) throws IOException {
        assertThatThrownBy(() -> put(content)).isInstanceOfSatisfying(Refused.class, f -> assertThat(f.reason())
                .isEqualTo(reason));
        nothingLeft();
    }

    private void nothingLeft() throws IOException {
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_content_is_found_by_its_hash() throws IOException {
        var stored = put("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(stored)
                .isEqualTo(new Shelf.Stored(
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3, "text/plain"));
        assertThat(shelf.find(stored.sha256()))
                .hasValueSatisfying(file -> assertThat(file).hasContent("abc"));
        assertThat(shelf.whole(stored.sha256())).isTrue();
        assertThat(shelf.find("0".repeat(64))).isEmpty();
        assertThat(shelf.whole("0".repeat(64))).isFalse();
    }

    @Test
    void the_same_content_is_kept_once() throws IOException {
        assertThat(put("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(put("abc".getBytes(StandardCharsets.US_ASCII)));
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void a_changed_file_is_noticed() throws IOException {
        var stored = put("abc".getBytes(StandardCharsets.US_ASCII));
        Files.writeString(shelf.find(stored.sha256()).orElseThrow(), "abd");
        assertThat(shelf.whole(stored.sha256())).isFalse();
    }

    @Test
    void nothing_and_too_much_are_refused() throws IOException {
        assertThat(Shelf.MAX_SIZE).isEqualTo(52_428_800);
        refused(new byte[0], DocumentRefusal.DOCUMENT_EMPTY);
        refused(new byte[(int) Shelf.MAX_SIZE + 1], DocumentRefusal.DOCUMENT_TOO_LARGE);
        assertThat(put(new byte[(int) Shelf.MAX_SIZE]).size()).isEqualTo(Shelf.MAX_SIZE);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) return 'x';
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> shelf.put(broken)).isInstanceOfSatisfying(Refused.class, f -> assertThat(f.reason())
                .isEqualTo(DocumentRefusal.DOCUMENT_INTERRUPTED));
        nothingLeft();
    }

    @Test
    void what_a_power_cut_left_behind_goes_after_a_day() throws IOException {
        var incoming = folder.resolve("incoming");
        var old = Files.writeString(incoming.resolve("old.part"), "x");
        var young = Files.writeString(incoming.resolve("young.part"), "x");
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(86_401)));
        Files.setLastModifiedTime(young, FileTime.from(NOW.minusSeconds(86_399)));
        shelf.start(null);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, application/pdf",
        "入户走访, text/plain",
        "GIF89a, image/gif",
    })
    void a_type_is_told_by_the_bytes(String content, String type) throws IOException {
        assertThat(put(content.getBytes(StandardCharsets.UTF_8)).mediaType()).isEqualTo(type);
    }

    @Test
    void packed_documents_are_told_by_what_is_inside() throws IOException {
        assertThat(put(zip("[Content_Types].xml", "word/document.xml")).mediaType())
                .endsWith("wordprocessingml.document");
        assertThat(put(zip("[Content_Types].xml", "xl/workbook.xml")).mediaType())
                .endsWith("spreadsheetml.sheet");
        assertThat(put(zip("OFD.xml", "Doc_0/Document.xml")).mediaType()).isEqualTo("application/ofd");
        assertThat(put(zip("photo.jpg")).mediaType()).isEqualTo("application/zip");
    }

    @Test
    void programs_scripts_and_web_pages_are_refused() throws IOException {
        refused("MZ\u0090\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1), DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(
                "\u007fELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0>\0".getBytes(StandardCharsets.ISO_8859_1),
                DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8), DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(
                "<!DOCTYPE html><html><body>x</body></html>".getBytes(StandardCharsets.UTF_8),
                DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
                DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(zip("META-INF/MANIFEST.MF", "A.class"), DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(zip("setup.EXE"), DocumentRefusal.DOCUMENT_TYPE_REFUSED);
        refused(zip("[Content_Types].xml", "word/vbaProject.bin"), DocumentRefusal.DOCUMENT_TYPE_REFUSED);
    }
}
