package org.shouwang.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static SignIn signIn;

    @BeforeAll
    static void start() {
        signIn = SignIn.start(0);
    }

    @AfterAll
    static void stop() {
        signIn.close();
    }

    @Test
    void tokenSaysWhoWhatAndWhere() throws Exception {
        var answer = ask("grant_type=password&client_id=shouwang&username=department-user&password=any");
        assertThat(answer.statusCode()).isEqualTo(200);
        var claims = SignedJWT.parse(json(answer).get("access_token").asText()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("department-user");
        assertThat(claims.getStringListClaim("groups")).containsExactly("DEPARTMENT_USER");
        assertThat(claims.getStringClaim("area")).isEqualTo("610727000000");
        assertThat(claims.getStringClaim("dept")).isEqualTo("CIVIL");
        assertThat(claims.getAudience()).containsExactly("shouwang");
        assertThat(claims.getIssuer()).isEqualTo(signIn.issuer());
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(8 * 3_600_000L);
    }

    @Test
    void tokenCanBeCheckedWithThePublishedKeys() throws Exception {
        var discovery = json(get(signIn.issuer() + "/.well-known/openid-configuration"));
        assertThat(discovery.get("issuer").asText()).isEqualTo(signIn.issuer());
        assertThat(discovery.get("token_endpoint").asText()).isEqualTo(signIn.tokenUrl());
        var keys = JWKSet.parse(get(discovery.get("jwks_uri").asText()).body());
        var token = SignedJWT.parse(signIn.token("town-operator"));
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();

        var before = signIn.token("auditor");
        signIn.restart();
        assertThat(SignedJWT.parse(before).verify(new RSASSAVerifier(key))).isTrue();
        assertThat(JWKSet.parse(get(discovery.get("jwks_uri").asText()).body())).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=password&client_id=shouwang&username=nobody&password=any",
                "grant_type=password&client_id=shouwang&username=&password=any",
                "grant_type=client_credentials&client_id=town-operator&client_secret=x",
                "grant_type=authorization_code&client_id=town-operator&code=x",
                "grant_type=refresh_token&client_id=shouwang&refresh_token=x"
            })
    void whoIsNotASampleUserGetsNoToken(String form) throws Exception {
        var answer = ask(form);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
    }

    @Test
    void aTokenIsNotExchangedForOneWithOtherClaims() throws Exception {
        var assertion = signIn.token("town-operator");
        var answer =
                ask("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&client_id=shouwang&assertion=" + assertion);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("access_token");
        assertThatThrownBy(() -> signIn.token("nobody")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatAUserDoesSomebodyDoesInAnotherArea() throws Exception {
        var claims =
                SignedJWT.parse(signIn.token("info-officer", "610727111201")).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("info-officer-610727111201");
        assertThat(claims.getStringClaim("area")).isEqualTo("610727111201");
        assertThat(claims.getStringListClaim("groups")).containsExactly("INFO_OFFICER");
        assertThatThrownBy(() -> signIn.token("nobody", "610727111201")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRoleHasAUserInItsArea() {
        assertThat(SignIn.users())
                .hasSize(26)
                .allSatisfy(user -> assertThat(user.area()).matches("\\d{12}"))
                .allSatisfy(user -> assertThat(user.nameZh()).isNotBlank());
        assertThat(SignIn.users().stream()
                        .map(SignIn.User::roles)
                        .flatMap(List::stream)
                        .distinct())
                .hasSize(23)
                .contains("GRID_MEMBER", "TOWN_LEADERSHIP", "COUNTY_APPROVER", "SYS_ADMIN", "AUDITOR");
    }

    private static HttpResponse<String> ask(String form) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(signIn.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
