package org.shouwang.household.registry;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.household.codes.HousingGrade;
import org.shouwang.household.codes.Insurance;
import org.shouwang.household.registry.Families.Passing;
import org.shouwang.household.registry.HouseholdCommand.*;
import org.shouwang.household.registry.HouseholdEvent.EmploymentRecorded;
import org.shouwang.household.registry.HouseholdEvent.HousingGradeAppraised;
import org.shouwang.household.registry.HouseholdEvent.InsuranceStatusRecorded;
import org.shouwang.household.registry.HouseholdEvent.LocationCollected;

/** What clients send of what is recorded by the piece, and of households that split or merge. */
final class PieceBodies {

    private static final int MEMBERS_MOST = 60;

    private PieceBodies() {}

    /** @param months 1 to 12 in the year of {@code on} @param wage of a month in yuan @param transportSubsidy of the year, yuan @param publicPost false if absent */
    record EmploymentBody(
            @NotNull LocalDate from,
            LocalDate to,
            @NotNull Integer months,
            BigDecimal wage,
            BigDecimal transportSubsidy,
            Boolean publicPost,
            @Size(max = 50) String postType,
            @NotNull Workplace workplace,
            @NotNull LocalDate on) {

        RecordEmployment command(UUID member) {
            return new RecordEmployment(new EmploymentRecorded(
                    member,
                    from,
                    to,
                    months,
                    wage,
                    transportSubsidy,
                    publicPost != null && publicPost,
                    postType,
                    workplace,
                    on));
        }
    }

    record InsuranceBody(
            @NotNull Boolean insured,
            DocumentRef voucher,
            @NotNull LocalDate on) {

        RecordInsurance command(UUID member, Insurance kind, int year) {
            return new RecordInsurance(new InsuranceStatusRecorded(member, kind, year, insured, voucher, on));
        }
    }

    record HousingBody(
            @NotNull HousingGrade grade,
            @NotNull LocalDate appraisedOn,
            @NotBlank String agency,
            DocumentRef document,
            @NotNull LocalDate on) {

        AppraiseHousing command() {
            return new AppraiseHousing(new HousingGradeAppraised(grade, appraisedOn, agency, document, on));
        }
    }

    /** @param accuracy metres */
    record LocationBody(
            @NotNull BigDecimal longitude,
            @NotNull BigDecimal latitude,
            Integer accuracy,
            @NotNull LocalDate on) {

        CollectLocation command() {
            return new CollectLocation(new LocationCollected(new Spot(longitude, latitude), accuracy, on));
        }
    }

    record PassingMember(@NotNull UUID memberId, @NotBlank String relation) {}

    /** @param members who leave, with their relations in their own household, one of them its head @param areaCode as before if absent */
    record SplitBody(
            @NotNull @Size(min = 1, max = MEMBERS_MOST) List<@NotNull @Valid PassingMember> members,
            String areaCode,
            String groupCode,
            String gridCode,
            Details details,
            @NotBlank String reason,
            @NotNull LocalDate on) {

        Passing passing(UUID id, UUID into) {
            return PieceBodies.passing(id, into, members, reason, on);
        }

        Household.Place place() {
            return areaCode == null ? null : new Household.Place(areaCode, groupCode, gridCode);
        }
    }

    /** @param members all of them, with their relations to the head there */
    record MergerBody(
            @NotNull UUID into,
            @NotNull @Size(min = 1, max = MEMBERS_MOST) List<@NotNull @Valid PassingMember> members,
            @NotBlank String reason,
            @NotNull LocalDate on) {

        Passing passing(UUID id) {
            return PieceBodies.passing(id, into, members, reason, on);
        }
    }

    private static Passing passing(UUID id, UUID into, List<PassingMember> members, String reason, LocalDate on) {
        var relations = new LinkedHashMap<UUID, String>();
        for (var member : members)
            if (relations.put(member.memberId(), member.relation()) != null)
                throw new BadRequest("members", "同一成员出现两次", "names somebody twice");
        return new Passing(id, into, relations, reason, on);
    }
}
