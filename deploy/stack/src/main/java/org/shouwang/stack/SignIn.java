package org.shouwang.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * A sign-in server (OpenID Connect) with one sample user per role, for trying the services on one machine and for tests; never for real data, since it
 * takes any password.
 *
 * <p>Tokens last 8 hours and carry {@code sub} (the user), {@code groups} (roles), {@code area} (12-digit statistical division code), {@code dept}
 * (departments only), {@code name} and {@code aud} = {@code shouwang}. Whoever is not in {@code users.json} gets {@code invalid_grant}. Clients must
 * name the server as {@code localhost}, because the issuer in a token is the address that was asked.
 */
public final class SignIn implements AutoCloseable {
    private static final String ISSUER = "shouwang";
    private static final Duration VALID = Duration.ofHours(8);
    private static final Map<String, User> USERS = load();

    private final int port;
    private MockOAuth2Server server;

    private SignIn(int port) {
        this.port = port;
    }

    /**
     * A sample user.
     *
     * @param roles role codes such as {@code TOWN_OPERATOR}
     * @param area 12-digit statistical division code; the user sees what lies below it
     * @param dept department code such as {@code CIVIL}, null for most
     */
    public record User(String user, String nameZh, List<String> roles, String area, String dept) {}

    /** Starts the server on the port, 0 for a free one. */
    public static SignIn start(int port) {
        var signIn = new SignIn(Ports.orFree(port));
        signIn.restart();
        return signIn;
    }

    /** Every sample user, in the order of the file. */
    public static List<User> users() {
        return List.copyOf(USERS.values());
    }

    /** For {@code quarkus.oidc.auth-server-url}; also the {@code iss} of every token. */
    public String issuer() {
        return "http://localhost:" + port + "/" + ISSUER;
    }

    /** Where a token is asked for: {@code POST} of {@code grant_type=password}, {@code username}, {@code password} (any) and {@code client_id} (any). */
    public String tokenUrl() {
        return issuer() + "/token";
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /**
     * A bearer token of a sample user.
     *
     * @throws IllegalArgumentException for a user that does not exist
     */
    public String token(String user) {
        return token(known(user));
    }

    /**
     * A bearer token of somebody who does in another area what a sample user does in its own.
     *
     * @param area 12-digit statistical division code
     * @throws IllegalArgumentException for a user that does not exist
     */
    public String token(String user, String area) {
        var like = known(user);
        return token(new User(user + "-" + area, like.nameZh(), like.roles(), area, like.dept()));
    }

    private synchronized String token(User user) {
        return server.issueToken(ISSUER, ISSUER, new Claims(_ -> user)).serialize();
    }

    private static User known(String user) {
        if (!USERS.containsKey(user)) {
            throw new IllegalArgumentException("No sample user " + user + "; there are " + USERS.keySet());
        }
        return USERS.get(user);
    }

    /** Stops the server; {@link #restart()} starts it again on the same port, with the same signing keys. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server = null;
        }
    }

    /** Starts a stopped server again. */
    public synchronized void restart() {
        stop();
        if (!Ports.available(port)) {
            throw new Failure("Port " + port + ", meant for the sign-in server, is busy.");
        }
        server = new MockOAuth2Server(new OAuth2Config(
                false,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(new Claims(SignIn::named)),
                new MockWebServerWrapper()));
        try {
            server.start(InetAddress.getByName(Ports.HOST), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Only a password grant names its user; every other grant would let the asker choose the claims. */
    private static User named(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant password
                && USERS.containsKey(password.getUsername())) {
            return USERS.get(password.getUsername());
        }
        throw new OAuth2Exception(
                OAuth2Error.INVALID_GRANT.setDescription(
                        "no such sample user: ask with grant_type=password and username="
                                + String.join("|", USERS.keySet())),
                "no such sample user");
    }

    private static Map<String, User> load() {
        try (var in = SignIn.class.getResourceAsStream("users.json")) {
            return Arrays.stream(new ObjectMapper().readValue(in, User[].class))
                    .collect(Collectors.toMap(User::user, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a token says about the user that the function finds in a request. */
    private record Claims(Function<TokenRequest, User> who) implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            return who.apply(request).user();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            who.apply(request);
            return List.of(ISSUER);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            var user = who.apply(request);
            var claims = new LinkedHashMap<String, Object>();
            claims.put("groups", user.roles());
            claims.put("area", user.area());
            claims.put("name", user.nameZh());
            if (user.dept() != null) {
                claims.put("dept", user.dept());
            }
            return claims;
        }

        @Override
        public long tokenExpiry() {
            return VALID.toSeconds();
        }
    }
}
