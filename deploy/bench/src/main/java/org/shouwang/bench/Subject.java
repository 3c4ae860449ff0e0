package org.shouwang.bench;

/** Who is compared. */
enum Subject {
    /** PostgreSQL through pgjdbc: the limit. */
    RAW,
    /** Axon Framework 4, JDBC storage engine. */
    AXON,
    /** Pekko Persistence JDBC. */
    PEKKO,
    /** Our journal, in a Quarkus application as a service is. */
    OURS;

    /** As the results and the command line name it; also the start of its databases' names. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
