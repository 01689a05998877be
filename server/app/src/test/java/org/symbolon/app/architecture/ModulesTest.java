package org.symbolon.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.app.architecture.Symbolon.API;
import static org.symbolon.app.architecture.Symbolon.CLASSES;
import static org.symbolon.app.architecture.Symbolon.CONNECTORS;
import static org.symbolon.app.architecture.Symbolon.EVENTS;
import static org.symbolon.app.architecture.Symbolon.POLICY;
import static org.symbolon.app.architecture.Symbolon.PROJECTIONS;
import static org.symbolon.app.architecture.Symbolon.QUERY_SIDE;
import static org.symbolon.app.architecture.Symbolon.STORE;
import static org.symbolon.app.architecture.Symbolon.WEB;
import static org.symbolon.app.architecture.Symbolon.WIRING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.symbolon.command.secret.NativeCrypto;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Secret;

/** Who may know whom: the rules of the architecture's first section. */
class ModulesTest {

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("events", Set.of()),
            entry("command", Set.of("events")),
            entry("policy", Set.of("events")),
            entry("projections", Set.of("events")),
            entry("query", Set.of("events", "projections")),
            entry("connectors", Set.of("events", "command")),
            entry("reactions", Set.of("events", "command", "query", "projections")),
            entry("store", Set.of("events", "command", "policy", "projections", "query", "reactions")),
            entry("api", Set.of("events", "command", "policy", "projections", "query", "reactions")),
            entry("web", Set.of("events", "policy", "api")),
            entry("cli", Set.of("events")));

    private static final String ROOT = "org.symbolon.";
    private static final String KERNEL = "org.symbolon.api.kernel";

    static Stream<String> modules() {
        return Stream.concat(MAY_KNOW.keySet().stream(), Stream.of("app"));
    }

    static Stream<String> bounded() {
        return MAY_KNOW.keySet().stream();
    }

    private static String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String path = name.substring(ROOT.length());
        return path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleIsSeenByTheseTests(String module) {
        assertThat(CLASSES).anyMatch(type -> moduleOf(type).equals(module));
    }

    @Test
    void everyClassIsInAModule() {
        assertThat(CLASSES)
                .extracting(ModulesTest::moduleOf)
                .isSubsetOf(modules().toList());
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void aModuleKnowsThoseBelowItAlone(String module) {
        Set<String> known = MAY_KNOW.get(module);
        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and in none of " + known,
                        type -> !moduleOf(type).isEmpty()
                                && !moduleOf(type).equals(module)
                                && !known.contains(moduleOf(type))))
                .check(CLASSES);
    }

    @Test
    void eventsAndPoliciesKnowNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage(EVENTS, POLICY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "jakarta..")
                .check(CLASSES);
    }

    @Test
    void connectorsImplementPortsAndKnowNothingElse() {
        noClasses()
                .that()
                .resideInAPackage(CONNECTORS)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and neither a port nor a secret handed through one nor a range of addresses nor the RSA of the platform",
                        type -> type.getPackageName().startsWith(ROOT)
                                && !moduleOf(type).equals("connectors")
                                && !type.getPackageName().endsWith(".port")
                                && !type.isEquivalentTo(Secret.class)
                                && !type.isEquivalentTo(Network.class)
                                && !type.isEquivalentTo(NativeCrypto.class)))
                .check(CLASSES);
    }

    /** The demonstration is a client like any other, and so are connectors to what speaks HTTP outside. */
    @Test
    void onlyTheEdgeKnowsHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages(API, WEB, WIRING, "org.symbolon.cli.demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "com.sun.net.httpserver..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.apache.catalina..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(API, WEB, WIRING, CONNECTORS, "org.symbolon.cli.demo")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLASSES);
    }

    /** A user store's own aside. What the command line has done to tables is put together in the assembly. */
    @Test
    void onlyWhatKeepsAndReadsTablesKnowsSql() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        STORE,
                        PROJECTIONS,
                        QUERY_SIDE,
                        CONNECTORS,
                        WIRING,
                        "org.symbolon.app.maintenance",
                        "org.symbolon.app.benchmark")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "jakarta.persistence..")
                .check(CLASSES);
    }

    @Test
    void whatIsTheSameForAllRequestsKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(KERNEL + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of a feature of the API",
                        type -> moduleOf(type).equals("api")
                                && !type.getPackageName().startsWith(KERNEL)))
                .check(CLASSES);
    }

    /** The packages of the command line's own module are one part. */
    @ParameterizedTest
    @MethodSource("modules")
    void theFeaturesOfAModuleFormNoCycle(String module) {
        slices().matching(ROOT + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Deeper, too, where many share one word. */
    @ParameterizedTest
    @ValueSource(strings = {"api", "policy", "store", "web", "cli", "app"})
    void thePackagesOfAModuleFormNoCycle(String module) {
        slices().assignedFrom(packagesOf(module)).should().beFreeOfCycles().check(CLASSES);
    }

    private static SliceAssignment packagesOf(String module) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return moduleOf(type).equals(module)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the packages of " + module;
            }
        };
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
