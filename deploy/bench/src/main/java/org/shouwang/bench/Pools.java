package org.shouwang.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connections of a subject: as many for each, all open from the beginning. */
final class Pools {

    /** Connections. */
    static final int SIZE = 32;

    private Pools() {}

    static HikariDataSource open(String jdbcUrl, boolean autoCommit) {
        var config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setAutoCommit(autoCommit);
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(SIZE);
        return new HikariDataSource(config);
    }
}
