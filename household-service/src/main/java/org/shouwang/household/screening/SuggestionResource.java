package org.shouwang.household.screening;

import static org.shouwang.household.Roles.*;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouwang.eventsourcing.rest.Answers;
import org.shouwang.eventsourcing.rest.Caller;
import org.shouwang.eventsourcing.rest.Page;
import org.shouwang.household.screening.SuggestionViews.Suggestion;

/** Rows of deliveries that name a person without a number, for those who know whom they mean. */
@Path("/deliveries")
@Tag(name = "deliveries 部门数据比对")
class SuggestionResource {

    /** @param on when it was confirmed, from which the clues count; null: today */
    record MatchBody(@NotNull UUID householdId, @NotNull UUID memberId, LocalDate on) {}

    private final Suggestions suggestions;
    private final SuggestionViews open;
    private final Caller caller;

    SuggestionResource(Suggestions suggestions, SuggestionViews open, Caller caller) {
        this.suggestions = suggestions;
        this.open = open;
        this.caller = caller;
    }

    @GET
    @Path("suggestions")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Rows without a number, to be confirmed or refused / 待确认的同名同村行")
    public Uni<Page<Suggestion>> suggestions(
            @RestQuery String area, @RestQuery String after, @RestQuery Integer limit) {
        return open.list(caller.scope(area), caller.scope(null), after, Page.limit(limit));
    }

    @PUT
    @Path("{id}/rows/{row}/match")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Confirm whom a row without a number means / 确认同名同村行对应的成员")
    public Uni<RestResponse<Void>> confirm(UUID id, int row, @NotNull @Valid MatchBody body) {
        return suggestions
                .confirm(id, row, body.householdId(), body.memberId(), caller.cause(body.on()))
                .map(Answers::of);
    }

    @PUT
    @Path("{id}/rows/{row}/refusal")
    @RolesAllowed({INFO_OFFICER, VILLAGE_COMMITTEE, TOWN_OPERATOR, COUNTY_OPERATOR})
    @Operation(summary = "Say that a row without a number means nobody here / 否定同名同村行")
    public Uni<RestResponse<Void>> refuse(UUID id, int row) {
        return suggestions.refuse(id, row, caller.cause(null)).map(Answers::of);
    }
}
