package org.symbolon.api.tokenfile.format;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.symbolon.api.tokenfile.format.CsvLines.Line;
import org.symbolon.command.tokentype.yubikey.Modhex;

/**
 * What the tools of Yubico write when they program keys, in either of two layouts. Static passwords and lines that are
 * none of a key are left out.
 */
final class YubikeyCsv {

    private static final int LEAST_COLUMNS = 6;
    private static final int ENCRYPTED_LENGTH = 32;
    private static final int LONGEST_PUBLIC_ID = 32;
    private static final String HOTP_LENGTH = "6";
    private static final String HOTP_HASH = "sha1";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private YubikeyCsv() {}

    static void tell(FileText text, TokenFile.Listener listener) {
        CsvLines.read(text, line -> {
            if (line.columns().size() >= LEAST_COLUMNS) {
                token(line).ifPresent(listener::token);
            }
        });
    }

    private static Optional<TokenRecord> token(Line line) {
        String first = line.column(0);
        if (NUMBER.matcher(first).matches()) {
            return numbered(line);
        }
        String publicId = line.column(3);
        if (publicId.isEmpty()) {
            return Optional.empty();
        }
        return switch (first) {
            case "Yubico OTP" -> Optional.of(yubikey(line, traditional("UBAM", line), publicId, line.column(5)));
            case "OATH-HOTP" -> Optional.of(hotp(line, traditional("UBOM", line), publicId, line.column(5)));
            default -> Optional.empty();
        };
    }

    /** The layout with a line for each key, which begins with its serial. */
    private static Optional<TokenRecord> numbered(Line line) {
        String publicId = line.column(1);
        String privateId = line.column(2);
        String key = line.column(3);
        if (privateId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                privateId.equals("0")
                        ? hotp(line, "UBOM" + line.column(0) + "_X", publicId, key)
                        : yubikey(line, "UBAM" + line.column(0) + "_X", publicId, key));
    }

    private static String traditional(String prefix, Line line) {
        BigInteger number = number(line.place(), line.column(3));
        return String.format(Locale.ROOT, "%s%08d_%s", prefix, number, line.column(2));
    }

    private static BigInteger number(String place, String publicId) {
        return Modhex.digits(publicId)
                .filter(digits -> digits.length() <= LONGEST_PUBLIC_ID)
                .map(digits -> new BigInteger(digits, 16))
                .orElseThrow(() -> FileFault.at(
                        place, "the public id is none of up to " + LONGEST_PUBLIC_ID + " letters of a Yubikey"));
    }

    private static TokenRecord yubikey(Line line, String serial, String publicId, String key) {
        return TokenRecord.of(line.place(), serial, "yubikey", key)
                .with("otplen", Integer.toString(ENCRYPTED_LENGTH + publicId.length()))
                .with("description", publicId);
    }

    private static TokenRecord hotp(Line line, String serial, String publicId, String key) {
        return TokenRecord.of(line.place(), serial, "hotp", key)
                .with("otplen", HOTP_LENGTH)
                .with("hashlib", HOTP_HASH)
                .with("description", publicId);
    }
}
