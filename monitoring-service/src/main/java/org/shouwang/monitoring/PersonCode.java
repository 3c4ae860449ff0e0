package org.shouwang.monitoring;

import java.util.List;
import java.util.regex.Pattern;

/** How a person is named outside the household service: a user id or a member id. Names have no place here, so only codes pass. */
public final class PersonCode {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PersonCode() {}

    public static boolean ok(String code) {
        return code != null
                && (UUID.matcher(code).matches()
                        || CODE.matcher(code).matches()
                                && SensitiveText.numbersIn(code).isEmpty());
    }

    /** True where every one is a code; absent ones are not looked at. */
    public static boolean allOk(List<String> codes) {
        return codes.stream().allMatch(code -> code == null || code.isBlank() || ok(code));
    }
}
