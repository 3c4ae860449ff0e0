package org.shouwang.drills;

import java.time.Duration;

/** Drill 3: the broker is away for two minutes under load, then killed again and again. */
final class KafkaAway implements Drill {

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        Drill.rest(1_000, 2_000);
        var away = Duration.ofSeconds(scale.of(5, 120));
        stand.kafka().kill();
        var before = load.ledger().acknowledged().size();
        for (var waited = Duration.ZERO; waited.compareTo(away) < 0; waited = waited.plusSeconds(5)) {
            Patience.sleep(Duration.ofSeconds(5));
            Progress.say("Kafka away for %d of %d s", waited.plusSeconds(5).toSeconds(), away.toSeconds());
        }
        var meanwhile = load.ledger().acknowledged().size() - before;
        if (meanwhile == 0) found.wrong("no command was acknowledged while Kafka was away");
        stand.kafka().start();
        var times = scale.of(0, 10);
        for (var i = 0; i < times; i++) {
            Drill.rest(1_000, scale.of(2_000, 8_000));
            stand.kafka().kill();
            stand.kafka().start();
            Progress.say("kill -9 %d of %d: Kafka", i + 1, times);
        }
        return "Kafka away for %d s (%d commands acknowledged meanwhile), then %d kill -9 of it"
                .formatted(away.toSeconds(), meanwhile, times);
    }
}
