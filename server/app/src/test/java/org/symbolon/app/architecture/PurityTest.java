package org.symbolon.app.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static org.symbolon.app.architecture.Symbolon.CLASSES;
import static org.symbolon.app.architecture.Symbolon.COMMAND_SIDE;
import static org.symbolon.app.architecture.Symbolon.EVENTS;
import static org.symbolon.app.architecture.Symbolon.PROJECTIONS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Decisions are replayed and tested by what they are handed: no time, chance, table or framework reaches them unseen. */
class PurityTest {

    private static final String PASSWORDS = "org.symbolon.command.secret..";

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");

    @Test
    void decisionsKnowNoFrameworkButAxonAndNoDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMAND_SIDE, EVENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void decisionsAskNoClockButTheOneTheyAreHanded() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMAND_SIDE, EVENTS)
                .should()
                .accessTargetWhere(asksTheTime())
                .orShould()
                .callConstructor(Date.class)
                .check(CLASSES);
    }

    @Test
    void projectionsTakeTheTimeFromTheirEvents() {
        noClasses()
                .that()
                .resideInAPackage(PROJECTIONS)
                .and()
                .haveSimpleNameEndingWith("Projection")
                .should()
                .accessTargetWhere(asksTheTime())
                .check(CLASSES);
    }

    @Test
    void decisionsTakeNoChanceButWhatTheyAreHanded() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMAND_SIDE, EVENTS)
                .and()
                .resideOutsideOfPackage(PASSWORDS)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .check(CLASSES);
    }

    /** A directory decides nothing: it finds people or machines, and says when a store is away that others make up for. */
    @Test
    void decisionsDoNotLog() {
        noClasses()
                .that()
                .resideInAnyPackage(COMMAND_SIDE, EVENTS)
                .and()
                .resideOutsideOfPackage(PASSWORDS)
                .and()
                .haveNameNotMatching(".*(Directory|KeptOpen)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "org.apache.commons.logging..", "java.util.logging..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.symbolon.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheTime() {
        return target(DescribedPredicate.describe("ask the time", PurityTest::isClock));
    }

    private static boolean isClock(AccessTarget target) {
        String owner = target.getOwner().getName();
        return CLOCKS.contains(owner + "." + target.getName())
                || (owner.equals("java.time.Clock")
                        && (target.getName().startsWith("system")
                                || target.getName().startsWith("tick")));
    }
}
