package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path HOME = Path.of("/project");

    @Test
    void defaults() {
        assertThat(Options.parse(HOME, List.of()))
                .isEqualTo(new Options(Path.of("/project/deploy/data"), false, 8080, false, true, false, false));
    }

    @Test
    void everyOption() {
        var options = Options.parse(
                HOME,
                List.of(
                        "--data",
                        "/tmp/x/../y",
                        "--fresh",
                        "--port",
                        "0",
                        "--ports",
                        "auto",
                        "--no-sample",
                        "--restart-dead",
                        "--help"));
        assertThat(options).isEqualTo(new Options(Path.of("/tmp/y"), true, 0, true, false, true, true));
        assertThat(Options.parse(HOME, List.of("--data", "here")).data()).isAbsolute();
    }

    @ParameterizedTest
    @CsvSource({
        "--fresch, There is no option --fresch",
        "--port x, --port needs a number from 0 to 65535",
        "--port 65536, --port needs a number from 0 to 65535",
        "--port, --port needs a value",
        "--ports 1, --ports knows only `auto`"
    })
    void saysWhatIsWrong(String arguments, String sentence) {
        assertThatThrownBy(() -> Options.parse(HOME, List.of(arguments.split(" "))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(sentence);
    }
}
