package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.support.FakeVault;
import org.symbolon.command.token.port.WaitingTokens;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.SeedParts;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;

class SeedEvidenceTest {

    private static final String CLIENT_PART = "0102030405060708";
    private static final TokenView TOKEN = new TokenView(6, 0, 10, 1000, Map.of("2step_difficulty", "5"));

    private final FakeVault vault = new FakeVault();
    private String type = "hotp";
    private int asked;
    private final WaitingTokens waiting = serial -> {
        asked++;
        return serial.equals(SERIAL)
                ? Optional.of(new WaitingTokens.WaitingToken(type, TOKEN, FakeVault.sealed("key", RFC_SEED)))
                : Optional.empty();
    };
    private final SeedEvidence evidence =
            new SeedEvidence(waiting, TokenTypes.all(), vault, new FakeSettings(), Chance.counting());

    private static EnrollToken command(String... parameters) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return new EnrollToken(named, Map.of(), null, null, Holder.NOBODY, null, false);
    }

    @Test
    void theSeedOfASecondStepIsMadeBeforehand() {
        EnrollToken prepared = evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART));

        SeedParts parts = new SeedParts(Secret.of(RFC_SEED), Secret.of(CLIENT_PART), 5, 20);
        assertThat(prepared.seed()).isEqualTo(parts.together());
        assertThat(prepared.seed().seed().reveal()).hasSize(40).isNotEqualTo(RFC_SEED);
    }

    @Test
    void noTokenIsLookedForWhereNoneCanWait() {
        assertThat(evidence.prepared(command("otpkey", CLIENT_PART)).seed()).isNull();
        assertThat(evidence.prepared(command("serial", "", "otpkey", CLIENT_PART))
                        .seed())
                .isNull();
        assertThat(evidence.prepared(command("serial", SERIAL, "genkey", "1")).seed())
                .isNull();
        for (String first : new String[] {"2stepinit", "rollover"}) {
            assertThat(evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART, first, "1"))
                            .seed())
                    .isNull();
        }
        assertThat(asked).isZero();
    }

    @Test
    void whatCannotBeMadeIsLeftToWhoHandlesTheCommand() {
        assertThat(evidence.prepared(command("serial", SERIAL, "otpkey", "xyz")).seed())
                .isNull();
        assertThat(evidence.prepared(command("serial", "OTHER", "otpkey", CLIENT_PART))
                        .seed())
                .isNull();
        type = "spass";
        assertThat(evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART))
                        .seed())
                .isNull();
        type = "hotp";
        vault.forget("key");
        assertThat(evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART))
                        .seed())
                .isNull();
    }

    @Test
    void noPartOfASeedIsPrinted() {
        EnrollToken prepared = evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART));

        String seed = prepared.seed().seed().reveal();
        assertThat(prepared.toString() + prepared.seed()).doesNotContain(seed, RFC_SEED, CLIENT_PART);
    }
}
