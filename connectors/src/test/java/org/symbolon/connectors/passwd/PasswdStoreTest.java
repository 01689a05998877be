package org.symbolon.connectors.passwd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;
import org.symbolon.events.shared.Secret;

class PasswdStoreTest {

    private static final StoreFiles ANYWHERE = new StoreFiles(List.of(Path.of("/")));

    @TempDir
    private Path directory;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private PasswdFile file;
    private UserStore store;

    @BeforeEach
    void openStore() {
        file = new PasswdFile(directory, PasswdFile.ROOT, "", PasswdFile.ADA, PasswdFile.BEN);
        store = PasswdStore.open(file.path(), ANYWHERE, nanos::get);
    }

    @Test
    void findsIdsByExactLogin() {
        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
        assertThat(store.withLogin("ADA")).isEmpty();
        assertThat(store.withLogin("nobody")).isEmpty();
    }

    @Test
    void answersAllAttributesButThePassword() {
        assertThat(store.attributesOf("1001"))
                .hasValue(Map.of(
                        "username", "ada",
                        "userid", "1001",
                        "description", "Ada Lovelace,room 7,+44 151 1,+44 20 2,ada@example.org",
                        "email", "ada@example.org",
                        "givenname", "Ada",
                        "surname", "Lovelace",
                        "phone", "+44 20 2",
                        "mobile", "+44 151 1"));
        assertThat(store.attributesOf("4711")).isEmpty();
    }

    @Test
    void theFirstLineOfALoginOrAnIdCounts() {
        file.write(PasswdFile.ROOT, "toor:x:0:0:second:/:/bin/sh", "root:x:5:5:third:/:/bin/sh");
        pass(Duration.ofSeconds(1));

        assertThat(store.withLogin("root")).hasValue(new StoredUser("root", "0"));
        assertThat(store.attributesOf("0").orElseThrow()).containsEntry("username", "root");
        assertThat(store.withLogin("toor")).hasValue(new StoredUser("toor", "0"));
    }

    @Test
    void searchAnswersAttributesOfAllThatFit() {
        assertThat(store.search(UserSearch.of(Map.of("username", "*e*"), 9)).users())
                .singleElement()
                .satisfies(user ->
                        assertThat(user).containsEntry("username", "Ben").doesNotContainKey("cryptpass"));
    }

    @Test
    void verifiesPasswords() {
        assertThat(store.passwordMatches("1001", Secret.of("grüß Gott 9"))).isTrue();
        assertThat(store.passwordMatches("1002", Secret.of("secret99"))).isTrue();
        assertThat(store.passwordMatches("1002", Secret.of("secret98"))).isFalse();
        assertThat(store.passwordMatches("0", Secret.of("x"))).isFalse();
        assertThat(store.passwordMatches("4711", Secret.of("secret99"))).isFalse();
    }

    @Test
    void cannotBeEdited() {
        assertThat(store).isNotInstanceOf(EditableUserStore.class);
    }

    @Test
    void aChangeOfTheFileIsSeenAfterASecondAndNotEarlier() {
        file.write(PasswdFile.ROOT);

        pass(Duration.ofMillis(999));
        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
        pass(Duration.ofMillis(1));
        assertThat(store.withLogin("ada")).isEmpty();
    }

    @Test
    void theFileIsLookedAtOnceASecondAtMost() {
        pass(Duration.ofSeconds(1));
        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
        file.write(PasswdFile.ROOT);

        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
        pass(Duration.ofSeconds(1));
        assertThat(store.withLogin("ada")).isEmpty();
    }

    @Test
    void aChangeOfTheSizeAloneIsSeen() {
        file.writeUnnoticed(PasswdFile.BEN);
        pass(Duration.ofSeconds(1));

        assertThat(store.withLogin("ada")).isEmpty();
    }

    @Test
    void anUnchangedFileIsNotReadAgain() {
        file.writeUnnoticed(PasswdFile.ROOT, "", PasswdFile.ADA.replace("ada:", "eve:"), PasswdFile.BEN);
        pass(Duration.ofSeconds(1));

        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
    }

    @Test
    void whileTheFileIsBrokenTheLastGoodUsersStay() {
        file.write(PasswdFile.ROOT, "broken:x:1");
        pass(Duration.ofSeconds(1));
        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));

        file.write(PasswdFile.BEN);
        pass(Duration.ofSeconds(1));
        assertThat(store.withLogin("ada")).isEmpty();
        assertThat(store.withLogin("Ben")).hasValue(new StoredUser("Ben", "1002"));
    }

    @Test
    void whileTheFileIsMissingTheLastGoodUsersStay() {
        file.delete();
        pass(Duration.ofSeconds(1));

        assertThat(store.withLogin("ada")).hasValue(new StoredUser("ada", "1001"));
    }

    @Test
    void aBrokenLineIsNamedByItsNumberAlone() {
        file.write(PasswdFile.ROOT, "", "eve:$1$hidden:1");

        assertThatThrownBy(() -> PasswdStore.open(file.path(), ANYWHERE, nanos::get))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasMessage("The passwd file %s cannot be read: line 3 has 3 of the 5 fields that are needed"
                        .formatted(file.path()))
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining("line 3"))
                .satisfies(failure -> assertThat(failure.getCause().toString()).doesNotContain("hidden"));
    }

    @Test
    void aMissingFileIsNamed() {
        file.delete();

        assertThatThrownBy(() -> PasswdStore.open(file.path(), ANYWHERE, nanos::get))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasMessageEndingWith("passwd cannot be read: it does not exist");
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(file.path(), new byte[] {'a', ':', (byte) 0xE4, '\n'});

        assertThatThrownBy(() -> PasswdStore.open(file.path(), ANYWHERE, nanos::get))
                .isInstanceOf(UserStoreUnavailableException.class)
                .hasMessageEndingWith("passwd cannot be read: it is not UTF-8");
    }

    @Test
    void printsNoHash() {
        assertThat(PasswdUser.parse(PasswdFile.BEN).toString()).doesNotContain("abpbCocLh43");
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
