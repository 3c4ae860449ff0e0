package org.shouwang.eventsourcing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.stack.Kafka;
import org.shouwang.stack.Postgres;
import org.shouwang.stack.SignIn;

/**
 * The real PostgreSQL, Kafka broker and sign-in server of a test run: {@code @WithTestResource(Servers.class)}. One of each per JVM.
 * Quarkus loads tests and their resources apart: what tests call here goes by configuration, never by this class's state.
 */
public final class Servers implements QuarkusTestResourceLifecycleManager {

    private static Postgres postgres;
    private static Kafka kafka;
    private static SignIn signIn;

    @Override
    public Map<String, String> start() {
        if (postgres == null) {
            postgres = Postgres.start(null, 0).database("test");
            kafka = Kafka.start(null, 0);
            signIn = SignIn.start(0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                signIn.close();
                kafka.close();
                postgres.close();
            }));
        }
        return Map.of(
                "quarkus.datasource.reactive.url", postgres.url("test"),
                "quarkus.datasource.username", postgres.user(),
                "kafka.bootstrap.servers", kafka.bootstrap(),
                "quarkus.oidc.auth-server-url", signIn.issuer(),
                "shouwang.test.token-url", signIn.tokenUrl());
    }

    /** Into a test's fields {@code Runnable stopKafka} and {@code Runnable restartKafka}. */
    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                (Runnable) kafka::stop, field -> field.getName().equals("stopKafka"));
        injector.injectIntoFields(
                (Runnable) kafka::restart, field -> field.getName().equals("restartKafka"));
    }

    @Override
    public void stop() {}

    /** A bearer token of one of the sample users, {@code town-operator} for example. */
    public static String token(String user) {
        return RestAssured.given()
                .baseUri(ConfigProvider.getConfig().getValue("shouwang.test.token-url", String.class))
                .basePath("")
                .port(RestAssured.UNDEFINED_PORT)
                .formParams(
                        Map.of("grant_type", "password", "client_id", "shouwang", "username", user, "password", "any"))
                .post()
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
