package org.symbolon.connectors.sql;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.symbolon.connectors.parameters.StoreParameters;
import org.symbolon.connectors.passwordhash.HashType;

/**
 * Which rows of a table are users, and what their columns mean.
 *
 * @param table the parts of its name, of which the last is its own
 * @param mapping the column by the name that it has here, {@code userid}, {@code username} and {@code password} left out
 * @param passwordColumn where the hash of a password is kept; empty if there is none
 * @param limit how many users a search finds at most
 * @param encoding of texts in columns of bytes
 */
record SqlUserSettings(
        List<String> table,
        String idColumn,
        String loginColumn,
        Optional<String> passwordColumn,
        Map<String, String> mapping,
        List<SqlWhere> where,
        int limit,
        boolean editable,
        HashType hashType,
        Charset encoding) {

    static final String USERNAME = "username";
    static final String USER_ID = "userid";

    private static final String PASSWORD = "password";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST_USERS = 100_000;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,128}");
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "latin1", StandardCharsets.ISO_8859_1,
            "latin-1", StandardCharsets.ISO_8859_1,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "ascii", StandardCharsets.ISO_8859_1,
            "utf8", StandardCharsets.UTF_8,
            "utf-8", StandardCharsets.UTF_8);

    static SqlUserSettings of(StoreParameters parameters) {
        Map<String, String> mapping = new LinkedHashMap<>(parameters.map("Map"));
        String id = required(mapping, USER_ID);
        String login = required(mapping, USERNAME);
        Optional<String> password = Optional.ofNullable(mapping.remove(PASSWORD));
        List<String> table = Arrays.asList(parameters.required("Table").split("\\.", -1));
        Stream.of(table, List.of(id, login), mapping.values(), password.stream().toList())
                .forEach(names -> names.forEach(SqlUserSettings::requireName));
        return new SqlUserSettings(
                table,
                id,
                login,
                password,
                mapping,
                SqlWhere.all(parameters.text("Where", "")),
                parameters.number("Limit", DEFAULT_LIMIT, 1, MOST_USERS),
                parameters.flag("Editable"),
                hashType(parameters.text("Password_Hash_Type", "SSHA256")),
                encoding(parameters.text("Encoding", "latin1")));
    }

    private static String required(Map<String, String> mapping, String name) {
        String column = mapping.remove(name);
        if (column == null) {
            throw new IllegalArgumentException("Map has no column for " + name);
        }
        return column;
    }

    /** Any name is quoted; these could not be the name of anything. */
    private static void requireName(String name) {
        if (name.isBlank() || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Table or Map names something that is no table and no column");
        }
    }

    private static HashType hashType(String name) {
        return HashType.named(name)
                .orElseThrow(() -> new IllegalArgumentException("Password_Hash_Type is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(HashType.values())
                                        .map(HashType::name)
                                        .toList())));
    }

    private static Charset encoding(String name) {
        Charset encoding = ENCODINGS.get(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (encoding == null) {
            throw new IllegalArgumentException("Encoding is none of latin1, ascii, utf8");
        }
        return encoding;
    }
}
