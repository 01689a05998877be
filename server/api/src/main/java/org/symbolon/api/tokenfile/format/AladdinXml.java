package org.symbolon.api.tokenfile.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that come with devices of Aladdin and SafeNet. All of them are HOTP tokens. */
final class AladdinXml {

    private static final int SHA256_DIGITS = 64;

    private AladdinXml() {}

    static TokenFile read(String text) {
        XmlElement root = XmlReader.read(text);
        if (!root.isCalled("tokens")) {
            throw FileFault.of("No Tokens found in the XML. Could not import any tokens.");
        }
        List<TokenRecord> tokens = new ArrayList<>();
        for (XmlElement token : root.children("token").toList()) {
            tokens.add(token(token, "token " + (tokens.size() + 1)));
        }
        return TokenFile.of(tokens);
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
