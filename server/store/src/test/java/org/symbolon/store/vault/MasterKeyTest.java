package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    @TempDir
    private Path directory;

    private final SecureRandom random = new SecureRandom();

    @Test
    void theFirstStartMakesTheKeyForItsOwnerAlone() throws IOException {
        Path data = directory.resolve("new/data");

        MasterKey.inFile(data.resolve("master.key"), random);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(filesIn(data)).containsExactly("master.key");
        assertThat(Files.readString(data.resolve("master.key"))).matches("[A-Za-z0-9+/]{43}=\n");
    }

    @Test
    void laterStartsFindTheSameKey() {
        byte[] first = MasterKey.inFile(directory.resolve("master.key"), random).derive("test");

        assertThat(MasterKey.inFile(directory.resolve("master.key"), random).derive("test"))
                .isEqualTo(first);
    }

    @Test
    void anotherFileHoldsAnotherKey() {
        byte[] first = MasterKey.inFile(directory.resolve("master.key"), random).derive("test");

        assertThat(MasterKey.inFile(directory.resolve("master.key.new"), random).derive("test"))
                .isNotEqualTo(first);
    }

    @Test
    void startsAtTheSameTimeEndWithTheSameKey() throws Exception {
        Callable<String> start = () -> HexFormat.of()
                .formatHex(MasterKey.inFile(directory.resolve("master.key"), random)
                        .derive("test"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<String> keys = new ArrayList<>();
        for (Future<String> key : threads.invokeAll(List.of(start, start, start, start, start, start, start, start))) {
            keys.add(key.get());
        }
        threads.shutdown();

        assertThat(keys).hasSize(8).containsOnly(keys.get(0));
        assertThat(filesIn(directory)).containsExactly("master.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void aKeyThatOthersMayReadOrWriteIsRefused(String permissions) throws IOException {
        MasterKey.inFile(directory.resolve("master.key"), random);
        Files.setPosixFilePermissions(directory.resolve("master.key"), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> MasterKey.inFile(directory.resolve("master.key"), random))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("is open to group or others (" + permissions + "): run chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "?!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aKeyThatIsNot32BytesIsRefusedAndLeftAsItIs(String content) throws IOException {
        Path file = directory.resolve("master.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);

        assertThatThrownBy(() -> MasterKey.inFile(directory.resolve("master.key"), random))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("must hold 32 bytes as base64");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aPlaceThatCannotHoldAKeyIsNamed() throws IOException {
        Path notADirectory = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> MasterKey.inFile(notADirectory.resolve("master.key"), random))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("cannot be read: Not a directory");
    }

    @Test
    void derivesByHkdf() {
        MasterKey key = new MasterKey(new byte[32]);

        assertThat(key.derive("test"))
                .isEqualTo(HexFormat.of().parseHex("dd3d043ed5985a81d6e6e273d55d91bf0345db7845377d23aed7e33d0d243b55"));
        assertThat(key.derive("other")).isNotEqualTo(key.derive("test"));
    }

    @Test
    void isToldFromOthersByWhatToolsOfTheSystemCanCompute() {
        assertThat(new MasterKey(new byte[32]).fingerprint())
                .as("head -c 32 /dev/zero | sha256sum")
                .isEqualTo("66687aadf862bd77");
    }

    @Test
    void printsNothingOfItself() {
        assertThat(new MasterKey(new byte[32])).hasToString("MasterKey[***]");
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
