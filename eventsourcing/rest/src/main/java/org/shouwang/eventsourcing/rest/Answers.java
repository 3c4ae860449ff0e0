package org.shouwang.eventsourcing.rest;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.shouwang.eventsourcing.journal.Streams.Outcome;

/** What a command is answered with: 201 where its stream began, else 204, and the stream's version as ETag. */
public final class Answers {

    private Answers() {}

    public static RestResponse<Void> of(Outcome outcome) {
        ResponseBuilder<Void> answer =
                outcome.created() ? ResponseBuilder.create(RestResponse.Status.CREATED) : ResponseBuilder.noContent();
        return answer.tag(Long.toString(outcome.version())).build();
    }
}
