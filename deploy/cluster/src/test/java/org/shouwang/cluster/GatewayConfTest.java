package org.shouwang.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the containers' gateway answers where no service does, read from its configuration: the problems of the local start's gateway. */
class GatewayConfTest {

    private static final Path CLUSTER = Path.of("").toAbsolutePath();
    private static final Path HOME = CLUSTER.getParent().getParent();

    /** What nginx itself sets. */
    private static final Set<String> GIVEN = Set.of(
            "http_accept_language",
            "http_host",
            "proxy_add_x_forwarded_for",
            "scheme",
            "upstream_connect_time",
            "upstream_status");

    private final String conf = Files.readString(CLUSTER.resolve("gateway.conf"));
    private final String codes =
            Files.readString(HOME.resolve("deploy/stack/src/main/java/org/shouwang/stack/Gateway.java"))
                    + Files.readString(HOME.resolve(
                            "eventsourcing/rest/src/main/java/org/shouwang/eventsourcing/rest/Fault.java"));

    GatewayConfTest() throws IOException {}

    @Test
    void each_answer_is_the_problem_that_the_local_gateway_and_the_services_give() throws IOException {
        var seen = new HashSet<String>();
        for (var language : new String[] {"zh", "en"})
            for (var returned : matches("return (\\d+)([^;]*);")) {
                assertThat(returned.group(2)).startsWith(" '{").endsWith("}'");
                var problem = new ObjectMapper().readTree(returned.group(2).replace("'", ""));
                var code = problem.get("code").asText();
                seen.add(code);
                assertThat(problem.get("status").asText()).isEqualTo(returned.group(1));
                assertThat(problem.get("title").asText()).isEqualTo(code);
                assertThat(problem.get("type").asText()).isEqualTo("urn:shouwang:problem:" + code);
                assertThat(codes)
                        .containsPattern("\\b" + code + "\\(" + returned.group(1) + "|\\b" + returned.group(1)
                                + ",\\s*\"" + code + "\"");
                for (var part :
                        sentence(problem.get("detail").asText(), language).split("\\$service"))
                    assertThat(codes).contains(part);
            }
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "SERVICE_AWAY", "SERVICE_BROKE_OFF", "SERVICE_SILENT", "TOO_LARGE", "NOT_FOUND");
    }

    @Test
    void who_meets_no_service_is_told_when_to_come_again() {
        var local = Pattern.compile("\"Retry-After\", \"(\\d+)\"").matcher(codes);
        assertThat(local.find()).isTrue();
        assertThat(conf)
                .contains("add_header Retry-After $retry_after always;")
                .containsPattern("map \\$reached \\$retry_after \\{\\s*no " + local.group(1) + ";\\s*default \"\";");
    }

    @Test
    void whatever_nginx_would_say_itself_has_an_answer() {
        var handled = new HashSet<String>();
        for (var page : matches("error_page ([\\d ]+) = (@\\w+);")) {
            handled.addAll(Set.of(page.group(1).split(" ")));
            var location =
                    Pattern.compile("location " + page.group(2) + " \\{\\s*default_type application/problem\\+json;");
            assertThat(conf).containsPattern(location);
        }
        assertThat(handled).contains("502", "504", "413");
        assertThat(conf).doesNotContain("proxy_intercept_errors");
    }

    @Test
    void each_variable_is_set_and_each_block_is_closed() {
        var set = new HashSet<>(GIVEN);
        Stream.of("map \\S+ \\$(\\w+)", "set \\$(\\w+)", "\\?<(\\w+)>")
                .flatMap(pattern -> matches(pattern).stream())
                .forEach(found -> set.add(found.group(1)));
        for (var used : matches("\\$([a-z]\\w*)")) assertThat(set).contains(used.group(1));
        var outside = conf.replaceAll("'[^']*'|\"[^\"]*\"|#.*", "");
        assertThat(outside.chars().filter(c -> c == '{').count())
                .isEqualTo(outside.chars().filter(c -> c == '}').count());
        assertThat(outside.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .allMatch(line -> line.endsWith(";") || line.endsWith("{") || line.equals("}"));
    }

    @Test
    void both_ways_in_take_uploads_of_the_same_size() throws IOException {
        var most = matches("client_max_body_size (\\w+);").getFirst().group(1);
        assertThat(Files.readString(CLUSTER.resolve("kubernetes/base/ingress.yaml")))
                .contains("proxy-body-size: " + most);
    }

    private String sentence(String variable, String language) {
        var found = Pattern.compile("map \\$language \\" + variable + " \\{[^}]*\\b" + language + " \"([^\"]+)\";")
                .matcher(conf);
        assertThat(found.find()).as(variable).isTrue();
        return found.group(1);
    }

    private List<MatchResult> matches(String pattern) {

        return Pattern.compile(pattern).matcher(conf).results().toList();
    }
}
