package org.symbolon.command.tokentype.oath;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.command.tokentype.Disclosure;
import org.symbolon.command.tokentype.EnrolmentRequest;
import org.symbolon.command.tokentype.EnrolmentStep;
import org.symbolon.events.shared.Secret;

/** What the client of an OATH enrolment is shown: the seed, and the addresses that put it into an app. */
public final class OathDisclosure {

    /** What a person is told who is to put a new token into his app. */
    public static final String PROMPT = "Please scan the QR code!";

    /** A QR code of a longer address is hard to scan. */
    private static final int MOST_URL_CHARACTERS = 180;

    private final String type;
    private final HashAlgorithm algorithm;
    private final int digits;
    private final String timeStep;
    private final boolean counted;
    private final boolean timeBased;

    private OathDisclosure(
            String type, HashAlgorithm algorithm, int digits, String timeStep, boolean counted, boolean timeBased) {
        this.type = type;
        this.algorithm = algorithm;
        this.digits = digits;
        this.timeStep = timeStep;
        this.counted = counted;
        this.timeBased = timeBased;
    }

    public static OathDisclosure eventBased(String type, HashAlgorithm algorithm, int digits) {
        return new OathDisclosure(type, algorithm, digits, "", true, false);
    }

    /** One of values that the server sends or prints, of which an app needs no counter. */
    public static OathDisclosure withoutCounter(String type, HashAlgorithm algorithm, int digits) {
        return new OathDisclosure(type, algorithm, digits, "", false, false);
    }

    public static OathDisclosure timeBased(String type, HashAlgorithm algorithm, int digits, String timeStep) {
        return new OathDisclosure(type, algorithm, digits, timeStep, false, true);
    }

    /** One of spans of time that the OATH Token app does not know. */
    public static OathDisclosure ofSpans(String type, HashAlgorithm algorithm, int digits, String span) {
        return new OathDisclosure(type, algorithm, digits, span, false, false);
    }

    /** What an authenticator app scans, of all that is shown. */
    public static Secret address(List<Disclosure> disclosures) {
        return disclosures.stream()
                .filter(Disclosure.AuthenticatorUrl.class::isInstance)
                .map(Disclosure.AuthenticatorUrl.class::cast)
                .map(Disclosure.AuthenticatorUrl::url)
                .findFirst()
                .orElse(Secret.EMPTY);
    }

    /** The disclosures; a seed that is no hexadecimal text has no addresses. */
    public List<Disclosure> of(Secret seed, EnrolmentRequest request) {
        List<Disclosure> shown = new ArrayList<>();
        shown.add(new Disclosure.Seed(seed));
        Optional<TwoSteps> steps = TwoSteps.begunBy(request, algorithm);
        shown.add(new Disclosure.RolloutState(steps.isPresent() ? EnrolmentStep.WAITING : ""));
        steps.ifPresent(begun -> shown.add(begun.disclosure()));
        String hex = seed.reveal();
        if (hex.length() % 2 == 0 && hex.chars().allMatch(HexFormat::isHexDigit)) {
            String base32 = OathSeed.toBase32(HexFormat.of().parseHex(hex));
            shown.add(new Disclosure.SeedBase32(Secret.of(base32)));
            shown.add(new Disclosure.AuthenticatorUrl(Secret.of(authenticatorUrl(base32, request))));
            shown.add(new Disclosure.OathUrl(Secret.of(oathUrl(hex, request))));
        }
        return List.copyOf(shown);
    }

    private String authenticatorUrl(String base32, EnrolmentRequest request) {
        String head = "otpauth://" + type + "/";
        StringBuilder tail = new StringBuilder("?secret=").append(base32);
        if (counted) {
            tail.append("&counter=1");
        }
        if (algorithm != HashAlgorithm.SHA1) {
            tail.append("&algorithm=").append(algorithm.wireName().toUpperCase(Locale.ROOT));
        }
        if (!timeStep.isEmpty()) {
            tail.append("&period=").append(AppText.encoded(timeStep));
        }
        tail.append("&digits=").append(digits);
        tail.append("&issuer=").append(AppText.encoded(AppText.filled(request.text("tokenissuer", "eduMFA"), request)));
        return head + label(request, head.length() + tail.length()) + tail + extras(request);
    }

    private String oathUrl(String hex, EnrolmentRequest request) {
        String tail = "&lockdown=true&key=" + hex + (timeBased ? "&timeBased=true" : "");
        String head = "oathtoken:///addToken?name=";
        return head + label(request, head.length() + tail.length()) + tail + extras(request);
    }

    /** What an app is told beyond the values: its part of the seed, a picture to show, whether it has to lock the token. */
    private String extras(EnrolmentRequest request) {
        String image = request.text("appimageurl", "");
        return TwoSteps.begunBy(request, algorithm).map(TwoSteps::inAddress).orElse("")
                + (image.isEmpty() ? "" : "&image=" + AppText.encoded(image))
                + (request.flag("force_app_pin") ? "&pin=True" : "");
    }

    private static String label(EnrolmentRequest request, int otherCharacters) {
        String label = AppText.filled(request.text("tokenlabel", "<s>"), request);
        int room = Math.max(0, MOST_URL_CHARACTERS - otherCharacters);
        return AppText.encoded(label.substring(0, Math.min(label.length(), room)));
    }
}
