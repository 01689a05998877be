package org.symbolon.policy.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of actions is complete, and holds together. */
class ActionCatalogueTest {

    private static final List<Class<?>> CONSTANTS = List.of(
            AdminActions.class,
            UserActions.class,
            AuthenticationActions.class,
            AuthorizationActions.class,
            EnrollmentActions.class,
            WebuiActions.class,
            RegisterActions.class);

    private static Stream<Field> constants() {
        return CONSTANTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == Action.class);
    }

    private static Action valueOf(Field constant) throws IllegalAccessException {
        return (Action) constant.get(null);
    }

    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantIsInTheCatalogueUnderItsName(Field constant) throws IllegalAccessException {
        Action action = valueOf(constant);

        assertThat(ActionCatalogue.find(action.scope(), action.name())).containsSame(action);
        assertThat(constant.getName().replace("_", ""))
                .isEqualTo(
                        action.name().toUpperCase(Locale.ROOT).replace("_", "").replace(".", ""));
    }

    @Test
    void noNameStandsTwiceInAScope() {
        assertThat(constants()).hasSizeGreaterThan(180);
        assertThat(constants().map(ActionCatalogueTest::textOf)).doesNotHaveDuplicates();
    }

    private static String textOf(Field constant) {
        try {
            return valueOf(constant).toString();
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    @Test
    void everyActionIsExplainedInASentenceWithoutBreaksOfTables() {
        assertThat(ActionCatalogue.all())
                .allSatisfy(action ->
                        assertThat(action.description()).as(action.toString()).matches("[A-Z][^|\n]{8,}[.]"));
    }

    @Test
    void whatHoldsWithoutAPolicyIsAmongWhatIsOffered() {
        Stream<Action> choosing = ActionCatalogue.all()
                .filter(action -> !action.choices().isEmpty() && !action.multiple())
                .filter(action -> !action.equals(WebuiActions.TIMEOUT_ACTION));

        assertThat(choosing).allSatisfy(action -> assertThat(action.choices())
                .as(action.toString())
                .containsAll(action.defaultText().stream().toList()));
    }

    @Test
    void numbersAreNumbers() {
        Stream<String> texts = ActionCatalogue.all()
                .filter(action -> action.kind() == Kind.NUMBER)
                .flatMap(action -> Stream.concat(action.choices().stream(), action.defaultText().stream()));

        assertThat(texts).isNotEmpty().allMatch(text -> text.matches("[0-9]+"));
    }

    @Test
    void flagsAreGivenNothing() {
        assertThat(ActionCatalogue.all().filter(action -> action.kind() == Kind.FLAG))
                .allMatch(action -> action.choices().isEmpty()
                        && action.existing().isEmpty()
                        && action.defaultText().isEmpty());
    }

    @Test
    void aSharedActionIsThatOfTheScopeAskedFor() {
        assertThat(SharedActions.SETPIN.in(Scope.ADMIN)).isSameAs(AdminActions.SETPIN);
        assertThat(SharedActions.SETPIN.in(Scope.USER)).isSameAs(UserActions.SETPIN);
        assertThat(AdminActions.SETPIN).hasToString("admin/setpin").isNotEqualTo(UserActions.SETPIN);
        assertThatThrownBy(() -> SharedActions.SETPIN.in(Scope.WEBUI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setpin is none of webui");
    }

    @Test
    void typesOfTokenHaveActionsOfTheirOwn() {
        assertThat(AdminActions.enrol("hotp").name()).isEqualTo("enrollHOTP");
        assertThat(ActionCatalogue.find(Scope.ADMIN, "enrollPW")).isPresent();
        assertThat(ActionCatalogue.find(Scope.USER, "enrollPW")).isEmpty();
        assertThat(EnrollmentActions.maxTokenPerUser("4eyes")).hasToString("enrollment/4eyes_max_token_per_user");
        assertThat(ActionCatalogue.find(Scope.ENROLLMENT, "4eyes_max_active_token_per_user"))
                .contains(EnrollmentActions.maxActiveTokenPerUser("4eyes"));
    }

    @Test
    void pinRulesOfATypeAreListedForOneAndKnownForAll() {
        assertThat(ActionCatalogue.namesOf(Scope.USER))
                .contains("spass_otp_pin_minlength")
                .doesNotContain("hotp_otp_pin_minlength");
        assertThat(ActionCatalogue.find(Scope.USER, "hotp_otp_pin_minlength"))
                .contains(SharedActions.otpPinMinlength("hotp").in(Scope.USER));
    }

    @Test
    void menusAreThoseOfTheRights() {
        assertThat(ActionCatalogue.menusOf(Scope.ADMIN, List.of("auditlog", "assign", "unheard of")))
                .containsExactly("tokens", "users", "audit");
        assertThat(ActionCatalogue.menusOf(Scope.ADMIN, List.of("resolverread", "triggerchallenge")))
                .isEmpty();
    }

    @Test
    void onlyTheScopeOfTheAuditHasNoActions() {
        assertThat(Scope.values())
                .filteredOn(scope -> ActionCatalogue.of(scope).isEmpty())
                .allMatch(Scope::isEmpty);
        assertThat(Scope.values())
                .filteredOn(Predicate.not(Scope::isEmpty))
                .allMatch(scope -> !ActionCatalogue.of(scope).isEmpty());
    }
}
