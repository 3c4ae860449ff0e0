package org.shouwang.eventsourcing.rest;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.shouwang.eventsourcing.inbox.DeadLetters;
import org.shouwang.eventsourcing.inbox.DeadLetters.DeadLetter;
import org.shouwang.eventsourcing.inbox.Refill;
import org.shouwang.eventsourcing.journal.Rebuild;

/** What an operator may do to the service itself. */
@Path("/")
@RolesAllowed("SYS_ADMIN")
@Tag(name = "operations 运维")
class OperationsResource {

    private static final Logger LOG = Logger.getLogger(OperationsResource.class);

    private final DeadLetters deadLetters;
    private final Rebuild rebuild;
    private final Refill refill;

    OperationsResource(DeadLetters deadLetters, Rebuild rebuild, Refill refill) {
        this.deadLetters = deadLetters;
        this.rebuild = rebuild;
        this.refill = refill;
    }

    @GET
    @Path("dead-letters")
    @Operation(summary = "Messages that could not be applied, newest first / 未能处理的消息（新的在前）")
    public Uni<List<DeadLetter>> deadLetters(@RestQuery Integer limit) {
        return deadLetters.list(Page.limit(limit));
    }

    @POST
    @Path("dead-letters/{id}/replay")
    @Operation(summary = "Apply such a message now / 重新处理该消息")
    @APIResponse(responseCode = "204", description = "Applied / 已处理")
    public Uni<Void> replay(UUID id) {
        return deadLetters.replay(id);
    }

    @GET
    @Path("read-models")
    @Operation(summary = "Read models that can be rebuilt / 可重建的读模型")
    public List<String> readModels() {
        return Stream.concat(rebuild.readModels().stream(), refill.readModels().stream())
                .toList();
    }

    @POST
    @Path("read-models/{name}/rebuild")
    @Operation(
            summary =
                    "Make a read model anew while the service goes on: from the journal, or from the topics it is fed by / 不停机重建读模型",
            description =
                    "A connection on which nothing is said for a minute is closed; the rebuild goes on all the same, and the service's log says when it is done. / 连接超过一分钟无数据会被关闭，重建仍继续进行，完成时写入服务日志。")
    @Cancellable(false)
    public Uni<Rebuild.Result> rebuild(String name) {
        var made = refill.readModels().contains(name) ? refill.refill(name) : rebuild.rebuild(name);
        return made.invoke(
                result -> LOG.infof("read model %s was made anew from %d events", result.readModel(), result.events()));
    }
}
