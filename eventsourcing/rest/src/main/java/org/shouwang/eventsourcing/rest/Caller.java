package org.shouwang.eventsourcing.rest;

import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.shouwang.eventsourcing.Actor;
import org.shouwang.eventsourcing.Cause;
import org.shouwang.eventsourcing.journal.CommandFailure.Refused;
import org.shouwang.eventsourcing.journal.Refusal;
import org.shouwang.eventsourcing.journal.Streams;

/**
 * Who makes the request, from the bearer token: {@code sub}, {@code groups} (roles), {@code area} (12 digits), {@code dept}.
 * A token without an area reaches nothing.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final HttpHeaders headers;
    private final ResourceInfo resource;
    private final Clock clock;
    private Actor actor;

    Caller(SecurityIdentity identity, JsonWebToken token, HttpHeaders headers, ResourceInfo resource, Clock clock) {
        this.identity = identity;
        this.token = token;
        this.headers = headers;
        this.resource = resource;
        this.clock = clock;
    }

    public Actor actor() {
        if (actor == null) {
            var area = claim("area");
            actor = new Actor(
                    token.getSubject(), role(), area == null || area.isBlank() ? "NONE" : area, claim("dept"));
        }
        return actor;
    }

    /** Past {@link JsonWebToken#getClaim}, which throws and catches an exception for every claim that is none of its own. */
    private String claim(String name) {
        return identity.getPrincipal() instanceof OidcJwtCallerPrincipal signedIn
                ? signedIn.getClaims().getClaimValueAsString(name)
                : null;
    }

    /** Of several, the first that the operation asks for: in that one somebody acts. */
    private String role() {
        var method = resource.getResourceMethod();
        var allowed = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : resource.getResourceClass().getAnnotation(RolesAllowed.class);
        return Stream.concat(
                        allowed == null
                                ? Stream.of()
                                : Stream.of(allowed.value()).filter(identity::hasRole),
                        identity.getRoles().stream().sorted())
                .findFirst()
                .orElse("NONE");
    }

    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** The cause of this request's command. @param occurredOn null: today in Asia/Shanghai */
    public Cause cause(LocalDate occurredOn) {
        var now = clock.instant();
        var id = key();
        return new Cause(
                actor(), occurredOn == null ? LocalDate.ofInstant(now, Streams.ZONE) : occurredOn, now, id, id, null);
    }

    /** The prefix that a query over {@code area} may use; null or empty: all that the caller reaches. Refuses an area outside. */
    public String scope(String area) {
        var own = actor().scope();
        if (area == null || area.isBlank()) return own;
        if (!area.matches("[0-9]{2,12}(-[A-Z][0-9]{1,4})?"))
            throw new BadRequest("area", "应为 2 到 12 位区划代码", "must be an area code of 2 to 12 digits");
        var asked = Actor.scope(area);
        if (asked.startsWith(own)) return asked;
        throw new Refused(Refusal.AREA_OUT_OF_SCOPE);
    }

    private UUID key() {
        List<String> given = headers.getRequestHeader("Idempotency-Key");
        if (given.isEmpty()) return UUID.randomUUID();
        try {
            return UUID.fromString(given.getFirst());
        } catch (IllegalArgumentException e) {
            throw new BadRequest("Idempotency-Key", "应为 UUID", "must be a UUID");
        }
    }
}
