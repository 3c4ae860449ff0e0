package org.shouwang.drills;

import org.shouwang.stack.Failure;

/** Drill 1: a service at a time ends as in a power cut, every second one while all work, the others also while they start. */
final class ServicesKilled implements Drill {

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String harm(Stand stand, Load load, Found found, Scale scale) {
        for (var i = 0; i < scale.kills(); i++) {
            var service = Stand.SERVICES.get(i % Stand.SERVICES.size());
            if (i % 2 == 0) stand.awaitReady();
            Drill.rest(500, scale.of(1_500, 5_000));
            if (!stand.serviceAlive(service)) {
                found.wrong(service + " had ended by itself");
                throw new Failure(service + " had ended by itself. Its log: " + stand.log(service));
            }
            stand.killService(service);
            stand.startService(service);
            Progress.say("kill -9 %d of %d: %s", i + 1, scale.kills(), service);
        }
        stand.awaitReady();
        Drill.rest(1_000, 2_000);
        return scale.kills() + " kill -9 of the four services in turn";
    }
}
