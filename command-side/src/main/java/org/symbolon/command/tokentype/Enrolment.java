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
 */
public record Enrolment(Secret seed, int otpLength, Map<String, String> info, List<Disclosure> disclosures) {}
