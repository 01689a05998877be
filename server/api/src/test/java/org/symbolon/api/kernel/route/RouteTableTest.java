package org.symbolon.api.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;

class RouteTableTest {

    private final RouteTable table = table(
            "GET /token/",
            "DELETE /token/<serial>",
            "POST /token/init",
            "POST /token/info/<serial>/<key>",
            "POST /user",
            "POST /user/",
            "GET /user/",
            "POST /resolver/test",
            "POST /resolver/<resolver>",
            "GET /resolver/<resolver>",
            "GET /system/<key>",
            "GET /system/names/radius",
            "GET /auth/rights",
            "POST /auth");

    @ParameterizedTest
    @CsvSource({
        "GET, /token/, GET /token/",
        "HEAD, /token/, GET /token/",
        "POST, /token/init, POST /token/init",
        "POST, /token/in%69t, POST /token/init",
        "DELETE, /token/init, DELETE /token/<serial>",
        "POST, /resolver/test, POST /resolver/test",
        "GET, /resolver/test, GET /resolver/<resolver>",
        "GET, /system/names, GET /system/<key>",
        "POST, /user, POST /user",
        "POST, /auth, POST /auth"
    })
    void fixedSegmentsWinOverVariables(String method, String path, String action) {
        assertThat(table.match(method, path)).isInstanceOfSatisfying(RouteMatch.Found.class, found -> assertThat(
                        found.route().action())
                .isEqualTo(action));
    }

    @Test
    void variablesAreDecodedAndMayHoldASlash() {
        assertThat(table.match("POST", "/token/info/a%2Fb/%c3%bc"))
                .isInstanceOfSatisfying(RouteMatch.Found.class, found -> assertThat(found.variables())
                        .isEqualTo(Map.of("serial", "a/b", "key", "\u00fc")));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nosuchpath",
        "GET, /",
        "GET, //",
        "GET, /token//",
        "DELETE, /token/a/b",
        "POST, /auth/",
        "DELETE, /token",
        "POST, /token/info//k",
        "GET, token",
        "GET, *"
    })
    void whatIsNotThereIsNotFound(String method, String path) {
        assertThat(table.match(method, path)).isInstanceOf(RouteMatch.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/token/init|DELETE, OPTIONS, POST",
                "GET|/auth|OPTIONS, POST",
                "POST|/token/|GET, HEAD, OPTIONS",
                "GET|/token/X|DELETE, OPTIONS",
                "DELETE|/resolver/test|GET, HEAD, OPTIONS, POST"
            })
    void aWrongMethodNamesTheRightOnes(String method, String path, String allow) {
        assertThat(table.match(method, path)).isEqualTo(new RouteMatch.WrongMethod(allow));
    }

    @ParameterizedTest
    @CsvSource({"GET, /token", "GET, /user", "OPTIONS, /token", "HEAD, /token"})
    void aMissingSlashIsSeen(String method, String path) {
        assertThat(table.match(method, path)).isInstanceOf(RouteMatch.MissingSlash.class);
    }

    @Test
    void optionsAreAnswered() {
        assertThat(table.match("OPTIONS", "/auth")).isEqualTo(new RouteMatch.Options("OPTIONS, POST"));
    }

    @Test
    void twoRoutesForTheSameRequestAreAMistake() {
        assertThatThrownBy(() -> table("GET /a/<b>", "GET /a/<c>")).isInstanceOf(IllegalStateException.class);
    }

    private static RouteTable table(String... actions) {
        List<Route> routes = Stream.of(actions)
                .map(action -> Route.open(
                        action.substring(0, action.indexOf(' ')),
                        action.substring(action.indexOf(' ') + 1),
                        request -> Reply.value(true)))
                .toList();
        Endpoint endpoint = () -> routes;
        return new RouteTable(List.of(endpoint));
    }
}
