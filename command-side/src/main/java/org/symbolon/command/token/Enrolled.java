package org.symbolon.command.token;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.command.tokentype.Disclosure;

/**
 * The answer to an enrolment: which token it became, and what the client is shown this once.
 *
 * @param awaited the ids of the effects without which the next step cannot be done, such as the mail with the first value
 */
public record Enrolled(String serial, String type, List<Disclosure> disclosures, List<String> awaited) {

    private static final String FAILURE = "The OTP value could not be sent.";

    public Enrolled {
        disclosures = List.copyOf(disclosures);
        awaited = List.copyOf(awaited);
    }

    /** One for which nothing outside is needed. */
    public Enrolled(String serial, String type, List<Disclosure> disclosures) {
        this(serial, type, disclosures, List.of());
    }

    /** The same where what is awaited did not happen, so that there is no value to be shown. */
    public Enrolled unsent() {
        List<Disclosure> told = new ArrayList<>(disclosures);
        told.replaceAll(
                one -> one instanceof Disclosure.VerificationPrompt ? new Disclosure.VerificationPrompt(FAILURE) : one);
        return new Enrolled(serial, type, told);
    }
}
