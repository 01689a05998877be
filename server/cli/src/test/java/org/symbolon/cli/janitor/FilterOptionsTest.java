package org.symbolon.cli.janitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.cli.janitor.JanitorRun.found;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.events.shared.TokenDates;
import org.symbolon.events.shared.TokenOwner;

/** Which tokens the filters let pass. */
class FilterOptionsTest {

    private final FakeStock stock = new FakeStock();

    @BeforeEach
    void fill() {
        stock.add(
                "AB1",
                Map.of("description", "blue key", "count", 7L, "failcount", 3),
                Map.of("count_auth", "5", "kind", "soft", "until", "2026-11-24T12:34+0000", "last_auth", ago(2)),
                new TokenOwner("store", "1", "here"));
        stock.add(
                "AB2",
                Map.of("active", false, "rollout_state", "clientwait"),
                Map.of("count_auth", "50", "kind", "hardware", "last_auth", ago(400)),
                new TokenOwner("store", "2", "here"));
        stock.add("CD3", Map.of(), Map.of("until", "never"), null);
        stock.add("CD4", Map.of(), Map.of(), new TokenOwner("away", "1", "here"));
        stock.users.put("store", Map.of("1", Map.of("username", "known")));
    }

    private static String ago(int days) {
        return TokenDates.toMicroseconds(Instant.now().minus(days, ChronoUnit.DAYS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "                                                                          ; AB1 AB2 CD3 CD4",
                "--serial ^AB                                                              ; AB1 AB2",
                "--serial [13]$                                                            ; AB1 CD3",
                "--description key                                                         ; AB1",
                "--description ^key                                                        ; ''",
                "--last_auth 1y                                                            ; AB2",
                "--last_auth 24h                                                           ; AB1 AB2",
                "--last_auth 10d                                                           ; AB2",
                "--has-tokeninfo-key kind                                                  ; AB1 AB2",
                "--has-not-tokeninfo-key kind                                              ; CD3 CD4",
                "--tokeninfo-key until                                                     ; AB1 CD3",
                "--tokeninfo-key kind --tokeninfo-value ^(soft|hard)ware$                  ; AB2",
                "--tokeninfo-key kind --tokeninfo-value so                                 ; AB1",
                "--tokeninfo-key count_auth --tokeninfo-value 5                            ; AB1",
                "--tokeninfo-key count_auth --tokeninfo-value 5.*                          ; AB1 AB2",
                "--tokeninfo-key count_auth --tokeninfo-value-greater-than 5               ; AB2",
                "--tokeninfo-key count_auth --tokeninfo-value-less-than 50                 ; AB1",
                "--tokeninfo-key kind --tokeninfo-value-less-than 50                       ; ''",
                "--tokeninfo-key until --tokeninfo-value-after 2026-11-24T12:33+0000       ; AB1",
                "--tokeninfo-key until --tokeninfo-value-before 2026-11-24T12:34+0000      ; ''",
                "--tokeninfo-key until --tokeninfo-value-before 2027-01-01                 ; AB1",
                "--tokenattribute count --tokenattribute-value 7                           ; AB1",
                "--tokenattribute count --tokenattribute-value-greater-than 0              ; AB1",
                "--tokenattribute failcount --tokenattribute-less-than 3                   ; AB2 CD3 CD4",
                "--tokenattribute active --tokenattribute-value False                      ; AB2",
                "--tokenattribute rollout_state --tokenattribute-value wait                ; AB2",
                "--tokenattribute tokentype --tokenattribute-value one                     ; AB1 AB2 CD3 CD4",
                "--orphaned True                                                           ; AB2",
                "--orphaned true --orphan_exception_value True                             ; AB2 CD4",
                "--orphaned False                                                          ; AB1 CD3 CD4",
                "--serial AB --has-tokeninfo-key until                                     ; AB1",
            })
    void allFiltersMustHold(String filter, String serials) {
        assertThat(String.join(" ", found(stock, filter == null ? "" : filter.replaceAll(" +", " "))))
                .isEqualTo(serials);
    }

    @Test
    void aStoreThatIsAwayIsNamedAndItsUsersAreNotGone() {
        JanitorRun run = JanitorRun.of(stock, "find", "--orphaned", "True", "--json");

        assertThat(run.out()).contains("\"serial\":\"AB2\"").doesNotContain("CD4");
        assertThat(run.err())
                .isEqualTo(
                        "Of the owners in resolver away nothing is known, and nobody was taken for gone: it is away\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--last_auth 1y                            ; [last_auth] Optional.empty Optional.empty",
                "--tokeninfo-key kind --tokeninfo-value so ; [kind] Optional.empty Optional.empty",
                "--has-tokeninfo-key kind --last_auth 1d   ; [last_auth, kind] Optional.empty Optional.empty",
                "--has-tokeninfo-key kind.type             ; [] Optional.empty Optional.empty",
                "--has-not-tokeninfo-key kind              ; [] Optional[kind] Optional.empty",
                "--has-not-tokeninfo-key kind.type         ; [] Optional.empty Optional.empty",
                "--orphaned True                           ; [] Optional.empty Optional[true]",
                "--orphaned False                          ; [] Optional.empty Optional.empty",
                "--orphaned True --assigned False          ; [] Optional.empty Optional[false]",
            })
    void theServerLooksForEntriesAndOwnersItself(String filter, String expected) {
        found(stock, filter.replaceAll(" +", " "));

        TokenShelf asked = stock.asked;
        assertThat(asked.infoKeys() + " " + asked.missingInfoKey() + " " + asked.assigned())
                .isEqualTo(expected);
    }

    @Test
    void tokensAreReadAPageAtATime() {
        assertThat(found(stock, "--chunksize 3")).containsExactly("AB1", "AB2", "CD3", "CD4");

        assertThat(stock.pages).containsExactly(3, 1, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--last_auth soon                                    | 'soon' is no age as in 10h, 7d or 2y",
                "--active perhaps                                    | Invalid value for option '--active'",
                "--serial (                                          | Invalid value for option '--serial'",
                "--tokentype h*                                      | --tokentype must be a name",
                "--tokeninfo-value x                                 | the value of what? --tokeninfo-key is missing",
                "--tokeninfo-key k --tokeninfo-value-greater-than x  | Invalid value",
                "--tokeninfo-key k --tokeninfo-value-after x         | 'x' is no time",
                "--tokenattribute-value x                            | the value of what? --tokenattribute is missing",
                "--tokenattribute key_enc                            | there is no column 'key_enc'; there are: id, serial",
                "--chunksize 0                                       | a chunk has 1 to 10000 tokens",
                "--limit -1 --action delete                          | no number is negative",
                "--rate -1                                           | no number is negative",
                "--action explode                                    | there is no action 'explode'",
                "--action mark                                       | --action mark and --set-description",
                "--action mark --set-tokeninfo-key k                 | belong together",
                "--action delete --set-description d                 | belong together",
                "--action unmark                                     | --action unmark and --remove-tokeninfo-key",
                "--action tokenrealms                                | --action tokenrealms and --tokenrealms",
                "--action export                                     | secrets are not exported in the clear",
                "--yaml                                              | belong to --action export",
                "--csv --json                                        | exclude each other",
                "--nosuch                                            | Unknown option: '--nosuch'",
            })
    void whatCannotBeMeantIsExplainedAndNothingIsDone(String arguments, String explanation) {
        JanitorRun run = JanitorRun.of(stock, ("find " + arguments.strip()).split(" +"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(explanation).contains("--help").hasLineCount(1);
        assertThat(stock.pages).isEmpty();
    }

    @Test
    void aUserWhomNobodyKnowsIsAnError() {
        JanitorRun run = JanitorRun.of(stock, "find", "--username", "nobody@here");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("symbolon: there is no user nobody@here\n");
    }
}
