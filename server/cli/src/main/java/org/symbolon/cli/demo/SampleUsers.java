package org.symbolon.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Users in a file of the form of /etc/passwd, as an organisation may have them in its directory. */
final class SampleUsers {
    static final String ALICE = "alice";
    static final String ALICES_PASSWORD = "wonderland";
    static final String BOB = "bob";
    static final List<String> LOGINS = List.of(ALICE, BOB, "carol");

    /** The passwords are wonderland, builder and christmas. */
    private static final String FILE =
            """
            alice:$6$demoalice$a4c31qjmTfnUBG74ZC4wnnekSGSj3PZINHbGFEOC.WShVQO0bnWn2eCXLkrLG/IFgEjwCqjjr5dbF2y.F5.9E.:1001:100:Alice Liddell,Room 1,+1 555 1,+1 555 2,alice@example.org:/home/alice:/bin/sh
            bob:$6$demobob$liTW9bKCWsBy0pVeYIcGTilrGKMUuWCR2GMqyZ535dwZAKTwNA/KG9ItRAgkhpGgCLii6uB97bHthDXk.2rFV1:1002:100:Bob Builder,Room 2,+1 555 3,+1 555 4,bob@example.org:/home/bob:/bin/sh
            carol:$6$democarol$g51bPr9E8pP3H4Y8jXXS9co9xuprWtFqFqHGHEUP1nijo9QktnM00YzBs0Ys6R70gsnDjXASD5drKWmHkiSnv0:1003:100:Carol Singer,Room 3,+1 555 5,+1 555 6,carol@example.org:/home/carol:/bin/sh
            """;

    private SampleUsers() {}

    static Path fileIn(Path data) {
        return data.resolve("files").resolve("demo.passwd");
    }

    static Path write(Path data) {
        Path file = fileIn(data);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
