package org.symbolon.api.kernel.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.route.RouteTable;

/** Who may send more than anybody else, where, and how many at once. */
class LargeUploadsTest {

    private static final long FIVE_MEBIBYTES = 5 << 20;

    private final LoginTokens tokens = new LoginTokens("a key for the log-in tokens of this test", Clock.systemUTC());
    private final LargeUploads uploads =
            new LargeUploads(new RouteTable(List.of(new Files())), tokens, DataSize.ofMegabytes(8));

    private static final class Files implements Endpoint {
        @Override
        public List<Route> routes() {
            Route files = Route.admin("POST", "/files/<name>", request -> Reply.value(1))
                    .needsNoRight("It is a test.");
            return List.of(files.takesLargeFiles(), files.at("/other"));
        }
    }

    private static HttpServletRequest post(String path, String token) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LargeUploadsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getMethod" -> "POST";
                    case "getRequestURI" -> path;
                    case "getHeader" -> arguments[0].equals("Authorization") ? token : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private String token(String role) {
        return tokens.issue("somebody", "", role, "password", List.of());
    }

    @Test
    void onlyWhoIsLoggedInAsOneWhoMayCallTheRouteMaySendThem() {
        assertThat(uploads.mayBring(post("/files/a", token(LoginTokens.ADMIN)), FIVE_MEBIBYTES))
                .isTrue();
        for (String token : new String[] {null, "", "nonsense", token(LoginTokens.USER), token(LoginTokens.VALIDATE)}) {
            assertThat(uploads.mayBring(post("/files/a", token), FIVE_MEBIBYTES))
                    .isFalse();
        }
    }

    @Test
    void onlyRoutesThatTakeThemDoAndWithinTheBound() {
        String admin = token(LoginTokens.ADMIN);

        assertThat(uploads.mayBring(post("/other", admin), FIVE_MEBIBYTES)).isFalse();
        assertThat(uploads.mayBring(post("/nowhere", admin), FIVE_MEBIBYTES)).isFalse();
        assertThat(uploads.mayBring(post("/files/%FF", admin), FIVE_MEBIBYTES)).isFalse();
        assertThat(uploads.mayBring(post("/files/a", admin), 2 * FIVE_MEBIBYTES))
                .isFalse();
        assertThat(uploads.mayBring(post("/files/a", admin), -1)).isTrue();
    }

    @Test
    void aFewHaveRoomAtOnce() {
        List<KeptBody> kept = new ArrayList<>();
        for (int count = 0; count < 4; count++) {
            kept.add(uploads.begin().orElseThrow());
        }

        assertThat(uploads.begin()).isEmpty();
        kept.get(0).drop();
        kept.get(0).drop();
        kept.add(uploads.begin().orElseThrow());
        assertThat(uploads.begin()).isEmpty();
        kept.forEach(KeptBody::drop);
    }
}
