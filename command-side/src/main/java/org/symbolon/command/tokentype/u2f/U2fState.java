package org.symbolon.command.tokentype.u2f;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a U2F device. Its secret is the handle of its key.
 *
 * @param signed how often it had signed when it was last used
 * @param appId for what application its key is
 * @param asked the challenge of an enrolment that is not finished, as hexadecimal digits; empty for none
 */
record U2fState(long signed, String appId, Optional<DeviceKey> key, String asked, Maker maker) {

    private static final String APP_ID = "appId";
    private static final String KEY = "pubKey";
    private static final String ASKED = "u2f.challenge";
    private static final String ISSUER = "attestation_issuer";
    private static final String SERIAL = "attestation_serial";
    private static final String SUBJECT = "attestation_subject";

    static final List<StateEntry> ENTRIES = Stream.of(APP_ID, KEY, ASKED, ISSUER, SERIAL, SUBJECT)
            .map(name -> StateEntry.text(name).locked())
            .toList();

    /** What the certificate of a device says. */
    record Maker(String issuer, String serial, String subject) {

        private static final Pattern REQUIREMENT = Pattern.compile("(\\w+)/(.*)/", Pattern.DOTALL);

        static Maker of(X509Certificate certificate) {
            return new Maker(
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getSerialNumber().toString(),
                    certificate.getSubjectX500Principal().getName());
        }

        /** Whether it fits all that policies want it to say, as {@code subject/regular expression/}. */
        boolean fits(Optional<String> wanted) {
            return wanted.stream()
                    .flatMap(text -> Stream.of(text.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .allMatch(this::fits);
        }

        private boolean fits(String requirement) {
            Matcher parts = REQUIREMENT.matcher(requirement);
            try {
                return parts.matches()
                        && Pattern.compile(parts.group(2))
                                .matcher(field(parts.group(1)))
                                .find();
            } catch (PatternSyntaxException malformed) {
                return false;
            }
        }

        /** A field that there is not fits nothing but what fits everything. */
        private String field(String name) {
            return switch (name) {
                case "issuer" -> issuer;
                case "serial" -> serial;
                case "subject" -> subject;
                default -> "";
            };
        }
    }

    static U2fState of(TypeState state) {
        return new U2fState(
                state.count(),
                state.text(APP_ID).orElse(""),
                state.text(KEY).map(HexFormat.of()::parseHex).flatMap(DeviceKey::of),
                state.text(ASKED).orElse(""),
                new Maker(
                        state.text(ISSUER).orElse(""),
                        state.text(SERIAL).orElse(""),
                        state.text(SUBJECT).orElse("")));
    }

    /** That of a token whose device is to make a key. */
    static TypeState asking(String appId, String challenge) {
        return TypeState.of(0L, Map.of(APP_ID, appId, ASKED, challenge));
    }

    /** That of a token whose device has made it. */
    static TypeState enrolled(String appId, Registration made) {
        Maker maker = Maker.of(made.certificate());
        Map<String, Object> entries = new HashMap<>();
        entries.put(APP_ID, appId);
        entries.put(KEY, made.key());
        entries.put(ASKED, null);
        entries.put(ISSUER, maker.issuer());
        entries.put(SERIAL, maker.serial());
        entries.put(SUBJECT, maker.subject());
        return TypeState.of(0L, entries);
    }
}
