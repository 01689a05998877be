package org.symbolon.command.tokentype;

import java.util.List;
import java.util.Map;
import org.symbolon.command.secret.Secret;

/**
 * What a type makes of an enrolment.
 *
 * @param seed the secret that server and device share, as text: hexadecimal for OATH types, the password itself for pw
 * @param otpLength digits or characters of an OTP value
 * @param info entries of the token's info that the type needs
 * @param disclosures what the client is shown, this once
 * @param rolloutState how far it is; empty when it is complete
 */
public record Enrolment(
        Secret seed, int otpLength, Map<String, String> info, List<Disclosure> disclosures, String rolloutState) {

    /** The state of a token whose client has still to make its part of the seed. */
    public static final String WAITING = "clientwait";

    /** One that is complete. */
    public Enrolment(Secret seed, int otpLength, Map<String, String> info, List<Disclosure> disclosures) {
        this(seed, otpLength, info, disclosures, "");
    }
}
