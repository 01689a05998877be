package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Map;
import org.symbolon.events.shared.Secret;

/** Something that the answer to an enrolment shows, once and never again. */
public sealed interface Disclosure {

    /** The seed itself, for devices that are programmed by hand. */
    record Seed(Secret seed) implements Disclosure {}

    /** The same seed in base32 without padding (RFC 4648). */
    record SeedBase32(Secret base32) implements Disclosure {}

    /** The {@code otpauth://} address that authenticator apps scan. */
    record AuthenticatorUrl(Secret url) implements Disclosure {}

    /** The {@code oathtoken://} address of the OATH Token app. */
    record OathUrl(Secret url) implements Disclosure {}

    /** The {@code motp://} address of Mobile-OTP apps. */
    record MotpUrl(Secret url) implements Disclosure {}

    /** The {@code tiqrenroll://} address that the tiqr app scans. */
    record TiqrUrl(Secret url) implements Disclosure {}
    /**
     * What an app on a telephone scans that is to confirm log-ins, and does its part of the enrolment then.
     *
     * @param credential what it proves with that it has seen this
     */
    record TelephoneUrl(Secret url, Secret credential) implements Disclosure {}

    /** The values of a printed list, in their order. */
    record Values(List<Secret> values) implements Disclosure {

        public Values {
            values = List.copyOf(values);
        }
    }

    /** A static password. */
    record Password(Secret password) implements Disclosure {}

    /**
     * A key that was made here, under the PIN of its token.
     *
     * @param pkcs12 with its certificate, as Base64
     * @param pem the key alone
     */
    record KeyFiles(Secret pkcs12, Secret pem) implements Disclosure {}

    /** A code that is good for one log-in. */
    record RegistrationCode(Secret code) implements Disclosure {}

    /** What the client has to add to the seed: so many bytes, so that in so many rounds one of that length is made. */
    record ClientPart(int clientBytes, int seedBytes, int rounds) implements Disclosure {}

    /** What is asked for before the token is good. */
    record VerificationPrompt(String message) implements Disclosure {}

    /**
     * The transaction whose challenge the next step answers, and what the client needs for that, under the names of the wire.
     *
     * @param within the name under which all of it stands, null where it stands beside the serial
     */
    record NextStep(String transactionId, String message, Map<String, Object> attributes, String within)
            implements Disclosure {}

    /** This beside the serial, under the names of the wire. */
    record Details(Map<String, Object> detail) implements Disclosure {}

    /** This alone, not even the serial, under the names of the wire. */
    record Only(Map<String, Object> detail) implements Disclosure {}

    /** How far the enrolment has come; empty when nothing is left to do. */
    record RolloutState(String state) implements Disclosure {}
}
