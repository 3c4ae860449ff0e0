package org.shouwang.eventsourcing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.shouwang.eventsourcing.journal.Json;
import org.shouwang.eventsourcing.journal.Streams;

/** Says to other systems which events this service publishes, and in which shapes. */
@Path("/asyncapi")
class AsyncApiResource {

    private final List<Streams<?, ?, ?>> streams;
    private final String service;
    private final String topic;

    AsyncApiResource(
            @All List<Streams<?, ?, ?>> streams,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "shouwang.topic") String topic) {
        this.streams = streams;
        this.service = service;
        this.topic = topic;
    }

    @GET
    @PermitAll
    @Produces("application/json")
    @Operation(summary = "The events of this service as an AsyncAPI 3 document / 本服务发布的事件（AsyncAPI 3）")
    @APIResponseSchema(Object.class)
    public String document() throws JsonProcessingException {
        return Json.MAPPER
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Schemas.asyncApi(service, topic, streams));
    }
}
