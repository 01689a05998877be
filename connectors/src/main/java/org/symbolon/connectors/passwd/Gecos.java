package org.symbolon.connectors.passwd;

import java.util.regex.Pattern;

/**
 * What administrators write into the comment field of a passwd line: name, room, mobile, phone and anything else, of
 * which what looks like a mail address is one. What is not there is empty.
 */
record Gecos(String text, String givenName, String surname, String mobile, String phone, String email) {

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final int FIELDS_WITH_NUMBERS = 4;
    private static final int MOBILE = 2;
    private static final int PHONE = 3;
    private static final int FIRST_FREE_FIELD = 4;

    static Gecos parse(String text) {
        String[] fields = text.split(",", -1);
        String[] names = fields[0].split(" ", 2);
        boolean hasNumbers = fields.length >= FIELDS_WITH_NUMBERS;
        return new Gecos(
                text,
                names[0],
                names.length > 1 ? names[1] : "",
                hasNumbers ? fields[MOBILE] : "",
                hasNumbers ? fields[PHONE] : "",
                lastMailAddress(fields));
    }

    private static String lastMailAddress(String[] fields) {
        for (int index = fields.length - 1; index >= FIRST_FREE_FIELD; index--) {
            String field = fields[index].strip();
            if (MAIL_ADDRESS.matcher(field).matches()) {
                return field;
            }
        }
        return "";
    }
}
