package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Who may import tokens, and where the right of one ends that is limited to a realm. */
class TokenFileRightsTest {

    private static final String REFUSED = "Admin actions are defined, but you are not allowed to upload token files.";

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static ApiClient helper;

    @BeforeAll
    static void start() throws IOException {
        server = InProcessServer.start(folder.resolve("data"));
        admin = server.admin();
        LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        helper = admin.bearing(tokens.issue("helper", "", LoginTokens.ADMIN, "password", List.of()));
        Path there = Files.createDirectories(folder.resolve("there"));
        admin.post("/resolver/a", "type", "passwdresolver", "fileName", "" + PasswdFile.write(folder, 4));
        admin.post("/resolver/b", "type", "passwdresolver", "fileName", "" + PasswdFile.write(there, 4));
        admin.post("/realm/alpha", "resolvers", "a");
        admin.post("/realm/beta", "resolvers", "b");
        enrol("A1", "user", "user1", "realm", "alpha");
        enrol("B1", "user", "user1", "realm", "beta");
        enrol("INB", "realm", "beta");
        enrol("AB", "user", "user2", "realm", "alpha");
        admin.post("/token/realm/AB", "realms", "alpha,beta");
        enrol("FREE");
        policy("all", "*", "adminuser", "admin", "realm", "");
        policy("helper", "importtokens", "adminuser", "helper", "realm", "alpha");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void enrol(String serial, String... more) {
        String[] parameters = ApiClient.joined(more, "type", "hotp", "serial", serial, "genkey", "1");
        assertThat(admin.post("/token/init", parameters).status()).isEqualTo(200);
    }

    private static void policy(String name, String action, String... more) {
        String[] parameters = ApiClient.joined(more, "scope", "admin", "action", action);
        assertThat(admin.post("/policy/" + name, parameters).status()).isEqualTo(200);
    }

    private static Answer load(ApiClient client, String file, String realms) {
        return client.upload("/token/load/f.csv", file, "type", "oathcsv", "tokenrealms", realms);
    }

    @Test
    @ShowsEffect("admin/importtokens")
    void withoutTheRightNothingIsImported() {
        policy("other", "enable", "adminuser", "other", "realm", "");
        LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        ApiClient other = admin.bearing(tokens.issue("other", "", LoginTokens.ADMIN, "password", List.of()));

        assertRefusal(load(other, "NEW1,aa", "alpha"), 403, 303, REFUSED);
        assertThat(load(admin, "NEW1,aa", "alpha").status()).isEqualTo(200);
        policy("other", "importtokens", "adminuser", "other", "realm", "");
        assertThat(load(other, "NEW1,aa", "alpha").status()).isEqualTo(200);
        assertThat(load(other, "NEW1,aa", "").status()).isEqualTo(200);
    }

    @Test
    void eachRealmOfTheTokensMustBeReached() {
        assertThat(load(helper, "NEW2,aa", "alpha").status()).isEqualTo(200);
        assertRefusal(load(helper, "NEW3,aa", ""), 403, 303, REFUSED);
        assertRefusal(load(helper, "NEW3,aa", "beta"), 403, 303, REFUSED);
        assertRefusal(load(helper, "NEW3,aa", "alpha,beta"), 403, 303, REFUSED);
        assertRefusal(load(helper, "NEW3,aa", "alpha,nowhere"), 403, 303, REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"B1", "INB", "AB", "FREE"})
    void aTokenElsewhereIsNotEnrolledAnew(String serial) {
        Object before = admin.get("/token/", "serial", serial).value();

        assertRefusal(load(helper, "NEW4,aa\n" + serial + ",aa", "alpha"), 403, 303, REFUSED);
        assertThat(admin.get("/token/", "serial", serial).value()).isEqualTo(before);
        assertThat(admin.get("/token/", "serial", "NEW4").rows("tokens")).isEmpty();
    }

    @Test
    void oneOfHisRealmIs() {
        assertThat(load(helper, "A1,aa", "alpha").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            user1, b, beta
            user1, , beta
            user1@beta, ,
            , , beta
            """)
    void noUserAndNoRealmElsewhereIsReachedByAFile(String columns) {
        String file = "# version: 2\nuser3, a, alpha, NEW5, aa\n" + columns.strip() + (columns.endsWith(",") ? " " : "")
                + ", NEW6, aa";

        assertRefusal(load(helper, file, "alpha"), 403, 303, REFUSED);
        assertThat(admin.get("/token/", "serial", "NEW5").rows("tokens")).isEmpty();
    }

    @Test
    void aResolverOfAnotherRealmMakesNobodyAUserOfHis() {
        String file = "# version: 2\nuser3, a, alpha, NEW5, aa\nuser1, b, alpha, NEW6, aa";

        assertRefusal(
                load(helper, file, "alpha"),
                400,
                904,
                "ERR904: In line 3 the user can not be found in any resolver in this realm!");
        assertThat(admin.get("/token/", "serial", "NEW5").rows("tokens")).isEmpty();
    }

    @Test
    void usersOfHisRealmAre() {
        assertThat(load(helper, "# version: 2\nuser3, a, alpha, NEW7, aa\n,,alpha,NEW8,aa\n,,,NEW9,aa", "alpha")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/token/", "serial", "NEW7").rows("tokens").get(0))
                .containsEntry("username", "user3")
                .containsEntry("realms", List.of("alpha"));
    }
}
