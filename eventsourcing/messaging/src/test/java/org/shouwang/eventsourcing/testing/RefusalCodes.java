package org.shouwang.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.eventsourcing.Decision.Reason;

/**
 * Every reason for which a service refuses is named by one of its tests, so that no code is described that nobody has seen: as the constant, as
 * a word of a text that an answer is held against, or as {@code refused CODE} in the table of a state machine.
 */
public final class RefusalCodes {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TESTS = Path.of("target/test-classes");
    private static final Path TABLES = Path.of("src/test/resources/machines");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");
    private static final Pattern REFUSED = Pattern.compile("refused ([A-Z][A-Z0-9_]*)");

    private RefusalCodes() {}

    /**
     * @param lists the test that holds the list: listed is not met
     * @param field codes that the field's own list wants the service to have
     */
    public static void check(Class<?> lists, Collection<String> field) {
        var reasons = models(CLASSES, lists)
                .filter(c -> c.flags().has(AccessFlag.ENUM))
                .map(c -> loaded(c.thisClass().asInternalName().replace('/', '.')))
                .filter(Reason.class::isAssignableFrom)
                .flatMap(c -> Stream.of(c.getEnumConstants()).map(Reason.class::cast))
                .toList();
        assertThat(reasons.stream().map(Reason::name)).containsAll(field);
        var named = models(TESTS, lists)
                .flatMap(c -> Stream.concat(
                        StreamSupport.stream(c.constantPool().spliterator(), false)
                                .flatMap(RefusalCodes::named),
                        annotated(c)))
                .collect(Collectors.toSet());
        named.addAll(refused());
        assertThat(reasons.stream()
                        .filter(r -> !named.contains(constant(r)) && !named.contains(r.name()))
                        .map(Reason::name))
                .as("codes that no test names")
                .isEmpty();
    }

    private static Stream<String> named(PoolEntry entry) {
        return switch (entry) {
            case FieldRefEntry f ->
                Stream.of(f.owner().asInternalName() + "." + f.name().stringValue());
            case StringEntry s -> words(s.stringValue());
            default -> Stream.empty();
        };
    }

    /** In the rows of parameterized tests. */
    private static Stream<String> annotated(ClassModel c) {
        return c.methods().stream()
                .flatMap(m -> m.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
                .flatMap(all -> all.annotations().stream())
                .flatMap(annotation -> annotation.elements().stream())
                .flatMap(element -> words(element.value()));
    }

    private static Stream<String> words(AnnotationValue value) {
        return switch (value) {
            case AnnotationValue.OfString s -> words(s.stringValue());
            case AnnotationValue.OfArray a -> a.values().stream().flatMap(RefusalCodes::words);
            default -> Stream.empty();
        };
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group);
    }

    private static String constant(Reason reason) {
        return ((Enum<?>) reason).getDeclaringClass().getName().replace('.', '/') + "." + reason.name();
    }

    private static Stream<ClassModel> models(Path folder, Class<?> without) {
        var name = without.getSimpleName() + ".class";
        return files(folder)
                .filter(file -> file.toString().endsWith(".class") && !file.endsWith(name))
                .map(file -> ClassFile.of().parse(bytes(file)));
    }

    private static Set<String> refused() {
        return files(TABLES)
                .flatMap(file -> REFUSED.matcher(new String(bytes(file), StandardCharsets.UTF_8))
                        .results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
