package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.resolver.UserStoreTypes;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.user.CustomAttributes;
import org.symbolon.command.user.OpenStores;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.command.user.port.RealmRegistry;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.UserName;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.user.JdbcUserCache;

/**
 * Whom resolvers knew a while ago. The server's own resolvers answer from memory and are never cached, so a directory of this
 * test's own looks through user stores that are far away.
 */
@WireTest
class UserCacheTest {

    private static final Instant START = Instant.parse("2026-11-24T12:34:44Z");
    private static final String REALM = "cached";

    private final FarStores far = new FarStores();
    private final FarStores.Far first = far.first;
    private final FarStores.Far second = far.second;
    private InProcessServer server;
    private Path folder;
    private ApiClient admin;
    private UserDirectory directory;
    private Instant now;

    private final class Movable extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    void prepare(InProcessServer shared, Path own) throws IOException {
        server = shared;
        folder = own;
        admin = shared.admin();
        for (String name : List.of("first", "second")) {
            Path file = Files.writeString(folder.resolve(name), "near-" + name + ":x:1:1:Near:/:/bin/sh\n");
            save(name, file);
        }
        byte[] realm =
                """
                {"resolvers": "cached-first,cached-second", "priority.cached-first": 1, "priority.cached-second": 2}
                """
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(admin.post("/realm/" + REALM, "application/json", realm).status())
                .isEqualTo(200);
        SystemSettings settings = shared.bean(SystemSettings.class);
        RealmRegistry registry = shared.bean(RealmRegistry.class);
        OpenStores stores = new OpenStores(new UserStoreTypes(List.of(far)), shared.bean(SecretVault.class), registry);
        shared.bean(ConfigurationViews.class).whenChanged(stores::closeOutdated);
        directory = new UserDirectory(
                registry,
                settings,
                stores,
                new JdbcUserCache(shared.bean(JdbcOperations.class), settings, new Movable()),
                shared.bean(CustomAttributes.class));
    }

    private void save(String name, Path file) {
        admin.post("/resolver/cached-" + name, "type", "passwdresolver", "fileName", file.toString());
    }

    @BeforeEach
    void begin() {
        now = START;
        for (FarStores.Far store : List.of(first, second)) {
            store.gone = false;
            store.asked.clear();
            store.idsByLogin.clear();
        }
        server.jdbc().sql("delete from usercache").update();
        expire("100");
    }

    @AfterEach
    void switchOff() {
        admin.delete("/system/UserCacheExpiration");
        admin.delete("/system/UserCacheOutage");
    }

    private void expire(String seconds) {
        admin.post("/system/setConfig", "UserCacheExpiration", seconds);
    }

    private Optional<KnownUser> find(String login) {
        return directory.find(new UserName(login, REALM, ""));
    }

    private static KnownUser emma(String resolver) {
        return new KnownUser("emma", REALM, resolver, "7");
    }

    private List<String> rows() {
        return server.jdbc()
                .sql("select * from usercache order by id")
                .query((row, index) -> row.getString("username") + " " + row.getString("used_login") + " "
                        + row.getString("resolver") + " " + row.getString("user_id") + " "
                        + row.getString("timestamp"))
                .list();
    }

    @Test
    void aUserIsAskedForOnceAndThenKnown() {
        first.idsByLogin.put("emma", "7");

        assertThat(find("emma")).contains(emma("cached-first"));
        first.gone = true;
        assertThat(find("emma")).contains(emma("cached-first"));

        assertThat(first.asked).containsExactly("emma");
        assertThat(rows()).containsExactly("emma emma cached-first 7 2026-11-24 12:34:44");
    }

    @Test
    void aNamedResolverIsCachedToo() {
        second.idsByLogin.put("emma", "7");
        UserName name = new UserName("emma", REALM, "cached-second");

        assertThat(directory.find(name)).contains(emma("cached-second"));
        assertThat(directory.find(name)).contains(emma("cached-second"));
        assertThat(second.asked).hasSize(1);
    }

    @Test
    void whoseTimeHasPassedIsAskedForAgain() {
        first.idsByLogin.put("emma", "7");
        find("emma");
        now = START.plusSeconds(100);
        find("emma");
        assertThat(first.asked).hasSize(1);

        now = START.plusSeconds(101);
        assertThat(find("emma")).contains(emma("cached-first"));

        assertThat(first.asked).hasSize(2);
        assertThat(rows()).containsExactly("emma emma cached-first 7 2026-11-24 12:36:25");
    }

    @Test
    void withEachOneThatIsKeptGoAllThatAreTooOld() {
        first.idsByLogin.putAll(Map.of("emma", "7", "anna", "8", "ines", "9"));
        find("emma");
        now = START.plusSeconds(60);
        find("anna");
        now = START.plusSeconds(120);
        find("ines");

        assertThat(rows())
                .containsExactly(
                        "anna anna cached-first 8 2026-11-24 12:35:44", "ines ines cached-first 9 2026-11-24 12:36:44");
    }

    @Test
    void theNewestRowCounts() {
        first.idsByLogin.put("emma", "7");
        find("emma");
        server.jdbc()
                .sql(
                        """
                        insert into usercache (username, used_login, resolver, user_id, timestamp) values
                        ('emma', 'emma', 'cached-first', '8', '2026-11-24 12:34:45'),
                        ('emma', 'emma', 'cached-first', '9', '2026-11-24 12:34:43'),
                        ('emmy', 'e@x', 'cached-first', '8', '2026-11-24 12:34:46')
                        """)
                .update();

        assertThat(find("emma")).contains(new KnownUser("emma", REALM, "cached-first", "8"));
        assertThat(find("e@x")).contains(new KnownUser("emmy", REALM, "cached-first", "8"));
        assertThat(directory.loginOf("cached-first", "8")).contains("emmy");
    }

    @Test
    void whoIsNewInAStrongerResolverIsNoticed() {
        second.idsByLogin.put("emma", "7");
        assertThat(find("emma")).contains(emma("cached-second"));
        assertThat(find("emma")).contains(emma("cached-second"));
        assertThat(second.asked).hasSize(1);
        assertThat(first.asked).hasSize(2);

        first.idsByLogin.put("emma", "7");

        assertThat(find("emma")).contains(emma("cached-first"));
    }

    @Test
    void whileTheStoreIsAwayWhomItKnewIsFoundForAsLongAsIsAllowed() {
        first.idsByLogin.putAll(Map.of("emma", "7", "anna", "8"));
        admin.post("/system/setConfig", "UserCacheOutage", "1000");
        find("emma");
        find("anna");
        first.idsByLogin.remove("anna");
        now = START.plusSeconds(200);
        find("anna");
        first.gone = true;

        assertThat(find("emma")).contains(emma("cached-first"));
        assertThat(directory.usernameOf("cached-first", "7")).contains("emma");
        assertThatThrownBy(() -> find("anna")).isInstanceOf(UserStoreUnavailableException.class);
        now = START.plusSeconds(1001);
        assertThatThrownBy(() -> find("emma")).isInstanceOf(UserStoreUnavailableException.class);
    }

    @Test
    void whomNobodyKnowsIsAskedForEachTime() {
        assertThat(find("nobody")).isEmpty();
        assertThat(find("nobody")).isEmpty();
        assertThat(directory.loginOf("cached-first", "99")).isEmpty();

        assertThat(first.asked).containsExactly("nobody", "nobody", "99");
        assertThat(rows()).isEmpty();
    }

    @Test
    void theNameOfAnIdIsAskedForOnce() {
        first.idsByLogin.put("emma", "7");

        assertThat(directory.usernameOf("cached-first", "7")).contains("emma");
        first.gone = true;
        assertThat(directory.usernameOf("cached-first", "7")).contains("emma");
        assertThat(find("emma")).contains(emma("cached-first"));
        assertThat(directory.loginOf("cached-first", "8")).isEmpty();
        assertThatThrownBy(() -> directory.usernameOf("cached-first", "8"))
                .isInstanceOf(UserStoreUnavailableException.class);

        assertThat(first.asked).containsExactly("7");
    }

    @Test
    void theNamesOfManyIdsAreAskedForInOneQuestionAndThenKnown() {
        first.idsByLogin.putAll(Map.of("emma", "7", "anna", "8", "ines", "9"));
        directory.usernameOf("cached-first", "8");

        assertThat(directory.usernamesOf("cached-first", List.of("7", "8", "9", "99")))
                .isEqualTo(Map.of("7", "emma", "8", "anna", "9", "ines"));
        assertThat(first.asked).containsExactly("8", "7,9,99");
        first.gone = true;
        assertThat(directory.usernamesOf("cached-first", List.of("7", "8", "9")))
                .isEqualTo(Map.of("7", "emma", "8", "anna", "9", "ines"));
        assertThat(rows()).hasSize(3);
    }

    @Test
    void whatNoColumnTakesIsNotKept() {
        String longest = "n".repeat(64);
        first.idsByLogin.putAll(Map.of(longest, "7", longest + "n", "8", "emma", "9".repeat(321)));

        find(longest);
        assertThat(find(longest + "n")).isPresent();
        assertThat(find("emma")).isPresent();

        assertThat(rows()).singleElement().asString().startsWith(longest + " ");
    }

    @Test
    void withoutTheSettingNothingIsKeptAndNoTableAsked() {
        first.idsByLogin.put("emma", "7");
        for (String seconds : List.of("0", "-5", "soon", "")) {
            expire(seconds);
            find("emma");
            find("emma");
        }
        admin.delete("/system/UserCacheExpiration");
        find("emma");
        directory.loginOf("cached-first", "7");

        assertThat(first.asked).hasSize(10);
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatIsSwitchedOffIsNotReadEither() {
        first.idsByLogin.put("emma", "7");
        find("emma");
        first.idsByLogin.put("emma", "8");

        expire("0");

        assertThat(find("emma")).contains(new KnownUser("emma", REALM, "cached-first", "8"));
    }

    @Test
    void aResolverThatIsSavedIsForgottenAndNoOther() throws IOException {
        first.idsByLogin.put("emma", "7");
        second.idsByLogin.put("anna", "8");
        find("emma");
        find("anna");

        save("first", Files.copy(folder.resolve("first"), folder.resolve("moved-first")));
        assertThat(rows()).singleElement().asString().contains("cached-second");

        first.idsByLogin.put("emma", "9");
        assertThat(find("emma")).contains(new KnownUser("emma", REALM, "cached-first", "9"));
    }

    @Test
    void theStoreOfAResolverThatIsSavedOrDeletedIsClosedAndNoOther() {
        admin.post("/resolver/cached-brief", "type", "passwdresolver", "fileName", "/nowhere/second");
        find("emma");
        directory.find(new UserName("emma", "", "cached-brief"));
        int before = second.closings;
        int beforeOfFirst = first.closings;

        admin.post("/resolver/cached-brief", "type", "passwdresolver", "fileName", "/elsewhere/second");
        assertThat(second.closings).isEqualTo(before + 1);
        directory.find(new UserName("emma", "", "cached-brief"));
        admin.delete("/resolver/cached-brief");

        assertThat(second.closings).isEqualTo(before + 2);
        assertThat(first.closings).isEqualTo(beforeOfFirst);
    }

    @Test
    void aResolverThatIsDeletedIsForgotten() {
        admin.post("/resolver/cached-brief", "type", "passwdresolver", "fileName", "/nowhere/second");
        second.idsByLogin.put("emma", "7");
        directory.find(new UserName("emma", "", "cached-brief"));
        assertThat(rows()).hasSize(1);

        admin.delete("/resolver/cached-brief");

        assertThat(rows()).isEmpty();
    }

    @Test
    void usersOfAFileAreNeverCached() {
        assertThat(admin.get("/user/attribute", "user", "near-first", "realm", REALM)
                        .status())
                .isEqualTo(200);
        assertThat(server.bean(UserDirectory.class).loginOf("cached-first", "1"))
                .contains("near-first");

        assertThat(rows()).isEmpty();
    }
}
