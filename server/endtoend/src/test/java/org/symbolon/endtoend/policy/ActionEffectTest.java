package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.ActionCatalogue;

/** What is said to be in effect is shown by a test, and what tests show is said to be in effect. */
class ActionEffectTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("org.symbolon");
    private static final List<JavaMethod> SHOWING = TESTS.stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(ShowsEffect.class))
            .toList();

    private static Stream<String> shownBy(JavaMethod method) {
        return Arrays.stream(method.getAnnotationOfType(ShowsEffect.class).value());
    }

    private static Set<String> shown() {
        return SHOWING.stream().flatMap(ActionEffectTest::shownBy).collect(Collectors.toSet());
    }

    private static Set<String> inEffect() {
        return ActionCatalogue.all()
                .filter(Action::isInEffect)
                .map(action -> action.scope().wire() + "/" + action.family())
                .collect(Collectors.toSet());
    }

    @Test
    void testsOfAllPackagesAreLookedAt() {
        assertThat(TESTS.contain(ActionEffectTest.class)).isTrue();
        assertThat(TESTS).anyMatch(type -> type.getPackageName().equals("org.symbolon.endtoend.auth"));
    }

    @Test
    void everyActionInEffectHasATestThatShowsIt() {
        assertThat(shown()).containsAll(inEffect());
    }

    @Test
    void whatTestsShowIsInEffect() {
        assertThat(inEffect()).containsAll(shown());
    }

    @Test
    void onlyTestsShowAnything() {
        assertThat(SHOWING).allMatch(method -> method.isMetaAnnotatedWith(Testable.class));
    }
}
