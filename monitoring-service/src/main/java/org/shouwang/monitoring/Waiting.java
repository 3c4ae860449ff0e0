package org.shouwang.monitoring;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.function.Supplier;

/** Waits on a thread that may wait for what the event loop does: a file is written piece by piece, as its pieces are read. */
public final class Waiting {

    private Waiting() {}

    public static <T> T on(Supplier<Uni<T>> work) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (IOException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IOException(failure);
        }
    }
}
