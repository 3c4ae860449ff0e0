package org.shouwang.drills;

import java.util.List;
import java.util.Random;

/** One sort of harm. Whoever runs it has a load going on meanwhile, and audits afterwards. */
interface Drill {

    /**
     * How much is done.
     *
     * @param brief the short form, of some seconds
     * @param kills of services in drill 1
     */
    record Scale(boolean brief, int kills) {
        int of(int few, int many) {
            return brief ? few : many;
        }
    }

    /** Random moments, the same ones in every run. */
    Random RANDOM = new Random(20260101);

    /** All that there are. */
    List<Drill> ALL = List.of(
            new ServicesKilled(),
            new PostgresKilled(),
            new KafkaAway(),
            new Brokers(),
            new Failover(),
            new Replicas(),
            new ConsumersBehind(),
            new OddMessages(),
            new DiskFull(),
            new Clocks(),
            new Flood());

    /** As in the list of drills. */
    int number();

    /** What it is done to. */
    default Stand.Shape shape() {
        return Stand.Shape.USUAL;
    }

    /** What it has sent to each service's topic that is no event of that service. */
    default List<Odd> sent(String service) {
        return List.of();
    }

    /** @param id as a message's header said it, which need not be one */
    record Odd(String id, String what) {}

    default Load load(Stand stand) {
        return Load.start(stand, 8, 50);
    }

    /** Does the harm and mends it; what it did in a few words. */
    String harm(Stand stand, Load load, Found found, Scale scale);

    /** Between these, in milliseconds. */
    static void rest(int least, int most) {
        Patience.sleep(java.time.Duration.ofMillis(RANDOM.nextInt(least, most)));
    }
}
