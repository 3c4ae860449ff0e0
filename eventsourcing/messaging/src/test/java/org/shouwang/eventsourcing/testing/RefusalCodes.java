package org.shouwang.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decision.Reason;

/**
 * Every reason for which a service refuses is what one of its tests expects, so that no code is described that nobody has seen: as the constant,
 * as a word of a text that goes into an assertion or a helper of the tests, as a word in the row of a parameterized test, or as
 * {@code refused CODE} in the table of a state machine. A code that a request sends or the name of an assertion mentions does not count.
 */
public final class RefusalCodes {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TESTS = Path.of("target/test-classes");
    private static final Path TABLES = Path.of("src/test/resources/machines");
    private static final List<String> ASSERTIONS =
            List.of("org/hamcrest/", "org/assertj/", "org/shouwang/eventsourcing/testing/");
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
                .flatMap(c -> Stream.concat(expected(c), annotated(c)))
                .collect(Collectors.toSet());
        named.addAll(refused());
        assertThat(reasons.stream()
                        .filter(r -> !named.contains(constant(r)) && !named.contains(r.name()))
                        .map(Reason::name))
                .as("codes that no test expects")
                .isEmpty();
    }

    /** What a class of the tests holds an answer against: the texts that were put on the stack before a call that asserts. */
    static Stream<String> expected(ClassModel c) {
        return c.methods().stream().flatMap(m -> m.code().stream()).flatMap(code -> {
            var found = new ArrayList<String>();
            var loaded = new ArrayList<String>();
            for (var element : code)
                switch (element) {
                    case FieldInstruction f
                    when f.opcode() == Opcode.GETSTATIC ->
                        found.add(f.owner().asInternalName() + "." + f.name().stringValue());
                    case ConstantInstruction.LoadConstantInstruction l
                    when l.constantEntry() instanceof StringEntry text ->
                        words(text.stringValue()).forEach(loaded::add);
                    case InvokeInstruction call
                    when !gathers(call) -> {
                        if (asserts(call)) found.addAll(loaded);
                        loaded.clear();
                    }
                    default -> {}
                }
            return found.stream();
        });
    }

    /** What it is given is still to be asserted. */
    private static boolean gathers(InvokeInstruction call) {
        return call.name().equalsString("of") && !call.owner().asInternalName().equals("java/util/Map")
                || call.name().equalsString("valueOf");
    }

    private static boolean asserts(InvokeInstruction call) {
        var owner = call.owner().asInternalName();
        return !call.name().equalsString("as")
                && (ASSERTIONS.stream().anyMatch(owner::startsWith) || Files.exists(TESTS.resolve(owner + ".class")));
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
