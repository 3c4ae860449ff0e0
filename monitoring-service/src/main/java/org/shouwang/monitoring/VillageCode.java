package org.shouwang.monitoring;

import java.util.regex.Pattern;
import org.shouwang.eventsourcing.rest.BadRequest;

/** The code of a village in a request: twelve digits, the last three of which are not all zero. */
public final class VillageCode {

    private static final Pattern FORM = Pattern.compile("[0-9]{9}(?!000)[0-9]{3}");

    private VillageCode() {}

    /** The code as it was given; refuses what is none. */
    public static String of(String field, String code) {
        if (code == null || !FORM.matcher(code).matches())
            throw new BadRequest(field, "应为 12 位的村（社区）代码", "must be the 12-digit code of a village");
        return code;
    }
}
