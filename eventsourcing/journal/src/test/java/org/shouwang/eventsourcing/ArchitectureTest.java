package org.shouwang.eventsourcing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shared libraries stay small and know nothing of the field. */
class ArchitectureTest {

    /** With the lines that each may have. */
    private static final Map<String, Long> LIBRARIES =
            Map.of("journal", 1_600L, "messaging", 800L, "rest", 800L, "sheet", 150L);

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.shouwang.eventsourcing");

    @Test
    void it_knows_no_service_and_no_word_of_the_field() throws IOException {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.shouwang\\.(?!eventsourcing).*")
                .check(MODULE);
        for (var library : LIBRARIES.keySet())
            for (var file : sources(library))
                assertThat(code(file))
                        .as("%s", file)
                        .doesNotContainPattern("(?i)household|monitoring|assistance|poverty|income|village");
    }

    @Test
    void the_algebra_depends_on_nothing() {
        classes()
                .that()
                .resideInAPackage("org.shouwang.eventsourcing")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.shouwang.eventsourcing")
                .check(MODULE);
    }

    @Test
    void its_parts_form_no_cycle() {
        slices().matching("org.shouwang.eventsourcing.(*)..")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }

    /** Lines of code: without blank lines, imports and comments. */
    @Test
    void its_libraries_stay_small() throws IOException {
        for (var library : LIBRARIES.keySet()) {
            var lines = 0L;
            for (var file : sources(library))
                lines += code(file)
                        .lines()
                        .filter(l -> !l.isBlank() && !l.startsWith("import ") && !l.startsWith("package "))
                        .count();
            assertThat(lines).as("lines of %s", library).isBetween(1L, LIBRARIES.get(library));
        }
    }

    private static List<Path> sources(String library) throws IOException {
        try (var files = Files.walk(Path.of("..", library, "src", "main", "java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    /** Without comments: those may say what something is for. */
    private static String code(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//.*", "");
    }
}
