package org.shouwang.bench.ours;

import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.bench.Worker;

/** Our journal in a Quarkus application with the libraries and the settings of a service. The callers of its rows are inside of it. */
@QuarkusMain
public class OursMain implements QuarkusApplication {

    private final OursStore store;
    private final String jdbcUrl;

    OursMain(OursStore store, @ConfigProperty(name = "bench.jdbc-url") String jdbcUrl) {
        this.store = store;
        this.jdbcUrl = jdbcUrl;
    }

    @Override
    public int run(String... arguments) throws Exception {
        new Worker(store, jdbcUrl).serve(System.in, Worker.claimOutput());
        return 0;
    }
}
