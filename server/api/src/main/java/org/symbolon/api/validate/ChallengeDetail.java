package org.symbolon.api.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.Asked.Question;
import org.symbolon.command.auth.ChangeDates;
import org.symbolon.command.tokentype.ClientMode;
import org.symbolon.policy.PreferredClientMode;

/** Tells a client which tokens were asked a challenge, once for each and once more for clients that know only one. */
public final class ChallengeDetail {

    private static final String TRANSACTION = "transaction_id";
    private static final String CLIENT_MODE = "client_mode";
    private static final String IMAGE = "image";
    private static final String[] MODES =
            Stream.of(ClientMode.values()).map(ChallengeDetail::written).toArray(String[]::new);

    private ChallengeDetail() {}

    private static Shape question(Shape shape) {
        return shape.with("serial", Shape.text("The token."))
                .with("type", Shape.text("Its type."))
                .with("message", Shape.text("What the user is told."))
                .with(TRANSACTION, Shape.text("The transaction that the answer must name."))
                .with(CLIENT_MODE, Shape.choice("What the client has to do.", MODES))
                .with(
                        "attributes",
                        Shape.anything("What the client needs for that; nothing where a new PIN is asked for.")
                                .orNull())
                .with(
                        IMAGE,
                        Shape.secret("What an app scans to have a new token, where the log-in enrols one.")
                                .orNull())
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
    static Map<String, Object> of(Asked asked, PreferredClientMode preferred) {
        Map<String, Object> detail = of(asked);
        if (!asked.questions().isEmpty()) {
            List<String> modes =
                    asked.questions().stream().map(ChallengeDetail::clientMode).toList();
            detail.put("preferred_client_mode", preferred.among(modes));
        }
        return detail;
    }

    /** As {@link #of} of one token, with the code that puts it into an app; null for none. */
    public static Map<String, Object> ofEnrolment(Asked asked, String image, PreferredClientMode preferred) {
        Map<String, Object> detail = of(asked, preferred);
        Map<String, Object> question = json(asked.questions().get(0), asked.transactionId());
        question.put(IMAGE, image);
        detail.put(IMAGE, image);
        detail.put("multi_challenge", List.of(question));
        return detail;
    }

    private static Map<String, Object> json(Question question, String transactionId) {
        Map<String, Object> json = new HashMap<>();
        json.put("serial", question.serial());
        json.put("type", question.type());
        json.put("message", question.message());
        json.put(TRANSACTION, transactionId);
        json.put(CLIENT_MODE, clientMode(question));
        putDates(json, question.dates());
        if (question.forPin()) {
            json.put("attributes", null);
        } else if (!question.attributes().isEmpty()) {
            json.put("attributes", question.attributes());
        }
        if (question.image() != null) {
            json.put(IMAGE, question.image());
        }
        return json;
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
