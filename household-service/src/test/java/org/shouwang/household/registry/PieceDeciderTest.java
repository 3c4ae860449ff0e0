package org.shouwang.household.registry;

import static org.shouwang.household.registry.Fixtures.*;
import static org.shouwang.household.registry.Household.Refusal.*;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.eventsourcing.Spec;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.codes.SecurityTag;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.*;

/** What is recorded by the piece, and households that split or merge. */
class PieceDeciderTest {

    private static final UUID OTHER = new UUID(1, 1);
    private static final LocalDate LATER = DAY.plusDays(10);
    private static final Workplace CITY = new Workplace("某市", "某厂", false, "有组织输出");
    private static final DocumentRef PROOF = new DocumentRef("DOC_HOUSING", "a".repeat(64));

    private final Spec<HouseholdCommand, Household, HouseholdEvent> household = Spec.of(new HouseholdDecider());

    @Test
    void work_is_recorded_and_the_member_taken_along() {
        var job = job(HEAD, LocalDate.of(2021, 3, 1), null, 9, false, null);
        var changed = new MemberChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        9,
                        null,
                        null,
                        null,
                        null,
                        null,
                        MemberChange.PersonChange.working(CITY))
                .to(HE);
        household
                .given(registered(HE, SHE))
                .when(new RecordEmployment(job))
                .then(job, new MemberUpdated(HEAD, changed, "务工登记", LATER));
        household
                .given(registered(HE, SHE), job, new MemberUpdated(HEAD, changed, "务工登记", LATER))
                .when(new RecordEmployment(job))
                .thenNothing();
    }

    @Test
    void work_of_earlier_years_changes_nobody() {
        var job = job(HEAD, LocalDate.of(2020, 3, 1), LocalDate.of(2020, 9, 30), 7, false, null);
        household.given(registered(HE)).when(new RecordEmployment(job)).then(job);
    }

    @Test
    void a_post_is_recorded_with_its_kind() {
        var post = job(HEAD, LocalDate.of(2021, 3, 1), null, 9, true, "护林员");
        var changed = new MemberChange(null, null, null, null, null, null, null, "护林员", 9, null, null, null).to(HE);
        household
                .given(registered(HE))
                .when(new RecordEmployment(post))
                .then(post, new MemberUpdated(HEAD, changed, "公益性岗位登记", LATER));
        household
                .given(registered(HE))
                .when(new RecordEmployment(job(HEAD, LocalDate.of(2021, 3, 1), null, 9, true, null)))
                .thenRefused(RECORD_INVALID, "postType");
    }

    @Test
    void work_that_cannot_be_is_refused() {
        var wrong = new EmploymentRecorded(
                HEAD,
                LATER.plusDays(1),
                DAY,
                13,
                new BigDecimal("-1"),
                new BigDecimal("-0.01"),
                false,
                "护林员",
                null,
                LATER);
        household
                .given(registered(HE))
                .when(new RecordEmployment(wrong))
                .thenRefused(
                        RECORD_INVALID, "from", "to", "months", "wage", "transportSubsidy", "postType", "workplace");
        household
                .given(registered(HE))
                .when(new RecordEmployment(job(STRANGER, DAY, null, 1, false, null)))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
    }

    @Test
    void insurance_is_recorded_by_year_and_the_present_year_taken_along() {
        var now = new InsuranceStatusRecorded(HEAD, Insurance.RESIDENT_MEDICAL, 2021, true, null, LATER);
        var insured = new MemberChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(Insurance.RESIDENT_MEDICAL),
                        null,
                        null)
                .to(HE);
        var taken = new MemberUpdated(HEAD, insured, "参保登记", LATER);
        household.given(registered(HE)).when(new RecordInsurance(now)).then(now, taken);
        household
                .given(registered(HE), now, taken)
                .when(new RecordInsurance(now))
                .thenNothing();
        var before = new InsuranceStatusRecorded(HEAD, Insurance.RESIDENT_MEDICAL, 2020, false, null, LATER);
        household.given(registered(HE)).when(new RecordInsurance(before)).then(before);
        var ended = new InsuranceStatusRecorded(HEAD, Insurance.RESIDENT_MEDICAL, 2021, false, null, LATER);
        household
                .given(registered(HE), now, taken)
                .when(new RecordInsurance(ended))
                .then(ended);
        household
                .given(registered(HE))
                .when(new RecordInsurance(
                        new InsuranceStatusRecorded(HEAD, Insurance.RESIDENT_MEDICAL, 2022, true, null, LATER)))
                .thenRefused(YEAR_WRONG, "2022");
        household
                .given(registered(HE))
                .when(new RecordInsurance(new InsuranceStatusRecorded(
                        HEAD, Insurance.RESIDENT_MEDICAL, 2021, true, new DocumentRef("x", "y"), LATER)))
                .thenRefused(PROOF_INVALID);
        household
                .given(registered(HE))
                .when(new RecordInsurance(
                        new InsuranceStatusRecorded(STRANGER, Insurance.RESIDENT_MEDICAL, 2021, true, null, LATER)))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
    }

    @Test
    void a_house_is_appraised_with_its_certificate() {
        var appraised = new HousingGradeAppraised(HousingGrade.C, DAY.minusYears(1), "县住建局", PROOF, LATER);
        household.given(registered(HE)).when(new AppraiseHousing(appraised)).then(appraised);
        household
                .given(registered(HE), appraised)
                .when(new AppraiseHousing(appraised))
                .thenNothing();
        household
                .given(registered(HE), appraised)
                .when(new AppraiseHousing(
                        new HousingGradeAppraised(HousingGrade.A, DAY, "县住建局", PROOF, LATER.minusDays(1))))
                .thenRefused(DATE_OUT_OF_ORDER, LATER.toString());
        household
                .given(registered(HE))
                .when(new AppraiseHousing(
                        new HousingGradeAppraised(HousingGrade.A, LATER.plusDays(1), "县住建局", PROOF, LATER)))
                .thenRefused(RECORD_INVALID, "appraisedOn");
        household
                .given(registered(HE))
                .when(new AppraiseHousing(new HousingGradeAppraised(HousingGrade.A, DAY, " ", PROOF, LATER)))
                .thenRefused(RECORD_INVALID, "agency");
    }

    @Test
    void a_home_is_located_inside_the_country() {
        var there = located("106.156", "33.327");
        household.given(registered(HE)).when(new CollectLocation(there)).then(there);
        household.given(registered(HE), there).when(new CollectLocation(there)).thenNothing();
        household
                .given(registered(HE))
                .when(new CollectLocation(located("33.327", "106.156")))
                .thenRefused(Rule.GEO_RANGE, "GEO_RANGE details.longitude");
    }

    @Test
    void members_leave_together_with_what_they_hold() {
        var tag = new SecurityTagGranted(SecurityTag.DIBAO, "B", List.of(WIFE), DAY, null);
        var split = new Split(OTHER, List.of(WIFE, DAUGHTER), "分家", LATER);
        household
                .given(registered(HE, SHE, CHILD), tag)
                .when(split)
                .then(
                        new SecurityTagEnded(SecurityTag.DIBAO, List.of(WIFE), LATER),
                        new MemberRemoved(WIFE, Leaving.SPLIT, LATER, null),
                        new MemberRemoved(DAUGHTER, Leaving.SPLIT, LATER, null),
                        new HouseholdSplit(OTHER, List.of(WIFE, DAUGHTER), "分家", LATER));
        household
                .given(
                        registered(HE, SHE),
                        new MemberRemoved(WIFE, Leaving.SPLIT, LATER, null),
                        new HouseholdSplit(OTHER, List.of(WIFE), "分家", LATER))
                .when(new Split(OTHER, List.of(WIFE), "分家", LATER))
                .thenNothing();
        for (var who : List.of(List.of(HEAD), List.<UUID>of(), List.of(WIFE, WIFE)))
            household
                    .given(registered(HE, SHE))
                    .when(new Split(OTHER, who, "分家", LATER))
                    .thenRefused(SPLIT_MEMBERS);
        household
                .given(registered(HE, SHE))
                .when(new Split(OTHER, List.of(STRANGER), "分家", LATER))
                .thenRefused(MEMBER_UNKNOWN, STRANGER.toString());
        household
                .given(registered(HE, SHE))
                .when(new Split(OTHER, List.of(WIFE), " ", LATER))
                .thenRefused(REASON_REQUIRED);
    }

    @Test
    void the_members_of_another_household_come_in_together() {
        var old = member(STRANGER, "51", "赵老", "999999194505174011");
        household
                .given(registered(HE))
                .when(new Absorb(OTHER, List.of(old), List.of(), "合户", LATER))
                .then(
                        new MemberAdded(old, Joining.MOVED_IN, LATER),
                        new HouseholdMerged(OTHER, List.of(STRANGER), "合户", LATER));
        household
                .given(registered(HE, old))
                .when(new Absorb(OTHER, List.of(old), List.of(), "合户", LATER))
                .thenNothing();
        household
                .given(registered(HE))
                .when(new Absorb(OTHER, List.of(old.as("02")), List.of(), "合户", LATER))
                .thenRefused(MERGE_MEMBERS);
        household
                .given(registered(HE, SHE))
                .when(new Absorb(OTHER, List.of(old.as("10")), List.of(), "合户", LATER))
                .thenRefused(Rule.SPOUSE_COUNT, "SPOUSE_COUNT members");
    }

    private static EmploymentRecorded job(
            UUID member, LocalDate from, LocalDate to, int months, boolean post, String postType) {
        return new EmploymentRecorded(member, from, to, months, null, null, post, postType, CITY, LATER);
    }

    private static LocationCollected located(String longitude, String latitude) {
        return new LocationCollected(new Spot(new BigDecimal(longitude), new BigDecimal(latitude)), 10, LATER);
    }
}
