package org.symbolon.cli.janitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.shared.TokenOwner;

/** What is done to tokens that were found. */
class ChangeRunTest {

    private final FakeStock stock = new FakeStock();

    @BeforeEach
    void fill() {
        stock.add(
                "A", Map.of("failcount", 2, "description", "old"), Map.of("k", "v"), new TokenOwner("store", "1", ""));
        stock.add("B", Map.of("active", false), Map.of(), null);
        stock.add("REVOKED", Map.of(), Map.of("k", "w"), null);
    }

    private JanitorRun run(String arguments) {
        return JanitorRun.of(stock, ("find --rate 0 " + arguments).split(" +"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disable                                                  | somebody: disable A",
                "enable                                                   | somebody: enable B",
                "delete                                                   | somebody: delete A, somebody: delete B",
                "unassign                                                 | somebody: unassign A",
                "reset                                                    | somebody: reset A",
                "mark --set-description old                               | somebody: mark B description=old",
                "mark --set-tokeninfo-key k --set-tokeninfo-value v       | somebody: mark B k=v",
                "unmark --remove-tokeninfo-key k                          | somebody: unmark A k",
                "tokenrealms --tokenrealms here                           | ''",
                "tokenrealms --tokenrealms Here,there                     | somebody: tokenrealms A here, there, somebody:"
                        + " tokenrealms B here, there",
            })
    void onlyWhatIsNotYetSoIsDone(String action, String changes) {
        run("--action " + action);

        assertThat(String.join(", ", stock.changes)).isEqualTo(changes);
    }

    @Test
    void whatIsRefusedIsToldAndAllElseIsDone() {
        JanitorRun run = run("--action delete");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("delete: 3 found, 2 changed, 0 so already, 1 refused.\n");
        assertThat(run.err()).contains("REVOKED: " + FakeStock.REFUSED + "\n");
    }

    @Test
    void scriptsGetASummary() {
        assertThat(run("--action disable --json").out())
                .isEqualTo("{\"action\":\"disable\",\"dry_run\":false,\"found\":3,\"changed\":1,\"unchanged\":1,"
                        + "\"escaped\":0,\"refused\":1,\"refusals\":{\"REVOKED\":\"the token is revoked\"}}\n");
    }

    @Test
    void aDryRunOnlyReads() {
        JanitorRun run = run("--action disable --dry-run");

        assertThat(run.out()).isEqualTo("disable: 3 found, 2 would be changed, 1 so already.\n");
        assertThat(stock.changes).isEmpty();
        assertThat(stock.onlyRead).isTrue();
    }

    @Test
    void aTokenThatDoesNotFitAnyMoreIsLeftAlone() {
        stock.beforeEachLook = () -> {
            StockedToken first = stock.tokens.get(1);
            Map<String, String> info = new HashMap<>(first.info());
            info.put("k", "used");
            stock.replace(new StockedToken(
                    1,
                    first.serial(),
                    first.type(),
                    first.columns(),
                    info,
                    first.realms(),
                    first.groups(),
                    first.owner()));
        };

        JanitorRun run = run("--tokeninfo-key k --tokeninfo-value v --action delete");

        assertThat(run.out()).isEqualTo("delete: 1 found, 0 changed, 0 so already, 1 changed otherwise meanwhile.\n");
        assertThat(stock.changes).isEmpty();
    }

    @Test
    void moreThanTheLimitAreNotTouched() {
        JanitorRun run = run("--limit 2 --action delete");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("symbolon: 3 tokens are more than the limit of 2; nothing is done to them\n");
        assertThat(stock.changes).isEmpty();
        assertThat(run("--limit 3 --action disable").out()).startsWith("disable: 3 found, 1 changed");
    }

    @Test
    void withChunksTheLimitIsThatOfEach() {
        assertThat(run("--chunksize 1 --limit 1 --action disable").out()).startsWith("disable: 3 found, 1 changed");
        assertThat(run("--chunksize 2 --limit 1 --action disable").err())
                .contains("2 tokens are more than the limit of 1");
    }

    @Test
    void aRealmThatIsNotThereChangesNothing() {
        JanitorRun run = run("--action tokenrealms --tokenrealms nowhere");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("symbolon: there is no realm nowhere\n");
        assertThat(stock.pages).isEmpty();
    }

    @Test
    void ownersAreListedAndSummedUp() {
        stock.users.put("store", Map.of("1", Map.of("username", "o'brien", "surname", "B", "phone", "12")));

        assertThat(run("--action listuser --attributes phone --assigned True").out())
                .startsWith("'A','one','o''brien','','B','1','store','','12'\n");
        assertThat(run("--action listuser --sum").out()).isEqualTo("'o''brien','','B','1','store','','1'\n");
        assertThat(run("--action listuser --sum --json").out())
                .contains("\"username\":\"o'brien\"")
                .contains("\"tokens\":\"1\"");
    }

    @Test
    void whatHasExpiredIsClearedAway() {
        assertThat(JanitorRun.of(stock, "cleanupchallenges").out()).isEqualTo("Removed expired challenges.\n");
        assertThat(JanitorRun.of(stock, "cleanupjwtblacklist").out())
                .isEqualTo("There were no expired revocations of log-ins.\n");
        assertThat(stock.changes).containsExactly("somebody: CHALLENGES", "somebody: REVOKED_LOGINS");
    }

    @Test
    void tokensAreLoadedWithAKeyOrAPasswordFromAFile(@TempDir Path folder) throws IOException {
        Path word = Files.writeString(folder.resolve("word"), "a word\nand more\n");
        String keys = Files.createFile(folder.resolve("f.xml")).toString();

        assertThat(JanitorRun.of(stock, "loadtokens", "--pskc", keys, "--preshared_key_hex", "00ff")
                        .out())
                .isEqualTo("Loaded 6 tokens: 3 new, 2 changed, 1 unchanged; left out 4.\n");
        JanitorRun.of(stock, "loadtokens", "--pskc", keys, "--password-file", word + "", "--validate_mac", "no_check");

        assertThat(stock.changes)
                .containsExactly(
                        "somebody: f.xml with 00ff, , check_fail_hard", "somebody: f.xml with , a word, no_check");
        assertThat(JanitorRun.of(stock, "loadtokens").err()).contains("--pskc");
    }
}
