package org.shouwang.drills;

/** Drill 2: the database ends as in a power cut and is away for some seconds. */
final class PostgresKilled implements Drill {

    /** Away longer than this without an answer is a hang, in milliseconds. */
    private static final long SECONDS = 10_000;

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        var times = scale.of(1, 10);
        for (var i = 0; i < times; i++) {
            Drill.rest(2_000, scale.of(3_000, 8_000));
            stand.killPostgres();
            Drill.rest(1_000, scale.of(3_000, 12_000));
            stand.startPostgres();
            Progress.say("kill -9 %d of %d: PostgreSQL", i + 1, times);
        }
        Drill.rest(3_000, 4_000);
        load.ledger().answers().stream()
                .filter(a -> a.millis() > SECONDS)
                .forEach(a -> found.wrong(a.command().method() + " "
                        + a.command().path() + " was answered after " + a.millis() + " ms: " + a.what()));
        return times + " kill -9 of PostgreSQL, each followed by 1 to 12 s without it";
    }
}
