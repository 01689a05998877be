package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.support.DeviceValue;
import org.symbolon.command.support.EnrolledToken;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.port.SearchedTokens;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.events.shared.Secret;

class ValueSearchTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final String OTHER_SEED = "00".repeat(20);

    private final FakeVault vault = new FakeVault();
    private final ValueSearch search =
            new ValueSearch(TokenTypes.all(), vault, new FakeSettings(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final List<SearchedToken> tokens = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();

    private void token(int number, String type, String seed) {
        tokens.add(new SearchedToken(
                number,
                "S" + number,
                type,
                FakeVault.sealed("key" + number, seed),
                Views.of(new HotpType(), Secret.EMPTY, 6, 0, 10, 1000, Map.of("hashlib", "sha1"))));
    }

    private SearchedTokens inPages() {
        return (number, most) -> {
            pages.add(most);
            return tokens.stream()
                    .filter(token -> token.number() > number)
                    .limit(most)
                    .toList();
        };
    }

    private List<String> found(String value, int most) {
        return search.find(inPages(), token -> Optional.of(Secret.of(value)), 10, most).stream()
                .map(SearchedToken::serial)
                .toList();
    }

    @Test
    void theTypesOfWhichTokensCanBeFoundAreThoseThatSaySo() {
        assertThat(search.types()).containsExactly("daplug", "hotp", "paper", "totp", "yubikey");
    }

    @Test
    void theTokenThatGivesTheValueIsFoundAmongOthers() {
        token(1, "hotp", OTHER_SEED);
        token(2, "hotp", EnrolledToken.RFC_SEED);
        token(3, "spass", EnrolledToken.RFC_SEED);
        token(4, "nosuchtype", EnrolledToken.RFC_SEED);

        assertThat(found(DeviceValue.at(2), ALL)).containsExactly("S2");
        assertThat(found("x", ALL)).isEmpty();
        assertThat(pages).containsExactly(500, 500);
    }

    @Test
    void aTokenWhoseSeedWasErasedIsNotFound() {
        token(1, "hotp", EnrolledToken.RFC_SEED);
        vault.forget("key1");

        assertThat(found(DeviceValue.at(2), ALL)).isEmpty();
    }

    @Test
    void itGoesOnToTheLastOfAnyNumberOfPages() {
        for (int number = 1; number <= 1000; number++) {
            token(number, "hotp", number == 1000 ? EnrolledToken.RFC_SEED : OTHER_SEED);
        }

        assertThat(found(DeviceValue.at(0), ALL)).containsExactly("S1000");
        assertThat(pages).containsExactly(500, 500, 500);
    }

    @Test
    void itLooksAtNoMoreTokensThanItMay() {
        for (int number = 1; number <= 602; number++) {
            token(number, "hotp", number == 602 ? EnrolledToken.RFC_SEED : OTHER_SEED);
        }

        assertThat(found(DeviceValue.at(0), 601)).isEmpty();
        assertThat(pages).containsExactly(500, 101);
        assertThat(found(DeviceValue.at(0), 602)).containsExactly("S602");
    }

    @Test
    void theSecondTokenThatGivesTheValueEndsTheSearch() {
        for (int number = 1; number <= 501; number++) {
            token(number, "hotp", EnrolledToken.RFC_SEED);
        }

        assertThat(found(DeviceValue.at(0), ALL)).containsExactly("S1", "S2");
        assertThat(pages).containsExactly(500);
    }

    @Test
    void aTokenThatCannotGiveTheValueIsPassedOver() {
        token(1, "hotp", EnrolledToken.RFC_SEED);
        token(2, "hotp", EnrolledToken.RFC_SEED);
        Secret value = Secret.of(DeviceValue.at(0));

        assertThat(search.find(
                        inPages(), token -> token.number() == 1 ? Optional.empty() : Optional.of(value), null, ALL))
                .extracting(SearchedToken::serial)
                .containsExactly("S2");
    }
}
