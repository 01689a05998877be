package org.symbolon.command.tokentype.pushed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;

/** Makes what the telephone of one token is asked, as policies want it worded. */
record PhoneMessages(PushedState state, PushedTerms terms) {

    /** What is asked about is told by chance alone: 32 letters and digits. */
    static String nonce(byte[] chance) {
        return new Base32().encodeToString(chance);
    }

    /** The question about a challenge, signed; empty where the server has no key, or no policy says where the telephone answers. */
    Optional<Map<String, String>> about(String nonce, Confirming confirming) {
        List<String> choices = confirming instanceof Confirming.Choosing choosing ? choosing.choices() : List.of();
        return terms.registrationUrl().flatMap(url -> state.privateKey()
                .map(key -> PhoneMessage.about(nonce, url, state.token().serial(), terms, choices)
                        .data(key)));
    }
}
