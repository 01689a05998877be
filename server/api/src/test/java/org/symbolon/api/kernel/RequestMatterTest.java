package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.rights.Matter;
import org.symbolon.policy.rights.Over;

class RequestMatterTest {

    private static Route route(String template) {
        return Route.admin("POST", template, request -> Reply.value(true));
    }

    private static Matter matter(Route route, Map<String, ?> parameters) {
        return RequestMatter.of(route, Parameters.of(parameters));
    }

    @Test
    void whatParametersNameIsMeant() {
        Matter matter = matter(
                route("/token/set").needs(AdminActions.SET, Over.NAMED),
                Map.of("user", "emma", "realm", "Realm1", "resolver", "ldap", "serial", "S1"));

        assertThat(matter.user()).contains("emma");
        assertThat(matter.realm()).contains("Realm1");
        assertThat(matter.resolver()).contains("ldap");
        assertThat(matter.serials()).containsExactly("S1");
        assertThat(matter.realms()).isEmpty();
        assertThat(matter.attachment()).isEmpty();
    }

    @Test
    void nothingIsMeantWhereNothingIsNamed() {
        assertThat(matter(route("/token/set"), Map.of("user", "", "serial", 5))).isEqualTo(Matter.NOTHING);
    }

    @Test
    void whomThePathNamesCountsAndNobodyElse() {
        Route route = route("/user/<resolvername>/<username>").needs(AdminActions.DELETEUSER, Over.USER_IN_RESOLVER);

        Matter matter = matter(
                route, Map.of("username", "emma", "resolvername", "ldap", "user", "mine", "resolver", "elsewhere"));

        assertThat(matter.user()).contains("emma");
        assertThat(matter.resolver()).contains("ldap");
        assertThat(matter(route("/user"), Map.of("username", "emma")).user()).isEmpty();
    }

    @Test
    void aSecondTokenCountsWhereTheRouteLooksAtOne() {
        Map<String, ?> parameters = Map.of("from", "S1", "to", "S2");
        Route copying = route("/token/copypin").takes("from", Shape.text("")).takes("to", Shape.text(""));

        assertThat(matter(copying, parameters).serials()).containsExactly("S1", "S2");
        assertThat(matter(route("/token/unassign"), parameters).serials()).isEmpty();
    }

    @Test
    void newRealmsAndWhatIsAttachedCountWhereTheRightIsAboutThem() {
        Map<String, ?> parameters = Map.of("realms", "a, b", "tokenrealms", "c", "mtid", "7");

        assertThat(matter(route("/r").needs(AdminActions.TOKENREALMS, Over.TOKEN_AND_NEW_REALMS), parameters)
                        .realms())
                .containsExactly("a", "b");
        assertThat(matter(route("/r").needs(AdminActions.IMPORTTOKENS, Over.NEW_REALMS), parameters)
                        .realms())
                .containsExactly("c");
        Route attached = route("/r").needs(AdminActions.MANAGE_MACHINE_TOKENS, Over.ATTACHED_TOKEN);
        assertThat(matter(attached, parameters).attachment()).hasValue(7);
        assertThatThrownBy(() -> matter(attached, Map.of("mtid", "seven")))
                .isInstanceOf(ApiException.class)
                .hasMessage("ERR905: Parameter 'mtid' must be a number");
    }
}
