package org.symbolon.api.tokenfile.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.api.tokenfile.format.PskcOptions.MacRule;

/** Portable symmetric keys (RFC 6030): in clear, or encrypted with a shared key or a password. */
final class Pskc {

    private static final Pattern KEY_OF_SLOT = Pattern.compile("([0-9]+):([0-9]+)");
    private static final String YUBIKEY = "http://www.yubico.com/#yubikey-aes";
    private static final Set<String> HASHING = Set.of("hotp", "totp", "daplug", "daypassword");
    private static final Set<String> TIMED = Set.of("totp", "daypassword");
    private static final Set<String> HASHES = Set.of("md5", "sha1", "sha224", "sha256", "sha384", "sha512");
    private static final String PRESET_HASH = "sha1";

    private static final Set<String> ABOUT_ALL_KEYS = Set.of("encryptionkey", "macmethod");

    private final XmlElement aboutAllKeys = new XmlElement("keycontainer", Map.of());
    private final PskcKeys keys;
    private final MacRule macRule;
    private final TokenFile.Listener listener;
    private int number;

    private Pskc(PskcOptions options, PasswordKey fromPassword, TokenFile.Listener listener) {
        this.keys = new PskcKeys(aboutAllKeys, options, fromPassword);
        this.macRule = options.macRule();
        this.listener = listener;
    }

    static void tell(FileText text, PskcOptions options, PasswordKey fromPassword, TokenFile.Listener listener) {
        Pskc reader = new Pskc(options, fromPassword, listener);
        if (!XmlReader.read(text.openStripped(), "keycontainer", reader::take)) {
            throw FileFault.of("No KeyContainer found in PSKC data. Could not import any tokens.");
        }
    }

    /** What is said of all keys comes before the first of them (RFC 6030, 11). */
    private void take(XmlElement element) {
        if (element.isCalled("keypackage")) {
            token(element, "key package " + ++number).ifPresentOrElse(listener::token, listener::doubtful);
        } else if (ABOUT_ALL_KEYS.stream().anyMatch(name -> element.isCalled(name) && isNew(name))) {
            aboutAllKeys.add(element);
        }
    }

    private boolean isNew(String name) {
        return aboutAllKeys.find(name).isEmpty();
    }

    /** The token, empty if nothing proves its key and that is to be left out. */
    private Optional<TokenRecord> token(XmlElement keyPackage, String place) {
        XmlElement key = keyPackage.find("key").orElseThrow(() -> FileFault.at(place, "the key is missing"));
        PskcName name = name(keyPackage, key);
        XmlElement secret = key.find("data", "secret").orElseThrow(() -> FileFault.at(place, "the secret is missing"));
        if (!isProven(secret, place)) {
            return Optional.empty();
        }
        TokenRecord token = TokenRecord.of(place, name.serial(), name.type(), seed(secret, name.type(), place))
                .with("description", keyPackage.textOf("deviceinfo", "manufacturer"));
        return Optional.of(oath(token, key, place));
    }

    private record PskcName(String serial, String type) {}

    /** A Yubikey has several keys, which its serial and a slot tell apart. */
    private static PskcName name(XmlElement keyPackage, XmlElement key) {
        String algorithm = key.attribute("algorithm");
        String type = algorithm.substring(algorithm.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        Matcher slot = KEY_OF_SLOT.matcher(key.attribute("id"));
        if (slot.matches() && algorithm.equals(YUBIKEY)) {
            return new PskcName("UBAM" + slot.group(1) + "_" + slot.group(2), "yubikey");
        }
        if (slot.matches() && type.equals("hotp")) {
            return new PskcName("UBOM" + slot.group(1) + "_" + slot.group(2), type);
        }
        String serial = keyPackage.textOf("deviceinfo", "serialno");
        return new PskcName(serial.isEmpty() ? key.attribute("id") : serial, type);
    }

    private boolean isProven(XmlElement secret, String place) {
        Optional<XmlElement> encrypted = secret.find("encryptedvalue");
        if (encrypted.isEmpty() || macRule == MacRule.NO_CHECK) {
            return true;
        }
        if (keys.isProven(place, encrypted.get(), secret.textOf("valuemac"))) {
            return true;
        }
        if (macRule == MacRule.CHECK_FAIL_HARD) {
            throw FileFault.at(place, "the MAC is missing or does not fit");
        }
        return false;
    }

    /** The seed in hexadecimal digits; that of a password is the password. */
    private String seed(XmlElement secret, String type, String place) {
        byte[] bytes = secret.find("encryptedvalue")
                .map(encrypted -> keys.open(place, encrypted))
                .orElseGet(() -> PskcKeys.decoded(place, secret.textOf("plainvalue")));
        return type.equals("pw")
                ? new String(bytes, StandardCharsets.UTF_8)
                : HexFormat.of().formatHex(bytes);
    }

    private static TokenRecord oath(TokenRecord token, XmlElement key, String place) {
        String length = key.find("algorithmparameters", "responseformat")
                .map(format -> format.attribute("length"))
                .orElse("");
        TokenRecord read = token.with("otplen", FileNumbers.digits(place, "the length of a value", length))
                .at(FileNumbers.counter(place, data(key, "counter")));
        if (token.type().equals("ocra")) {
            return read.with("ocrasuite", key.textOf("algorithmparameters", "suite"));
        }
        if (!HASHING.contains(token.type())) {
            return read;
        }
        if (length.isEmpty()) {
            throw FileFault.at(place, "the length of ResponseFormat is missing");
        }
        TokenRecord hashing = read.with("hashlib", hash(key));
        return TIMED.contains(token.type())
                ? hashing.with("timeStep", FileNumbers.digits(place, "TimeInterval", data(key, "timeinterval")))
                        .with("timeShift", FileNumbers.decimal(place, "TimeDrift", data(key, "timedrift")))
                : hashing;
    }

    private static String data(XmlElement key, String name) {
        return key.textOf("data", name, "plainvalue");
    }

    /** Said by the text of Suite; eduMFA itself writes it as an attribute. */
    private static String hash(XmlElement key) {
        Optional<XmlElement> suite = key.find("algorithmparameters", "suite");
        String text = suite.map(XmlElement::text).orElse("");
        return Stream.concat(Stream.of(text), suite.stream().flatMap(XmlElement::attributes))
                .map(name -> name.toLowerCase(Locale.ROOT).replace("hmac", "").replace("-", ""))
                .filter(HASHES::contains)
                .findFirst()
                .orElse(text.isEmpty() ? PRESET_HASH : text);
    }
}
