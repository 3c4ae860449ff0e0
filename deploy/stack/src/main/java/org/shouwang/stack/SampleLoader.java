package org.shouwang.stack;

import java.util.function.Consumer;

/** What a first start fills the services with, over their public interface only, so that the sample proves it. */
@FunctionalInterface
public interface SampleLoader {
    /**
     * Loads the sample; called again on the next start when it fails, so that it must not mind what is there already.
     *
     * @param gatewayUrl without a slash at its end
     * @param signIn gives tokens of the sample users
     * @param progress takes a short line for the person who waits
     */
    void load(String gatewayUrl, SignIn signIn, Consumer<String> progress);
}
