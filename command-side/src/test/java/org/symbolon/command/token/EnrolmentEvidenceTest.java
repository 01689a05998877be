package org.symbolon.command.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.support.EnrolledToken.SERIAL;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.port.SecretErasedException;
import org.symbolon.command.support.Chance;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Inquiry;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.Views;
import org.symbolon.command.tokentype.hotp.HotpType;
import org.symbolon.command.tokentype.oath.SeedParts;
import org.symbolon.command.tokentype.port.Inquiries;
import org.symbolon.events.shared.Secret;

class EnrolmentEvidenceTest {

    private static final String CLIENT_PART = "0102030405060708";

    private TokenView token =
            Views.waiting(new HotpType(), Secret.of(RFC_SEED), 6, Map.of("hashlib", "sha1", "2step_difficulty", "5"));
    private String type = "hotp";
    private int looked;
    private int asked;
    private final EnrolmentEvidence evidence = new EnrolmentEvidence(
            this::find, TokenTypes.all(), new Computing(), new FakeSettings(), Chance.counting(), Clock.systemUTC());

    private Optional<KnownToken> find(String serial, String transactionId) {
        looked++;
        return serial.equals(SERIAL)
                ? Optional.of(new KnownToken(type, token, Optional.empty(), true))
                : Optional.empty();
    }

    private final class Computing implements Inquiries {

        @Override
        public <A> A answer(Inquiry<A> inquiry) {
            asked++;
            return ((Inquiry.Computed<A>) inquiry).compute();
        }
    }

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
        assertThat(prepared.gathered().to(parts)).contains(parts.compute());
        assertThat(parts.compute().reveal()).hasSize(40).isNotEqualTo(RFC_SEED);
    }

    @Test
    void whatWasAskedOnceIsNotAskedAgainUnlessItIsAnotherQuestion() {
        EnrollToken prepared = evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART));

        assertThat(evidence.prepared(prepared)).isSameAs(prepared);
        assertThat(asked).isEqualTo(1);
        token = token.with(TokenSecrets.open(Secret.of("00ff")));
        assertThat(evidence.prepared(prepared).gathered()).isNotEqualTo(prepared.gathered());
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void noTokenIsLookedForThatIsNotNamed() {
        assertNothingIsGathered(command("otpkey", CLIENT_PART));
        assertNothingIsGathered(command("serial", "", "otpkey", CLIENT_PART));
        assertThat(looked).isZero();
    }

    @Test
    void whatCannotBeMadeIsLeftToWhoHandlesTheCommand() {
        assertNothingIsGathered(command("serial", SERIAL, "genkey", "1"));
        assertNothingIsGathered(command("serial", SERIAL, "otpkey", CLIENT_PART, "2stepinit", "1"));
        assertNothingIsGathered(command("serial", SERIAL, "otpkey", CLIENT_PART, "rollover", "1"));
        assertNothingIsGathered(command("serial", SERIAL, "otpkey", "xyz"));
        assertNothingIsGathered(command("serial", "OTHER", "otpkey", CLIENT_PART));
        type = "spass";
        assertNothingIsGathered(command("serial", SERIAL, "otpkey", CLIENT_PART));
        type = "hotp";
        token = token.with(new TokenSecrets(
                () -> {
                    throw new SecretErasedException("key");
                },
                Optional::empty,
                (name, entry) -> Secret.EMPTY));
        assertNothingIsGathered(command("serial", SERIAL, "otpkey", CLIENT_PART));
        assertThat(asked).isZero();
    }

    private void assertNothingIsGathered(EnrollToken command) {
        assertThat(evidence.prepared(command).gathered()).isEqualTo(Gathered.NOTHING);
    }

    @Test
    void noPartOfASeedIsPrinted() {
        EnrollToken prepared = evidence.prepared(command("serial", SERIAL, "otpkey", CLIENT_PART));

        SeedParts parts = new SeedParts(Secret.of(RFC_SEED), Secret.of(CLIENT_PART), 5, 20);
        assertThat(prepared.toString() + prepared.gathered() + parts)
                .doesNotContain(parts.compute().reveal(), RFC_SEED, CLIENT_PART);
    }
}
