package org.symbolon.api.kernel.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Bytes that are kept in a file: they are there as they came, from any place, and nowhere to be found otherwise. */
class SpoolTest {

    private static final byte[] BYTES = bytes(100_003);

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    private static Spool filled() throws IOException {
        Spool spool = Spool.open();
        for (int start = 0; start < BYTES.length; start += 7_001) {
            byte[] piece = Arrays.copyOfRange(BYTES, start, Math.min(BYTES.length, start + 7_001));
            spool.write(piece, piece.length);
        }
        return spool;
    }

    @Test
    void theyAreReadFromAnyPlaceAsOftenAsOneLikes() throws IOException {
        try (Spool spool = filled()) {
            spool.write(new byte[0], 0);
            assertThat(spool.length()).isEqualTo(BYTES.length);
            for (int start : new int[] {0, 1, 15, 16, 17, 8_191, 99_999, 100_003}) {
                try (InputStream input = spool.from(start)) {
                    assertThat(input.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, start, BYTES.length));
                }
            }
        }
    }

    @Test
    void aPartOfThemEndsWhereItEnds() throws IOException {
        try (Spool spool = filled()) {
            StoredBytes part = spool.part(33, 1_000);

            assertThat(part.length()).isEqualTo(1_000);
            assertThat(part.all()).isEqualTo(Arrays.copyOfRange(BYTES, 33, 1_033));
            assertThat(part.part(10, 20).all()).isEqualTo(Arrays.copyOfRange(BYTES, 43, 63));
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            try (InputStream input = part.from(998)) {
                for (int octet = input.read(); octet >= 0; octet = input.read()) {
                    one.write(octet);
                }
            }
            assertThat(one.toByteArray()).isEqualTo(Arrays.copyOfRange(BYTES, 1_031, 1_033));
        }
    }

    @Test
    void theFileHasNoNameAndNoClearText() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        byte[] clear = "3132333435363738393031323334353637383930".repeat(100).getBytes(StandardCharsets.US_ASCII);
        try (Spool spool = Spool.open()) {
            spool.write(clear, clear.length);

            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".spool")))
                        .isEmpty();
            }
            assertThat(new String(rawOf(spool), StandardCharsets.ISO_8859_1))
                    .hasSize(clear.length)
                    .doesNotContain("3132", "3334");
        }
    }

    /** What lies on the disk, by the handle that Linux shows of an open file. */
    private static byte[] rawOf(Spool spool) throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : handles.toList()) {
                if (Files.exists(handle, LinkOption.NOFOLLOW_LINKS)
                        && Files.readSymbolicLink(handle).toString().contains(".spool")
                        && Files.size(handle) == spool.length()) {
                    return Files.readAllBytes(handle);
                }
            }
        }
        throw new AssertionError("No open file is a spool");
    }
}
