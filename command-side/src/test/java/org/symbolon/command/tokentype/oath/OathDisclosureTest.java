package org.symbolon.command.tokentype.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.command.support.EnrolledToken.RFC_SEED;
import static org.symbolon.command.tokentype.Requests.shown;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.Requests;
import org.symbolon.events.shared.Secret;

class OathDisclosureTest {

    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final Holder ALICE = new Holder("alice", "realm1");
    private static final OathDisclosure HOTP = OathDisclosure.eventBased("hotp", HashAlgorithm.SHA1, 6);
    private static final OathDisclosure TOTP = OathDisclosure.timeBased("totp", HashAlgorithm.SHA256, 8, "60");

    @Test
    void anEventBasedTokenIsShownWithItsFirstCounter() {
        List<Disclosure> disclosures = HOTP.of(Secret.of(RFC_SEED), Requests.with());

        assertThat(disclosures)
                .containsExactly(
                        new Disclosure.Seed(Secret.of(RFC_SEED)),
                        new Disclosure.RolloutState(""),
                        new Disclosure.SeedBase32(Secret.of(BASE32)),
                        new Disclosure.AuthenticatorUrl(Secret.of(
                                "otpauth://hotp/OATH0001?secret=" + BASE32 + "&counter=1&digits=6&issuer=eduMFA")),
                        new Disclosure.OathUrl(
                                Secret.of("oathtoken:///addToken?name=OATH0001&lockdown=true&key=" + RFC_SEED)));
    }

    @Test
    void aTimeBasedTokenIsShownWithItsHashAndItsPeriod() {
        List<Disclosure> disclosures = TOTP.of(Secret.of(RFC_SEED), Requests.with());

        assertThat(authenticator(disclosures))
                .isEqualTo("otpauth://totp/OATH0001?secret=" + BASE32
                        + "&algorithm=SHA256&period=60&digits=8&issuer=eduMFA");
        assertThat(oath(disclosures))
                .isEqualTo("oathtoken:///addToken?name=OATH0001&lockdown=true&key=" + RFC_SEED + "&timeBased=true");
    }

    @Test
    void labelAndIssuerAreFilledInWithWhatIsKnown() {
        EnrolmentRequest angled = Requests.of(ALICE, "tokenlabel", "<u>@<r> <s>", "tokenissuer", "<r>");
        EnrolmentRequest braced = Requests.of(ALICE, "tokenlabel", "{user}@{realm} {serial}", "tokenissuer", "{realm}");

        for (EnrolmentRequest request : List.of(angled, braced)) {
            assertThat(authenticator(HOTP.of(Secret.of(RFC_SEED), request)))
                    .startsWith("otpauth://hotp/alice%40realm1%20OATH0001?")
                    .endsWith("&issuer=realm1");
        }
    }

    @Test
    void textsAreEncodedAsInAPath() {
        EnrolmentRequest request = Requests.with("tokenlabel", "a/b c+d&e?f=g~h*ä", "tokenissuer", "x&y z");

        assertThat(authenticator(HOTP.of(Secret.of(RFC_SEED), request)))
                .startsWith("otpauth://hotp/a/b%20c%2Bd%26e%3Ff%3Dg~h%2A%C3%A4?")
                .endsWith("&issuer=x%26y%20z");
    }

    @Test
    void aLongLabelIsCutToTheRoomThatIsLeft() {
        EnrolmentRequest request = Requests.with("tokenlabel", "x".repeat(300));

        List<Disclosure> disclosures = HOTP.of(Secret.of(RFC_SEED), request);

        assertThat(authenticator(disclosures)).hasSize(180).contains("xxx?secret=");
        assertThat(oath(disclosures)).hasSize(180).contains("xxx&lockdown=");
    }

    @Test
    void anAddressThatIsTooLongAlreadyHasNoLabel() {
        EnrolmentRequest request = Requests.with("tokenissuer", "i".repeat(200));

        assertThat(authenticator(HOTP.of(Secret.of(RFC_SEED), request))).startsWith("otpauth://hotp/?secret=");
    }

    @Test
    void aSeedThatIsNoHexadecimalTextHasNoAddresses() {
        assertThat(HOTP.of(Secret.of("no hex"), Requests.with()))
                .containsExactly(new Disclosure.Seed(Secret.of("no hex")), new Disclosure.RolloutState(""));
    }

    private static String authenticator(List<Disclosure> disclosures) {
        return shown(Disclosure.AuthenticatorUrl.class, disclosures).url().reveal();
    }

    private static String oath(List<Disclosure> disclosures) {
        return shown(Disclosure.OathUrl.class, disclosures).url().reveal();
    }
}
