package org.symbolon.api.token;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.wire.QrCode;
import org.symbolon.command.token.Enrolled;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.Disclosure.NextStep;
import org.symbolon.events.shared.Secret;

/** Puts what an enrolment discloses into the words of the wire, with a QR code for everything that can be scanned. */
final class EnrolmentJson {

    /** What {@link #of} answers; which of it is there depends on the type. */
    static final Shape SHAPE = Shape.fields("What is shown this once.")
            .with("serial", Shape.text("The token's serial."))
            .with("otpkey", shown("The seed.").with("value_b32", Shape.secret("The seed in base 32.")))
            .with("googleurl", shown("What an authenticator app scans."))
            .with("oathurl", shown("What an OATH app scans."))
            .with("motpurl", shown("What a Mobile-OTP app scans."))
            .with("tiqrenroll", shown("What the tiqr app scans."))
            .with("pushurl", shown("What an app scans that is to confirm log-ins."))
            .with("enrollment_credential", Shape.secret("What that app proves itself with in the next step."))
            .with("password", Shape.secret("The password, where the server made it."))
            .with(
                    "otps",
                    Shape.mapOf(
                            "The values of a list that is to be printed, by their places.", Shape.secret("A value.")))
            .with("registrationcode", Shape.secret("The code that is good for one log-in."))
            .with("2step_salt", Shape.number("How many bytes the client's part of the seed has."))
            .with("2step_output", Shape.number("How many bytes the seed has."))
            .with("2step_difficulty", Shape.number("In how many rounds it is made."))
            .with(
                    "verify",
                    Shape.fields("What is to be done before the token is good.")
                            .with("message", Shape.text("In words.")))
            .with("transaction_id", Shape.text("The transaction that the next step names."))
            .with("message", Shape.text("What is to be done for the next step."))
            .with("certificate", Shape.text("The certificate as PEM.").orNull())
            .with(
                    "pkcs12",
                    Shape.secret(
                            "A key that the server made, with its certificate, as Base64; the PIN is its password."))
            .with("privatekey", Shape.secret("The same key alone as PEM, under the PIN."))
            .with("passkey_registration", Shape.anything("What a browser gives to `navigator.credentials.create`."))
            .with("rollout_state", Shape.text("How far its enrolment is."));

    private EnrolmentJson() {}

    private static Shape shown(String about) {
        return Shape.fields(about)
                .with("description", Shape.text("What it is, in words."))
                .with("value", Shape.secret("The address."))
                .with("img", Shape.secret("The same as a QR code."));
    }

    static Map<String, Object> of(Enrolled enrolled) {
        Optional<Map<String, Object>> only = only(enrolled);
        if (only.isPresent()) {
            return only.get();
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("serial", enrolled.serial());
        Map<String, Object> seed = new HashMap<>();
        for (Disclosure disclosure : enrolled.disclosures()) {
            put(detail, seed, disclosure);
        }
        if (!seed.isEmpty()) {
            detail.put("otpkey", seed);
        }
        return detail;
    }

    private static Optional<Map<String, Object>> only(Enrolled enrolled) {
        return enrolled.disclosures().stream()
                .filter(Disclosure.Only.class::isInstance)
                .map(shown -> ((Disclosure.Only) shown).detail())
                .findFirst();
    }

    private static void put(Map<String, Object> detail, NextStep step) {
        Map<String, Object> next = new HashMap<>(step.attributes());
        next.put("transaction_id", step.transactionId());
        if (!step.message().isEmpty()) {
            next.put("message", step.message());
        }
        if (step.within() == null) {
            detail.putAll(next);
            return;
        }
        detail.put(step.within(), next);
    }

    private static void put(Map<String, Object> detail, Map<String, Object> seed, Disclosure disclosure) {
        if (disclosure instanceof Disclosure.Seed shown) {
            seed.put("description", "OTP seed");
            seed.put("value", "seed://" + shown.seed().reveal());
            seed.put("img", QrCode.dataUri(shown.seed().reveal()));
        } else if (disclosure instanceof Disclosure.SeedBase32 shown) {
            seed.put("value_b32", shown.base32().reveal());
        } else if (disclosure instanceof Disclosure.AuthenticatorUrl shown) {
            detail.put("googleurl", url("URL for google Authenticator", shown.url()));
        } else if (disclosure instanceof Disclosure.OathUrl shown) {
            detail.put("oathurl", url("URL for OATH token", shown.url()));
        } else if (disclosure instanceof Disclosure.MotpUrl shown) {
            detail.put("motpurl", url("URL for MOTP token", shown.url()));
        } else if (disclosure instanceof Disclosure.TiqrUrl shown) {
            detail.put("tiqrenroll", url("URL for TiQR enrollment", shown.url()));
        } else if (disclosure instanceof Disclosure.TelephoneUrl shown) {
            detail.put("pushurl", url("URL for eduMFA Push Token", shown.url()));
            detail.put("enrollment_credential", shown.credential().reveal());
        } else if (disclosure instanceof Disclosure.Password shown) {
            detail.put("password", shown.password().reveal());
        } else if (disclosure instanceof Disclosure.KeyFiles shown) {
            detail.put("pkcs12", shown.pkcs12().reveal());
            detail.put("privatekey", shown.pem().reveal());
        } else if (disclosure instanceof Disclosure.Values shown) {
            detail.put("otps", places(shown.values()));
        } else if (disclosure instanceof Disclosure.RegistrationCode shown) {
            detail.put("registrationcode", shown.code().reveal());
        } else if (disclosure instanceof Disclosure.ClientPart shown) {
            detail.put("2step_salt", shown.clientBytes());
            detail.put("2step_output", shown.seedBytes());
            detail.put("2step_difficulty", shown.rounds());
        } else if (disclosure instanceof Disclosure.VerificationPrompt shown) {
            detail.put("verify", Map.of("message", shown.message()));
        } else if (disclosure instanceof NextStep shown) {
            put(detail, shown);
        } else if (disclosure instanceof Disclosure.Details shown) {
            detail.putAll(shown.detail());
        } else if (disclosure instanceof Disclosure.RolloutState shown) {
            detail.put("rollout_state", shown.state());
        }
    }

    private static Map<String, String> places(List<Secret> values) {
        Map<String, String> places = new LinkedHashMap<>();
        values.forEach(value -> places.put(Integer.toString(places.size()), value.reveal()));
        return places;
    }

    private static Map<String, Object> url(String description, Secret url) {
        return Map.of("description", description, "value", url.reveal(), "img", QrCode.dataUri(url.reveal()));
    }
}
