package org.symbolon.command.eventhandler.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.command.eventhandler.module.Option.Visibility;

/** What must be true of the table of any module, so that whoever reads it can rely on it. */
class HandlerModulesTest {

    static Stream<HandlerModule> modules() {
        return HandlerModules.all().stream();
    }

    private static Stream<List<Option>> optionsOf(HandlerModule module) {
        return Stream.concat(module.actions().values().stream(), module.scriptOptions().stream());
    }

    @Test
    void modulesAreFoundByTheirNames() {
        assertThat(modules().map(HandlerModule::name)).doesNotHaveDuplicates().allSatisfy(name -> assertThat(
                        HandlerModules.find(name).orElseThrow().name())
                .isEqualTo(name));
        assertThat(HandlerModules.find("token")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleActsAfterTheRequestAndPerhapsBeforeIt(HandlerModule module) {
        assertThat(module.positions()).isIn(List.of("post"), List.of("post", "pre"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleHasActions(HandlerModule module) {
        assertThat(optionsOf(module)).isNotEmpty();
        assertThat(module.actions().keySet()).allMatch(module::offers);
        assertThat(module.offers("")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void optionsAreNamedOnceAndDescribed(HandlerModule module) {
        assertThat(optionsOf(module)).allSatisfy(options -> {
            assertThat(options).extracting(Option::name).doesNotHaveDuplicates();
            assertThat(options).extracting(Option::description).allMatch(text -> text.endsWith("."));
        });
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aPresetIsAmongTheChoices(HandlerModule module) {
        assertThat(optionsOf(module).flatMap(List::stream))
                .allSatisfy(option -> option.preset().ifPresent(preset -> fixed(option)
                        .ifPresent(values -> assertThat(values).contains(preset))));
    }

    /** What decides whether an option is asked for is asked before, and can be answered so. */
    @ParameterizedTest
    @MethodSource("modules")
    void anOptionDependsOnAnEarlierOneOfTheSameAction(HandlerModule module) {
        assertThat(optionsOf(module)).allSatisfy(options -> {
            for (Option option : options) {
                option.visibility()
                        .ifPresent(
                                visibility -> checkDependence(visibility, options.subList(0, options.indexOf(option))));
            }
        });
    }

    private static void checkDependence(Visibility visibility, List<Option> earlier) {
        Option governing = earlier.stream()
                .filter(option -> option.name().equals(visibility.option()))
                .findFirst()
                .orElseThrow();
        fixed(governing).ifPresent(values -> assertThat(values).contains(visibility.value()));
    }

    private static Optional<List<String>> fixed(Option option) {
        return option.choices().filter(Choices.Fixed.class::isInstance).map(choices -> ((Choices.Fixed) choices)
                .values());
    }

    @Test
    void onlyThePinOfADeviceIsSecret() {
        assertThat(modules().flatMap(module -> module.actions().entrySet().stream()
                        .flatMap(action -> action.getValue().stream()
                                .filter(option -> module.isSecret(action.getKey(), option.name()))
                                .map(option -> Map.entry(action.getKey(), option.name())))))
                .containsExactly(Map.entry("enroll", "motppin"));
    }

    @Test
    void eventsAndConditionsAreNamedOnce() {
        assertThat(RequestEvents.all()).hasSize(42).doesNotHaveDuplicates();
        assertThat(HandlerCondition.all())
                .hasSize(26)
                .extracting(HandlerCondition::name)
                .doesNotHaveDuplicates()
                .allMatch(HandlerCondition::exists);
        assertThat(HandlerCondition.exists("weather")).isFalse();
    }
}
