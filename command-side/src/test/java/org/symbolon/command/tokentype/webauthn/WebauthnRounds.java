package org.symbolon.command.tokentype.webauthn;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.support.FakeSettings;
import org.symbolon.command.tokentype.Asking;
import org.symbolon.command.tokentype.Circumstances;
import org.symbolon.command.tokentype.Credential;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.command.tokentype.Gathered;
import org.symbolon.command.tokentype.Judgement;
import org.symbolon.command.tokentype.OpenChallenge;
import org.symbolon.command.tokentype.Question;
import org.symbolon.command.tokentype.TokenSecrets;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.command.tokentype.TypeTerms;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TypeState;

/** Goes through enrolments and log-ins with the type alone, for its tests. */
final class WebauthnRounds {

    static final String SERIAL = "WAN00010A2B";
    static final Instant NOW = Instant.parse("2026-11-30T06:00:00Z");
    static final TokenOwner OWNER = new TokenOwner("resolver", "1000", "realm");

    final WebauthnType type = new WebauthnType();
    final FakeSettings settings = new FakeSettings();
    final Map<String, String> terms = new HashMap<>();
    Gathered gathered = Gathered.NOTHING;
    Optional<TokenOwner> owner = Optional.of(OWNER);
    Instant now = NOW;
    private int drawn;

    WebauthnRounds() {
        terms.put("webauthn_relying_party_id", "example.com");
        terms.put("webauthn_relying_party_name", "Example");
    }

    Circumstances circumstances() {
        return new Circumstances(now, settings, this::bytes, new TypeTerms(terms));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        bytes[0] = (byte) ++drawn;
        return bytes;
    }

    EnrolmentRequest request(Map<String, String> parameters, Optional<OpenChallenge> challenge) {
        Optional<TokenView> token = challenge.map(open -> token(Secret.EMPTY, TypeState.of(0L, Map.of())));
        return new EnrolmentRequest(
                SERIAL,
                owner,
                new Holder("cornelius", "realm", Map.of("givenname", "Cornelius", "surname", "Kölbel")),
                parameters,
                circumstances(),
                token,
                challenge,
                gathered);
    }

    EnrolmentStep first() {
        return type.enrol(request(Map.of("type", "webauthn"), Optional.empty()));
    }

    static String nonce(EnrolmentStep first) {
        return first.question().attributes().get("nonce").toString();
    }

    EnrolmentStep second(EnrolmentStep first, Map<String, String> made, String... more) {
        Map<String, String> parameters = new HashMap<>(made);
        parameters.put("Origin", "https://login.example.com");
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return type.enrol(request(parameters, Optional.of(open(first.question()))));
    }

    EnrolmentStep enrol(SoftDevice device) {
        EnrolmentStep first = first();
        return second(first, device.make(nonce(first)));
    }

    static OpenChallenge open(Question question) {
        return new OpenChallenge("07", question.challenge(), question.data(), Optional.empty(), "", false);
    }

    TokenView token(EnrolmentStep enrolled) {
        return token(enrolled.secret(), enrolled.state());
    }

    static TokenView token(Secret credential, TypeState state) {
        return new TokenView(SERIAL, 6, 10, 1000, "", state, Map.of(), "", TokenSecrets.open(credential));
    }

    Question ask(TokenView token) {
        return type.ask(token, new Asking("", "07", new HashMap<>(), circumstances()));
    }

    static String challenge(Question question) {
        Map<?, ?> request = (Map<?, ?>) question.attributes().get("webAuthnSignRequest");
        return request.get("challenge").toString();
    }

    static String encoded(String hex) {
        return Encoding.ofHex(HexFormat.of().formatHex(HexFormat.of().parseHex(hex)));
    }

    Judgement judge(TokenView token, Question question, Map<String, String> answer, String... more) {
        Map<String, String> fields = new HashMap<>(answer);
        fields.put("Origin", "https://login.example.com");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        Credential credential = new Credential(Secret.EMPTY, fields, Optional.of(open(question)), gathered);
        return type.judge(token, credential, circumstances());
    }
}
