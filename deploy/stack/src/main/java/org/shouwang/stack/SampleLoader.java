package org.shouwang.stack;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What a first start fills the services with, over their public interface only, so that the sample proves it. */
@FunctionalInterface
public interface SampleLoader {
    /**
     * Loads the sample; called again on the next start where it did not come to its end, and then goes on from where it was.
     *
     * @param gatewayUrl without a slash at its end
     * @param signIn gives tokens of the sample users
     * @param done where it notes how far it has come; not there: nothing is loaded yet
     * @param progress takes a short line for the person who waits
     */
    void load(String gatewayUrl, SignIn signIn, Path done, Consumer<String> progress);
}
