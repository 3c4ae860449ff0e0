package org.shouwang.household.registry;

import static org.shouwang.eventsourcing.Decision.accept;
import static org.shouwang.eventsourcing.Decision.nothing;
import static org.shouwang.eventsourcing.Decision.refuse;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.eventsourcing.Decider;
import org.shouwang.eventsourcing.Decision;
import org.shouwang.eventsourcing.Decision.Accepted;
import org.shouwang.household.registry.Household.Active;
import org.shouwang.household.registry.Household.Inactive;
import org.shouwang.household.registry.Household.Unknown;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Picture.Beside;

/** The rules of a household, as a table: command and state on the left, the answer on the right. */
public final class HouseholdDecider implements Decider<HouseholdCommand, Household, HouseholdEvent> {

    private static final HouseholdView VIEW = new HouseholdView();

    private record On(HouseholdCommand command, Household state) {}

    @Override
    public Decision<HouseholdEvent> decide(HouseholdCommand command, Household state) {
        var decision = table(command, state);
        return state instanceof Active h && decision instanceof Accepted<HouseholdEvent>(var events)
                ? h.changes()
                        .after(events)
                        .map(day -> Decision.<HouseholdEvent>refuse(DATE_OUT_OF_ORDER, day.toString()))
                        .orElse(decision)
                : decision;
    }

    private static Decision<HouseholdEvent> table(HouseholdCommand command, Household state) {
        return switch (new On(command, state)) {
            case On(Happened c, Active h)
            when h.before(c.on()) ->
                refuse(BEFORE_REGISTRATION, h.opening().on().toString());
            case On(Happened c, Household h) -> table(c.what(), h);

            case On(Register c, Unknown _) -> register(c);
            case On(Register c, Active h)
            when registered(c, h.opening().on()).equals(h.opening())
                    && h.tags().granted().containsAll(c.tags()) -> nothing();
            case On(Register _, Active _) -> refuse(ALREADY_REGISTERED);

            case On(ChangeDetails c, Active h)
            when new Household.Home(c.resident(), c.relocated(), c.details()).equals(h.home()) -> nothing();
            case On(ChangeDetails c, Active _) when blank(c.reason()) -> refuse(REASON_REQUIRED);
            case On(ChangeDetails c, Active h) ->
                checked(
                        h,
                        LocalDate.MAX,
                        List.of(new DetailsChanged(c.resident(), c.relocated(), c.details(), c.reason(), c.on())));

            case On(AddMember c, Active h)
            when h.member(c.member().memberId()).isPresent() ->
                h.members().get(c.member().memberId()).equals(c.member()) ? nothing() : refuse(MEMBER_EXISTS);
            case On(AddMember c, Active _) when c.member().heads() -> refuse(HEAD_BY_CHANGE);
            case On(AddMember c, Active h)
            when h.left().containsKey(c.member().memberId()) && !returns(c.reason()) -> refuse(MEMBER_LEFT);
            case On(AddMember c, Active h) ->
                checked(h, c.on(), List.of(new MemberAdded(c.member(), c.reason(), c.on())));

            case On(UpdateMember c, Active h)
            when h.member(c.memberId()).isEmpty() ->
                refuse(MEMBER_UNKNOWN, c.memberId().toString());
            case On(UpdateMember c, Active h) -> update(c, h, h.members().get(c.memberId()));

            case On(RemoveMember c, Active h) when removal(c).equals(h.left().get(c.memberId())) -> nothing();
            case On(RemoveMember c, Active h)
            when h.member(c.memberId()).isEmpty() ->
                refuse(MEMBER_UNKNOWN, c.memberId().toString());
            case On(RemoveMember c, Active _) when malformed(c.proof()) -> refuse(PROOF_INVALID);
            case On(RemoveMember c, Active h)
            when h.members().get(c.memberId()).heads() && h.members().size() > 1 -> refuse(HEAD_STAYS);
            case On(RemoveMember c, Active h) -> accept(leave(c, h));

            case On(ChangeHead c, Active h)
            when h.member(c.memberId()).isEmpty() ->
                refuse(MEMBER_UNKNOWN, c.memberId().toString());
            case On(ChangeHead c, Active h) when h.members().get(c.memberId()).heads() -> nothing();
            case On(ChangeHead c, Active _) when blank(c.reason()) -> refuse(REASON_REQUIRED);
            case On(ChangeHead c, Active h) -> changeHead(c, h);

            case On(Move c, Active h)
            when new Household.Place(c.toArea(), c.groupCode(), c.gridCode()).equals(h.place()) -> nothing();
            case On(Move c, Active h) ->
                checked(
                        h,
                        LocalDate.MAX,
                        List.of(new HouseholdMoved(
                                h.place().areaCode(),
                                c.toArea(),
                                c.groupCode(),
                                c.gridCode(),
                                c.on(),
                                c.recoded() ? true : null)));

            case On(ChangeRegisteredType c, Active h) when c.to() == h.type() -> nothing();
            case On(ChangeRegisteredType c, Active _) when malformed(c.source()) -> refuse(PROOF_INVALID);
            case On(ChangeRegisteredType c, Active h) ->
                accept(new RegisteredTypeChanged(h.type(), c.to(), c.source(), c.on()));

            case On(GrantTag c, Active _) when TagRules.classWrong(c.tag(), c.tagClass()) -> refuse(TAG_CLASS);
            case On(GrantTag c, Active h) -> TagRules.grant(c, h);
            case On(EndTag c, Active h) -> TagRules.end(c, h);

            case On(RecordLivingConditions c, Active h)
            when c.conditions().equals(h.living().get(c.year())) -> nothing();
            case On(RecordLivingConditions c, Active _)
            when c.year() > c.on().getYear() -> refuse(YEAR_WRONG, Integer.toString(c.year()));
            case On(RecordLivingConditions c, Active _)
            when !c.conditions().wrong().isEmpty() ->
                refuse(LIVING_CONDITIONS_INVALID, c.conditions().wrong());
            case On(RecordLivingConditions c, Active _) ->
                accept(new LivingConditionsRecorded(c.year(), c.conditions(), c.on()));

            case On(RecordEmployment c, Active h) -> PieceRules.employment(c.employment(), h);
            case On(RecordInsurance c, Active h) -> PieceRules.insurance(c.status(), h);
            case On(AppraiseHousing c, Active h) -> PieceRules.housing(c.appraisal(), h);
            case On(CollectLocation c, Active h)
            when c.location().equals(h.records().location()) -> nothing();
            case On(CollectLocation c, Active _)
            when c.location().accuracy() != null && c.location().accuracy() < 0 -> refuse(RECORD_INVALID, "accuracy");
            case On(CollectLocation c, Active h) -> checked(h, LocalDate.MAX, List.of(c.location()));

            case On(Split c, Active h) when FamilyRules.gone(c, h) -> nothing();
            case On(Split c, Active _) when blank(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Split c, Active h) -> FamilyRules.split(c, h);
            case On(Absorb c, Active h)
            when h.members().keySet().containsAll(FamilyRules.ids(c.members())) -> nothing();
            case On(Absorb c, Active _) when blank(c.reason()) -> refuse(REASON_REQUIRED);
            case On(Absorb c, Active _) when c.members().stream().anyMatch(Member::heads) -> refuse(MERGE_MEMBERS);
            case On(Absorb c, Active h) -> checked(h, c.on(), FamilyRules.merged(c));

            case On(Deactivate c, Active _)
            when c.reason() == Ending.MERGED && c.into() == null -> refuse(INTO_REQUIRED);
            case On(Deactivate c, Active _) -> accept(new HouseholdDeactivated(c.reason(), c.into(), c.on()));
            case On(Deactivate c, Inactive h)
            when c.reason() == h.reason() && Objects.equals(c.into(), h.into()) && c.on().equals(h.on()) -> nothing();
            case On(RemoveMember c, Inactive h)
            when removal(c).equals(h.last().left().get(c.memberId())) -> nothing();

            case On(HouseholdCommand _, Inactive _) -> refuse(HOUSEHOLD_INACTIVE);
            case On(HouseholdCommand _, Unknown _) -> refuse(HOUSEHOLD_UNKNOWN);
        };
    }

    @Override
    public Household initial() {
        return VIEW.initial();
    }

    @Override
    public Household evolve(Household state, HouseholdEvent event) {
        return VIEW.evolve(state, event);
    }

    private static HouseholdRegistered registered(Register c, LocalDate on) {
        return new HouseholdRegistered(
                c.areaCode(),
                c.groupCode(),
                c.gridCode(),
                c.registeredType(),
                c.resident(),
                c.relocated(),
                c.members(),
                c.details(),
                on);
    }

    private static Decision<HouseholdEvent> register(Register c) {
        var wrong = Rules.errors(new Picture(
                c.areaCode(), c.groupCode(), c.gridCode(), c.details(), c.members(), Beside.NOTHING, c.on(), null));
        if (!wrong.isEmpty()) return refused(wrong);
        var members = c.members().stream().map(Member::memberId).toList();
        for (var tag : c.tags()) {
            if (TagRules.classWrong(tag.tag(), tag.tagClass()))
                return refuse(TAG_CLASS, tag.tag().name());
            if (!members.containsAll(tag.memberIds()))
                return refuse(MEMBER_UNKNOWN, tag.tag().name());
        }
        return accept(Stream.concat(Stream.of(registered(c, c.on())), c.tags().stream())
                .toList());
    }

    /** Accepted where the household, after these events, satisfies every rule. */
    static Decision<HouseholdEvent> checked(Active h, LocalDate on, List<HouseholdEvent> events) {
        if (!(VIEW.replay(h, events) instanceof Active after)) return accept(events);
        var wrong = Rules.errors(Picture.of(after, Beside.NOTHING, on, null));
        return wrong.isEmpty() ? accept(events) : refused(wrong);
    }

    private static Decision<HouseholdEvent> update(UpdateMember c, Active h, Member old) {
        var member = c.change().to(old);
        if (member.equals(old)) return nothing();
        if (blank(c.reason())) return refuse(REASON_REQUIRED);
        if (member.heads() != old.heads()) return refuse(HEAD_BY_CHANGE);
        return checked(h, c.on(), List.of(new MemberUpdated(c.memberId(), member, c.reason(), c.on())));
    }

    private static MemberRemoved removal(RemoveMember c) {
        return new MemberRemoved(c.memberId(), c.reason(), c.on(), c.proof());
    }

    /** Who leaves gives up every tag first; with the last member the household ends. */
    static List<HouseholdEvent> leave(RemoveMember c, Active h) {
        var events = new ArrayList<HouseholdEvent>();
        h.tags().held().forEach((tag, holders) -> {
            if (holders.containsKey(c.memberId())) events.add(new SecurityTagEnded(tag, List.of(c.memberId()), c.on()));
        });
        events.add(removal(c));
        if (h.members().size() == 1) {
            var reason = c.reason() == Leaving.MOVED_OUT ? Ending.MOVED_OUT : Ending.EXTINCT;
            events.add(new HouseholdDeactivated(reason, null, c.on()));
        }
        return events;
    }

    private static Decision<HouseholdEvent> changeHead(ChangeHead c, Active h) {
        var old = h.head().map(Member::memberId).orElseThrow();
        var named = c.relations().stream().map(Relation::memberId).toList();
        if (!named.contains(old)) return refuse(RELATION_REQUIRED, old.toString());
        var strangers = named.stream()
                .filter(id -> h.member(id).isEmpty())
                .map(UUID::toString)
                .toList();
        if (!strangers.isEmpty()) return refuse(MEMBER_UNKNOWN, strangers);
        if (c.relations().stream().anyMatch(r -> Member.HEAD.equals(r.relation()))
                || named.contains(c.memberId())
                || repeats(named)) return refuse(Rule.HEAD_COUNT);
        return checked(
                h, c.on(), List.of(new HeadChanged(old, c.memberId(), c.reason(), List.copyOf(c.relations()), c.on())));
    }

    private static boolean returns(Joining reason) {
        return reason == Joining.MOVED_IN || reason == Joining.CORRECTION;
    }

    private static boolean malformed(DocumentRef document) {
        return document != null && !document.wellFormed();
    }

    static boolean repeats(List<UUID> ids) {
        return new HashSet<>(ids).size() < ids.size();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static Decision<HouseholdEvent> refused(List<Finding> wrong) {
        return refuse(wrong.getFirst().rule(), wrong.stream().map(Finding::text).toList());
    }
}
