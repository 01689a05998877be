package org.symbolon.api.tokenfile.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.api.tokenfile.format.CsvLines.Line;

/**
 * Lines of serial, key, type and what the type needs. In version 2 of the format, which its first line says, they begin
 * with a user, his resolver and his realm.
 */
final class OathCsv {

    private static final Pattern VERSION = Pattern.compile("#\\s*version:\\s*(\\S+)\\s*", Pattern.CASE_INSENSITIVE);
    private static final int USER_COLUMNS = 3;
    private static final int LEAST_COLUMNS = 2;
    private static final String PRESET_LENGTH = "6";
    private static final String PRESET_STEP = "30";

    private OathCsv() {}

    static void tell(FileText text, TokenFile.Listener listener) {
        boolean withUsers = hasUsers(CsvLines.first(text));
        CsvLines.read(text, line -> listener.token(withUsers ? tokenOfUser(line) : token(line)));
    }

    private static boolean hasUsers(String firstLine) {
        Matcher version = VERSION.matcher(firstLine);
        if (!version.matches() || version.group(1).equals("1")) {
            return false;
        }
        if (!version.group(1).equals("2")) {
            throw FileFault.of("Only the versions 1 and 2 of the format are known. No token was imported.");
        }
        return true;
    }

    private static TokenRecord tokenOfUser(Line line) {
        FileUser user = new FileUser(line.column(0), line.column(1), line.column(2));
        return token(line.without(USER_COLUMNS)).of(user);
    }

    private static TokenRecord token(Line line) {
        if (line.columns().size() < LEAST_COLUMNS) {
            throw FileFault.at(line.place(), "there are too few columns");
        }
        String key = line.column(1);
        String type = or(line.column(2), "hotp").toLowerCase(Locale.ROOT);
        TokenRecord token = TokenRecord.of(line.place(), line.column(0), type, key);
        return switch (type) {
            case "hotp" -> oath(token, line).at(FileNumbers.counter(line.place(), line.column(4)));
            case "totp", "daypassword" ->
                oath(token, line).with("timeStep", number(line, "the time step", or(line.column(4), PRESET_STEP)));
            case "ocra" -> token.with("ocrasuite", line.column(3));
            case "motp" -> token.with("motppin", line.column(3));
            case "tan" -> token.with("tans", line.column(3));
            default -> token;
        };
    }

    private static TokenRecord oath(TokenRecord token, Line line) {
        return token.with("otplen", number(line, "the length of a value", or(line.column(3), PRESET_LENGTH)))
                .with("hashlib", Hexadecimal.hashFor(line.column(1)));
    }

    private static String number(Line line, String what, String text) {
        return FileNumbers.digits(line.place(), what, text);
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
