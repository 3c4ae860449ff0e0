package org.shouwang.household.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds a person by number without keeping the number: HMAC-SHA-256 under the key {@code shouwang.id-hash-key} (at least 16 characters).
 * With another key the tables that hold such hashes have to be rebuilt.
 */
@Singleton
public class IdHash {

    private static final int LEAST = 16;

    /** Ready with its key, never used itself: each use takes a copy. */
    private final Mac prepared;

    public IdHash(@ConfigProperty(name = "shouwang.id-hash-key") String key) {
        if (key.length() < LEAST)
            throw new IllegalArgumentException("shouwang.id-hash-key needs at least " + LEAST + " characters");
        try {
            prepared = Mac.getInstance("HmacSHA256");
            prepared.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 64 hex digits, the same for all spellings and documents of one person; null for null. */
    public String of(String number) {
        if (number == null || number.isBlank()) return null;
        var person = IdNumber.person(IdNumber.normal(number));
        try {
            var mac = (Mac) prepared.clone();
            return HexFormat.of().formatHex(mac.doFinal(person.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
