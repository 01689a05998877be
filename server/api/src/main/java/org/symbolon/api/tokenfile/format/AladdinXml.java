package org.symbolon.api.tokenfile.format;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The files that come with devices of Aladdin and SafeNet. All of them are HOTP tokens. */
final class AladdinXml {

    private static final int SHA256_DIGITS = 64;

    private AladdinXml() {}

    static void tell(FileText text, TokenFile.Listener listener) {
        AtomicInteger number = new AtomicInteger();
        boolean found = XmlReader.read(text.openStripped(), "tokens", element -> {
            if (element.isCalled("token")) {
                listener.token(token(element, "token " + number.incrementAndGet()));
            }
        });
        if (!found) {
            throw FileFault.of("No Tokens found in the XML. Could not import any tokens.");
        }
    }

    private static TokenRecord token(XmlElement token, String place) {
        Optional<XmlElement> application = token.find("applications", "application");
        String seed = application.map(found -> found.textOf("seed")).orElse("").replaceAll("\\s", "");
        String counter = application.map(found -> found.textOf("movingfactor")).orElse("");
        return TokenRecord.of(place, token.attribute("serial"), "hotp", seed)
                .with("hashlib", seed.length() == SHA256_DIGITS ? "sha256" : "sha1")
                .at(FileNumbers.counter(place, counter));
    }
}
