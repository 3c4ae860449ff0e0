package org.shouwang.household.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.RegisteredType;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.monitored.Monitored;
import org.shouwang.household.monitored.MonitoredState;
import org.shouwang.household.monitored.MonitoredType;
import org.shouwang.household.registry.Bounds;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.DocumentRef;
import org.shouwang.household.registry.Finding;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.*;
import org.shouwang.household.registry.HouseholdEvent.HousingGradeAppraised;
import org.shouwang.household.registry.HouseholdEvent.Leaving;
import org.shouwang.household.registry.HouseholdRules;
import org.shouwang.household.registry.LivingConditions;
import org.shouwang.household.registry.Picture;
import org.shouwang.household.registry.Picture.Beside;
import org.shouwang.household.registry.Provenance;
import org.shouwang.household.registry.Rules;
import org.shouwang.household.sheet.Phone;

/**
 * A household with everything that is known of it now. Made from its history on request, so that full numbers lie nowhere else.
 *
 * @param version of its history, for {@code If-Match}
 * @param monitoredType as what it is watched, or was until its risk was removed; null: see {@code monitoredState}
 * @param state ACTIVE, or why it is no longer kept
 * @param living conditions by year, the newest first
 * @param housing the latest appraisal of the house; absent: none
 * @param location when the place in {@code details} was collected; absent: it came in otherwise
 * @param warnings what looks doubtful in the data today
 */
record HouseholdDetail(
        UUID id,
        long version,
        String state,
        String areaCode,
        String groupCode,
        String gridCode,
        RegisteredType registeredType,
        String registeredTypeZh,
        MonitoredType monitoredType,
        String monitoredTypeZh,
        MonitoredState monitoredState,
        String monitoredStateZh,
        boolean resident,
        boolean relocated,
        boolean noLabour,
        Details details,
        List<MemberView> members,
        List<Holder> tags,
        List<Living> living,
        Housing housing,
        Location location,
        List<Left> left,
        List<Warning> warnings,
        Recording recorded) {

    record Holder(
            SecurityTag tag,
            String tagZh,
            String tagClass,
            UUID memberId,
            LocalDate from,
            String decisionNo,
            Written recorded) {}

    /** Who is a member no more. @param proof the document that shows it; absent: none */
    record Left(UUID memberId, Leaving reason, LocalDate on, DocumentRef proof, Written recorded) {}

    record Housing(
            HousingGrade grade,
            String gradeZh,
            LocalDate appraisedOn,
            String agency,
            DocumentRef document,
            Written recorded) {}

    /** @param accuracy metres */
    record Location(LocalDate on, Integer accuracy, Written recorded) {}

    /** Who last wrote down what the household's own parts say. */
    record Recording(Written last, Written place, Written details, Written registeredType) {}

    record Living(int year, LivingConditions conditions, Written recorded) {}

    /** @param statementId of the income statement that it is about; null: of none */
    record Warning(String code, String dq, UUID memberId, UUID statementId, String field, String zh, String en) {}

    /** Who looks at it, and when. @param beside what its data is held against @param open full numbers and phones; otherwise masked */
    record Beholding(
            Monitored monitored, Beside beside, Provenance provenance, LocalDate today, Bounds bounds, boolean open) {}

    static HouseholdDetail of(UUID id, Household household, long version, Beholding by) {
        return switch (household) {
            case Unknown _ -> throw new Refused(Household.Refusal.HOUSEHOLD_UNKNOWN);
            case Active h -> of(id, h, "ACTIVE", version, by);
            case Inactive h -> of(id, h.last(), h.reason().name(), version, by);
        };
    }

    private static HouseholdDetail of(UUID id, Active h, String state, long version, Beholding by) {
        var place = h.place();
        var home = h.home();
        var written = by.provenance();
        var found = Rules.check(Picture.of(h, by.beside(), by.today(), by.bounds()));
        return new HouseholdDetail(
                id,
                version,
                state,
                place.areaCode(),
                place.groupCode(),
                place.gridCode(),
                h.type(),
                h.type().zh(),
                by.monitored().type(),
                by.monitored().type() == null ? null : by.monitored().type().zh(),
                by.monitored().state(),
                by.monitored().state().zh(),
                home.resident(),
                home.relocated(),
                HouseholdRules.noLabour(h.all()),
                by.open() ? home.details() : masked(home.details()),
                h.all().stream()
                        .map(m -> MemberView.of(h, m, written, by.today(), by.open()))
                        .toList(),
                h.tags().held().entrySet().stream()
                        .flatMap(e -> holders(e, written))
                        .toList(),
                h.living().reversed().entrySet().stream()
                        .map(e -> new Living(e.getKey(), e.getValue(), written.year(e.getKey())))
                        .toList(),
                housing(h.records().housing(), written),
                h.records().location() == null
                        ? null
                        : new Location(
                                h.records().location().on(),
                                h.records().location().accuracy(),
                                written.location()),
                h.left().values().stream()
                        .filter(l -> h.member(l.memberId()).isEmpty())
                        .map(l -> new Left(l.memberId(), l.reason(), l.on(), l.proof(), written.member(l.memberId())))
                        .toList(),
                found.stream()
                        .filter(f -> !f.rule().error())
                        .map(HouseholdDetail::warning)
                        .toList(),
                new Recording(written.last(), written.place(), written.home(), written.type()));
    }

    private static Housing housing(HousingGradeAppraised e, Provenance written) {
        return e == null
                ? null
                : new Housing(e.grade(), e.grade().zh(), e.appraisedOn(), e.agency(), e.document(), written.housing());
    }

    private static Details masked(Details d) {
        return new Details(
                d.householdNo(),
                d.address(),
                d.naturalVillage(),
                Phone.masked(d.contactPhone()),
                d.longitude(),
                d.latitude(),
                d.resettlementSite(),
                d.registeredPopulation(),
                d.militaryFamily(),
                d.infoCollector(),
                Phone.masked(d.infoCollectorPhone()));
    }

    private static java.util.stream.Stream<Holder> holders(
            Map.Entry<SecurityTag, Map<UUID, Holding>> held, Provenance written) {
        return held.getValue().entrySet().stream()
                .map(e -> new Holder(
                        held.getKey(),
                        held.getKey().zh(),
                        e.getValue().tagClass(),
                        e.getKey(),
                        e.getValue().from(),
                        e.getValue().decisionNo(),
                        written.tag(held.getKey(), e.getKey())));
    }

    private static Warning warning(Finding f) {
        return new Warning(
                f.rule().name(),
                f.rule().code(),
                f.memberId(),
                f.statementId(),
                f.field(),
                f.rule().zh(),
                f.rule().en());
    }
}
