package org.symbolon.api.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.wire.QrCode;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.ChangeDates;
import org.symbolon.command.auth.EnrolledByLogin;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.command.tokentype.Code;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.PreferredClientMode;

/** Tells a client which tokens were asked a challenge, once for each and once more for clients that know only one. */
public final class ChallengeDetail {

    private static final String TRANSACTION = "transaction_id";
    private static final String CLIENT_MODE = "client_mode";
    private static final String IMAGE = "image";
    private static final String LINK = "link";
    private static final String ENROLS = "enroll_via_multichallenge";
    private static final String OPTIONAL = "enroll_via_multichallenge_optional";
    private static final String[] MODES =
            Stream.of(ClientMode.values()).map(ChallengeDetail::written).toArray(String[]::new);

    private ChallengeDetail() {}

    private static Shape question(Shape shape) {
        return TypeShapes.ofQuestions(shape)
                .with("serial", Shape.text("The token."))
                .with("type", Shape.text("Its type."))
                .with("message", Shape.text("What the user is told."))
                .with(TRANSACTION, Shape.text("The transaction that the answer must name."))
                .with(CLIENT_MODE, Shape.choice("What the client has to do.", MODES))
                .with(
                        "attributes",
                        Shape.anything("What the client needs for that; nothing where the log-in itself asks.")
                                .orNull())
                .with("rollout_state", Shape.text("How far the enrolment of that is."))
                .with(
                        IMAGE,
                        Shape.secret("What an app scans to have a new token, where the log-in enrols one.")
                                .orNull())
                .with(LINK, Shape.secret("The same for an app on this device."))
                .with("next_pin_change", Shape.text("When the PIN is to be changed."))
                .with("pin_change", Shape.flag("Whether that has passed."))
                .with("next_password_change", Shape.text("When the password is to be changed."))
                .with("password_change", Shape.flag("Whether that has passed."));
    }

    /** Adds what {@link #of} answers. */
    static Shape describe(Shape shape) {
        return question(shape)
                .with("messages", Shape.list("What the user is told of each token."))
                .with("multi_challenge", Shape.listOf("The tokens that were asked.", question(Shape.fields(""))))
                .with(ENROLS, Shape.flag("True where the log-in enrols a token, with whose first value it goes on."))
                .with(OPTIONAL, Shape.flag("Whether the user may do without it: `cancel_enrollment`."))
                .with("transaction_ids", Shape.list("The transaction, once for each of them."));
    }

    /** Of what only one can be told, the last token's is. */
    public static Map<String, Object> of(Asked asked) {
        Map<String, Object> detail = new HashMap<>();
        List<Map<String, Object>> questions = new ArrayList<>();
        List<String> transactions = new ArrayList<>();
        for (Question question : asked.questions()) {
            Map<String, Object> json = json(question, asked.transactionId());
            questions.add(json);
            transactions.add(asked.transactionId());
            detail.putAll(json);
        }
        detail.put("multi_challenge", questions);
        detail.put("transaction_ids", transactions);
        detail.put("messages", asked.messages());
        if (!asked.messages().isEmpty()) {
            detail.put("message", String.join(", ", asked.messages()));
        }
        return detail;
    }

    /** As {@link #of}, with what a client is advised to do if there is anything to do. */
    static Map<String, Object> of(Asked asked, PreferredClientMode preferred, Optional<String> usedLast) {
        Map<String, Object> detail = of(asked);
        if (!asked.questions().isEmpty()) {
            List<String> modes =
                    asked.questions().stream().map(ChallengeDetail::clientMode).toList();
            String mode = usedLast.flatMap(type -> modeOf(type, asked)).orElseGet(() -> preferred.among(modes));
            detail.put("preferred_client_mode", mode);
        }
        return detail;
    }

    private static Optional<String> modeOf(String type, Asked asked) {
        return asked.questions().stream()
                .filter(question -> type.equals(question.type()))
                .map(ChallengeDetail::clientMode)
                .findFirst();
    }

    /** As {@link #of} of one token, with what puts it into an app if anything does. */
    static Map<String, Object> ofEnrolment(EnrolledByLogin enrolled, PreferredClientMode preferred) {
        Asked asked = enrolled.asked();
        Map<String, Object> detail = of(asked, preferred, Optional.empty());
        Map<String, Object> question = json(asked.questions().get(0), asked.transactionId());
        Map<String, Object> shown = shown(enrolled.address());
        question.putAll(shown);
        detail.putAll(shown);
        detail.put("multi_challenge", List.of(question));
        detail.put(ENROLS, true);
        detail.put(OPTIONAL, enrolled.optional());
        return detail;
    }

    private static Map<String, Object> shown(Secret address) {
        Map<String, Object> shown = new HashMap<>();
        shown.put(IMAGE, address == null ? null : QrCode.dataUri(address.reveal()));
        if (address != null) {
            shown.put(LINK, address.reveal());
        }
        return shown;
    }

    private static Map<String, Object> json(Question question, String transactionId) {
        Map<String, Object> json = new HashMap<>();
        json.put("serial", question.serial());
        json.put("type", question.type());
        json.put("message", question.message());
        json.put(TRANSACTION, transactionId);
        json.put(CLIENT_MODE, clientMode(question));
        json.putAll(drawn(question.beside()));
        putDates(json, question.dates());
        if (question.ofLogin()) {
            json.put("attributes", null);
        } else if (!question.attributes().isEmpty()) {
            json.put("attributes", drawn(question.attributes()));
        }
        if (question.image() != null) {
            json.put(IMAGE, question.image());
        }
        return json;
    }

    /** What is to be shown as a code is one. */
    private static Map<String, Object> drawn(Map<String, Object> attributes) {
        Map<String, Object> drawn = new HashMap<>(attributes);
        drawn.replaceAll((name, value) -> value instanceof Code code ? QrCode.dataUri(code.text()) : value);
        return drawn;
    }

    private static String clientMode(Question question) {
        return written(question.clientMode());
    }

    private static String written(ClientMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    static void putDates(Map<String, Object> json, ChangeDates dates) {
        if (dates.pin() != null) {
            json.put("next_pin_change", dates.pin());
            json.put("pin_change", dates.pinIsDue());
        }
        if (dates.password() != null) {
            json.put("next_password_change", dates.password());
            json.put("password_change", dates.passwordIsDue());
        }
    }

    /** Notes for the audit which tokens were asked. */
    static void note(ApiRequest request, Asked asked) {
        List<Question> questions = asked.questions();
        if (!questions.isEmpty()) {
            request.notes()
                    .serial(String.join(
                            ",", questions.stream().map(Question::serial).toList()))
                    .tokenType(questions.get(questions.size() - 1).type());
        }
    }

    /** The texts of challenges, each once, between what is to stand above and below them. */
    static String framed(String header, List<?> challenges, String footer) {
        TreeSet<String> texts = challenges.stream()
                .filter(Map.class::isInstance)
                .map(challenge -> String.valueOf(((Map<?, ?>) challenge).get("message")))
                .collect(Collectors.toCollection(TreeSet::new));
        String start = header.strip();
        if (start.endsWith("<ol>") || start.endsWith("<ul>")) {
            return header
                    + texts.stream().map(text -> "<li>" + text + "</li>\n").collect(Collectors.joining())
                    + footer;
        }
        return header + "\n" + String.join(", ", texts) + "\n" + footer;
    }
}
