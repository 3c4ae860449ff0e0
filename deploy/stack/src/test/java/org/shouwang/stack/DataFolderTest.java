package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void belongsToOneAtATime() {
        try (var first = DataFolder.open(folder)) {
            new StackFile(first.path("stack.json"))
                    .update(node -> StackFile.describe(node.putObject("launcher"), ProcessHandle.current()));
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("in use by another start (process "
                            + ProcessHandle.current().pid() + ")");
        }
        DataFolder.open(folder).close();
    }

    @Test
    void clearsOnlyItsOwn() throws IOException {
        try (var data = DataFolder.open(folder)) {
            Files.writeString(folder.resolve("letter.txt"), "mine");
            Files.writeString(data.log("household"), "line");
            data.markSampleLoaded();
            data.clear();
            assertThat(folder.resolve("letter.txt")).exists();
            assertThat(folder.resolve("logs")).doesNotExist();
            assertThat(data.sampleLoaded()).isFalse();
        }
    }

    @Test
    void keepsItsSecretKey() {
        try (var data = DataFolder.open(folder)) {
            assertThat(data.idHashKey()).matches("[0-9a-f]{64}").isEqualTo(data.idHashKey());
        }
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void takesNoForeignProcessForALeftover() {
        var file = new StackFile(folder.resolve("stack.json"));
        file.update(
                node -> StackFile.describe(node.putObject("services").putObject("household"), ProcessHandle.current()));
        assertThat(file.left(folder)).isEmpty();
    }
}
