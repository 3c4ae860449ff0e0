package org.shouwang.household.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.eventsourcing.Recorded;
import org.shouwang.eventsourcing.journal.Written;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.Changes.Part;
import org.shouwang.household.registry.HouseholdEvent.*;
import org.shouwang.household.registry.Records.Cover;
import org.shouwang.household.registry.Records.Job;

/** Who last wrote down each part of a household, and when. */
public final class Provenance {

    private final Map<Object, Written> parts = new HashMap<>();
    private final Written last;

    private Provenance(List<Recorded<HouseholdEvent>> events) {
        for (var recorded : events) {
            var written = Written.of(recorded.envelope());
            Changes.NONE.parts(recorded.event()).forEach(part -> parts.put(part, written));
            switch (recorded.event()) {
                case EmploymentRecorded e -> parts.put(Job.of(e), written);
                case InsuranceStatusRecorded e -> parts.put(Cover.of(e), written);
                case LocationCollected _ -> parts.put(LocationCollected.class, written);
                case HouseholdRegistered _,
                        DetailsChanged _,
                        MemberAdded _,
                        MemberUpdated _,
                        MemberRemoved _,
                        HeadChanged _,
                        HouseholdMoved _,
                        RegisteredTypeChanged _,
                        SecurityTagGranted _,
                        SecurityTagEnded _,
                        LivingConditionsRecorded _,
                        HousingGradeAppraised _,
                        HouseholdSplit _,
                        HouseholdMerged _,
                        HouseholdDeactivated _ -> {}
            }
        }
        last = Written.last(events);
    }

    /** @param events of one household, in order */
    public static Provenance of(List<Recorded<HouseholdEvent>> events) {
        return new Provenance(events);
    }

    public Written last() {
        return last;
    }

    public Written place() {
        return parts.get(Part.Whole.PLACE);
    }

    public Written home() {
        return parts.get(Part.Whole.HOME);
    }

    public Written type() {
        return parts.get(Part.Whole.TYPE);
    }

    public Written housing() {
        return parts.get(Part.Piece.HOUSING);
    }

    public Written location() {
        return parts.get(LocationCollected.class);
    }

    public Written member(UUID id) {
        return parts.get(new Part.Person(id));
    }

    public Written tag(SecurityTag tag, UUID member) {
        return parts.get(new Part.Holder(tag, member));
    }

    public Written year(int year) {
        return parts.get(new Part.Year(year));
    }

    public Written job(EmploymentRecorded job) {
        return parts.get(Job.of(job));
    }

    public Written cover(InsuranceStatusRecorded cover) {
        return parts.get(Cover.of(cover));
    }
}
