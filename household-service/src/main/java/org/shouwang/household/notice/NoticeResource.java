package org.shouwang.household.notice;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.shouwang.eventsourcing.rest.BadRequest;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.household.Readings;
import org.shouwang.household.monitored.MonitoredType;

/** Pages that are printed and hung out. They are made of what may be shown in public only, and nothing is recorded by making one. */
@Path("/notices")
@Tag(name = "notices 公示公告")
class NoticeResource {

    private static final String HTML = "text/html;charset=UTF-8";

    /** @param type as the caller has it; absent: as the village's review proposed it, or as the household's own */
    record Line(@NotNull UUID household, MonitoredType type) {}

    /**
     * @param postedOn may be absent where the posting is recorded
     * @param days as the caller has them: a notice of n days that is posted on day D hangs to the end of D+n. May be absent
     * @param endsOn its last day; needed where the policy counts working days and the posting is not recorded yet
     * @param contact where objections are taken, an office and not a person
     */
    record PublicityBody(
            @NotNull NoticeKind kind,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> households,
            LocalDate postedOn,
            @Min(1) @Max(60) Integer days,
            LocalDate endsOn,
            @NotBlank @Size(max = 100) String place,
            @NotBlank @Size(max = 100) String contact) {

        Posting.Asked asked() {
            if (days != null && endsOn != null)
                throw new BadRequest("days", "公示天数和截止日期最多填一项", "give the days or the last day, not both");
            if (postedOn != null && endsOn != null && endsOn.isBefore(postedOn))
                throw new BadRequest("endsOn", "截止日期不能早于张贴日期", "must not be before postedOn");
            return new Posting.Asked(postedOn, days, endsOn);
        }
    }

    private final NoticePages pages;
    private final Caller caller;

    NoticeResource(NoticePages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @POST
    @Path("/publicity")
    @Produces(HTML)
    @RolesAllowed({
        INFO_OFFICER,
        VILLAGE_COMMITTEE,
        VILLAGE_HEAD,
        VILLAGE_SECRETARY,
        FIRST_SECRETARY,
        RESIDENT_TEAM_LEADER,
        RESIDENT_TEAM,
        TOWN_OPERATOR,
        COUNTY_OPERATOR
    })
    @Operation(
            summary = "A village's notice to print, A4 / 村级公示（A4打印页）",
            description =
                    "Shows group, head, size and type of each household, the days and where objections are taken; never numbers, phones, accounts or health. Type and days are those of the household's case or removal: by its policy, and as recorded once it is posted; what is given and differs is refused (NOTICE_CONTRADICTS), and so is a household of which nothing is proposed (NOTICE_UNKNOWN). Of whom the policy lets nothing be posted, no notice is made. / 类别和公示期以该户本次识别（消除）为准，填写不一致的不予打印。"
                            + " " + Readings.D19)
    public Uni<String> publicity(@NotNull @Valid PublicityBody body) {
        var households = new LinkedHashMap<UUID, MonitoredType>();
        body.households().forEach(line -> households.put(line.household(), line.type()));
        return pages.publicity(
                caller.scope(null),
                new NoticePages.Publicity(body.kind(), households, body.asked(), body.place(), body.contact()));
    }

    @GET
    @Path("/announcement")
    @Produces(HTML)
    @RolesAllowed({TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP, COUNTY_OPERATOR, COUNTY_APPROVER, AUDITOR})
    @Operation(
            summary = "The county's announcement of who was determined, to print, A4 / 县级公告（A4打印页）",
            description =
                    "Households whose inclusion hung in their village and was determined from one day to another, by village. Where the policy forbids publicity nobody is announced.")
    public Uni<String> announcement(@RestQuery String area, @RestQuery LocalDate from, @RestQuery LocalDate to) {
        if (from == null || to == null || to.isBefore(from))
            throw new BadRequest("from", "请填写起止日期，且先后有序", "from and to are needed, in order");
        return pages.announcement(caller.scope(area), caller.scope(null), from, to);
    }
}
