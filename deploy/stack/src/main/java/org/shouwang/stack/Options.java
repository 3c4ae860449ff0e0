package org.shouwang.stack;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What the user asked {@link Launcher} for on the command line.
 *
 * @param data where everything is kept between starts
 * @param fresh whether what is kept there is thrown away first
 * @param port of the gateway, 0 for a free one
 * @param autoPorts whether the other servers take free ports instead of the usual ones
 * @param sample whether the sample is loaded on the first start
 * @param restartDead whether a service that died is started again instead of ending everything
 * @param help whether only the help is wanted
 */
public record Options(
        Path data, boolean fresh, int port, boolean autoPorts, boolean sample, boolean restartDead, boolean help) {
    /** The gateway's usual port. */
    public static final int GATEWAY_PORT = 8080;

    /** What {@code --help} prints. */
    public static final String HELP = """
            Starts 守望 on this machine: PostgreSQL, Kafka, sign-in, the four services and a gateway. Ctrl-C stops it all.

            Usage: deploy/start [options]
              --data DIR       keep everything in DIR (default: deploy/data)
              --fresh          begin anew: delete what DIR holds of an earlier start
              --port N         the gateway's port (default: 8080; 0: a free one)
              --ports auto     free ports for all other servers (default: services 8081-8084, PostgreSQL 15432,
                               Kafka 19092, sign-in 8090)
              --no-sample      do not load the sample village on the first start
              --restart-dead   start a service again when it dies, instead of stopping everything
              --help           this text""";

    /**
     * Reads a command line.
     *
     * @param home the project's folder, which the default data folder lies in; a relative {@code --data} counts from the current folder
     * @throws Failure saying which argument is wrong
     */
    public static Options parse(Path home, List<String> arguments) {
        var options = new Options(home.resolve("deploy/data"), false, GATEWAY_PORT, false, true, false, false);
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String option, Iterator<String> rest) {
        return switch (option) {
            case "--data" ->
                new Options(
                        Path.of(value(option, rest)).toAbsolutePath().normalize(),
                        fresh,
                        port,
                        autoPorts,
                        sample,
                        restartDead,
                        help);
            case "--fresh" -> new Options(data, true, port, autoPorts, sample, restartDead, help);
            case "--port" -> new Options(data, fresh, port(value(option, rest)), autoPorts, sample, restartDead, help);
            case "--ports" -> {
                if (!value(option, rest).equals("auto")) {
                    throw new Failure("--ports knows only `auto`.");
                }
                yield new Options(data, fresh, port, true, sample, restartDead, help);
            }
            case "--no-sample" -> new Options(data, fresh, port, autoPorts, false, restartDead, help);
            case "--restart-dead" -> new Options(data, fresh, port, autoPorts, sample, true, help);
            case "--help", "-h" -> new Options(data, fresh, port, autoPorts, sample, restartDead, true);
            default -> throw new Failure("There is no option " + option + "; --help lists them.");
        };
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Failure(option + " needs a value; --help shows it.");
        }
        return rest.next();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
            throw new Failure("--port needs a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
