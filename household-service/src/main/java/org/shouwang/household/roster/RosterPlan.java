package org.shouwang.household.roster;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.identity.IdNumber;
import org.shouwang.household.registry.Details;
import org.shouwang.household.registry.Household;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.HouseholdCommand;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.Joining;
import org.shouwang.household.registry.HouseholdEvent.Relation;
import org.shouwang.household.registry.HouseholdEvent.SecurityTagGranted;
import org.shouwang.household.registry.Member;
import org.shouwang.household.registry.MemberChange;
import org.shouwang.household.registry.MemberChange.PersonChange;
import org.shouwang.household.roster.RosterHousehold.Entry;
import org.shouwang.household.roster.RosterHousehold.Says;

/**
 * What has to be asked of a household so that it becomes what the file says. What the file leaves blank stays; nobody is removed because
 * a file does not name them.
 */
final class RosterPlan {

    private static final String REASON = "花名册导入";
    private static final String OTHER_RELATIVE = "97";

    private final Active now;
    private final RosterHousehold file;
    private final LocalDate on;
    private final Map<UUID, UUID> known = new HashMap<>();
    private final List<HouseholdCommand> commands = new ArrayList<>();

    private RosterPlan(Active now, RosterHousehold file, LocalDate on) {
        this.now = now;
        this.file = file;
        this.on = on;
        for (var entry : file.entries()) known.put(entry.member().memberId(), match(entry.member()));
    }

    /** @param on the day that the roster speaks of */
    static List<HouseholdCommand> of(Household state, RosterHousehold file, LocalDate on) {
        return state instanceof Active active
                ? new RosterPlan(active, file, on).changes()
                : List.of(register(file, on));
    }

    /** Not one person of the file is kept in the household that its key leads to: it means another family. */
    static boolean strangers(Household state, RosterHousehold file, LocalDate on) {
        return state instanceof Active active
                && new RosterPlan(active, file, on).known.values().stream().noneMatch(active.members()::containsKey);
    }

    /** Members whom the file does not name. */
    static int missing(Household state, RosterHousehold file, LocalDate on) {
        if (!(state instanceof Active active)) return 0;
        var named = new RosterPlan(active, file, on).known.values();
        return (int) active.members().keySet().stream()
                .filter(id -> !named.contains(id))
                .count();
    }

    private static Register register(RosterHousehold file, LocalDate on) {
        var tags = new ArrayList<SecurityTagGranted>();
        var said = new EnumMap<>(file.tags());
        file.standing()
                .forEach((tag, says) -> said.put(
                        tag, each(file.members().stream().map(Member::memberId).toList(), says)));
        said.forEach((tag, says) -> byClass(says)
                .forEach((tagClass, holders) ->
                        tags.add(new SecurityTagGranted(tag, none(tagClass), holders, on, null))));
        return new Register(
                file.areaCode(),
                file.groupCode(),
                file.gridCode(),
                file.type(),
                !Boolean.FALSE.equals(file.resident()),
                Boolean.TRUE.equals(file.relocated()),
                file.members(),
                file.details(),
                List.copyOf(tags),
                on);
    }

    private List<HouseholdCommand> changes() {
        place();
        home();
        if (file.type() != now.type()) commands.add(new ChangeRegisteredType(file.type(), null, on));
        head();
        for (var entry : file.entries()) member(entry);
        tags();
        return List.copyOf(commands);
    }

    private void place() {
        var stays = now.place().areaCode().equals(file.areaCode());
        var group = or(file.groupCode(), stays ? now.place().groupCode() : null);
        var grid = or(file.gridCode(), stays ? now.place().gridCode() : null);
        if (!new Household.Place(file.areaCode(), group, grid).equals(now.place()))
            commands.add(new Move(file.areaCode(), group, grid, on));
    }

    private void home() {
        var home = new Household.Home(
                or(file.resident(), now.home().resident()),
                or(file.relocated(), now.home().relocated()),
                details(file.details(), now.home().details()));
        if (!home.equals(now.home()))
            commands.add(new ChangeDetails(home.resident(), home.relocated(), home.details(), REASON, on));
    }

    private static Details details(Details file, Details now) {
        return new Details(
                or(file.householdNo(), now.householdNo()),
                or(file.address(), now.address()),
                or(file.naturalVillage(), now.naturalVillage()),
                or(file.contactPhone(), now.contactPhone()),
                same(file.longitude(), now.longitude()),
                same(file.latitude(), now.latitude()),
                or(file.resettlementSite(), now.resettlementSite()),
                or(file.registeredPopulation(), now.registeredPopulation()),
                or(file.militaryFamily(), now.militaryFamily()),
                or(file.infoCollector(), now.infoCollector()),
                or(file.infoCollectorPhone(), now.infoCollectorPhone()));
    }

    /** A head who is new to the household comes in as a relative first. */
    private void head() {
        var head = file.head().orElseThrow();
        var id = known.get(head.memberId());
        var old = now.head().map(Member::memberId).orElse(null);
        if (id.equals(old)) return;
        if (!now.members().containsKey(id))
            commands.add(new AddMember(head.as(OTHER_RELATIVE), Joining.CORRECTION, on));
        var relations = new ArrayList<Relation>();
        relations.add(new Relation(
                old,
                file.entries().stream()
                        .map(Entry::member)
                        .filter(m -> known.get(m.memberId()).equals(old))
                        .map(Member::relation)
                        .findFirst()
                        .orElse(OTHER_RELATIVE)));
        for (var member : file.members()) {
            var other = known.get(member.memberId());
            if (!other.equals(id) && !other.equals(old) && now.members().containsKey(other))
                relations.add(new Relation(other, member.relation()));
        }
        commands.add(new ChangeHead(id, relations, REASON, on));
    }

    private void member(Entry entry) {
        var member = entry.member();
        var id = known.get(member.memberId());
        var old = now.members().get(id);
        if (old != null) commands.add(new UpdateMember(id, change(entry, old), REASON, on));
        else if (!member.heads()) commands.add(new AddMember(member, Joining.CORRECTION, on));
    }

    private static MemberChange change(Entry entry, Member old) {
        var m = entry.member();
        var p = m.person();
        return new MemberChange(
                m.heads() || old.heads() ? null : m.relation(),
                m.labour(),
                m.student(),
                m.education(),
                m.resident(),
                entry.idle() ? Integer.valueOf(0) : m.workMonths(),
                m.workedLastYear(),
                m.postType(),
                entry.noPost() ? Integer.valueOf(0) : m.postMonths(),
                m.insurances(),
                m.relocated(),
                new PersonChange(
                        p.name(),
                        p.sex(),
                        p.idType(),
                        p.idNo().equals(old.person().idNo()) ? null : p.idNo(),
                        p.birthDate(),
                        p.ethnic(),
                        p.health(),
                        p.political(),
                        p.disability(),
                        p.disabilityYear(),
                        p.phone(),
                        p.workPlace(),
                        p.workAbroad(),
                        p.employer(),
                        p.dropoutReason(),
                        p.mandarin(),
                        p.memberNo(),
                        p.medicalAid()));
    }

    /** What is said of the household as a whole means those who hold the tag already, or everybody where nobody does. */
    private void tags() {
        file.tags().forEach((tag, says) -> {
            var byId = new HashMap<UUID, Says>();
            says.forEach((fileId, said) -> byId.put(known.get(fileId), said));
            tag(tag, byId);
        });
        file.standing().forEach((tag, says) -> {
            var holders = now.tags().holders(tag).keySet();
            tag(tag, each(holders.isEmpty() ? known.values() : holders, says));
        });
    }

    private void tag(SecurityTag tag, Map<UUID, Says> says) {
        var anew = new HashMap<UUID, Says>();
        var ended = new ArrayList<UUID>();
        says.forEach((id, said) -> {
            var held = now.tags().holders(tag).get(id);
            if (said.holds()
                    && (held == null
                            || said.tagClass() != null && !said.tagClass().equals(held.tagClass()))) anew.put(id, said);
            if (!said.holds() && held != null) ended.add(id);
        });
        byClass(anew)
                .forEach((tagClass, holders) -> commands.add(new GrantTag(tag, none(tagClass), holders, on, null)));
        if (!ended.isEmpty()) commands.add(new EndTag(tag, ended, on));
    }

    private static Map<UUID, Says> each(Collection<UUID> ids, Says says) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), _ -> says));
    }

    /** The member that the household already has, by number, then by 人口编号; else the one that the file's own id stands for. */
    private UUID match(Member member) {
        var person = member.person();
        if (now.members().containsKey(member.memberId())) return member.memberId();
        return now.members().values().stream()
                .filter(m -> m.person().idNo() != null
                        && IdNumber.person(m.person().idNo()).equals(IdNumber.person(person.idNo())))
                .findFirst()
                .or(() -> now.members().values().stream()
                        .filter(m -> person.memberNo() != null
                                && person.memberNo().equals(m.person().memberNo()))
                        .findFirst())
                .map(Member::memberId)
                .orElse(member.memberId());
    }

    /** Who holds a tag, by its class in order; "" stands for none. */
    private static Map<String, List<UUID>> byClass(Map<UUID, Says> says) {
        var classes = new TreeMap<String, List<UUID>>();
        says.forEach((id, said) -> {
            if (said.holds())
                classes.computeIfAbsent(Objects.requireNonNullElse(said.tagClass(), ""), _ -> new ArrayList<>())
                        .add(id);
        });
        return classes;
    }

    private static String none(String tagClass) {
        return tagClass.isEmpty() ? null : tagClass;
    }

    /** Degrees with and without trailing noughts are the same place. */
    private static BigDecimal same(BigDecimal file, BigDecimal now) {
        return file == null || now != null && file.compareTo(now) == 0 ? now : file;
    }

    private static <T> T or(T file, T now) {
        return file == null ? now : file;
    }
}
