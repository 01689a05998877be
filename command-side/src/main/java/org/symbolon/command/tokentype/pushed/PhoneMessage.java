package org.symbolon.command.tokentype.pushed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.events.shared.Secret;

/**
 * What a telephone is asked, in the form in which it gets it: pushed, or as the answer when it asks by itself.
 *
 * @param nonce of the challenge
 * @param url where it answers
 * @param checksCertificate whether it checks the certificate there
 * @param choices of which its user has to choose the right one; mostly none
 */
record PhoneMessage(
        String nonce,
        String url,
        String serial,
        String question,
        String title,
        String checksCertificate,
        List<String> choices) {

    private static final String VERSION_WITH_CHOICES = "2";

    PhoneMessage {
        choices = List.copyOf(choices);
    }

    static PhoneMessage about(String nonce, String url, String serial, PushedTerms terms, List<String> choices) {
        return new PhoneMessage(
                nonce, url, serial, terms.question(), terms.title(), terms.checksCertificate(), choices);
    }

    private String signed() {
        String said = String.join("|", nonce, url, serial, question, title, checksCertificate);
        return choices.isEmpty() ? said : said + "|" + String.join(",", choices);
    }

    /** All of it by the names of the wire, with the server's signature. */
    Map<String, String> data(Secret privatePem) {
        Map<String, String> data = new TreeMap<>(Map.of(
                "nonce", nonce,
                "question", question,
                "serial", serial,
                "title", title,
                "sslverify", checksCertificate,
                "url", url,
                "signature", ServerKeys.signature(privatePem, signed())));
        if (!choices.isEmpty()) {
            data.put("require_presence", String.join(",", choices));
            data.put("version", VERSION_WITH_CHOICES);
        }
        return data;
    }
}
