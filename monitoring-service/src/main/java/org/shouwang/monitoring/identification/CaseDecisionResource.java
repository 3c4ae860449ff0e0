package org.shouwang.monitoring.identification;

import static org.shouwang.monitoring.Roles.*;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Version;
import org.shouwang.monitoring.DocumentRef;
import org.shouwang.monitoring.Readings;
import org.shouwang.monitoring.identification.CaseCommand.*;

/** Publicity and its objections, the town's and the county's decisions, the entry in the national system. */
@Path("/cases")
@Authenticated
@Tag(name = "case 识别纳入")
class CaseDecisionResource {

    /** @param text of the notice; it is looked through and not kept */
    record PublicityBody(
            @NotNull LocalDate postedOn, String place, String text, List<@NotNull DocumentRef> documents) {}

    record PublicityEndBody(@NotNull LocalDate endedOn) {}

    record ObjectionBody(
            @NotNull LocalDate raisedOn, @NotNull String text) {}

    /** UPHELD: the review stands. SUSTAINED: the objection is right, back to the visit. */
    enum ObjectionDecision {
        UPHELD,
        SUSTAINED
    }

    record ObjectionDecisionBody(
            @NotNull LocalDate decidedOn, @NotNull ObjectionDecision decision, String reason) {}

    record TownBody(@NotNull LocalDate reviewedOn, String opinion, List<@NotNull DocumentRef> documents) {}

    record CountyBody(@NotNull LocalDate determinedOn, String decisionNo, List<@NotNull DocumentRef> documents) {}

    record EntryBody(
            @NotNull LocalDate enteredOn, String system, String entryNo, List<@NotNull DocumentRef> documents) {}

    private final CaseDesk desk;
    private final Caller caller;

    CaseDecisionResource(CaseDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @PUT
    @Path("{id}/publicity")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, INFO_OFFICER})
    @Operation(summary = "Post the notice in the village / 张贴村级公示", description = Readings.D14 + " " + Readings.D19)
    public Uni<RestResponse<Void>> publicize(
            UUID id, @NotNull @Valid PublicityBody body, @HeaderParam("If-Match") Version expected) {
        return step(
                id,
                body.postedOn(),
                expected,
                new Publicize(body.postedOn(), body.place(), body.text(), list(body.documents()), user()));
    }

    @PUT
    @Path("{id}/publicity/end")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, INFO_OFFICER})
    @Operation(summary = "The publicity is over / 公示期满")
    public Uni<RestResponse<Void>> endPublicity(
            UUID id, @NotNull @Valid PublicityEndBody body, @HeaderParam("If-Match") Version expected) {
        return step(id, body.endedOn(), expected, new EndPublicity(body.endedOn()));
    }

    @PUT
    @Path("{id}/objections/{objectionId}")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, INFO_OFFICER, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Record an objection to the publicity / 登记公示异议")
    public Uni<RestResponse<Void>> raiseObjection(
            UUID id, UUID objectionId, @NotNull @Valid ObjectionBody body, @HeaderParam("If-Match") Version expected) {
        return step(id, body.raisedOn(), expected, new RaiseObjection(objectionId, body.raisedOn(), body.text()));
    }

    @PUT
    @Path("{id}/objections/{objectionId}/decision")
    @RolesAllowed({VILLAGE_COMMITTEE, VILLAGE_HEAD, VILLAGE_SECRETARY, TOWN_OPERATOR, TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "Decide an objection / 处理公示异议")
    public Uni<RestResponse<Void>> decideObjection(
            UUID id,
            UUID objectionId,
            @NotNull @Valid ObjectionDecisionBody body,
            @HeaderParam("If-Match") Version expected) {
        var sustained = body.decision() == ObjectionDecision.SUSTAINED;
        return step(
                id,
                body.decidedOn(),
                expected,
                new DecideObjection(objectionId, body.decidedOn(), sustained, body.reason(), user()));
    }

    @PUT
    @Path("{id}/town-review")
    @RolesAllowed({TOWN_REVIEWER, TOWN_LEADERSHIP})
    @Operation(summary = "The town approves / 乡镇审核通过", description = Readings.D08)
    public Uni<RestResponse<Void>> town(
            UUID id, @NotNull @Valid TownBody body, @HeaderParam("If-Match") Version expected) {
        return step(
                id,
                body.reviewedOn(),
                expected,
                new ReviewByTown(body.reviewedOn(), user(), body.opinion(), list(body.documents())));
    }

    @PUT
    @Path("{id}/county-decision")
    @RolesAllowed(COUNTY_APPROVER)
    @Operation(summary = "The county determines the household as an object / 县级审定纳入")
    public Uni<RestResponse<Void>> county(
            UUID id, @NotNull @Valid CountyBody body, @HeaderParam("If-Match") Version expected) {
        return step(
                id,
                body.determinedOn(),
                expected,
                new DetermineByCounty(body.determinedOn(), user(), body.decisionNo(), list(body.documents())));
    }

    @PUT
    @Path("{id}/entry")
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
    @Operation(summary = "Record the entry in the national system / 录入全国系统", description = Readings.D07)
    public Uni<RestResponse<Void>> enter(
            UUID id, @NotNull @Valid EntryBody body, @HeaderParam("If-Match") Version expected) {
        return step(
                id,
                body.enteredOn(),
                expected,
                new RecordEntry(body.enteredOn(), body.system(), body.entryNo(), list(body.documents())));
    }

    private Uni<RestResponse<Void>> step(UUID id, LocalDate on, Version expected, CaseCommand command) {
        return desk.step(id, caller.cause(on), Version.expected(expected), (_, _) -> Uni.createFrom()
                        .item(command))
                .map(Answers::of);
    }

    private String user() {
        return caller.actor().user();
    }

    private static List<DocumentRef> list(List<DocumentRef> given) {
        return given == null ? List.of() : given;
    }
}
