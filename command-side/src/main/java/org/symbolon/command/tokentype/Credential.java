package org.symbolon.command.tokentype;

import java.util.Map;
import java.util.Optional;
import org.symbolon.events.shared.Secret;

/**
 * What somebody proves himself with.
 *
 * @param value the OTP value, or all that was typed where the type takes it whole
 * @param fields other parameters of the request, of those that the type has described as evidence
 * @param challenge the challenge that it answers, if it does
 * @param gathered the answers of inquiries that the type has made before
 */
public record Credential(
        Secret value, Map<String, String> fields, Optional<OpenChallenge> challenge, Gathered gathered) {

    /** An OTP value that answers no challenge. */
    public static Credential of(Secret value) {
        return new Credential(value, Map.of(), Optional.empty(), Gathered.NOTHING);
    }

    /** The same as the answer to a challenge. */
    public Credential answering(OpenChallenge open) {
        return new Credential(value, fields, Optional.of(open), gathered);
    }

    /** The same with what was gathered. */
    public Credential with(Gathered answers) {
        return new Credential(value, fields, challenge, answers);
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "Credential[" + fields.keySet() + "]";
    }
}
