package org.symbolon.api.challenge;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.secret.Censored;
import org.symbolon.projections.challenge.ChallengeView;

/** Puts challenges into JSON. */
final class ChallengeJson {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** What {@link #of} answers. */
    static final Shape SHAPE = Shape.fields("")
            .with("id", Shape.number("The number of its row."))
            .with("transaction_id", Shape.text("Its transaction."))
            .with("serial", Shape.text("The token that was asked."))
            .with("challenge", Shape.text("What it was asked."))
            .with("data", Shape.anything("What the token's type remembers; secrets are censored."))
            .with("timestamp", Shape.text("When it began."))
            .with("expiration", Shape.text("When it expires."))
            .with("otp_received", Shape.flag("Whether an answer came."))
            .with("received_count", Shape.number("How many answers came."))
            .with("otp_valid", Shape.flag("Whether the last of them was right."));

    private ChallengeJson() {}

    static Map<String, Object> of(ChallengeView challenge) {
        Map<String, Object> json = new HashMap<>();
        json.put("id", challenge.id());
        json.put("transaction_id", challenge.transactionId());
        json.put("serial", challenge.serial());
        json.put("challenge", challenge.challenge());
        json.put("data", data(challenge));
        json.put("timestamp", date(challenge.begun()));
        json.put("expiration", date(challenge.expires()));
        json.put("otp_received", challenge.received() > 0);
        json.put("received_count", challenge.received());
        json.put("otp_valid", challenge.answered());
        return json;
    }

    /** A text that is JSON comes as what it says. */
    private static Object data(ChallengeView challenge) {
        if (challenge.secret()) {
            return Censored.TEXT;
        }
        return challenge.data().isEmpty()
                ? ""
                : JsonText.parse(challenge.data()).orElse(challenge.data());
    }

    private static String date(Instant time) {
        return HTTP_DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
