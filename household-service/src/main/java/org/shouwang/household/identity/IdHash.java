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

    private final SecretKeySpec key;

    public IdHash(@ConfigProperty(name = "shouwang.id-hash-key") String key) {
        if (key.length() < LEAST)
            throw new IllegalArgumentException("shouwang.id-hash-key needs at least " + LEAST + " characters");
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** 64 hex digits, the same for all spellings and documents of one person; null for null. */
    public String of(String number) {
        if (number == null || number.isBlank()) return null;
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(
                            mac.doFinal(IdNumber.person(IdNumber.normal(number)).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
