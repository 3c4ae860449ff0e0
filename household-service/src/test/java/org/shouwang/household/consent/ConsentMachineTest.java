package org.shouwang.household.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.shouwang.eventsourcing.Machine;
import org.shouwang.household.consent.ConsentCommand.*;
import org.shouwang.household.consent.ConsentEvent.*;
import org.shouwang.household.registry.DocumentRef;

/** Every step of a consent in every state, a day after the one before. */
class ConsentMachineTest {

    private static final UUID FAMILY = new UUID(0, 1);
    private static final UUID FATHER = new UUID(0, 2);
    private static final UUID MOTHER = new UUID(0, 3);
    private static final LocalDate BEGUN = LocalDate.of(2021, 11, 3);
    private static final LocalDate VALID_TO = LocalDate.of(2022, 5, 3);

    @TestFactory
    Stream<DynamicTest> every_step_in_every_state() {
        return new Machine<>(new ConsentDecider(), ConsentEvent.class, "/machines/consent.md", ConsentMachineTest::name)
                .on("grant", n -> grant(n, FATHER, MOTHER))
                .on("grant without a signature", n -> grant(n, FATHER))
                .on("withdraw", n -> new Withdraw(FAMILY, BEGUN.plusDays(n), "不再同意"))
                .on("withdraw another household's", n -> new Withdraw(new UUID(0, 9), BEGUN.plusDays(n), "不再同意"))
                .on("move", n -> new Move("6107271052" + (10 + n), BEGUN.plusDays(n)))
                .on("let it expire", n -> new Expire(VALID_TO.plusDays(1L + n)))
                .on("look whether it has expired", _ -> new Expire(VALID_TO))
                .walked(ConsentCommand.class);
    }

    private static String name(Consent state) {
        return switch (state) {
            case Consent.Unknown _ -> "UNKNOWN";
            case Consent.Given(var _, var _, ConsentWithdrawn _) -> "WITHDRAWN";
            case Consent.Given(var _, var _, ConsentExpired _) -> "EXPIRED";
            case Consent.Given _ -> "GRANTED";
        };
    }

    private static Grant grant(int n, UUID... signers) {
        return new Grant(
                FAMILY,
                "610727105208",
                List.of(Scope.VEHICLE),
                List.of(signers),
                Set.of(FATHER, MOTHER),
                new DocumentRef("DOC_CONSENT", "ab".repeat(32)),
                BEGUN.plusDays(n),
                VALID_TO);
    }
}
