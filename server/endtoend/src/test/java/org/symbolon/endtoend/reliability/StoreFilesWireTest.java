package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** What an attacker did who might write resolvers and list users, and read the signing key in the environment. */
class StoreFilesWireTest {

    private static final String OUTSIDE = "symbolon.store-files";

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder.resolve("data"), "--symbolon.store-files=");
        admin = server.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/environ", "/etc/passwd", "../master.key", ""})
    void noOtherFileOfTheMachineBecomesAResolver(String name) {
        Answer saved = admin.post("/resolver/evil", "type", "passwdresolver", "fileName", name);

        assertThat(saved.status()).as(name).isEqualTo(name.isEmpty() ? 200 : 400);
        assertThat(name.isEmpty() || saved.errorMessage().contains(OUTSIDE)).isTrue();
        assertThat(admin.get("/user/", "resolver", "evil").body()).doesNotContain("root", "SYMBOLON", "userid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/environ", "/etc/hosts", "../master.key"})
    void noOtherFileOfTheMachineBecomesAStoreOfMachines(String name) {
        Answer saved = admin.post("/machineresolver/evil", "type", "hosts", "filename", name);

        assertThat(saved.status()).isEqualTo(400);
        assertThat(saved.errorCode()).isEqualTo(905);
        assertThat(saved.errorMessage()).contains(OUTSIDE);
    }

    @Test
    void aLinkThatLeadsOutIsNotFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("data/files/link"), Path.of("/etc/passwd"));

        assertThat(admin.post("/resolver/link", "type", "passwdresolver", "fileName", "link")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/user/", "resolver", "link").body()).doesNotContain("root");
    }

    @Test
    void aFileInTheDirectoryOfTheServerIsRead() {
        PasswdFile.write(folder.resolve("data/files"), 2);

        assertThat(admin.post("/resolver/good", "type", "passwdresolver", "fileName", "passwd")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/user/", "resolver", "good").body()).contains("user0", "user1");
    }
}
