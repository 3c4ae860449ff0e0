package org.shouwang.monitoring.grade;

import static org.shouwang.monitoring.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.object.GradeTrigger;

/** The colours of monitored households (2020 plan), given anew. */
@Path("/objects/{householdId}/grade")
@RolesAllowed({
    INFO_OFFICER,
    VILLAGE_COMMITTEE,
    VILLAGE_HEAD,
    VILLAGE_SECRETARY,
    FIRST_SECRETARY,
    RESIDENT_TEAM_LEADER,
    RESIDENT_TEAM,
    TOWN_OPERATOR
})
@Tag(name = "object 监测对象")
class GradeResource {

    /** @param trigger what made somebody look again @param hardship a disaster, a sudden illness or an accident */
    record GradeBody(
            @NotNull GradeTrigger trigger,
            @NotNull LocalDate on,
            @NotNull UUID incomeStatementId,
            @NotNull UUID safeguardCheckId,
            boolean hardship) {}

    private final GradeDesk desk;
    private final Caller caller;

    GradeResource(GradeDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Grade a monitored household anew by the policy of the day / 重新评定等级")
    public Uni<RestResponse<Void>> grade(
            UUID householdId, @NotNull @Valid GradeBody body, @HeaderParam("If-Match") Version expected) {
        var call = new GradeDesk.Call(
                householdId,
                body.trigger(),
                body.on(),
                body.incomeStatementId(),
                body.safeguardCheckId(),
                body.hardship());
        return desk.grade(call, caller.cause(body.on()), Version.expected(expected))
                .map(Answers::of);
    }
}
