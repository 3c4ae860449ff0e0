package org.shouwang.drills;

import java.util.UUID;

/**
 * A command as the client knows it: it is sent with the same key until it is answered for good.
 *
 * @param service the first part of its path
 * @param key its {@code Idempotency-Key}, which the journal keeps as the events' causation
 * @param body JSON, or the text of a document where the method is POST
 */
record Command(String service, UUID key, String user, String method, String path, String body) {

    static Command put(String user, String path, String body) {
        return new Command(path.split("/")[1], UUID.randomUUID(), user, "PUT", path, body);
    }

    static Command upload(String user, String path, String text) {
        return new Command("archive", UUID.randomUUID(), user, "POST", path, text);
    }
}
