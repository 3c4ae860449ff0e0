package org.shouwang.monitoring;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Worded;

/** The industry departments 行业部门 that deliver figures, compare and help, by the codes under which they stand everywhere. */
public enum Department implements Worded {
    CIVIL("民政"),
    EDU("教育"),
    HEALTH("卫健"),
    MEDINS("医保"),
    HOUSING("住建"),
    WATER("水务"),
    HRSS("人社"),
    DISABLED("残联"),
    EMERGENCY("应急管理"),
    POLICE("公安"),
    AGRI("农业农村"),
    PETITION("信访"),
    FINANCE("财政"),
    MARKET("市场监管"),
    REALESTATE("自然资源（房管）"),
    VEHICLE("公安车管"),
    BANK("银行"),
    RURAL("乡村振兴");

    /** For descriptions of the API. */
    public static final String CODES =
            "dept: CIVIL 民政、EDU 教育、HEALTH 卫健、MEDINS 医保、HOUSING 住建、WATER 水务、HRSS 人社、DISABLED 残联、EMERGENCY 应急管理、"
                    + "POLICE 公安、AGRI 农业农村、PETITION 信访、FINANCE 财政、MARKET 市场监管、REALESTATE 自然资源（房管）、VEHICLE 公安车管、BANK 银行、RURAL 乡村振兴";

    private final String zh;

    Department(String zh) {
        this.zh = zh;
    }

    @Override
    public String zh() {
        return zh;
    }

    /** The department for which somebody acts; empty if nobody said which, null if for none. */
    public static String of(Actor actor) {
        return Roles.DEPARTMENT_USER.equals(actor.role()) ? Objects.requireNonNullElse(actor.dept(), "") : null;
    }

    public static boolean known(String code) {
        return Arrays.stream(values()).anyMatch(department -> department.name().equals(code));
    }

    /** Those of {@code codes} that no department has. */
    public static List<String> unknown(Collection<String> codes) {
        return codes.stream().filter(code -> !known(code)).distinct().toList();
    }

    /** The word of a code; whatever is no code stays as it is. */
    public static String zh(String code) {
        return known(code) ? valueOf(code).zh : code;
    }
}
