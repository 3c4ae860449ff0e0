package org.shouwang.eventsourcing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A code counts as expected where a test asserts it, and not where it is sent, mentioned or thrown away. */
class ExpectedCodesTest {

    @Test
    void only_what_is_asserted_is_expected() throws IOException {
        try (var file = Sample.class.getResourceAsStream("ExpectedCodesTest$Sample.class")) {
            assertThat(RefusalCodes.expected(ClassFile.of().parse(file.readAllBytes())))
                    .contains("ASSERTED", "IN_A_LIST", "java/lang/Thread$State.BLOCKED")
                    .doesNotContain("SENT", "ALONE", "MENTIONED");
        }
    }

    private static final class Sample {

        private static final String SENTENCE = "not MENTIONED";

        static void answers(String answer, List<String> all) {
            send(Map.of("reason", "SENT"));
            System.getProperty("ALONE");
            assertThat(answer).as(SENTENCE).isEqualTo("ASSERTED");
            assertThat(all).isEqualTo(List.of("IN_A_LIST"));
            assertThat(Thread.State.valueOf(answer)).isEqualTo(Thread.State.BLOCKED);
        }

        private static void send(Map<String, String> body) {
            body.size();
        }
    }
}
