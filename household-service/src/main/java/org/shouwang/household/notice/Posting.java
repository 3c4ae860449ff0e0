package org.shouwang.household.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.household.monitored.MonitoredType;

/**
 * What is known of a household's notice, so that what hangs in the village is what the case or removal has: the type, and the days by the policy
 * that it keeps to until the posting is recorded, and as recorded from then on.
 *
 * @param type that the village's review proposed, or of which it is removed; null: not known
 * @param days of the policy; null or 0: nothing is posted
 * @param working whether those are working days
 * @param postedOn null: not recorded yet
 */
record Posting(
        UUID household, MonitoredType type, Integer days, boolean working, LocalDate postedOn, LocalDate endsOn) {

    /** What the caller says of it; each part may be null. */
    record Asked(LocalDate postedOn, Integer days, LocalDate endsOn) {}

    /** Both are whole days. */
    record Days(LocalDate from, LocalDate to) {}

    boolean known() {
        return type != null && days != null && days > 0;
    }

    /** The type that is printed. @param asked null: as it is known */
    MonitoredType type(MonitoredType asked) {
        if (asked != null && asked != type) throw contradicts(List.of("type=" + type));
        return type;
    }

    /** The days that are printed. */
    Days days(Asked asked) {
        var hangs = postedOn == null ? planned(asked) : new Days(postedOn, endsOn);
        var wrong = new ArrayList<String>();
        if (asked.postedOn() != null && !asked.postedOn().equals(hangs.from())) wrong.add("postedOn=" + hangs.from());
        if (asked.days() != null && !asked.days().equals(days)) wrong.add("days=" + days);
        if (asked.endsOn() != null && !asked.endsOn().equals(hangs.to())) wrong.add("endsOn=" + hangs.to());
        if (!wrong.isEmpty()) throw contradicts(wrong);
        return hangs;
    }

    /** Working days are counted by the policy's calendar where it is posted: here its last day is given, and no earlier than as many calendar days. */
    private Days planned(Asked asked) {
        if (asked.postedOn() == null)
            throw new BadRequest("postedOn", "尚未登记张贴，请填写张贴日期", "the posting is not recorded yet: give the day");
        var earliest = asked.postedOn().plusDays(days);
        if (!working) return new Days(asked.postedOn(), earliest);
        if (asked.endsOn() == null)
            throw new BadRequest("endsOn", "公示按工作日计算，请填写截止日期", "the days are working days: give the last one");
        if (asked.endsOn().isBefore(earliest)) throw contradicts(List.of("days=" + days));
        return new Days(asked.postedOn(), asked.endsOn());
    }

    private Refused contradicts(List<String> known) {
        return new Refused(NoticeRefusal.NOTICE_CONTRADICTS, List.of(household + " " + String.join(", ", known)));
    }
}
