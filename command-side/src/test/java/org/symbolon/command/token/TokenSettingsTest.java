package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.ALICE;
import static org.symbolon.command.support.EnrolledToken.SERIAL;
import static org.symbolon.command.support.EnrolledToken.hotp;
import static org.symbolon.command.support.RefusalMatcher.tooLong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.events.token.CountWindowChanged;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.SyncWindowChanged;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenInfoRemoved;
import org.symbolon.events.token.TokenInfoSet;
import org.symbolon.events.token.TokenRealmsChanged;

/** What can be set of a token: description, limits, info, realms. */
class TokenSettingsTest extends CommandedToken {

    @Test
    void aTokenIsDescribed() {
        token.given(hotp().fact())
                .when(new DescribeToken(SERIAL, "é".repeat(80)))
                .expectEvents(new TokenDescribed(SERIAL, 1, "é".repeat(80)))
                .expectResultMessagePayload(1);
    }

    @Test
    void aDescriptionLongerThanItsColumnIsRefused() {
        token.given(hotp().fact())
                .when(new DescribeToken(SERIAL, "x".repeat(81)))
                .expectNoEvents()
                .expectException(tooLong("description", 80));
    }

    @Test
    void allSettingsAreConfiguredAtOnce() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, "mine", 20, 2000, 5, Map.of("colour", "red"), null))
                .expectEvents(
                        new TokenDescribed(SERIAL, 1, "mine"),
                        new CountWindowChanged(SERIAL, 1, 20),
                        new SyncWindowChanged(SERIAL, 1, 2000),
                        new FailLimitChanged(SERIAL, 1, 5),
                        new TokenInfoSet(SERIAL, 1, Map.of("colour", "red")))
                .expectResultMessagePayload(5)
                .expectState(found -> {
                    assertThat(found.view().countWindow()).isEqualTo(20);
                    assertThat(found.view().syncWindow()).isEqualTo(2000);
                    assertThat(found.failLimit()).isEqualTo(5);
                });
    }

    @Test
    void whatIsNotGivenIsNotConfigured() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of(), null))
                .expectNoEvents()
                .expectResultMessagePayload(0);
    }

    @Test
    void whetherATokenLearnsItsTimeShiftIsNoCountedChange() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of("colour", "red"), "False"))
                .expectEvents(new TokenInfoSet(SERIAL, 1, Map.of("colour", "red", "useTimeShift", "False")))
                .expectResultMessagePayload(1);
    }

    @Test
    void theSystemDecidesAboutTheTimeShiftWhereTheTokenSaysNothing() {
        token.given(hotp().fact(), new TokenInfoSet(SERIAL, 1, Map.of("useTimeShift", "False")))
                .when(new ConfigureToken(SERIAL, null, null, null, null, Map.of(), "default"))
                .expectEvents(new TokenInfoRemoved(SERIAL, 1, List.of("useTimeShift")))
                .expectResultMessagePayload(0);
    }

    @Test
    void aLongDescriptionKeepsEverythingElseFromBeingConfigured() {
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, "x".repeat(81), 20, null, null, Map.of(), null))
                .expectNoEvents()
                .expectException(tooLong("description", 80));
    }

    @Test
    void anEntryWithoutValueIsRemovedAndCountsAsAChange() {
        Map<String, String> entries = new HashMap<>();
        entries.put("hashlib", null);
        token.given(hotp().fact())
                .when(new ConfigureToken(SERIAL, null, null, null, null, entries, null))
                .expectEvents(new TokenInfoRemoved(SERIAL, 1, List.of("hashlib")))
                .expectResultMessagePayload(1)
                .expectState(found -> assertThat(found.info()).isEmpty());
    }

    @Test
    void removingAnEntryThatIsNotThereIsNoFact() {
        Map<String, String> entries = new HashMap<>();
        entries.put("colour", null);
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, entries))
                .expectNoEvents()
                .expectResultMessagePayload(true);
    }

    @Test
    void entriesAreWrittenAndRemovedTogether() {
        Map<String, String> entries = new HashMap<>();
        entries.put("hashlib", null);
        entries.put("colour", "red");
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, entries))
                .expectEvents(
                        new TokenInfoSet(SERIAL, 1, Map.of("colour", "red")),
                        new TokenInfoRemoved(SERIAL, 1, List.of("hashlib")))
                .expectState(found -> assertThat(found.info()).containsExactly(Map.entry("colour", "red")));
    }

    @Test
    void anInfoKeyLongerThanItsColumnIsRefused() {
        token.given(hotp().fact())
                .when(new SetTokenInfo(SERIAL, Map.of("k".repeat(256), "v")))
                .expectNoEvents()
                .expectException(tooLong("key", 255));
    }

    @Test
    void realmsAreReplaced() {
        token.given(hotp().owner(ALICE).fact())
                .when(new ChangeTokenRealms(SERIAL, List.of("a", "b")))
                .expectEvents(new TokenRealmsChanged(SERIAL, 1, List.of("a", "b")))
                .expectResultMessagePayload(true)
                .expectState(found -> assertThat(found.realms()).containsExactly("a", "b"));
    }
}
