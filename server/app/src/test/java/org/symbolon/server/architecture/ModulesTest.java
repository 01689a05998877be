package org.symbolon.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.server.architecture.Symbolon.CLASSES;
import static org.symbolon.server.architecture.Symbolon.COMMAND_SIDE;
import static org.symbolon.server.architecture.Symbolon.CONNECTORS;
import static org.symbolon.server.architecture.Symbolon.EVENTS;
import static org.symbolon.server.architecture.Symbolon.PROJECTIONS;
import static org.symbolon.server.architecture.Symbolon.QUERY_SIDE;
import static org.symbolon.server.architecture.Symbolon.REACTIONS;
import static org.symbolon.server.architecture.Symbolon.SERVER;
import static org.symbolon.server.architecture.Symbolon.WIRING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may know whom: the rules of the architecture's first section. */
class ModulesTest {

    private static final String COMMAND_LINE = "org.symbolon.server.cli";
    private static final String POLICIES = "org.symbolon.server.policy.";

    private static final String SECRET = "org.symbolon.command.secret.Secret";

    @ParameterizedTest
    @ValueSource(strings = {EVENTS, COMMAND_SIDE, PROJECTIONS, QUERY_SIDE, CONNECTORS, REACTIONS, SERVER})
    void everyModuleIsSeenByTheseTests(String module) {
        String root = module.substring(0, module.length() - 1);

        assertThat(CLASSES).anyMatch(type -> type.getName().startsWith(root));
    }

    @Test
    void eventsDependOnNothingOfOursAndNotOnSpring() {
        noClasses()
                .that()
                .resideInAPackage(EVENTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        COMMAND_SIDE, PROJECTIONS, QUERY_SIDE, CONNECTORS, REACTIONS, SERVER, "org.springframework..")
                .check(CLASSES);
    }

    @Test
    void theCommandSideKnowsTheEventsAlone() {
        noClasses()
                .that()
                .resideInAPackage(COMMAND_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PROJECTIONS, QUERY_SIDE, CONNECTORS, REACTIONS, SERVER)
                .check(CLASSES);
    }

    @Test
    void projectionsKnowTheEventsAlone() {
        noClasses()
                .that()
                .resideInAPackage(PROJECTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND_SIDE, QUERY_SIDE, CONNECTORS, REACTIONS, SERVER)
                .check(CLASSES);
    }

    @Test
    void theQuerySideReadsProjectionsAndNeverSeesTheCommandSide() {
        noClasses()
                .that()
                .resideInAPackage(QUERY_SIDE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND_SIDE, CONNECTORS, REACTIONS, SERVER)
                .check(CLASSES);
    }

    @Test
    void connectorsImplementPortsAndKnowNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(CONNECTORS)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and neither a port nor a secret handed through one",
                        type -> type.getPackageName().startsWith("org.symbolon.")
                                && !type.getPackageName().startsWith("org.symbolon.connectors")
                                && !type.getPackageName().endsWith(".port")
                                && !type.getName().equals("org.symbolon.command.secret.Secret")))
                .check(CLASSES);
    }

    @Test
    void reactionsKnowEventsCommandsAndPortsAlone() {
        noClasses()
                .that()
                .resideInAPackage(REACTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PROJECTIONS, QUERY_SIDE, CONNECTORS, SERVER, "java.sql..", "org.springframework.jdbc..")
                .check(CLASSES);
    }

    @Test
    void connectorsAreKnownToTheServerAlone() {
        classes()
                .that()
                .resideInAPackage(CONNECTORS)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage(CONNECTORS, SERVER)
                .check(CLASSES);
    }

    @Test
    void onlyTheServerKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "java.net.http..",
                        "com.sun.net.httpserver..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.apache.catalina..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "command", "projections", "query", "connectors", "reactions"})
    void theFeaturesOfAModuleFormNoCycle(String module) {
        slices().matching("org.symbolon." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** In the server each package is a part of its own, but for the command line; the wiring is none. */
    @Test
    void thePartsOfTheServerFormNoCycle() {
        slices().assignedFrom(serverPackages()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingKnowsTheWiring() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WIRING)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(WIRING)
                .check(CLASSES);
    }

    @Test
    void beansAreMadeInTheWiringOrByThemselves() {
        noClasses()
                .that()
                .resideOutsideOfPackage(WIRING)
                .should()
                .beAnnotatedWith(Configuration.class)
                .orShould()
                .beAssignableTo(BeanRegistrar.class)
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(WIRING)
                .should()
                .beAnnotatedWith(Bean.class)
                .check(CLASSES);
    }

    private static SliceAssignment serverPackages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                if (!name.startsWith("org.symbolon.server.") || name.equals(WIRING)) {
                    return SliceIdentifier.ignore();
                }
                return SliceIdentifier.of(name.startsWith(COMMAND_LINE) ? COMMAND_LINE : name);
            }

            @Override
            public String getDescription() {
                return "the packages of the server";
            }
        };
    }

    /** Secrets and types of token are still the command side's. */
    @Test
    void policiesKnowTheEventsAlone() {
        noClasses()
                .that()
                .resideInAPackage(POLICIES + ".")
                .and()
                .doNotHaveSimpleName("DescribedTypes")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and neither policies nor events and secrets",
                        type -> type.getPackageName().startsWith("org.symbolon.")
                                && !(type.getPackageName() + ".").startsWith(POLICIES)
                                && !type.getPackageName().startsWith("org.symbolon.events")
                                && !type.getName().equals(SECRET)))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void whatIsInternalIsPrivateToItsFeature() {
        classes()
                .that()
                .resideInAPackage("..internal..")
                .should(beUsedByTheirFeatureAlone())
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> beUsedByTheirFeatureAlone() {
        return new ArchCondition<>("be used by their feature alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getPackageName();
                String feature = name.substring(0, name.indexOf(".internal"));
                type.getDirectDependenciesToSelf().stream()
                        .filter(use -> !inside(feature, use.getOriginClass()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use.getDescription())));
            }
        };
    }

    private static boolean inside(String feature, JavaClass user) {
        return user.getPackageName().equals(feature) || user.getPackageName().startsWith(feature + ".");
    }
}
