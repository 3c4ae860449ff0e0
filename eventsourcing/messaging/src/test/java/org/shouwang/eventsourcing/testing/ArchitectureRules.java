package org.shouwang.eventsourcing.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.shouwang.eventsourcing.View;
import org.shouwang.eventsourcing.inbox.Consumer;
import org.shouwang.eventsourcing.journal.Streams;

/** The rules of the house as one check per service: {@code ArchitectureRules.check("org.shouwang.household")}. */
public final class ArchitectureRules {

    private ArchitectureRules() {}

    public static void check(String service) {
        var classes = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages(service);
        if (classes.size() == 0) throw new AssertionError("no classes in " + service);
        decidingIsPure(classes, service);
        timeAndIdentityAreArguments(classes);
        requestsNeverSeeEvents(classes);
        featuresFormNoCycle(classes, service);
        servicesShareNothing(classes, service);
        whatFillsTablesDoesNothingElse(classes);
    }

    private static void decidingIsPure(JavaClasses classes, String service) {
        classes()
                .that()
                .implement(View.class)
                .or()
                .haveNameMatching(".*(Event|Command)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.math..",
                        "org.shouwang.eventsourcing",
                        service + "..")
                .check(classes);
        noClasses()
                .that()
                .implement(View.class)
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.time\\.Clock|java\\.util\\.Random|java\\.io\\..*|java\\.nio\\..*")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void timeAndIdentityAreArguments(JavaClasses classes) {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(classes);
    }

    private static void requestsNeverSeeEvents(JavaClasses classes) {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.shouwang\\.(?!eventsourcing).*Event(\\$.*)?")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void featuresFormNoCycle(JavaClasses classes, String service) {
        slices().matching(service + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    private static void servicesShareNothing(JavaClasses classes, String service) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.shouwang\\.(?!eventsourcing\\.|"
                        + service.substring(service.lastIndexOf('.') + 1) + "\\.).*")
                .check(classes);
        classes()
                .that()
                .areAssignableTo(Consumer.class)
                .should()
                .haveSimpleNameEndingWith("Consumer")
                .allowEmptyShould(true)
                .check(classes);
    }

    private static void whatFillsTablesDoesNothingElse(JavaClasses classes) {
        noClasses()
                .that()
                .areAssignableTo(Consumer.class)
                .and(DescribedPredicate.<JavaClass>describe(
                        "name tables", c -> c.tryGetMethod("tables").isPresent()))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Streams.class)
                .allowEmptyShould(true)
                .check(classes);
    }
}
