package org.shouwang.household.registry;

import java.math.BigDecimal;
import org.shouwang.eventsourcing.Personal;

/**
 * Where and how a household is reached: the part of a household that never leaves this service. Everything may be absent.
 *
 * @param householdNo 户编号 of the national system, unique where present
 * @param contactPhone 11 digits
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north
 * @param resettlementSite 安置点
 * @param registeredPopulation persons in the household register, which may differ from the members here
 * @param infoCollector who collects this household's data
 */
public record Details(
        String householdNo,
        String address,
        String naturalVillage,
        String contactPhone,
        BigDecimal longitude,
        BigDecimal latitude,
        String resettlementSite,
        Integer registeredPopulation,
        Boolean militaryFamily,
        String infoCollector,
        String infoCollectorPhone)
        implements Personal {

    public static final Details NONE = new Details(null, null, null, null, null, null, null, null, null, null, null);

    Details at(Spot spot) {
        return new Details(
                householdNo,
                address,
                naturalVillage,
                contactPhone,
                spot.longitude(),
                spot.latitude(),
                resettlementSite,
                registeredPopulation,
                militaryFamily,
                infoCollector,
                infoCollectorPhone);
    }

    public Details {
        householdNo = householdNo == null || householdNo.isBlank() ? null : householdNo.strip();
    }
}
