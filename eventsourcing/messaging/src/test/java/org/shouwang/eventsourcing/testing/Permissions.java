package org.shouwang.eventsourcing.testing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may do what, as a table that a service's endpoints are held against: {@code permissions.txt} of its test resources, a row for an endpoint with
 * what it is, its method and path, and the roles. VILLAGE, TEAM and COUNTY stand for all roles of the village committee, of the resident team and of the
 * county office.
 */
public final class Permissions {

    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final Map<String, List<String>> TOGETHER = Map.of(
            "VILLAGE", List.of("VILLAGE_COMMITTEE", "VILLAGE_HEAD", "VILLAGE_SECRETARY"),
            "TEAM", List.of("FIRST_SECRETARY", "RESIDENT_TEAM_LEADER", "RESIDENT_TEAM"),
            "COUNTY", List.of("COUNTY_OPERATOR", "COUNTY_APPROVER"));

    private Permissions() {}

    /** @param service its package; @param table the resource, read from the class path */
    public static void check(String service, String table) throws IOException {
        var endpoints = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages(service).stream()
                        .flatMap(c -> c.getMethods().stream())
                        .filter(m -> method(m) != null)
                        .collect(toMap(Permissions::name, Permissions::roles, Permissions::join, TreeMap::new));
        assertThat(endpoints.entrySet().stream()
                        .filter(e ->
                                !e.getKey().startsWith("GET ") && e.getValue().isEmpty()))
                .as("commands that name no role")
                .isEmpty();
        var rows = rows(table);
        assertThat(rows).isNotEmpty();
        assertThat(endpoints.keySet()).containsAll(rows.keySet());
        rows.forEach((endpoint, roles) ->
                assertThat(endpoints.get(endpoint)).as(endpoint).isEqualTo(roles));
    }

    private static Map<String, Set<String>> rows(String table) throws IOException {
        try (var file = Permissions.class.getResourceAsStream(table)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .collect(toMap(row -> row[1].strip(), row -> expanded(row[2].strip()), (a, _) -> a, TreeMap::new));
        }
    }

    private static Set<String> expanded(String roles) {
        var all = new TreeSet<String>();
        for (var role : roles.split("\\s+")) all.addAll(TOGETHER.getOrDefault(role, List.of(role)));
        return all;
    }

    private static String method(JavaMethod m) {
        return METHODS.stream()
                .filter(name -> m.isAnnotatedWith("jakarta.ws.rs." + name))
                .findFirst()
                .orElse(null);
    }

    private static String name(JavaMethod m) {
        var parts = Stream.of(path(m.getOwner()), path(m))
                .flatMap(path -> Arrays.stream(path.split("/")))
                .filter(part -> !part.isEmpty())
                .toList();
        return method(m) + " /" + String.join("/", parts);
    }

    private static String path(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType("jakarta.ws.rs.Path")
                .flatMap(annotation -> annotation.get("value"))
                .map(String.class::cast)
                .orElse("");
    }

    private static Set<String> roles(JavaMethod m) {
        return Stream.of(m, m.getOwner())
                .map(place -> place.tryGetAnnotationOfType(ROLES))
                .flatMap(found -> found.stream())
                .findFirst()
                .flatMap(annotation -> annotation.get("value"))
                .map(value -> (Set<String>) new TreeSet<>(List.of((String[]) value)))
                .orElseGet(TreeSet::new);
    }

    /** Two methods of one endpoint that differ in what they take or give. */
    private static Set<String> join(Set<String> some, Set<String> others) {
        assertThat(some).isEqualTo(others);
        return some;
    }
}
