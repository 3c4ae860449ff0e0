package org.shouwang.household.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.shouwang.eventsourcing.Personal;

/**
 * What a household lives on and in, asked once a year on the national collection form of 2023; nobody else decides by it, so it stays here.
 * Everything may be absent: not asked. Areas and distances have two decimals.
 *
 * @param farmland 耕地, mu; so are {@code forest} 林地, {@code forestReturned} 退耕还林, {@code orchard} 林果, {@code grassland} 牧草地 and
 *     {@code water} 水面面积
 * @param road 入户路类型
 * @param roadKm 与村主干路距离, km
 * @param housingArea 住房面积, square metres
 * @param housingGrade 危房等级, A to D
 * @param fuel 主要燃料类型
 * @param electricity 是否通生活用电
 * @param broadcast 是否通广播电视
 * @param cooperative 是否加入农民专业合作组织
 * @param enterpriseLed 是否有龙头企业带动
 * @param entrepreneurLed 是否有创业致富带头人带动
 * @param industryAid 到户产业帮扶类型
 */
public record LivingConditions(
        BigDecimal farmland,
        BigDecimal forest,
        BigDecimal forestReturned,
        BigDecimal orchard,
        BigDecimal grassland,
        BigDecimal water,
        String road,
        BigDecimal roadKm,
        BigDecimal housingArea,
        String housingGrade,
        String fuel,
        Boolean electricity,
        Boolean broadcast,
        Boolean cooperative,
        Boolean enterpriseLed,
        Boolean entrepreneurLed,
        String industryAid)
        implements Personal {

    private static final BigDecimal MOST = new BigDecimal("99999.99");
    private static final int LONGEST = 50;

    public LivingConditions {
        farmland = rounded(farmland);
        forest = rounded(forest);
        forestReturned = rounded(forestReturned);
        orchard = rounded(orchard);
        grassland = rounded(grassland);
        water = rounded(water);
        roadKm = rounded(roadKm);
        housingArea = rounded(housingArea);
    }

    /** The fields whose values cannot be. */
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        check(wrong, "farmland", farmland);
        check(wrong, "forest", forest);
        check(wrong, "forestReturned", forestReturned);
        check(wrong, "orchard", orchard);
        check(wrong, "grassland", grassland);
        check(wrong, "water", water);
        check(wrong, "roadKm", roadKm);
        check(wrong, "housingArea", housingArea);
        if (housingGrade != null && !housingGrade.matches("[A-D]")) wrong.add("housingGrade");
        check(wrong, "road", road);
        check(wrong, "fuel", fuel);
        check(wrong, "industryAid", industryAid);
        return wrong;
    }

    private static void check(List<String> wrong, String field, BigDecimal value) {
        if (value != null && (value.signum() < 0 || value.compareTo(MOST) > 0)) wrong.add(field);
    }

    private static void check(List<String> wrong, String field, String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST)) wrong.add(field);
    }

    private static BigDecimal rounded(BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }
}
